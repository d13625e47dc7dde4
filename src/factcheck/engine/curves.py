"""Powers, absolute values and maxima: the relations whose way back depends on signs or choices."""

from __future__ import annotations

from factcheck.engine.arithmetic import root_down, root_up, size
from factcheck.engine.box import Bounds, Box
from factcheck.engine.interval_products import contains_zero
from factcheck.engine.primitives import Primitive, meet
from factcheck.quantities.interval import Rational


class Power(Primitive):
    """``result`` = ``base`` to a whole exponent of at least 2."""

    __slots__ = ("base", "exponent", "result")

    def __init__(self, constraint: int, result: int, base: int, exponent: int) -> None:
        self.constraint = constraint
        self.result = result
        self.base = base
        self.exponent = exponent
        self.variables = (result, base)

    def narrow(self, box: Box) -> None:
        """Powers of the ends, and roots (rounded outward) back."""
        meet(box, self.result, raise_to(box.bounds[self.base], self.exponent), self)
        self._narrow_base(box)

    def _narrow_base(self, box: Box) -> None:
        n = self.exponent
        mark = len(box.log)
        low, low_open, high, high_open = box.bounds[self.result]
        if n % 2:
            if low is not None:
                box.raise_low(self.base, *_root(low, low_open, n, False), self)
            if high is not None:
                box.lower_high(self.base, *_root(high, high_open, n, True), self)
        else:
            self._narrow_by_sign(box)
        box.rounded = box.rounded or any(
            size(entry.value) ** n
            not in (low, high, -1 if low is None else -low, -1 if high is None else -high)
            for entry in box.log[mark:]
        )

    def _narrow_by_sign(self, box: Box) -> None:
        """Both roots of an even power, or the one whose sign is left."""
        n = self.exponent
        low, low_open, high, high_open = box.bounds[self.result]
        if high is not None:
            root, is_open = _root(high, high_open, n, True)
            box.lower_high(self.base, root, is_open, self)
            box.raise_low(self.base, -root, is_open, self)
        if low is not None and (low > 0 or (low == 0 and low_open)):
            root, is_open = _root(low, low_open, n, False)
            base_low, _, base_high, _ = box.bounds[self.base]
            if (base_low is not None and base_low > -root) or (base_low == 0 and root == 0):
                box.raise_low(self.base, root, is_open, self)
            elif (base_high is not None and base_high < root) or (base_high == 0 and root == 0):
                box.lower_high(self.base, -root, is_open, self)


def raise_to(bounds: Bounds, exponent: int) -> Bounds:
    """All powers of the numbers within the bounds.

    >>> raise_to((-1, True, 2, False), 2)
    (0, False, 4, False)
    """
    low, low_open, high, high_open = bounds
    if exponent % 2 or (low is not None and low >= 0):
        return (
            None if low is None else low**exponent,
            low_open,
            None if high is None else high**exponent,
            high_open,
        )
    if high is not None and high <= 0:
        return high**exponent, high_open, None if low is None else low**exponent, low_open and low is not None
    if low is None or high is None:
        return 0, False, None, False
    if -low == high:
        return 0, False, high**exponent, low_open and high_open
    return (0, False, high**exponent, high_open) if high > -low else (0, False, low**exponent, low_open)


def _root(value: Rational, is_open: bool, degree: int, upward: bool) -> tuple[Rational, bool]:
    """The root of an end rounded outward, and whether it can still be called open."""
    if value < 0:
        root, is_open = _root(-value, is_open, degree, not upward)
        return -root, is_open
    root = root_up(value, degree) if upward else root_down(value, degree)
    return root, is_open and root**degree == value


class Absolute(Primitive):
    """``result`` = |``operand``|."""

    __slots__ = ("operand", "result")

    def __init__(self, constraint: int, result: int, operand: int) -> None:
        self.constraint = constraint
        self.result = result
        self.operand = operand
        self.variables = (result, operand)

    def narrow(self, box: Box) -> None:
        """The absolute values of the ends, and back by the sign that is left."""
        image = absolute_values(box.bounds[self.operand])
        meet(box, self.result, image, self)
        r_low, r_low_open, r_high, r_high_open = box.bounds[self.result]
        if r_high is not None:
            box.lower_high(self.operand, r_high, r_high_open, self)
            box.raise_low(self.operand, -r_high, r_high_open, self)
        if r_low is not None and (r_low > 0 or (r_low == 0 and r_low_open)):
            low, low_open, high, high_open = box.bounds[self.operand]
            if low is not None and (low > -r_low or (low == -r_low and (low_open or r_low_open))):
                box.raise_low(self.operand, r_low, r_low_open, self)
            elif high is not None and (high < r_low or (high == r_low and (high_open or r_low_open))):
                box.lower_high(self.operand, -r_low, r_low_open, self)


def absolute_values(bounds: Bounds) -> Bounds:
    """All absolute values of the numbers within the bounds.

    >>> absolute_values((-3, True, 2, False))
    (0, False, 3, True)
    """
    low, low_open, high, high_open = bounds
    if low is not None and low >= 0:
        return bounds
    if high is not None and high <= 0:
        return -high, high_open, None if low is None else -low, low_open
    if low is None or high is None:
        return 0, False, None, False
    if -low == high:
        return 0, False, high, low_open and high_open
    return (0, False, high, high_open) if high > -low else (0, False, -low, low_open)


class Greatest(Primitive):
    """``result`` is the greatest of ``members``; ``gaps[i]`` = result − members[i] ≥ 0, one of them 0.

    The rows that define the gaps are primitives of their own.
    """

    __slots__ = ("gaps", "members", "result")

    def __init__(self, constraint: int, result: int, members: tuple[int, ...], gaps: tuple[int, ...]) -> None:
        self.constraint = constraint
        self.result = result
        self.members = members
        self.gaps = gaps
        self.variables = (result, *members, *gaps)

    def narrow(self, box: Box) -> None:
        """No member above the result; the only member that can reach it does."""
        bounds = box.bounds
        for gap in self.gaps:
            box.raise_low(gap, 0, False, self)
        reach = [bounds[member][2:] for member in self.members]
        if all(high is not None for high, _ in reach):
            high, closed = max((h, not is_open) for h, is_open in reach if h is not None)
            box.lower_high(self.result, high, not closed, self)
        able = [gap for gap in self.gaps if contains_zero(bounds[gap])]
        if len(able) <= 1:
            box.lower_high(able[0] if able else self.gaps[0], 0, not able, self)
