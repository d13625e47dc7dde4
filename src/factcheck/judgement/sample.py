"""Checks shown to hold by one sample of values: the usual case of a consistent article, told without the engine.

The most exactly printed numbers take their printed values, and the checks, one after the other, tell the rest. If every number comes to lie
inside its strict reading, ties left out, and every check holds, all of them can hold in every reading. If not, nothing is said.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction

from factcheck.engine.arithmetic import size
from factcheck.engine.evaluation import relation_holds
from factcheck.engine.model import Relation
from factcheck.judgement.bounds import linear
from factcheck.judgement.lowering.network import Lowered
from factcheck.judgement.lowering.scaling import whole
from factcheck.judgement.solving import variables_in_order
from factcheck.quantities.interval import Interval, Rational

MOST_RELATIONS = 80
"""In larger clusters some check is nearly always missed, and looking takes longer than the engine."""


def holds_by_sample(lowered: Lowered, constraints: Iterable[int]) -> bool:
    """Whether one sample of values satisfies all the constraints; ``False`` says nothing."""
    members = [lowered.network.constraints[constraint] for constraint in constraints]
    relations = [relation for constraint in members for relation in constraint.relations]
    if len(relations) > MOST_RELATIONS:
        return False
    sample = _Sample(lowered.inner, relations)
    return sample.found() and all(relation_holds(relation, sample.values) for relation in relations)


class _Sample:
    """Values on trial; ``guessed`` are those that no equation told."""

    def __init__(self, domains: Sequence[Interval], relations: Sequence[Relation]) -> None:
        self.domains = domains
        self.values: dict[int, Rational] = {}
        self.guessed: list[int] = []
        self.equations: list[tuple[Relation, list[int]]] = []
        self.others: list[tuple[Relation, list[int]]] = []
        self.unknown: dict[int, None] = {}
        for relation in relations:
            here = []
            for index in variables_in_order(relation):
                domain = domains[index]
                low = domain.low
                if low is not None and low == domain.high:
                    self.values[index] = low
                elif index not in here:
                    here.append(index)
                    self.unknown[index] = None
            (self.equations if relation.operator == "=" else self.others).append((relation, here))

    def found(self) -> bool:
        """Give every unknown number a value inside its domain; whether that went well."""
        order = sorted((index for index in self.unknown if self._is_bounded(index)), key=self._width)
        order.reverse()
        pending = self.equations
        while True:
            rest = []
            for equation in pending:
                open_ones = [index for index in equation[1] if index not in self.values]
                if len(open_ones) == 1:
                    if not self._solve(equation, open_ones[0]):
                        return False
                elif open_ones:
                    rest.append(equation)
            if len(rest) == len(pending):
                while order and order[-1] in self.values:
                    order.pop()
                if not order:
                    break
                self._guess(order.pop())
            pending = rest
        return all(index in self.values or self._choose(index) for index in self.unknown)

    def _is_bounded(self, index: int) -> bool:
        return self.domains[index].low is not None and self.domains[index].high is not None

    def _width(self, index: int) -> Fraction:
        """The width of a domain as a share of its middle: how exactly the number is printed."""
        low, high = self.domains[index].low, self.domains[index].high
        assert low is not None
        assert high is not None
        middle = size(low + high)
        return Fraction(high - low) / middle if middle else Fraction(2)

    def _guess(self, index: int) -> None:
        low, high = self.domains[index].low, self.domains[index].high
        assert low is not None
        assert high is not None
        self.values[index] = _between(low, high, self.domains[index].integer)
        self.guessed.append(index)

    def _solve(self, equation: tuple[Relation, list[int]], index: int) -> bool:
        """The value of the one number that an equation leaves open; where only whole ones will do, a guessed number gives way."""
        value = self._solution(equation[0], index)
        if value is None:
            return False
        if self.domains[index].integer and value.denominator != 1:
            value = round(value)
            giving = next((other for other in reversed(self.guessed) if other in equation[1]), None)
            if giving is None:
                return False
            self.values[index] = value
            self.guessed.remove(giving)
            del self.values[giving]
            told = self._solution(equation[0], giving)
            if told is None or not self.domains[giving].contains(told):
                return False
            self.values[giving] = told
        self.values[index] = value
        return self.domains[index].contains(value)

    def _solution(self, relation: Relation, index: int) -> Rational | None:
        left, right = linear(relation.left, self.values), linear(relation.right, self.values)
        if left is None or right is None:
            return None
        coefficient = left[0].get(index, 0) - right[0].get(index, 0)
        return whole(Fraction(right[1] - left[1]) / coefficient) if coefficient else None

    def _choose(self, index: int) -> bool:
        """A value for a number that only inequalities bound."""
        domain = self.domains[index]
        low, high = domain.low, domain.high
        for relation, here in self.others:
            if index not in here or any(other != index and other not in self.values for other in here):
                continue
            left, right = linear(relation.left, self.values), linear(relation.right, self.values)
            if left is None or right is None:
                return False
            coefficient = left[0].get(index, 0) - right[0].get(index, 0)
            if not coefficient:
                continue
            end = Fraction(right[1] - left[1]) / coefficient
            if coefficient > 0:
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
        self.values[index] = value
        return domain.contains(value)


def _between(low: Rational, high: Rational, integer: bool) -> Rational:
    """The middle, or a whole number next to it."""
    middle = Fraction(low + high) / 2
    return middle.numerator // middle.denominator if integer else whole(middle)
