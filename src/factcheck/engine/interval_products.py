"""Products, quotients and powers of bounds, with exact open and closed ends."""

from __future__ import annotations

from factcheck.engine.arithmetic import divide
from factcheck.engine.box import Bounds
from factcheck.quantities.interval import Rational

EVERYTHING: Bounds = (None, False, None, False)


def multiply(left: Bounds, right: Bounds) -> Bounds:
    """All products; 0 times anything is 0, also where the other side is unbounded.

    >>> multiply((0, False, 1, False), (2, True, 3, True))
    (0, False, 3, True)
    >>> multiply((0, True, None, False), (-1, False, 2, False))
    (None, False, None, False)
    """
    a, a_open, b, b_open = left
    c, c_open, d, d_open = right
    if a is not None and c is not None and a >= 0 and c >= 0:
        low = a * c
        low_open = (a_open or c_open) and not ((a == 0 and not a_open) or (c == 0 and not c_open))
        if b is None or d is None:
            if b == 0 or d == 0:
                return low, low_open, 0, False
            return low, low_open, None, False
        high_open = (b_open or d_open) and b != 0 and d != 0
        return low, low_open, b * d, high_open
    corners = [
        _corner(x, x_open, x_sign, y, y_open, y_sign)
        for x, x_open, x_sign in ((a, a_open, -1), (b, b_open, 1))
        for y, y_open, y_sign in ((c, c_open, -1), (d, d_open, 1))
    ]
    return _hull(corners)


_Corner = tuple[Rational | None, int, bool]
"""A product: finite value (``None``: infinite, with this sign), sign, whether the value is left out."""


def _corner(
    x: Rational | None, x_open: bool, x_sign: int, y: Rational | None, y_open: bool, y_sign: int
) -> _Corner:
    if x is not None and y is not None:
        attained = not (x_open or y_open) or (x == 0 and not x_open) or (y == 0 and not y_open)
        return x * y, 0, not attained
    if x is not None:
        if x == 0:
            return 0, 0, x_open
        return None, y_sign if x > 0 else -y_sign, False
    if y is not None:
        if y == 0:
            return 0, 0, y_open
        return None, x_sign if y > 0 else -x_sign, False
    return None, x_sign * y_sign, False


def _hull(corners: list[_Corner]) -> Bounds:
    low: Rational | None = None
    high: Rational | None = None
    low_open = high_open = False
    low_infinite = high_infinite = False
    first = True
    for value, sign, is_open in corners:
        if value is None:
            low_infinite |= sign < 0
            high_infinite |= sign > 0
            continue
        if first:
            low = high = value
            low_open = high_open = is_open
            first = False
            continue
        assert low is not None
        assert high is not None
        if value < low or (value == low and not is_open):
            low, low_open = value, is_open
        if value > high or (value == high and not is_open):
            high, high_open = value, is_open
    if low_infinite:
        low, low_open = None, False
    if high_infinite:
        high, high_open = None, False
    return low, low_open, high, high_open


def contains_zero(bounds: Bounds) -> bool:
    """Whether 0 lies within the bounds."""
    low, low_open, high, high_open = bounds
    return (low is None or low < 0 or (low == 0 and not low_open)) and (
        high is None or high > 0 or (high == 0 and not high_open)
    )


def solve_factor(product: Bounds, factor: Bounds) -> Bounds:
    """Bounds of all ``x`` with ``x · y = z`` for some ``y`` in ``factor`` and ``z`` in ``product``.

    >>> solve_factor((6, False, 6, False), (2, False, 3, True))
    (2, True, 3, False)
    >>> solve_factor((5, False, 6, False), (0, False, 2, False))
    (Fraction(5, 2), False, None, False)
    """
    if contains_zero(factor):
        if contains_zero(product):
            return EVERYTHING
        low, low_open, high, high_open = factor
        if low == 0 and high == 0:
            return EVERYTHING
        if low == 0:
            factor = (0, True, high, high_open)
        elif high == 0:
            factor = (low, low_open, 0, True)
        else:
            return EVERYTHING
    low, low_open, high, high_open = factor
    z_low, z_low_open, z_high, z_high_open = product
    if low is not None and low > 0 and high is not None and z_low is not None and z_low >= 0:
        least = divide(z_low, high)
        least_open = z_low_open or (high_open and z_low != 0)
        if z_high is None:
            return least, least_open, None, False
        return least, least_open, divide(z_high, low), z_high_open or (low_open and z_high != 0)
    reciprocal: Bounds
    if low is not None and low >= 0:
        reciprocal = (
            *((0, True) if high is None else (divide(1, high), high_open)),
            *((None, False) if low == 0 else (divide(1, low), low_open)),
        )
    else:
        assert high is not None
        reciprocal = (
            *((None, False) if high == 0 else (divide(1, high), high_open)),
            *((0, True) if low is None else (divide(1, low), low_open)),
        )
    return multiply(product, reciprocal)
