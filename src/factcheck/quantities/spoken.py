"""Numbers of everyday speech: simple fractions (一半, two thirds), one in five, doubled, three times."""

from __future__ import annotations

from fractions import Fraction

from factcheck.quantities.hedges import Meaning, hedge_meaning
from factcheck.quantities.interval import Interval
from factcheck.quantities.interval_sets import around
from factcheck.quantities.model import PrintedQuantity

SIMPLE_FRACTIONS = tuple(
    Fraction(*pair)
    for pair in ((1, 10), (1, 5), (1, 4), (1, 3), (2, 5), (1, 2), (3, 5), (2, 3), (3, 4), (4, 5), (9, 10))
)
POINT = Fraction(1, 100)

Both = tuple[Interval, Interval]


def in_spoken_form(quantity: PrintedQuantity) -> bool:
    """Whether the quantity is a fraction in words, one in N, or a multiple in words."""
    return quantity.form in ("fraction", "one in") or (quantity.kind == "ratio" and quantity.in_words)


def spoken(quantity: PrintedQuantity) -> Both:
    """The strict and the loose reading of such a quantity."""
    meaning = hedge_meaning(quantity.hedge)
    if meaning == "reached":
        meaning = None
    if quantity.form == "fraction":
        return _fraction(quantity.value, meaning)
    if quantity.form == "one in":
        return _one_in(quantity.value, meaning)
    return _multiple(quantity.value, meaning)


def next_simple_fraction(value: Fraction) -> Fraction:
    """The simple fraction above a value, the end of what "more than a third" means; 1 above nine tenths.

    >>> next_simple_fraction(Fraction(1, 3))
    Fraction(2, 5)
    """
    above = [simple for simple in SIMPLE_FRACTIONS if simple > value]
    return above[0] if above else max(Fraction(1), value + 5 * POINT)


def _fraction(x: Fraction, meaning: Meaning | None) -> Both:
    strict = around(x, POINT * 5 / 2)
    low, high = x - POINT * 5 / 2, x + POINT * 5 / 2
    if meaning is None:
        return strict, around(x, 5 * POINT)
    if meaning == "about":
        return around(x, 5 * POINT), around(x, POINT * 15 / 2)
    if meaning == "nearly":
        return Interval(x - 10 * POINT, x, False, True), Interval(x - 15 * POINT, high)
    return _bounded(x, meaning, low, high, x - 10 * POINT, next_simple_fraction(x))


def _bounded(
    x: Fraction, meaning: Meaning, low: Fraction, high: Fraction, below: Fraction, above: Fraction
) -> Both:
    """Hedges to one side: ``low`` and ``high`` end the plain reading, ``below`` and ``above`` are the neighbours of ``x``."""
    if meaning == "more_than":
        return Interval(x, above, True, False), Interval(low, None)
    if meaning == "odd":
        return Interval(x, above, True, True), Interval(x, above)
    if meaning == "at_least":
        return Interval(x, None), Interval(low, None)
    if meaning == "at_most":
        return Interval(Fraction(0), x), Interval(Fraction(0), high)
    return Interval(max(below, Fraction(0)), x, False, True), Interval(Fraction(0), high)


def _one_in(x: Fraction, meaning: Meaning | None) -> Both:
    """1 in N is between 1 in N + ½ and 1 in N - ½; loosely between 1 in N + 1 and 1 in N - 1."""
    n = 1 / x
    below, low = 1 / (n + 1), 1 / (n + Fraction(1, 2))
    high = 1 / (n - Fraction(1, 2))
    above = 1 / (n - 1) if n > 1 else high
    if meaning is None:
        return Interval(low, high), Interval(below, above)
    if meaning == "about":
        return Interval(below, above), Interval(below * 3 / 4, above * 5 / 4)
    if meaning == "nearly":
        return Interval(below, x, False, True), Interval(below * 3 / 4, high)
    return _bounded(x, meaning, low, high, below, above)


def _multiple(x: Fraction, meaning: Meaning | None) -> Both:
    """Doubled, three times: ± 0.25, loosely ± 0.6; about ± 0.5, loosely ± 0.75."""
    if meaning is None:
        return around(x, Fraction(1, 4)), around(x, Fraction(3, 5))
    if meaning == "about":
        return around(x, Fraction(1, 2)), around(x, Fraction(3, 4))
    if meaning == "nearly":
        return Interval(x - Fraction(1, 2), x, False, True), Interval(x - 1, x + Fraction(1, 4))
    return _bounded(x, meaning, x - Fraction(1, 4), x + Fraction(1, 4), x - 1, x + 1)
