"""A check that stands alone, decided from its formula: what the engine is asked of it, told by interval arithmetic.

Where each quantity stands in a relation once, in a sum of products, and at most one of them is whole without being known, the interval that
arithmetic gives for ``left − right`` holds exactly its values, open ends and all. Most wrong numbers of an article stand in such a check, and asking
the engine what could be true of it takes ten times as long. Whatever is not as plain as that the engine is asked.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import field

from factcheck.engine import (
    Conflict,
    Constant,
    Decision,
    Expression,
    Network,
    Product,
    Range,
    Solver,
    Sum,
    Variable,
)
from factcheck.engine.box import Bounds, bounds_of, is_empty
from factcheck.engine.interval_products import EVERYTHING, multiply, solve_factor
from factcheck.engine.limits import DEFAULT, Limits
from factcheck.engine.model import Relation
from factcheck.quantities.interval import Interval, Rational
from factcheck.records import record

Term = tuple[Rational, tuple[int, ...]]
Domains = Mapping[int, Interval]
Told = tuple[dict[int, Bounds], list[int]]
NOTHING: Domains = {}


@record(frozen=True, slots=True)
class LoneRelation:
    """``Σ coefficient · variable · variable … + fixed`` ``=``, ``<=`` or ``<`` 0, each variable in it once."""

    terms: tuple[Term, ...]
    fixed: Rational
    operator: str
    variables: tuple[int, ...] = field(default=())

    def values(self, bounds: Mapping[int, Bounds], but: int | None = None) -> Bounds:
        """All values of the left side (of all terms ``but`` the one with that variable)."""
        low: Rational | None = self.fixed
        high: Rational | None = self.fixed
        low_open = high_open = False
        for coefficient, variables in self.terms:
            if but is not None and but in variables:
                continue
            a, a_open, b, b_open = _product(coefficient, [bounds[variable] for variable in variables])
            low = None if low is None or a is None else low + a
            high = None if high is None or b is None else high + b
            low_open, high_open = low_open or a_open, high_open or b_open
        return low, low_open and low is not None, high, high_open and high is not None

    def can_hold(self, bounds: Mapping[int, Bounds], integers: Sequence[int]) -> bool | None:
        """Whether some values within the bounds satisfy it, ``None`` where there is no telling; ``integers`` are whole numbers not known."""
        if len(integers) > 1:
            return None
        if integers and self.operator == "=":
            left = self.range_of(integers[0], bounds, integer=True)
            return None if left is None else not is_empty(left)
        low, low_open, high, high_open = self.values(bounds)
        below = low is None or low < 0 or (low == 0 and not low_open)
        if self.operator != "=":
            return below if self.operator == "<=" else low is None or low < 0
        return below and (high is None or high > 0 or (high == 0 and not high_open))

    def range_of(self, variable: int, bounds: Mapping[int, Bounds], *, integer: bool) -> Bounds | None:
        """What it leaves of one variable, ``None`` where there is no telling: a product with it may be 0."""
        coefficient, others = next(
            (coefficient, variables) for coefficient, variables in self.terms if variable in variables
        )
        factor = _product(coefficient, [bounds[other] for other in others if other != variable])
        if not (factor[0] is not None and factor[0] > 0) and not (factor[2] is not None and factor[2] < 0):
            return None
        low, low_open, high, high_open = self.values(bounds, variable)
        rest: Bounds = (
            None if high is None else -high,
            high_open,
            None if low is None else -low,
            low_open or (self.operator == "<" and low is not None),
        )
        if self.operator != "=":
            rest = (None, False, rest[2], rest[3])
        return _met(bounds[variable], solve_factor(rest, factor), integer=integer)


def _product(coefficient: Rational, factors: Sequence[Bounds]) -> Bounds:
    if not factors:
        return coefficient, False, coefficient, False
    result = factors[0]
    for factor in factors[1:]:
        result = multiply(result, factor)
    if coefficient == 1:
        return result
    low, low_open, high, high_open = result
    one, other = None if low is None else low * coefficient, None if high is None else high * coefficient
    return (one, low_open, other, high_open) if coefficient > 0 else (other, high_open, one, low_open)


def _met(domain: Bounds, allowed: Bounds, *, integer: bool) -> Bounds:
    """What lies in both, with whole, closed ends for whole numbers."""
    low, low_open, high, high_open = domain
    least, least_open, most, most_open = allowed
    if least is not None and (low is None or least > low or (least == low and least_open)):
        low, low_open = least, least_open
    if most is not None and (high is None or most < high or (most == high and most_open)):
        high, high_open = most, most_open
    if not integer:
        return low, low_open, high, high_open
    return bounds_of(Interval(low, high, low_open, high_open, integer=True))


def lone_relation(network: Network) -> LoneRelation | None:
    """The only relation of a network as a sum of products, ``None`` where it is not the only one, or no such sum."""
    if len(network.constraints) != 1 or len(network.constraints[0].relations) != 1:
        return None
    relation = network.constraints[0].relations[0]
    terms = _terms(relation)
    if terms is None:
        return None
    found = [variable for _, variables in terms for variable in variables]
    if not found or len(set(found)) < len(found):
        return None
    fixed = sum(coefficient for coefficient, variables in terms if not variables)
    return LoneRelation(
        tuple(term for term in terms if term[1]), fixed, relation.operator, tuple(sorted(found))
    )


def _terms(relation: Relation) -> list[Term] | None:
    terms: list[Term] = []
    waiting: list[tuple[int, Expression]] = [(1, relation.left), (-1, relation.right)]
    while waiting:
        sign, part = waiting.pop()
        if isinstance(part, Sum):
            waiting += ((sign, term) for term in part.terms)
            continue
        coefficient: Rational = sign
        variables: list[int] = []
        for factor in part.factors if isinstance(part, Product) else (part,):
            if isinstance(factor, Constant):
                coefficient = coefficient * factor.value
            elif isinstance(factor, Variable):
                variables.append(factor.index)
            else:
                return None
        if not coefficient:
            return None
        terms.append((coefficient, tuple(variables)))
    return terms


class LoneSolver(Solver):
    """A solver for a network of one check that answers from the check's formula where it can: without witness, proof or derivation."""

    def __init__(self, network: Network, relation: LoneRelation, *, outside: bool = False) -> None:
        super().__init__(network, outside=outside)
        self.relation = relation
        self.engine = Solver(network, outside=outside)

    def decide(
        self, constraints: Sequence[int], *, domains: Domains | None = None, limits: Limits = DEFAULT
    ) -> Decision:
        """Whether the check can hold."""
        can_hold = self._can_hold(domains or NOTHING) if constraints else None
        if can_hold is None:
            return self.engine.decide(constraints, domains=domains, limits=limits)
        return Decision("satisfiable" if can_hold else "unsatisfiable")

    def conflict(
        self,
        constraints: Sequence[int],
        *,
        domains: Domains | None = None,
        limits: Limits = DEFAULT,
        decision: Decision | None = None,
    ) -> Conflict | None:
        """The check with the facts that it contradicts, ``None`` where it can hold."""
        can_hold = self._can_hold(domains or NOTHING) if constraints else None
        if can_hold:
            return None
        needed = None if can_hold is None else self._needed(domains or NOTHING)
        if needed is None:
            return self.engine.conflict(constraints, domains=domains, limits=limits)
        return Conflict((0,), needed)

    def ranges(
        self,
        constraints: Sequence[int],
        variables: Sequence[int],
        *,
        domains: Domains | None = None,
        limits: Limits = DEFAULT,
    ) -> dict[int, Range]:
        """What the check leaves of each variable."""
        found = (
            {variable: self._range(variable, domains or NOTHING) for variable in variables}
            if constraints
            else {}
        )
        told = {variable: each for variable, each in found.items() if each is not None}
        if len(told) < len(variables):
            return self.engine.ranges(constraints, variables, domains=domains, limits=limits)
        return told

    def _told(self, domains: Domains) -> Told | None:
        """The bounds of all variables, and which of them are whole numbers not known; ``None`` where one has no value at all."""
        bounds: dict[int, Bounds] = {}
        integers = []
        for variable in self.relation.variables:
            here = bounds[variable] = self.bounds_of(variable, domains)
            if is_empty(here):
                return None
            if self.is_integer(variable, domains) and (here[0] is None or here[0] != here[2]):
                integers.append(variable)
        return bounds, integers

    def _can_hold(self, domains: Domains) -> bool | None:
        told = self._told(domains)
        return None if told is None else self.relation.can_hold(*told)

    def _range(self, variable: int, domains: Domains) -> Range | None:
        told = self._told(domains)
        if told is None or variable not in told[0]:
            return None
        bounds, integers = told
        if any(other != variable for other in integers):
            return None
        integer = self.is_integer(variable, domains)
        left = self.relation.range_of(variable, bounds, integer=integer)
        if left is None or is_empty(left):
            return None
        low, low_open, high, high_open = left
        return Range(Interval(low, high, low_open, high_open, integer), tight=True)

    def _needed(self, domains: Domains) -> tuple[int, ...] | None:
        """The variables whose domains the contradiction needs, as :func:`factcheck.engine.needed.needed_variables` tells them."""
        told = self._told(domains)
        if told is None or told[1]:
            return None
        bounds, integers = told
        needed = []
        for variable in self.relation.variables:
            domain = domains.get(variable, self.network.domains[variable])
            if domain.high is None and (domain.low is None or domain.low == 0):
                needed.append(variable)
                continue
            before = bounds[variable]
            bounds[variable] = EVERYTHING
            free = [variable] if domain.integer else []
            can_hold = self.relation.can_hold(bounds, [*integers, *free])
            if can_hold is None:
                return None
            if can_hold:
                needed.append(variable)
                bounds[variable] = before
            else:
                integers += free
        return tuple(needed)
