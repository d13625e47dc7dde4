"""The same thing counted again in a draft with another value."""

from __future__ import annotations

import re
from collections.abc import Sequence

from factcheck.drafts.numbers import DraftNumbers
from factcheck.drafts.quoted import same_value
from factcheck.drafts.states import QuoteState, Repetition

SAME_WORDS = 5
"""How many characters in a row around two numbers must agree, the counted thing among them, for both to count the same."""

_TIME = re.compile(r"[年月季日周]|\b(?:year|month|quarter|week|in)\b")
_CLAUSE_END = re.compile(r"[，。；：！？,;:!?\n（(]")


def repetitions(
    states: Sequence[QuoteState], draft: DraftNumbers, free: Sequence[int]
) -> tuple[Repetition, ...]:
    """The numbers among ``free`` that repeat a claimed one (same unit, same words around) with another value."""
    found = []
    for site in free:
        number = draft.numbers[site]
        for state in states:
            if state.site is None or draft.numbers[state.site].unit.dimension != number.unit.dimension:
                continue
            if not same_value(draft.numbers[state.site], number) and _same_thing(draft, site, state.site):
                found.append(Repetition(site, state.fact))
                break
    return tuple(found)


def _same_thing(draft: DraftNumbers, one: int, other: int) -> bool:
    """Whether two numbers count the same: the words of the one's clause before it end the other's too, the words after them agree, and
    neither is told apart by its time (last year 48, this year 52)."""
    masked = draft.masked
    right = _common(masked.after(one, 2 * SAME_WORDS), masked.after(other, 2 * SAME_WORDS))
    clauses = _clause_before(draft, one), _clause_before(draft, other)
    left = _common(clauses[0][::-1], clauses[1][::-1])
    if left < min(map(len, clauses)) or right < len(draft.numbers[one].measure) or left + right < SAME_WORDS:
        return False
    return clauses[0] == clauses[1] or not any(map(_TIME.search, clauses))


def _clause_before(draft: DraftNumbers, number: int) -> str:
    start = draft.numbers[number].number_start
    return _CLAUSE_END.split(draft.text[max(0, start - 40) : start])[-1]


def _common(one: str, other: str) -> int:
    """The length of the common start.

    >>> _common("个行政村全部", "个行政村已经")
    4
    """
    for length, (left, right) in enumerate(zip(one, other, strict=False)):
        if left != right:
            return length
    return min(len(one), len(other))
