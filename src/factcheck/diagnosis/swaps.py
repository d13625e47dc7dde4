"""Two numbers that changed places: each would fit where the other stands."""

from __future__ import annotations

from factcheck.claims.model import Fact
from factcheck.diagnosis.candidates import Candidate
from factcheck.diagnosis.case import Case
from factcheck.diagnosis.model import ReadingName
from factcheck.diagnosis.reading import in_reading
from factcheck.diagnosis.slips import SlipKind
from factcheck.diagnosis.slips.model import SHARE_OF_KIND
from factcheck.quantities import Readings

_NEIGHBOURS = 3
"""Numbers that people exchange stand side by side: at most so many places apart in the file, or in one check."""


Verified = dict[frozenset[str], ReadingName | None]
"""The reading in which a case can hold with two facts exchanged, by the two of them."""


def swaps(case: Case, fact: Fact, verified: Verified) -> list[Candidate]:
    """Verified exchanges of the fact with a neighbour that is printed in the same unit.

    ``verified`` keeps what was found out for the case: of two facts that are both in question each is asked about the other.
    """
    found = []
    for other in _neighbours(case, fact):
        pair = frozenset((fact.id, other.id))
        if pair not in verified:
            verified[pair] = _verified(case, fact, other)
        reading = verified[pair]
        if reading is not None and fact.quantity is not None and other.quantity is not None:
            likelihood = SHARE_OF_KIND[SlipKind.SWAP] / (2 * _NEIGHBOURS)
            back = Candidate(other.id, SlipKind.SWAP, fact.quantity, reading, likelihood)
            found.append(Candidate(fact.id, SlipKind.SWAP, other.quantity, reading, likelihood, (back,)))
    return found


def _neighbours(case: Case, fact: Fact) -> list[Fact]:
    board = case.board
    together = {name for check in board.checks_of(fact.id) for name in board.facts_of(check)}
    near = board.neighbours(fact.id, _NEIGHBOURS)
    return [
        other
        for name in dict.fromkeys((*near, *sorted(together)))
        if name != fact.id and _exchangeable(fact, other := board.facts[name])
    ]


def _exchangeable(fact: Fact, other: Fact) -> bool:
    if fact.quantity is None or other.quantity is None or other.trusted or fact.unit is None:
        return False
    return fact.unit == other.unit and fact.printed != other.printed


def _verified(case: Case, fact: Fact, other: Fact) -> ReadingName | None:
    here, there = _read_as(case, fact, other), _read_as(case, other, fact)
    for reading in case.readings:
        if case.possible(reading, {fact.id: in_reading(here, reading), other.id: in_reading(there, reading)}):
            return reading
    return None


def _read_as(case: Case, fact: Fact, source: Fact) -> Readings:
    """What ``fact`` may be with the printed form of ``source``."""
    assert source.quantity is not None
    return case.board.reader.readings(fact, source.quantity)
