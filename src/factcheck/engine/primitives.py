"""The relations everything is compiled to: the common form, sums, products and divisors; curved ones are in :mod:`.curves`."""

from __future__ import annotations

from factcheck.engine.arithmetic import divide
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
        meet(box, self.result, multiply(bounds[self.left], bounds[self.right]), self)
        meet(box, self.left, solve_factor(bounds[self.result], bounds[self.right]), self)
        meet(box, self.right, solve_factor(bounds[self.result], bounds[self.left]), self)
        if not contains_zero(bounds[self.result]):
            _exclude_zero(box, self.left, self)
            _exclude_zero(box, self.right, self)

    def needs(self, entry: Entry) -> list[Need]:
        """Both ends of the other two, and its own where 0 was left out."""
        own = [(entry.variable, entry.side)] if -1 <= entry.value <= 1 else []
        return own + [(v, end) for v in self.variables if v != entry.variable for end in (LOW, HIGH)]


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


def meet(box: Box, variable: int, bounds: Bounds, reason: Primitive) -> None:
    """Narrow a variable to what lies within the bounds."""
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
