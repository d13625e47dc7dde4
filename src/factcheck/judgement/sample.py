"""Checks shown to hold by one sample of values: the usual case of a consistent article, told without the engine.

The most exactly printed numbers take their printed values, and the checks, one after the other, tell the rest. If every number comes to lie
inside its strict reading, ties left out, and every check holds, all of them can hold in every reading. If not, nothing is said.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from fractions import Fraction
from typing import Generic, Protocol, TypeVar

from factcheck.engine.arithmetic import divide, size
from factcheck.engine.evaluation import relation_holds
from factcheck.engine.model import Relation
from factcheck.judgement.bounds import linear
from factcheck.judgement.forms import Form
from factcheck.judgement.lowering.network import Lowered
from factcheck.judgement.lowering.scaling import whole
from factcheck.judgement.solving import variables_in_order
from factcheck.quantities.interval import Interval, Rational
from factcheck.records import record

MOST_RELATIONS = 80
"""In larger clusters some check is nearly always missed, and looking takes longer than the engine."""

Key = TypeVar("Key", bound=Hashable)


class Statement(Protocol[Key]):
    """A comparison of two sides, as the sample looks at it: how it depends on one variable where all others have values."""

    @property
    def operator(self) -> str:
        """``=``, ``<=`` or ``<``."""

    @property
    def variables(self) -> Sequence[Key]:
        """The variables, as often as they occur."""

    def line(self, variable: Key | None, values: Mapping[Key, Rational]) -> tuple[Rational, Rational] | None:
        """Left less right as ``slope · variable + rest``; ``None`` where it is not of this kind."""

    def holds(self, values: Mapping[Key, Rational]) -> bool:
        """Whether the values satisfy it."""


@record(frozen=True, slots=True)
class Lines:
    """A relation of a network as a :class:`Statement`."""

    relation: Relation

    @property
    def operator(self) -> str:
        """``=``, ``<=`` or ``<``."""
        return self.relation.operator

    @property
    def variables(self) -> Sequence[int]:
        """The variables, as often as they occur."""
        return variables_in_order(self.relation)

    def line(self, variable: int | None, values: Mapping[int, Rational]) -> tuple[Rational, Rational] | None:
        """Left less right as ``slope · variable + rest``; ``None`` where it is not linear."""
        left, right = linear(self.relation.left, values), linear(self.relation.right, values)
        if left is None or right is None:
            return None
        slope = 0 if variable is None else left[0].get(variable, 0) - right[0].get(variable, 0)
        return slope, left[1] - right[1]

    def holds(self, values: Mapping[int, Rational]) -> bool:
        """Whether the values satisfy it."""
        return relation_holds(self.relation, values)


def holds_by_sample(lowered: Lowered, constraints: Iterable[int]) -> bool:
    """Whether one sample of values satisfies all the constraints; ``False`` says nothing."""
    members = [lowered.network.constraints[constraint] for constraint in constraints]
    relations = [relation for constraint in members for relation in constraint.relations]
    if len(relations) > MOST_RELATIONS:
        return False
    inner = lowered.inner
    statements = [Lines(relation) for relation in relations]
    return _sampled(statements, {v: inner[v] for each in statements for v in each.variables})


def forms_hold(forms: Sequence[Form], inner: Mapping[str, Interval]) -> bool:
    """Whether one sample of values within the ``inner`` domains satisfies all the forms; ``False`` says nothing."""
    return len(forms) <= MOST_RELATIONS and _sampled(forms, inner)


def _sampled(statements: Sequence[Statement[Key]], inner: Mapping[Key, Interval]) -> bool:
    sample = _Sample(inner, statements)
    return sample.found() and all(statement.holds(sample.values) for statement in statements)


class _Sample(Generic[Key]):
    """Values on trial; ``guessed`` are those that no equation told."""

    def __init__(self, domains: Mapping[Key, Interval], statements: Sequence[Statement[Key]]) -> None:
        self.domains = domains
        self.values: dict[Key, Rational] = {}
        self.guessed: list[Key] = []
        self.equations: list[tuple[Statement[Key], list[Key]]] = []
        self.others: list[tuple[Statement[Key], list[Key]]] = []
        self.unknown: dict[Key, None] = {}
        for statement in statements:
            here: list[Key] = []
            for key in statement.variables:
                domain = domains[key]
                low = domain.low
                if low is not None and low == domain.high:
                    self.values[key] = low
                elif key not in here:
                    here.append(key)
                    self.unknown[key] = None
            (self.equations if statement.operator == "=" else self.others).append((statement, here))

    def found(self) -> bool:
        """Give every unknown number a value inside its domain; whether that went well."""
        order = sorted((key for key in self.unknown if self._is_bounded(key)), key=self._width)
        order.reverse()
        pending = self.equations
        values = self.values
        while True:
            rest = []
            for equation in pending:
                open_ones = [key for key in equation[1] if key not in values]
                if len(open_ones) == 1:
                    if not self._solve(equation, open_ones[0]):
                        return False
                elif open_ones:
                    rest.append(equation)
            if len(rest) == len(pending):
                while order and order[-1] in values:
                    order.pop()
                if not order:
                    break
                self._guess(order.pop())
            pending = rest
        return all(key in values or self._choose(key) for key in self.unknown)

    def _is_bounded(self, key: Key) -> bool:
        return self.domains[key].low is not None and self.domains[key].high is not None

    def _width(self, key: Key) -> Rational:
        """The width of a domain as a share of its middle: how exactly the number is printed."""
        low, high = self.domains[key].low, self.domains[key].high
        assert low is not None
        assert high is not None
        middle = size(low + high)
        return divide(high - low, middle) if middle else 2

    def _guess(self, key: Key) -> None:
        low, high = self.domains[key].low, self.domains[key].high
        assert low is not None
        assert high is not None
        self.values[key] = _between(low, high, self.domains[key].integer)
        self.guessed.append(key)

    def _solve(self, equation: tuple[Statement[Key], list[Key]], key: Key) -> bool:
        """The value of the one number that an equation leaves open; where only whole ones will do, a guessed number gives way."""
        value = self._solution(equation[0], key)
        if value is None:
            return False
        if self.domains[key].integer and value.denominator != 1:
            value = round(value)
            giving = next((other for other in reversed(self.guessed) if other in equation[1]), None)
            if giving is None:
                return False
            self.values[key] = value
            self.guessed.remove(giving)
            del self.values[giving]
            told = self._solution(equation[0], giving)
            if told is None or not self.domains[giving].contains(told):
                return False
            self.values[giving] = told
        self.values[key] = value
        return self.domains[key].contains(value)

    def _solution(self, statement: Statement[Key], key: Key) -> Rational | None:
        line = statement.line(key, self.values)
        if line is None:
            return None
        slope, rest = line
        return divide(-rest, slope) if slope else None

    def _choose(self, key: Key) -> bool:
        """A value for a number that only inequalities bound."""
        domain = self.domains[key]
        low, high = domain.low, domain.high
        for statement, here in self.others:
            if key not in here or any(other != key and other not in self.values for other in here):
                continue
            line = statement.line(key, self.values)
            if line is None:
                return False
            slope, rest = line
            if not slope:
                continue
            end = divide(-rest, slope)
            if slope > 0:
                high = end if high is None else min(high, end)
            else:
                low = end if low is None else max(low, end)
        if low is None and high is None:
            value: Rational = 1
        elif low is None or high is None:
            value = (
                whole(Fraction(low + size(low) + 1)) if low is not None else whole(Fraction((high or 0) - 1))
            )
            value = -(-value.numerator // value.denominator) if domain.integer else value
        else:
            value = _between(low, high, domain.integer)
        self.values[key] = value
        return domain.contains(value)


def _between(low: Rational, high: Rational, integer: bool) -> Rational:
    """The middle, or a whole number next to it."""
    middle = divide(low + high, 2)
    return middle.numerator // middle.denominator if integer else middle
