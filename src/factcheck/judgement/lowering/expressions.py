"""Expressions of the claims turned into the engine's, numbers in base units."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from fractions import Fraction

from factcheck.claims.expressions import Call, Negation, Node, Number, Operation, Reference
from factcheck.engine.model import Absolute, Expression, Extreme, Network, Variable
from factcheck.judgement.lowering.building import added, constant, divided_by, multiplied, negated
from factcheck.judgement.lowering.domains import Domains
from factcheck.judgement.lowering.scaling import scaled
from factcheck.judgement.units.dimensions import POINTS, RATIO
from factcheck.judgement.units.typed import additive_terms, typed
from factcheck.quantities.interval import Interval
from factcheck.quantities.model import Unit
from factcheck.records import record

POINT_AS_RATIO = Fraction(1, 100)


@record(slots=True)
class Variables:
    """The variables of one network, made when a fact is first met; three domains for each."""

    domains: Mapping[str, Domains]
    units: Mapping[str, Unit | None]
    network: Network = field(default_factory=Network)
    strict: list[Interval] = field(default_factory=list)
    inner: list[Interval] = field(default_factory=list)
    of_fact: dict[str, int] = field(default_factory=dict)
    fact_of: list[str | None] = field(default_factory=list)
    divisors: list[Expression] = field(default_factory=list)

    def fact(self, name: str) -> Variable:
        """The variable of a fact; KeyError where no such fact was decoded."""
        index = self.of_fact.get(name)
        if index is not None:
            return Variable(index)
        domains = self.domains[name]
        variable = self._add(domains.loose, domains.strict, domains.inner, name)
        self.of_fact[name] = variable.index
        return variable

    def literal(self, domain: Interval) -> Variable:
        """A variable for a hedged quantity written in a check."""
        return self._add(domain, domain, domain, None)

    def _add(self, loose: Interval, strict: Interval, inner: Interval, name: str | None) -> Variable:
        self.strict.append(strict)
        self.inner.append(inner)
        self.fact_of.append(name)
        return self.network.variable(loose)


def lowered(node: Node, variables: Variables, adopted: Unit | None = None) -> Expression:
    """The engine's expression for ``node``; a bare number is in the ``adopted`` unit (its neighbour's), if any."""
    match node:
        case Reference(fact=fact):
            return variables.fact(fact)
        case Number():
            return _number(node, variables, adopted)
        case Negation():
            return negated(lowered(node.operand, variables, adopted))
        case Operation(operator="+" | "-"):
            return _sum(node, variables, adopted)
        case Operation(operator="*"):
            left, right = _factor_units(node, variables, adopted)
            return multiplied(lowered(node.left, variables, left), lowered(node.right, variables, right))
        case Operation():
            divisor = lowered(node.right, variables)
            variables.divisors.append(divisor)
            return divided_by(lowered(node.left, variables), divisor)
        case Call():
            return _call(node, variables, adopted)


def neighbour_unit(nodes: tuple[Node, ...], variables: Variables) -> Unit | None:
    """The unit that bare numbers beside these expressions take: that of the first which has a dimension."""
    if not any(isinstance(node, Number | Operation | Negation | Call) for node in nodes):
        return None
    for node in nodes:
        side = typed(node, variables.units)
        if not side.bare and side.dimension:
            return side.unit
    return None


def _number(node: Number, variables: Variables, adopted: Unit | None) -> Expression:
    unit = node.unit if node.unit is not None else adopted
    factor = unit.factor if unit is not None and (node.unit is not None or unit.dimension) else Fraction(1)
    if node.domain is not None:
        return variables.literal(scaled(node.domain, factor))
    return constant(node.value * factor)


def _sum(node: Node, variables: Variables, adopted: Unit | None) -> Expression:
    terms = additive_terms(node)
    unit = adopted or neighbour_unit(tuple(term for _, term in terms), variables)
    types = [typed(term, variables.units).dimension for _, term in terms]
    moved = RATIO in types and POINTS in types  # a percentage moved by points: one of them is 1 %
    parts = []
    for (sign, term), dimension in zip(terms, types, strict=True):
        part = lowered(term, variables, unit)
        if moved and dimension == POINTS:
            part = multiplied(constant(POINT_AS_RATIO), part)
        parts.append(part if sign > 0 else negated(part))
    return added(parts)


def _factor_units(
    node: Operation, variables: Variables, adopted: Unit | None
) -> tuple[Unit | None, Unit | None]:
    """A product of bare numbers only is itself a bare number: one of its factors takes the unit."""
    if adopted is None or not typed(node, variables.units).bare:
        return None, None
    return adopted, None


def _call(node: Call, variables: Variables, adopted: Unit | None) -> Expression:
    unit = adopted or neighbour_unit(node.arguments, variables)
    arguments = tuple(lowered(argument, variables, unit) for argument in node.arguments)
    match node.function:
        case "sum":
            return added(arguments)
        case "abs":
            return Absolute(arguments[0])
        case _:
            return (
                arguments[0] if len(arguments) == 1 else Extreme(arguments, greatest=node.function == "max")
            )
