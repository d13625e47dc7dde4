"""The few relations everything is compiled to, each able to narrow the bounds of its variables."""

from __future__ import annotations

from collections.abc import Callable

from factcheck.engine.arithmetic import divide, root_down, root_up, size
from factcheck.engine.box import HIGH, LOW, Bounds, Box, Contradiction, Entry
from factcheck.engine.interval_products import contains_zero, multiply, solve_factor
from factcheck.quantities.interval import Rational

Need = tuple[int, int]
"""A bound a narrowing rests on: variable and side."""


class Primitive:
    """A relation between variables; ``constraint`` is the check it stems from."""

    __slots__ = ("constraint", "variables")

    constraint: int
    variables: tuple[int, ...]

    def narrow(self, box: Box) -> None:
        """Narrow every variable as far as the others' bounds allow; raises :class:`Contradiction`."""
        raise NotImplementedError

    def needs(self, entry: Entry) -> list[Need]:
        """The bounds that this primitive's narrowing ``entry`` rests on (a superset), the variable's own included where they matter."""
        return [(variable, end) for variable in self.variables for end in (LOW, HIGH)]


def holds_at(primitive: Primitive, value: Callable[[int], Rational]) -> bool:
    """Whether exact values satisfy the primitive."""
    if isinstance(primitive, Row):
        total = sum(coefficient * value(variable) for coefficient, variable in primitive.terms)
        if primitive.equal:
            return total == primitive.constant
        return total < primitive.constant or (total == primitive.constant and not primitive.strict)
    if isinstance(primitive, Product):
        return value(primitive.left) * value(primitive.right) == value(primitive.result)
    if isinstance(primitive, Power):
        return value(primitive.base) ** primitive.exponent == value(primitive.result)
    if isinstance(primitive, Absolute):
        return size(value(primitive.operand)) == value(primitive.result)
    if isinstance(primitive, Greatest):
        return min(value(gap) for gap in primitive.gaps) == 0
    return value(primitive.variables[0]) != 0


class Row(Primitive):
    """Σ coefficient · variable ``= | <= | <`` constant, coefficients whole."""

    __slots__ = ("constant", "equal", "strict", "terms")

    def __init__(
        self,
        constraint: int,
        terms: tuple[tuple[int, int], ...],
        constant: Rational,
        equal: bool,
        strict: bool,
    ) -> None:
        self.constraint = constraint
        self.terms = terms
        """(coefficient, variable)"""
        self.constant = constant
        self.equal = equal
        self.strict = strict
        self.variables = tuple(variable for _, variable in terms)

    def narrow(self, box: Box) -> None:
        """Each term against the extreme sums of the others."""
        bounds = box.bounds
        least: Rational = 0
        least_missing = least_open = 0
        greatest: Rational = 0
        greatest_missing = greatest_open = 0
        ends: list[tuple[Rational | None, bool, Rational | None, bool]] = []
        for coefficient, variable in self.terms:
            end = low, low_open, high, high_open = bounds[variable]
            if coefficient != 1:
                if coefficient < 0:
                    low, low_open, high, high_open = high, high_open, low, low_open
                if low is not None:
                    low = low * coefficient
                if high is not None:
                    high = high * coefficient
                end = low, low_open, high, high_open
            ends.append(end)
            if low is None:
                least_missing += 1
            else:
                least += low
                least_open += low_open
            if high is None:
                greatest_missing += 1
            else:
                greatest += high
                greatest_open += high_open
        constant = self.constant
        strict = self.strict
        if least_missing < 2:
            for (coefficient, variable), (low, low_open, high, high_open) in zip(
                self.terms, ends, strict=True
            ):
                if low is None:
                    value = constant - least
                    is_open = least_open > 0 or strict
                elif not least_missing:
                    value = constant - least + low
                    is_open = least_open > low_open or strict
                else:
                    continue
                if high is None or value < high or (is_open and not high_open and not value > high):
                    if coefficient > 0:
                        box.lower_high(
                            variable, value if coefficient == 1 else divide(value, coefficient), is_open, self
                        )
                    else:
                        box.raise_low(variable, divide(value, coefficient), is_open, self)
        if self.equal and greatest_missing < 2:
            for (coefficient, variable), (low, low_open, high, high_open) in zip(
                self.terms, ends, strict=True
            ):
                if high is None:
                    value = constant - greatest
                    is_open = greatest_open > 0
                elif not greatest_missing:
                    value = constant - greatest + high
                    is_open = greatest_open > high_open
                else:
                    continue
                if low is None or value > low or (is_open and not low_open and not value < low):
                    if coefficient > 0:
                        box.raise_low(
                            variable, value if coefficient == 1 else divide(value, coefficient), is_open, self
                        )
                    else:
                        box.lower_high(variable, divide(value, coefficient), is_open, self)
        if not self.terms:
            zero_fits = constant == 0 if self.equal else (constant > 0 or (constant == 0 and not strict))
            if not zero_fits:
                box.log.append(Entry(self, -1, LOW, 0, False, (None, False, None, False)))
                raise Contradiction

    def needs(self, entry: Entry) -> list[Need]:
        """The sides of the other terms that oppose this one."""
        sign = next((c for c, v in self.terms if v == entry.variable), 1)
        upper = (sign > 0) == (entry.side == HIGH)
        return [(v, LOW if (c > 0) == upper else HIGH) for c, v in self.terms if v != entry.variable]


