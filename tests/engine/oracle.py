"""Independent answers to what the engine is asked: Z3 on the whole network, and enumeration of small boxes of whole numbers.

Written apart from the engine: expressions are translated to Z3 terms with a side condition for every denominator, since in Z3
x / 0 is an arbitrary value and here it is none.
"""

from __future__ import annotations

from fractions import Fraction
from itertools import product
from typing import Any

import z3

from factcheck.engine.model import (
    Absolute,
    Constant,
    Expression,
    Extreme,
    Network,
    Power,
    Product,
    Quotient,
    Sum,
    Variable,
)


class Translation:
    """A network as Z3 sees it."""

    def __init__(self, network: Network, timeout: int = 3000) -> None:
        self.network = network
        self.solver = z3.Solver()
        self.solver.set("timeout", timeout)
        self.variables = [
            z3.Int(f"x{i}") if domain.integer else z3.Real(f"x{i}")
            for i, domain in enumerate(network.domains)
        ]
        self.side: list[Any] = []
        self.mentioned: set[int] = set()

    def mention(self, index: int) -> None:
        """Assert the domain of a variable once it is used: those that no constraint uses are not asked about."""
        if index in self.mentioned:
            return
        self.mentioned.add(index)
        variable, domain = self.variables[index], self.network.domains[index]
        if domain.low is not None:
            low = z3.RealVal(str(domain.low))
            self.solver.add(variable > low if domain.low_open else variable >= low)
        if domain.high is not None:
            high = z3.RealVal(str(domain.high))
            self.solver.add(variable < high if domain.high_open else variable <= high)

    def require(self, index: int) -> None:
        """Assert one constraint."""
        for relation in self.network.constraints[index].relations:
            left, right = self.term(relation.left), self.term(relation.right)
            comparison = {"=": left == right, "<": left < right, "<=": left <= right}[relation.operator]
            self.solver.add(comparison)
        self.solver.add(*self.side)
        self.side = []

    def term(self, expression: Expression) -> Any:
        """An expression as a real term; denominators are collected in ``side``."""
        match expression:
            case Constant(value):
                return z3.RealVal(str(Fraction(value)))
            case Variable(index):
                self.mention(index)
                variable = self.variables[index]
                return z3.ToReal(variable) if self.network.domains[index].integer else variable
            case Sum(terms):
                return z3.Sum([self.term(term) for term in terms])
            case Product(factors):
                found = z3.RealVal(1)
                for factor in factors:
                    found = found * self.term(factor)
                return found
            case Quotient(numerator, denominator):
                below = self.term(denominator)
                self.side.append(below != 0)
                return self.term(numerator) / below
            case Power(base, exponent):
                found = z3.RealVal(1)
                term = self.term(base)
                for _ in range(exponent):
                    found = found * term
                return found
            case Extreme(members, greatest):
                terms = [self.term(member) for member in members]
                found = terms[0]
                for term in terms[1:]:
                    found = z3.If(term > found if greatest else term < found, term, found)
                return found
            case Absolute(operand):
                term = self.term(operand)
                return z3.If(term < 0, -term, term)
        raise TypeError(expression)


def satisfiable(network: Network, timeout: int = 3000) -> bool | None:
    """Whether all constraints can hold together; ``None`` where Z3 gives up."""
    translation = Translation(network, timeout)
    for index in range(len(network.constraints)):
        translation.require(index)
    answer = translation.solver.check()
    return None if answer == z3.unknown else answer == z3.sat


def can_exceed(
    network: Network, variable: int, bound: Fraction, side: str, strict: bool, timeout: int = 3000
) -> bool | None:
    """Whether the variable can lie beyond (``strict``) or at the bound on one side."""
    translation = Translation(network, timeout)
    for index in range(len(network.constraints)):
        translation.require(index)
    translation.mention(variable)
    term, value = translation.variables[variable], z3.RealVal(str(bound))
    if side == "high":
        translation.solver.add(term > value if strict else term >= value)
    else:
        translation.solver.add(term < value if strict else term <= value)
    answer = translation.solver.check()
    return None if answer == z3.unknown else answer == z3.sat


def evaluate(expression: Expression, point: list[int]) -> Fraction | None:
    """The value at a point of whole numbers, ``None`` where undefined."""
    match expression:
        case Constant(value):
            return Fraction(value)
        case Variable(index):
            return Fraction(point[index])
        case Quotient(numerator, denominator):
            above, below = evaluate(numerator, point), evaluate(denominator, point)
            return None if above is None or not below else above / below
        case Power(base, exponent):
            found = evaluate(base, point)
            return None if found is None else found**exponent
        case Absolute(operand):
            found = evaluate(operand, point)
            return None if found is None else abs(found)
    parts = (
        expression.terms
        if isinstance(expression, Sum)
        else expression.factors
        if isinstance(expression, Product)
        else expression.members
    )
    values = [evaluate(part, point) for part in parts]
    if any(value is None for value in values):
        return None
    known = [value for value in values if value is not None]
    if isinstance(expression, Sum):
        return sum(known, Fraction(0))
    if isinstance(expression, Extreme):
        return max(known) if expression.greatest else min(known)
    found = Fraction(1)
    for value in known:
        found *= value
    return found


def satisfiable_by_enumeration(network: Network, most: int = 200_000) -> bool | None:
    """Whether some point of a finite box of whole numbers satisfies all constraints; ``None`` where the box is too big."""
    axes = []
    size = 1
    used = {v for constraint in range(len(network.constraints)) for v in _used(network, constraint)}
    for index, domain in enumerate(network.domains):
        if index not in used:
            axes.append([0])
            continue
        if not domain.integer or domain.low is None or domain.high is None:
            return None
        axis = [
            n
            for n in range(Fraction(domain.low).__floor__(), Fraction(domain.high).__floor__() + 1)
            if domain.contains(n)
        ]
        size *= len(axis)
        if size > most:
            return None
        axes.append(axis)
    for point in product(*axes):
        if all(
            _holds(relation, list(point))
            for constraint in network.constraints
            for relation in constraint.relations
        ):
            return True
    return False


def _used(network: Network, constraint: int) -> set[int]:
    """The variables of a constraint."""
    found: set[int] = set()
    stack: list[Any] = [side for r in network.constraints[constraint].relations for side in (r.left, r.right)]
    while stack:
        part = stack.pop()
        if isinstance(part, Variable):
            found.add(part.index)
        for name in ("terms", "factors", "members"):
            stack += getattr(part, name, ())
        stack += [
            getattr(part, n)
            for n in ("numerator", "denominator", "base", "operand")
            if isinstance(getattr(part, n, None), Expression)
        ]
    return found


def _holds(relation: Any, point: list[int]) -> bool:
    left, right = evaluate(relation.left, point), evaluate(relation.right, point)
    if left is None or right is None:
        return False
    return bool({"=": left == right, "<": left < right, "<=": left <= right}[relation.operator])
