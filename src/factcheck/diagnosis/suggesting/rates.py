"""A round price in disguise: an amount and the number of things beside it whose quotient is a round number."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from functools import partial

from factcheck.diagnosis.suggesting.naming import written_name
from factcheck.diagnosis.suggesting.numbers import PrintedNumber
from factcheck.diagnosis.suggesting.trial import Trial
from factcheck.quantities import exact_string

_SENSIBLE = (Fraction(1), Fraction(10) ** 7)
_ROUND_DIGITS = 2


def rate_trials(numbers: list[PrintedNumber]) -> Iterator[Trial]:
    """amount = rate × count for neighbours, where a number of two digits and zeros, or half such a step, lies in amount ÷ count.

    The chance is the width of amount ÷ count over the distance of numbers as round: 114.6万元 ÷ 764人次 lies between 1499.3 and 1500.7,
    and a multiple of 500 falls there once in 380 times.
    """
    for count in numbers:
        for amount in numbers:
            if abs(count.place - amount.place) == 1 and _is_price(amount, count):
                yield _trial(amount, count)


def _is_price(amount: PrintedNumber, count: PrintedNumber) -> bool:
    if not count.is_count or amount.is_count or amount.is_average or amount.dimension == ():
        return False
    if amount.significant_digits < 3 or count.significant_digits < 2:
        return False  # a round amount over a round count is round anyway
    return _SENSIBLE[0] <= amount.middle / count.middle <= _SENSIBLE[1]


def _trial(amount: PrintedNumber, count: PrintedNumber) -> Trial:
    low, high = amount.low / count.high, amount.high / count.low
    step, rate = _roundest(low, high)
    chance = min(Fraction(1), max(high - low, Fraction(1, 1000)) / step)
    return Trial("rate", (amount, count), chance, rate > 0, partial(_write, amount, count, rate))


def _roundest(low: Fraction, high: Fraction) -> tuple[Fraction, Fraction]:
    """The largest step of 1 or 5 times a power of ten that has a multiple between the ends, and that multiple; 0 where it is not round.

    >>> _roundest(Fraction(14993, 10), Fraction(15007, 10))
    (Fraction(500, 1), Fraction(1500, 1))
    >>> _roundest(Fraction(307549, 10), Fraction(307553, 10))
    (Fraction(500, 1), Fraction(0, 1))
    """
    step = Fraction(10) ** (len(str(int(high))) - 1)
    for _ in range(_ROUND_DIGITS):
        for finer in (step, step / 2):
            multiple = -(-low // finer) * finer
            if 0 < multiple <= high:
                return finer, multiple
        step /= 10
    return 5 * step, Fraction(0)


def _write(amount: PrintedNumber, count: PrintedNumber, rate: Fraction) -> str:
    unit = amount.fact.unit
    thing = count.fact.quantity.measure if count.fact.quantity else ""
    printed = exact_string(rate / (unit.factor if unit else 1))
    price = f'"{printed}{unit.name if unit else ""}/{thing}"'
    return f"'{price} * {written_name(count)} = {written_name(amount)}'"
