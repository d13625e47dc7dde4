"""Minimal corrections: single facts with another value in which everything can hold, and where there is none, pairs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations, islice

from factcheck.claims.model import Fact
from factcheck.diagnosis.candidates import Candidate, Room, candidates, room
from factcheck.diagnosis.case import Case
from factcheck.diagnosis.model import ReadingName
from factcheck.diagnosis.swaps import swaps
from factcheck.diagnosis.unit_slips import unit_candidates

_MOST_PAIRS = 40
"""So many pairs are tried, those of the facts that most conflicts share first."""
_FORMS_OF_A_PAIR = 4


@dataclass(frozen=True, slots=True)
class Culprit:
    """A fact that could be the wrong one (``partner``: together with another), with verified forms, best first."""

    fact: Fact
    space: Room
    forms: tuple[Candidate, ...]
    partner: Fact | None = None


def single_culprits(case: Case) -> list[Culprit]:
    """Facts of which a change of one alone resolves the whole case.

    Only facts that every conflict set needs can qualify: any other leaves some set as it was.
    """
    return [culprit for fact in suspects(case) if (culprit := _single(case, fact)) is not None]


def suspects(case: Case) -> list[Fact]:
    """Printed facts that stand in all conflict sets of the case and are not trusted."""
    shared = set.intersection(*(set(conflict.facts) for conflict in case.conflicts))
    return [
        fact
        for name in case.conflicts[0].facts
        if name in shared and (fact := _in_doubt(case, name)) is not None
    ]


def pairs(case: Case) -> list[Culprit]:
    """Pairs of facts which changed together resolve the case; the product of both likelihoods ranks them."""
    tried = islice(_covering_pairs(case), _MOST_PAIRS)
    return [culprit for first, second in tried if (culprit := _pair(case, first, second)) is not None]


def _single(case: Case, fact: Fact) -> Culprit | None:
    space = room(case, fact.id)
    if space.widest is None:
        return None
    forms = [*candidates(case, fact, space), *swaps(case, fact), *unit_candidates(case, fact)]
    return Culprit(fact, space, tuple(sorted(forms, key=lambda form: -form.weight)))


def _covering_pairs(case: Case) -> Iterator[tuple[Fact, Fact]]:
    sets = [set(conflict.facts) for conflict in case.conflicts]
    count: dict[str, int] = {}
    for conflict in case.conflicts:
        for name in conflict.facts:
            count[name] = count.get(name, 0) + 1
    often = sorted(count, key=lambda name: -count[name])
    doubted = {name: fact for name in often if (fact := _in_doubt(case, name)) is not None}
    chosen = sorted(combinations(doubted, 2), key=lambda pair: -(count[pair[0]] + count[pair[1]]))
    for first, second in chosen:
        if all(first in facts or second in facts for facts in sets):
            yield doubted[first], doubted[second]


def _pair(case: Case, first: Fact, second: Fact) -> Culprit | None:
    free = case.board.freed(second)
    space = room(case, first.id, {second.id: free})
    if space.widest is None:
        return None
    forms: list[Candidate] = []
    for form in candidates(case, first, space, {second.id: free})[:_FORMS_OF_A_PAIR]:
        readings = case.board.reader.readings(first, form.quantity)
        changed = {first.id: readings.strict if form.reading == "strict" else readings.loose}
        others = candidates(case, second, room(case, second.id, changed), changed)
        forms.extend(_joined(form, other) for other in others[:2])
    best = sorted(forms, key=lambda form: -form.weight)
    return Culprit(first, space, tuple(best), second) if best else None


def _joined(first: Candidate, second: Candidate) -> Candidate:
    reading: ReadingName = "strict" if first.reading == second.reading == "strict" else "loose"
    return Candidate(
        first.fact, first.kind, first.quantity, reading, first.likelihood * second.likelihood, (second,)
    )


def _in_doubt(case: Case, name: str) -> Fact | None:
    fact = case.board.facts[name]
    return None if fact.trusted or fact.quantity is None else fact
