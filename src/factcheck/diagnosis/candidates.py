"""Printed forms that one fact could have instead, each verified against everything it bears on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction

from factcheck.claims.model import Fact
from factcheck.diagnosis.bases import is_on_wrong_base
from factcheck.diagnosis.case import Case
from factcheck.diagnosis.intervals import meet, nearest_printable
from factcheck.diagnosis.model import ReadingName
from factcheck.diagnosis.reading import in_reading
from factcheck.diagnosis.slips import SlipKind, slips
from factcheck.diagnosis.slips.model import SHARE_OF_KIND
from factcheck.quantities.interval import Interval
from factcheck.quantities.interval_sets import hull
from factcheck.quantities.model import PrintedQuantity
from factcheck.records import record

MOST_OFFERED = 8
"""So many printed forms are offered for one fact: where more fit, the arithmetic does not tell."""

_LOOSE_COUNTS = Fraction(1, 4)
"""A form that only fits when read loosely counts this much of one that fits as printed."""


@record(frozen=True, slots=True)
class Candidate:
    """``quantity`` could be printed for ``fact``: then all checks concerned can hold in ``reading``.

    ``likelihood`` is that of the slip, divided by the number of printed forms that the other facts leave: one slip away from the only
    form left says much, one slip away from one of thousands says nothing.
    """

    fact: str
    kind: SlipKind
    quantity: PrintedQuantity
    reading: ReadingName
    likelihood: Fraction
    also: tuple[Candidate, ...] = ()

    @property
    def weight(self) -> Fraction:
        """How much the candidate speaks for its fact being the wrong one."""
        return self.likelihood if self.reading == "strict" else self.likelihood * _LOOSE_COUNTS


@record(frozen=True, slots=True)
class Room:
    """What the other facts leave for a fact in each reading; ``None`` for a reading in which nothing is left."""

    strict: Interval | None
    loose: Interval | None

    @property
    def widest(self) -> Interval | None:
        """All that is left in honest use."""
        return self.loose if self.loose is not None else self.strict

    @property
    def either(self) -> Interval | None:
        """The smallest interval that holds what is left in any reading (the strict one is not always within the loose one)."""
        if self.strict is None or self.loose is None:
            return self.widest
        return hull(self.strict, self.loose)

    @property
    def best(self) -> tuple[ReadingName, Interval | None]:
        """The strict reading where it leaves anything, else the loose one."""
        return ("strict", self.strict) if self.strict is not None else ("loose", self.loose)

    def printable_forms(self, quantity: PrintedQuantity) -> int:
        """How many printed forms of the same precision could be read as something inside; without bounds, as many as have so many digits."""
        step = quantity.digit_unit
        digits = len(str(int(abs(quantity.value) / step)))
        most = 9 * int("1" + "0" * (digits - 1))
        space = self.best[1]
        if space is None or space.low is None or space.high is None:
            return most
        half = Fraction(0) if space.integer else step / 2
        first, last = -(-(space.low - half) // step), (space.high + half) // step
        return max(1, min(most, int(last - first) + 1))


def room(case: Case, fact: str, changed: Mapping[str, Interval] | None = None) -> Room:
    """What is left for a fact, all others as printed or as ``changed``."""
    others = changed or {}
    loose = case.left("loose", fact, others) if case.reading == "loose" else None
    strict = case.left("strict", fact, others)
    return Room(strict, loose)


def candidates(
    case: Case,
    fact: Fact,
    space: Room,
    changed: Mapping[str, Interval] | None = None,
    *,
    most: int = MOST_OFFERED,
) -> list[Candidate]:
    """Verified printed forms for a fact, at most so many, those of likely slips first, then the nearest value that fits.

    ``changed`` are the domains of facts that are changed as well.
    """
    if fact.quantity is None:
        return []
    found: list[Candidate] = []
    for kind, quantity, likelihood in _in_question(case, fact, fact.quantity, space):
        candidate = _verified(case, fact, kind, quantity, likelihood, changed or {})
        if candidate is not None and quantity.value not in {known.quantity.value for known in found}:
            found.append(candidate)
        if len(found) == most:
            break
    return sorted(found, key=lambda candidate: -candidate.weight)


def _in_question(
    case: Case, fact: Fact, printed: PrintedQuantity, space: Room
) -> Iterator[tuple[SlipKind, PrintedQuantity, Fraction]]:
    """Slips whose reading meets what is left, the strictly fitting ones first; then the nearest printable value."""
    if space.widest is None:
        return
    strictly, loosely = [], []
    reader = case.board.reader
    closely = space.either if reader.reads_as_usual(fact) else None
    for slip in slips(printed, space.widest, closely=closely, chinese=reader.is_chinese(fact)):
        readings = reader.readings(fact, slip.quantity)
        if space.strict is not None and meet(readings.strict, space.strict):
            strictly.append(slip)
        elif space.loose is not None and meet(readings.loose, space.loose):
            loosely.append(slip)
    strictly.sort(key=lambda slip: (-slip.likelihood, _off_centre(slip.quantity.value, space.best[1])))
    nearest = _nearest(case, fact, printed, space.best[1], likely=bool(strictly or loosely))
    base = nearest is not None and is_on_wrong_base(case, fact)
    if nearest is not None and base:
        yield SlipKind.BASE, nearest, SHARE_OF_KIND[SlipKind.BASE] / space.printable_forms(nearest)
    for slip in (*strictly[: MOST_OFFERED - 1], *loosely[: MOST_OFFERED - 1]):
        yield slip.kind, slip.quantity, slip.likelihood / space.printable_forms(slip.quantity)
    if nearest is not None and not base:
        yield SlipKind.FREE, nearest, _of_a_free_change(printed, nearest) / space.printable_forms(nearest)


def _off_centre(value: Fraction, space: Interval | None) -> Fraction:
    """How far a value lies from the centre of what is left, as a ratio of magnitudes: bounds of magnitude are set to both sides of the truth.

    0 where what is left has no two positive ends.
    """
    if space is None or space.low is None or space.high is None or space.low <= 0 or value <= 0:
        return Fraction(0)
    ratio = value * value / (Fraction(space.low) * space.high)
    return max(ratio, 1 / ratio)


def _of_a_free_change(printed: PrintedQuantity, meant: PrintedQuantity) -> Fraction:
    """The likelihood of an error that is no slip of the pen: the larger, the less likely."""
    steps = abs(printed.value - meant.value) / printed.digit_unit
    return SHARE_OF_KIND[SlipKind.FREE] / (10 * max(Fraction(10), steps))


def _nearest(
    case: Case, fact: Fact, printed: PrintedQuantity, interval: Interval | None, *, likely: bool
) -> PrintedQuantity | None:
    """The nearest value that fits; where slips are ``likely``, not one of quite another length."""
    if interval is None or printed.upper is not None:
        return None
    value = nearest_printable(interval, printed.value, printed.digit_unit)
    meant = None if value is None else case.board.reader.printed_as(fact, printed, value)
    if meant is None or (meant.value == 0) != (printed.value == 0):
        return None
    return None if likely and abs(len(meant.text) - len(printed.text)) > 1 else meant


def _verified(
    case: Case,
    fact: Fact,
    kind: SlipKind,
    quantity: PrintedQuantity,
    likelihood: Fraction,
    changed: Mapping[str, Interval],
) -> Candidate | None:
    if quantity.text == fact.printed:
        return None
    readings = case.board.reader.readings(fact, quantity)
    for reading in case.readings:
        if case.possible(reading, {**changed, fact.id: in_reading(readings, reading)}):
            return Candidate(fact.id, kind, quantity, reading, likelihood)
    return None