class Product(Primitive):
    """``result`` = ``left`` · ``right``, two different variables."""

    __slots__ = ("left", "result", "right")

    def __init__(self, constraint: int, result: int, left: int, right: int) -> None:
        self.constraint = constraint
        self.result = result
        self.left = left
        self.right = right
        self.variables = (result, left, right)

    def narrow(self, box: Box) -> None:
        """Each of the three from the other two."""
        bounds = box.bounds
        _meet(box, self.result, multiply(bounds[self.left], bounds[self.right]), self)
        _meet(box, self.left, solve_factor(bounds[self.result], bounds[self.right]), self)
        _meet(box, self.right, solve_factor(bounds[self.result], bounds[self.left]), self)
        if not contains_zero(bounds[self.result]):
            _exclude_zero(box, self.left, self)
            _exclude_zero(box, self.right, self)

    def needs(self, entry: Entry) -> list[Need]:
        """Both ends of the other two, and its own where 0 was left out."""
        own = [(entry.variable, entry.side)] if -1 <= entry.value <= 1 else []
        return own + [(v, end) for v in self.variables if v != entry.variable for end in (LOW, HIGH)]


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
        _meet(box, self.result, raise_to(box.bounds[self.base], self.exponent), self)
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
        _meet(box, self.result, image, self)
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


class Nonzero(Primitive):
    """``operand`` divides something, so it is not 0."""

    __slots__ = ("operand",)

    def __init__(self, constraint: int, operand: int) -> None:
        self.constraint = constraint
        self.operand = operand
        self.variables = (operand,)

    def narrow(self, box: Box) -> None:
        """An end at 0 becomes open."""
        _exclude_zero(box, self.operand, self)

    def needs(self, entry: Entry) -> list[Need]:
        """The end that stood at 0."""
        return [(entry.variable, entry.side)]


def _meet(box: Box, variable: int, bounds: Bounds, reason: Primitive) -> None:
    low, low_open, high, high_open = bounds
    if low is not None:
        box.raise_low(variable, low, low_open, reason)
    if high is not None:
        box.lower_high(variable, high, high_open, reason)


def _exclude_zero(box: Box, variable: int, reason: Primitive) -> None:
    low, low_open, high, high_open = box.bounds[variable]
    if low == 0 and not low_open:
        box.raise_low(variable, 0, True, reason)
    elif high == 0 and not high_open:
        box.lower_high(variable, 0, True, reason)
