"""The same thing counted again in a draft with another value."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.drafts.numbers import DraftNumbers
from factcheck.drafts.quoted import same_value
from factcheck.drafts.states import QuoteState, Repetition

SAME_WORDS = 6
"""How many characters in a row around two numbers must agree, the counted thing among them, for both to count the same."""


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
            if (
                not same_value(draft.numbers[state.site], number)
                and _same_words(draft, site, state.site) >= SAME_WORDS
            ):
                found.append(Repetition(site, state.fact))
                break
    return tuple(found)


def _same_words(draft: DraftNumbers, one: int, other: int) -> int:
    """How many masked characters agree without a gap, to the left and to the right of two numbers; 0 where the right side agrees in none."""
    masked = draft.masked
    right = _common(masked.after(one, 2 * SAME_WORDS), masked.after(other, 2 * SAME_WORDS))
    left = _common(masked.before(one, SAME_WORDS)[::-1], masked.before(other, SAME_WORDS)[::-1])
    return left + right if right > len(draft.numbers[one].measure) else 0


def _common(one: str, other: str) -> int:
    """The length of the common start.

    >>> _common("个行政村全部", "个行政村已经")
    4
    """
    for length, (left, right) in enumerate(zip(one, other, strict=False)):
        if left != right:
            return length
    return min(len(one), len(other))
