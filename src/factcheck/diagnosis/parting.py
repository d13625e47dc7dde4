"""Several errors that hang together: a case parted into the share of each, where that is likelier than any pair of changes."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import combinations, islice

from factcheck.diagnosis.case import Case
from factcheck.diagnosis.pairing import Share, hold_together
from factcheck.judgement.model import ConflictSet

_ANOTHER_ERROR = Fraction(1, 20)
"""One more error in an article is so likely: errors are rare, but rarer still is what explains three by two changes of any size."""
_SIZES = (3, 4)
_MOST_FACTS = 14
_MOST_TRIED = 6

Parts = list[list[ConflictSet]]


def parted(case: Case, beat: Fraction, found: dict[str, Share]) -> Parts | None:
    """The conflicts of each of three or four independent errors, if such errors are likelier than ``beat``, the score of the best pair.

    Each error resolves the conflicts it stands in, and all of them together hold.
    """
    if len(case.conflicts) < min(_SIZES):
        return None
    covers = sorted(_covers(case, found), key=lambda cover: -_likelihood(cover, found))
    for cover in islice(covers, _MOST_TRIED):
        if _likelihood(cover, found) <= beat:
            return None
        if hold_together(case, [found[name][0].forms[0] for name in cover]) is not None:
            return _assigned(case, cover, found)
    return None


def _covers(case: Case, found: dict[str, Share]) -> Iterator[tuple[str, ...]]:
    likeliest = sorted(found, key=lambda name: -found[name][1])[:_MOST_FACTS]
    sets = [set(conflict.facts) for conflict in case.conflicts]
    for size in _SIZES:
        for names in combinations(likeliest, size):
            if all(facts.intersection(names) for facts in sets):
                yield names


def _likelihood(cover: tuple[str, ...], found: dict[str, Share]) -> Fraction:
    likelihood = Fraction(1)
    for name in cover:
        likelihood *= found[name][1]
    return likelihood * _ANOTHER_ERROR ** (len(cover) - 2)


def _assigned(case: Case, cover: tuple[str, ...], found: dict[str, Share]) -> Parts:
    """Each conflict to the likeliest error that stands in it."""
    order = sorted(cover, key=lambda name: -found[name][1])
    parts: dict[str, list[ConflictSet]] = {name: [] for name in order}
    for conflict in case.conflicts:
        parts[next(name for name in order if name in conflict.facts)].append(conflict)
    return [part for part in parts.values() if part]
