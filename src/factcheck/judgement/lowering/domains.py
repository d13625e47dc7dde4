"""The domain of each fact in base units: loose, strict, and strict without its ties."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction
from typing import Literal

from factcheck.claims.model import Fact
from factcheck.judgement.lowering.scaling import ONE, is_empty, is_point, scaled
from factcheck.quantities.interval import Interval
from factcheck.quantities.model import Unit
from factcheck.records import record

Habit = Literal["truncate", "up"]
HALF = Fraction(1, 2)


@record(frozen=True, slots=True)
class Domains:
    """What a fact may be, in base units: as ``strict`` says, or as its loose reading does, which is ``wide`` times ``factor``.

    ``tied``: the ends of the strict reading are reached only by an exact tie in rounding. ``rounded``: the printed number is an ordinary rounded
    one, whatever habit of rounding the domains follow. ``known``: the fact is exactly one number however it is read, where networks are cut.
    ``plain``: a printed number of which the ends of the strict reading are all that matters, a closed point or a stretch of all numbers.
    ``positive``: never below 0.
    """

    wide: Interval
    factor: Fraction
    strict: Interval
    tied: bool = False
    rounded: bool = False
    known: bool = False
    plain: bool = False
    positive: bool = False

    @property
    def loose(self) -> Interval:
        """The loose reading (made when it is asked for: most plain checks are settled without)."""
        return scaled(self.wide, self.factor)

    @property
    def at_most_one(self) -> bool:
        """Whether it is never above 1."""
        high = self.wide.high
        if high is None:
            return False
        return high.numerator * self.factor.numerator <= high.denominator * self.factor.denominator

    @property
    def inner(self) -> Interval:
        """The strict reading without the ends that only an exact tie in rounding reaches."""
        return Interval(self.strict.low, self.strict.high, True, True) if self.tied else self.strict


def _domains(wide: Interval, factor: Fraction, strict: Interval, *, rounded: bool, hidden: bool) -> Domains:
    low = wide.low
    return Domains(
        wide,
        factor,
        strict,
        False,
        rounded,
        is_point(wide),
        not hidden and _is_plain(strict),
        low is not None and low >= 0,
    )


def _is_plain(strict: Interval) -> bool:
    low, high = strict.low, strict.high
    if low is None or high is None:
        return False
    if type(low) is int and type(high) is int and low == high:
        return not strict.low_open and not strict.high_open
    return not strict.integer and low < high


def domains_of(fact: Fact, unit: Unit | None, *, ratio: bool, habit: Habit | None = None) -> Domains:
    """The domains of a fact whose completed unit is ``unit``; a ``ratio`` (``is`` of an average or multiple) is never a whole number.

    ``habit`` is how its file shortens numbers where the file does not say so itself.
    """
    loose, strict = fact.readings.loose, fact.readings.strict
    if fact.hidden:
        return _hidden_domains(fact, unit, ratio=ratio)
    if (
        strict.integer
        and not ratio
        and (unit is None or unit.factor == 1)
        and (count := _exact_count(strict, loose)) is not None
    ):
        return Domains(count, ONE, count, False, False, True, True, count.low is not None and count.low >= 0)
    rounded = rounding = is_rounding(fact, strict)
    if ratio and (loose.integer or strict.integer):
        loose, strict = _as_ratio(fact)
        rounding = is_rounding(fact, strict)
    elif strict.integer and is_empty(strict):
        loose, strict = replace(loose, integer=False), replace(strict, integer=False)
        rounding = is_rounding(fact, strict)
    if habit is not None and rounding:
        strict = shortened_reading(fact, strict, habit)
        rounding = is_rounding(fact, strict)
    factor = unit.factor if unit is not None else ONE
    strict = scaled(strict, factor)
    if not rounding:
        return _domains(loose, factor, strict, rounded=rounded, hidden=False)
    low = loose.low  # the strict reading, which lies in the loose one, is a stretch of all numbers
    return Domains(loose, factor, strict, True, rounded, False, True, low is not None and low.numerator >= 0)


def _exact_count(strict: Interval, loose: Interval) -> Interval | None:
    """The one whole number that both readings are, if they are: the usual case of a count."""
    low = strict.low
    if low is None or not strict.integer or not loose.integer or low.denominator != 1:
        return None
    value = low.numerator
    for interval in (strict,) if strict is loose else (strict, loose):
        if interval.low_open or interval.high_open or interval.low != value or interval.high != value:
            return None
    return strict if type(low) is int and type(strict.high) is int else Interval(value, value, integer=True)


def _hidden_domains(fact: Fact, unit: Unit | None, *, ratio: bool) -> Domains:
    domain = fact.readings.loose
    counted = unit is not None and unit.is_count and not ratio
    if domain.integer != counted and (fact.unit is None or ratio):
        domain = replace(domain, integer=counted)
    if unit is not None and unit.dimension:
        domain = scaled(domain, unit.factor)
    elif fact.unit is not None:
        domain = scaled(domain, fact.unit.factor)
    return _domains(domain, ONE, domain, rounded=False, hidden=True)


def is_rounding(fact: Fact, strict: Interval) -> bool:
    """Whether the strict reading is half a digit to either side of the printed value, ends included: an ordinary rounded number."""
    quantity = fact.quantity
    if quantity is None or quantity.hedge or quantity.upper is not None or strict.integer:
        return False
    low, high = strict.low, strict.high
    if low is None or high is None or strict.low_open or strict.high_open:
        return False
    below, above, step = low.numerator, high.numerator, low.denominator
    if step == high.denominator:  # the usual case, in whole numbers: a fifth of the time
        value = quantity.value
        return below != above and (below + above) * value.denominator == 2 * value.numerator * step
    return low != high and low + high == 2 * quantity.value


def shortened_reading(fact: Fact, strict: Interval, habit: Habit) -> Interval:
    """The strict reading of a rounded number in a file that cuts digits off, or always takes the next larger.

    A file that truncates prints 2.23 for [2.23, 2.24); one that rounds up, for (2.22, 2.23].
    """
    if fact.quantity is None or strict.low is None or strict.high is None:
        return strict
    value, step = fact.quantity.value, strict.high - strict.low
    if (value > 0) == (habit == "truncate"):
        return Interval(value, value + step, high_open=True)
    return Interval(value - step, value, low_open=True)


def _as_ratio(fact: Fact) -> tuple[Interval, Interval]:
    """The readings of a whole number that is an average, not a total: 户均3人 is rounded like any other number."""
    loose = replace(fact.readings.loose, integer=False)
    strict = replace(fact.readings.strict, integer=False)
    quantity = fact.quantity
    if quantity is None or quantity.hedge or quantity.upper is not None or not is_point(strict):
        return loose, strict
    unit, value = quantity.digit_unit, quantity.value
    strict = Interval(value - unit * HALF, value + unit * HALF)
    if is_point(loose) or (loose.low is not None and loose.low > value - unit):
        loose = Interval(value - unit, value + unit, True, True)
    return loose, strict


def printed_negative(fact: Fact | None) -> bool:
    """Whether the article prints the number as negative, or the editor says that a hidden one may be."""
    if fact is None:
        return False
    if fact.quantity is not None:
        return fact.quantity.value < 0
    low = fact.readings.loose.low
    return low is None or low < 0


def all_domains(
    facts: Mapping[str, Fact],
    units: Mapping[str, Unit | None],
    ratios: frozenset[str],
    habits: Mapping[str, Habit],
) -> dict[str, Domains]:
    """The domains of all facts; ``habits`` by fact id."""
    return {
        name: domains_of(fact, units.get(name), ratio=name in ratios, habit=habits.get(name))
        for name, fact in facts.items()
    }
