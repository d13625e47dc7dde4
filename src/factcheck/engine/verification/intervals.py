"""Interval arithmetic of the verifier, written on its own: ends as ``(low, low open, high, high open)``, ``None`` unbounded."""

from __future__ import annotations

from fractions import Fraction
from math import ceil, floor
from typing import Any

Ends = tuple[Any, bool, Any, bool]
ALL: Ends = (None, False, None, False)


def is_void(ends: Ends) -> bool:
    """Whether nothing lies between the ends."""
    low, low_open, high, high_open = ends
    return low is not None and high is not None and (low > high or (low == high and (low_open or high_open)))


def intersect(one: Ends, other: Ends, whole: bool = False) -> Ends:
    """What lies in both; whole numbers only where asked."""
    low, low_open = one[:2]
    if low is None or (other[0] is not None and (other[0], other[1]) > (low, low_open)):
        low, low_open = other[:2]
    high, high_open = one[2:]
    if high is None or (other[2] is not None and (other[2], not other[3]) < (high, not high_open)):
        high, high_open = other[2:]
    if whole:
        if low is not None:
            low, low_open = (floor(low) + 1 if low_open else ceil(low)), False
        if high is not None:
            high, high_open = (ceil(high) - 1 if high_open else floor(high)), False
    return low, low_open, high, high_open


def add(one: Ends, other: Ends) -> Ends:
    """All sums."""
    low = None if one[0] is None or other[0] is None else one[0] + other[0]
    high = None if one[2] is None or other[2] is None else one[2] + other[2]
    return low, low is not None and (one[1] or other[1]), high, high is not None and (one[3] or other[3])


def scale(ends: Ends, factor: Any) -> Ends:
    """All multiples by an exact number."""
    low, low_open, high, high_open = ends
    if factor == 0:
        return 0, False, 0, False
    low, high = (None if low is None else low * factor), (None if high is None else high * factor)
    return (low, low_open, high, high_open) if factor > 0 else (high, high_open, low, low_open)


def _halves(ends: Ends) -> list[tuple[int, Ends]]:
    """The negative part mirrored, the 0, and the positive part, as far as they are there."""
    parts: list[tuple[int, Ends]] = []
    positive = intersect(ends, (0, True, None, False))
    if not is_void(positive):
        parts.append((1, positive))
    negative = intersect(scale(ends, -1), (0, True, None, False))
    if not is_void(negative):
        parts.append((-1, negative))
    if not is_void(intersect(ends, (0, False, 0, False))):
        parts.append((0, (0, False, 0, False)))
    return parts


def hull(parts: list[Ends]) -> Ends:
    """The smallest interval around all parts (at least one)."""
    low, low_open = parts[0][:2]
    high, high_open = parts[0][2:]
    for part in parts[1:]:
        if low is not None and (part[0] is None or (part[0], part[1]) < (low, low_open)):
            low, low_open = part[:2]
        if high is not None and (part[2] is None or (part[2], not part[3]) > (high, not high_open)):
            high, high_open = part[2:]
    return low, low_open, high, high_open


def times(one: Ends, other: Ends) -> Ends:
    """All products, by signs; 0 times anything is 0."""
    found: list[Ends] = []
    for sign, a in _halves(one):
        for other_sign, b in _halves(other):
            if not sign or not other_sign:
                found.append((0, False, 0, False))
                continue
            high = None if a[2] is None or b[2] is None else a[2] * b[2]
            positive = (a[0] * b[0], a[1] or b[1], high, high is not None and (a[3] or b[3]))
            found.append(scale(positive, sign * other_sign))
    return hull(found)


def power(ends: Ends, exponent: int) -> Ends:
    """All powers."""
    found: list[Ends] = []
    for sign, (low, low_open, high, high_open) in _halves(ends):
        image = (
            Fraction(low) ** exponent,
            low_open,
            None if high is None else Fraction(high) ** exponent,
            high_open,
        )
        found.append(scale(image, 1 if sign >= 0 or exponent % 2 == 0 else -1))
    return hull(found)


def absolute(ends: Ends) -> Ends:
    """All absolute values."""
    return hull([part for _, part in _halves(ends)])


def greatest(members: list[Ends]) -> Ends:
    """All values of the greatest member."""
    low, low_open, high, high_open = members[0]
    for other in members[1:]:
        if other[0] is not None and (low is None or (other[0], other[1]) > (low, low_open)):
            low, low_open = other[:2]
        if high is not None and (other[2] is None or (other[2], not other[3]) > (high, not high_open)):
            high, high_open = other[2:]
    return low, low_open, high, high_open


def quotient(one: Ends, other: Ends) -> Ends:
    """All quotients by numbers other than 0."""
    found: list[Ends] = []
    for sign, (low, low_open, high, high_open) in _halves(other):
        if sign:
            below = (0, True) if high is None else (1 / Fraction(high), high_open)
            above = (None, False) if low == 0 else (1 / Fraction(low), low_open)
            found.append(times(one, scale((*below, *above), sign)))
    return hull(found) if found else (1, False, 0, False)
