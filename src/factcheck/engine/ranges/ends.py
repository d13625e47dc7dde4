"""Ends of ranges: a value (``None``: without end) and whether it is left out."""

from __future__ import annotations

from factcheck.engine.arithmetic import ceiling, divide, floor, normal, simplest_between, size
from factcheck.engine.box import HIGH, LOW, Bounds
from factcheck.quantities.interval import Rational

End = tuple[Rational | None, bool]

_NEAR = 1 << 40


def end_of(bounds: Bounds, side: int) -> End:
    """One end of bounds."""
    return (bounds[0], bounds[1]) if side == LOW else (bounds[2], bounds[3])


def beyond(value: Rational, other: Rational, side: int) -> bool:
    """Whether a value lies further out than another on this side.

    >>> beyond(3, 2, HIGH), beyond(3, 2, LOW)
    (True, False)
    """
    return value > other if side == HIGH else value < other


def leaves_less(candidate: End, end: End, side: int) -> bool:
    """Whether a candidate end leaves less than the end does.

    >>> leaves_less((2, True), (2, False), HIGH), leaves_less((3, False), (2, False), HIGH)
    (True, False)
    """
    if candidate[0] is None:
        return False
    if end[0] is None or candidate[0] == end[0]:
        return end[0] is None or (candidate[1] and not end[1])
    return beyond(end[0], candidate[0], side)


def whole_end(end: End, side: int) -> End:
    """The end of the whole numbers inside.

    >>> whole_end((7, True), HIGH)
    (6, False)
    """
    value, is_open = end
    if value is None:
        return end
    whole = floor(value) if side == HIGH else ceiling(value)
    if is_open and whole == value:
        whole += 1 if side == LOW else -1
    return whole, False


def agree(outer: Rational, inner: Rational, scale: Rational = 0) -> bool:
    """Whether an outer bound and a value that is reached are the same to 2⁻⁴⁰ of their size: no printed digit can tell.

    ``scale``, the width of the range, stands for the size of an end at 0.

    >>> from fractions import Fraction
    >>> agree(10, 10 - Fraction(1, 1 << 50)), agree(10, 9), agree(0, Fraction(1, 1 << 50), scale=1)
    (True, False, True)
    """
    return size(outer - inner) * _NEAR <= _size_of(outer, scale)


def _size_of(outer: Rational, scale: Rational) -> Rational:
    return max(size(outer), divide(scale, _NEAR)) if outer else scale


def just_inside(outer: Rational, side: int, scale: Rational) -> Rational:
    """A number with few digits inside an end, so near that the two :func:`agree`.

    >>> just_inside(0, LOW, 1)
    Fraction(1, 1099511627776)
    """
    step = divide(_size_of(outer, scale), _NEAR)
    return _inside(outer, side, divide(step, 2), step)


def round_inside(outer: Rational, side: int, scale: Rational) -> Rational:
    """The roundest number a little inside an end: solutions stand there more often than anywhere else."""
    step = _size_of(outer, scale)
    return _inside(outer, side, divide(step, 1 << 60), divide(step, 1 << 16))


def _inside(outer: Rational, side: int, least: Rational, most: Rational) -> Rational:
    """The simplest number whose distance inside the end is between two sizes."""
    if side == HIGH:
        return simplest_between(normal(outer - most), normal(outer - least))
    return simplest_between(normal(outer + least), normal(outer + most))
