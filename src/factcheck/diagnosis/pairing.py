"""Pairs: where no change of one number resolves a case, two changes may, each clearing its share of the conflicts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import combinations, islice, product

from factcheck.claims.model import Fact
from factcheck.diagnosis.candidates import Candidate, candidates, room
from factcheck.diagnosis.case import Case
from factcheck.diagnosis.culprits import Culprit, single
from factcheck.diagnosis.model import ReadingName
from factcheck.diagnosis.ranking import score
from factcheck.diagnosis.reading import in_reading
from factcheck.diagnosis.slips import SlipKind
from factcheck.diagnosis.unit_slips import holds_with
from factcheck.quantities import Interval

_MOST_PAIRS = 8
"""So many pairs are verified, the likeliest first: to look at more of them helps nobody."""
_FORMS = 2
"""So many printed forms of each member are tried together."""

Share = tuple[Culprit, Fraction]


def pairs(case: Case, members: dict[str, Share]) -> list[Culprit]:
    """Pairs of facts that resolve the case together and none alone, each pair verified against everything it bears on.

    First those of which each member resolves the conflicts it stands in (see :func:`shares`), then those that only work together.
    """
    return pairs_apart(case, members) or [
        pair for pair in islice(_together(case), 3 * _MOST_PAIRS) if pair.forms
    ]


def pairs_apart(case: Case, members: dict[str, Share]) -> list[Culprit]:
    """Pairs of which each member resolves the conflicts it stands in, both verified together."""
    return [pair for pair in islice(_apart(case, members), _MOST_PAIRS) if pair.forms]


def shares(case: Case) -> dict[str, Share]:
    """For each fact in doubt what it resolves of the conflicts it stands in, the others left aside, and how likely it is."""
    found = {}
    for name in dict.fromkeys(fact for conflict in case.conflicts for fact in conflict.facts):
        part = case.part(tuple(conflict for conflict in case.conflicts if name in conflict.facts))
        if case.board.in_doubt(name):
            culprit = single(part, case.board.facts[name], most=_FORMS + 1)
            if culprit is not None and culprit.forms:
                found[name] = (culprit, score(part, culprit))
    return found


def _covering(case: Case, names: Iterator[str] | list[str]) -> Iterator[tuple[str, str]]:
    sets = [set(conflict.facts) for conflict in case.conflicts]
    for first, second in combinations(names, 2):
        if all(first in facts or second in facts for facts in sets):
            yield first, second


def _apart(case: Case, members: dict[str, Share]) -> Iterator[Culprit]:
    likeliest = sorted(
        _covering(case, list(members)), key=lambda pair: -members[pair[0]][1] * members[pair[1]][1]
    )
    for first, second in likeliest:
        one, two = members[first][0], members[second][0]
        forms = [
            _joined(form, other, reading)
            for form, other in product(one.forms[:_FORMS], two.forms[:_FORMS])
            if (reading := hold_together(case, (form, other))) is not None
        ]
        yield _pair(case, one.fact, two.fact, forms)


def hold_together(case: Case, forms: Sequence[Candidate]) -> ReadingName | None:
    """The best reading in which everything can hold with all these changes at once."""
    if any(form.kind is SlipKind.UNIT for form in forms):
        return holds_with(case, {form.fact: form.quantity for form in forms})
    for reading in case.readings:
        changed: dict[str, Interval] = {}
        for form in forms:
            changed |= _domains(case, form, reading)
        if case.possible(reading, changed):
            return reading
    return None


def _domains(case: Case, form: Candidate, reading: ReadingName) -> dict[str, Interval]:
    readings = case.board.reader.readings(case.board.facts[form.fact], form.quantity)
    return {form.fact: in_reading(readings, reading)}


def _together(case: Case) -> Iterator[Culprit]:
    """Pairs that only work together: one fact of the first conflict set is free, the other is of those that then still stand in the way.

    Both are set free, then narrowed one after the other.
    """
    board = case.board
    for one, two in _blocked_pairs(case):
        first, second = board.facts[one], board.facts[two]
        free = {two: board.freed(second)}
        space = room(case, one, free)
        if space.widest is None:
            continue
        forms = []
        for form in candidates(case, first, space, free, most=_FORMS):
            changed = _domains(case, form, form.reading)
            others = candidates(case, second, room(case, two, changed), changed, most=_FORMS)
            forms += [_joined(form, other, _worse(form, other)) for other in others]
        yield _pair(case, first, second, forms)


def _blocked_pairs(case: Case) -> Iterator[tuple[str, str]]:
    """Any pair that resolves the case has a fact of the first conflict set and one of the set that remains without it."""
    tried: set[frozenset[str]] = set()
    for first in filter(case.board.in_doubt, case.conflicts[0].facts):
        for second in filter(case.board.in_doubt, case.blocking(first)):
            pair = frozenset((first, second))
            if len(pair) == 2 and pair not in tried:
                tried.add(pair)
                yield first, second


def _worse(first: Candidate, second: Candidate) -> ReadingName:
    return "strict" if first.reading == second.reading == "strict" else "loose"


def _joined(first: Candidate, second: Candidate, reading: ReadingName) -> Candidate:
    likelihood = first.likelihood * second.likelihood
    return Candidate(first.fact, first.kind, first.quantity, reading, likelihood, (second,))


def _pair(case: Case, first: Fact, second: Fact, forms: list[Candidate]) -> Culprit:
    space = room(case, first.id, {second.id: case.board.freed(second)})
    return Culprit(first, space, tuple(sorted(forms, key=lambda form: -form.weight)), second)
