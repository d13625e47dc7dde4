"""Arithmetic of units: products, quotients, and which units may meet in one check."""

from __future__ import annotations

from fractions import Fraction

from factcheck.quantities.model import Dimension, Unit
from factcheck.quantities.units.known import CURRENCIES, MEASURED, WILDCARD, make_unit

NONE = Unit("", ())
"""The unit of a bare number."""


def multiply(left: Unit, right: Unit) -> Unit:
    """The unit of a product: dimensions add, factors multiply; the name joins both with ``·``."""
    dimension = combine(left.dimension, right.dimension, 1)
    name = f"{left.name}·{right.name}" if left.name and right.name else left.name or right.name
    return make_unit(name, dimension, left.factor * right.factor)


def divide(left: Unit, right: Unit) -> Unit:
    """The unit of a quotient: 元 divided by 户 is 元/户."""
    dimension = combine(left.dimension, right.dimension, -1)
    name = f"{left.name}/{right.name}" if right.name else left.name
    return make_unit(name, dimension, Fraction(left.factor) / right.factor)


def combine(left: Dimension, right: Dimension, sign: int = 1) -> Dimension:
    """Add the exponents of ``right``, times ``sign``, to those of ``left``.

    >>> combine((("yuan", 1),), (("person", 1),), -1)
    (('person', -1), ('yuan', 1))
    """
    exponents = dict(left)
    for base, exponent in right:
        exponents[base] = exponents.get(base, 0) + sign * exponent
    return tuple(sorted((base, exponent) for base, exponent in exponents.items() if exponent))


def is_count_base(base: str) -> bool:
    """Whether a base dimension is a kind of thing that is counted."""
    return base not in MEASURED and base not in CURRENCIES


def compatible(left: Dimension, right: Dimension) -> bool:
    """Whether values of the two dimensions may be compared: equal, or equal once the wildcard count has taken a kind of thing.

    >>> compatible((("count", 1),), (("household", 1),))
    True
    >>> compatible((("person", 1),), (("person_time", 1),))
    False
    """
    if left == right:
        return True
    return _with_wildcard(left, right) or _with_wildcard(right, left)


def _with_wildcard(left: Dimension, right: Dimension) -> bool:
    """Whether the wildcard in ``left``, read as some kind of thing, gives ``right``."""
    exponents = dict(left)
    wild = exponents.pop(WILDCARD, 0)
    if not wild:
        return False
    difference = combine(right, tuple(sorted(exponents.items())), -1)
    return len(difference) == 1 and difference[0][1] == wild and is_count_base(difference[0][0])


def different_counts(left: Dimension, right: Dimension) -> bool:
    """Whether the two are counts of different kinds of things (35个村, 34名书记): may be compared with a note, not added."""
    if left == right or len(left) != 1 or len(right) != 1:
        return False
    (one, power), (other, other_power) = left[0], right[0]
    return (
        power == other_power == 1
        and is_count_base(one)
        and is_count_base(other)
        and WILDCARD not in (one, other)
    )


def is_currency(dimension: Dimension) -> bool:
    """Whether the dimension is an amount of money in one currency."""
    return len(dimension) == 1 and dimension[0][1] == 1 and dimension[0][0] in CURRENCIES


def conversion_factor(unit: Unit, target: Unit) -> Fraction:
    """The number by which a value in ``unit`` is multiplied to be in ``target``.

    >>> from factcheck.quantities.units.known import known_unit
    >>> conversion_factor(known_unit("公顷"), known_unit("亩"))
    Fraction(15, 1)
    """
    return Fraction(unit.factor) / target.factor
