"""The printed numbers of one file as the search for relations sees them."""

from __future__ import annotations

from fractions import Fraction

from factcheck.claims.model import ClaimsFile, Fact
from factcheck.quantities.model import Dimension
from factcheck.records import record

NEAR = 4
"""Facts at most this many places apart in the file are near: claims follow the article, so they come from one or two sentences."""

_AVERAGE_WORDS = ("均", "每", "平均", "per ", "average", "mean", "each")


@record(frozen=True, slots=True)
class PrintedNumber:
    """One fact: strict reading ``low`` to ``high`` in base units, ``place`` in the file, whether it is worded as an average."""

    fact: Fact
    low: Fraction
    high: Fraction
    dimension: Dimension
    place: int
    is_average: bool

    @property
    def width(self) -> Fraction:
        """The width of the reading; of whole things the one value that it is counts as 1."""
        step = Fraction(1) if self.fact.readings.strict.integer else Fraction(0)
        return self.high - self.low + step

    @property
    def middle(self) -> Fraction:
        """The centre of the reading."""
        return (self.low + self.high) / 2

    @property
    def is_rate(self) -> bool:
        """A percentage or another pure ratio."""
        return self.dimension == () and self.fact.quantity is not None and self.fact.quantity.kind != "number"

    @property
    def is_count(self) -> bool:
        """A number of whole things."""
        return self.fact.unit is not None and self.fact.unit.is_count

    @property
    def significant_digits(self) -> int:
        """Digits printed, without zeros in front or behind a whole number: how much there is to be matched by chance."""
        quantity = self.fact.quantity
        if quantity is None:
            return 0
        steps = abs(quantity.value / quantity.digit_unit)
        return len(str(int(steps)).rstrip("0")) if steps else 0


def numbers_of(file: ClaimsFile) -> list[PrintedNumber]:
    """The file's positive printed numbers with bounded strict readings, in the order of the file."""
    found = []
    for place, fact in enumerate(file.facts.values()):
        strict, unit = fact.readings.strict, fact.unit
        if (
            fact.quantity is None
            or unit is None
            or strict.low is None
            or strict.high is None
            or strict.low <= 0
        ):
            continue
        if fact.quantity.kind in ("year", "date", "ordinal"):
            continue
        low, high = Fraction(strict.low) * unit.factor, Fraction(strict.high) * unit.factor
        found.append(PrintedNumber(fact, low, high, unit.dimension, place, _is_average(fact)))
    return found


def near(*numbers: PrintedNumber) -> bool:
    """Whether all stand close together."""
    places = [number.place for number in numbers]
    return max(places) - min(places) <= NEAR


def _is_average(fact: Fact) -> bool:
    unit = fact.unit.name if fact.unit else ""
    words = (fact.name, fact.printed or "", *(quote.exact for quote in fact.quotes))
    return "/" in unit or any(word in text for word in _AVERAGE_WORDS for text in words)
