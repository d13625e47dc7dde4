"""Checks turned into relations: what they say, within their tolerance, and what they imply besides."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import field, replace
from fractions import Fraction

from factcheck.claims.expressions import Node, Number, Reference
from factcheck.claims.model import Check, Fact
from factcheck.engine.model import Constant, Expression, Relation, Variable
from factcheck.judgement.lowering.building import ONE, ZERO, added, constant, multiplied, raised
from factcheck.judgement.lowering.domains import printed_negative
from factcheck.judgement.lowering.expressions import POINT_AS_RATIO, Variables, lowered, neighbour_unit
from factcheck.judgement.lowering.tolerance import Widening, widened
from factcheck.judgement.units.completion import facts_of, lacks_divisor
from factcheck.judgement.units.dimensions import POINTS, RATIO
from factcheck.judgement.units.growth import grows_by_ratio
from factcheck.judgement.units.meaning import Compared, comparisons, total
from factcheck.judgement.units.typed import typed
from factcheck.records import record


class NotJudgedError(Exception):
    """A check that arithmetic cannot decide; the argument is the reason, one short English word or two."""


@record(slots=True)
class Lowering:
    """One check on its way to the engine."""

    check: Check
    facts: Mapping[str, Fact]
    variables: Variables
    widening: Widening | None = None
    relations: list[Relation] = field(default_factory=list)
    side: list[Relation] = field(default_factory=list)

    def compare(self, left: Expression, operator: str, right: Expression) -> None:
        """Add a comparison the check is about, widened by its tolerance."""
        self.relations += widened(left, operator, right, self.widening)

    def require(self, left: Expression, operator: str, right: Expression) -> None:
        """Add a side condition, unless the domains imply it anyway."""
        relation = Relation(left, "<" if operator == "<" else "<=", right)
        if not self._implied(relation):
            self.side.append(relation)

    def _implied(self, relation: Relation) -> bool:
        left, right = relation.left, relation.right
        domains = self.variables.network.domains
        if isinstance(left, Constant) and isinstance(right, Variable):
            domain = domains[right.index]
            low = domain.low
            return low is not None and (
                low > left.value or (low == left.value and (relation.operator == "<=" or domain.low_open))
            )
        if isinstance(left, Variable) and isinstance(right, Constant):
            high = domains[left.index].high
            return high is not None and high <= right.value and relation.operator == "<="
        if isinstance(left, Constant) and isinstance(right, Constant):
            return left.value < right.value or (left.value == right.value and relation.operator == "<=")
        return False

    def node(self, name: str) -> Node:
        """The expression of a field."""
        return self.check.fields[name][0]

    def expression(self, node: Node) -> Expression:
        """The engine's expression for a node."""
        return lowered(node, self.variables)

    @property
    def negative(self) -> bool:
        """Whether a fact of the check is printed as negative: then average, within and times imply no sign."""
        return any(printed_negative(self.facts.get(name)) for name in facts_of(self.check))


def relations_of(check: Check, facts: Mapping[str, Fact], variables: Variables) -> tuple[Relation, ...]:
    """All relations of a check, its own comparisons first; :class:`NotJudgedError` with the reason where there is no arithmetic for it."""
    lowering = Lowering(check, facts, variables)
    lowering.widening = _widening(check, variables)
    variables.divisors.clear()
    _KINDS.get(check.kind, _compare_all)(lowering)
    for divisor in variables.divisors:
        _divisor(lowering, divisor)
    return (*lowering.relations, *lowering.side)


def _widening(check: Check, variables: Variables) -> Widening | None:
    tolerance = check.tolerance
    if tolerance is None:
        return None
    unit = next(
        (
            unit
            for name in facts_of(check)
            if (unit := variables.units.get(name)) is not None and unit.dimension
        ),
        None,
    )
    amount = lowered(tolerance.amount, variables, None if tolerance.relative else unit)
    if not isinstance(amount, Constant) or amount.value < 0:
        raise NotJudgedError("tolerance")
    value = amount.value
    if not tolerance.relative and _points(tolerance.amount):
        value = value * POINT_AS_RATIO
    return Widening(value, tolerance.relative) if value else None


def _points(node: Node) -> bool:
    return isinstance(node, Number) and node.unit is not None and node.unit.dimension == POINTS


def _divisor(lowering: Lowering, divisor: Expression) -> None:
    """A divisor is above 0 (one that is printed negative is what it is; one that is computed is only not 0)."""
    if not isinstance(divisor, Variable):
        return
    name = lowering.variables.fact_of[divisor.index]
    if name is None or not printed_negative(lowering.facts.get(name)):
        lowering.require(ZERO, "<", divisor)


def _compare_all(lowering: Lowering) -> None:
    for compared in comparisons(lowering.check):
        _compare(lowering, compared)


def _compare(lowering: Lowering, compared: Compared) -> None:
    variables = lowering.variables
    unit = neighbour_unit((compared.left, compared.right), variables)
    left, right = lowered(compared.left, variables, unit), lowered(compared.right, variables, unit)
    types = [typed(node, variables.units).dimension for node in (compared.left, compared.right)]
    if types == [RATIO, POINTS]:
        right = multiplied(constant(POINT_AS_RATIO), right)
    elif types == [POINTS, RATIO]:
        left = multiplied(constant(POINT_AS_RATIO), left)
    lowering.compare(left, compared.operator, right)


def _not_negative(lowering: Lowering, nodes: Iterator[Node] | tuple[Node, ...]) -> None:
    for node in nodes:
        lowering.require(ZERO, "<=", lowering.expression(node))


def _sum(lowering: Lowering) -> None:
    _compare_all(lowering)
    for part in lowering.check.fields["parts"]:
        if not (isinstance(part, Reference) and printed_negative(lowering.facts.get(part.fact))):
            _not_negative(lowering, (part,))


def _share(lowering: Lowering) -> None:
    part, whole, ratio = (lowering.expression(lowering.node(name)) for name in ("part", "whole", "is"))
    lowering.compare(part, "=", multiplied(ratio, whole))
    lowering.require(ZERO, "<", whole)
    lowering.require(ZERO, "<=", part)
    if lowering.widening is None:
        lowering.require(ZERO, "<=", ratio)
        lowering.require(ratio, "<=", ONE)  # the same as part ≤ whole, for whole > 0
    else:
        lowering.require(part, "<=", whole)


def _quotient(lowering: Lowering, total_name: str, over_name: str) -> None:
    whole, over, ratio_node = (
        lowering.node(total_name),
        lowering.node(over_name),
        _as_ratio(lowering.node("is")),
    )
    ratio = lowered(ratio_node, lowering.variables)
    divisor = lowered(over, lowering.variables)
    lowering.compare(
        lowered(whole, lowering.variables),
        "=",
        multiplied(constant(_missing_divisor(lowering, whole, over, ratio_node)), ratio, divisor),
    )
    negative_divisor = isinstance(over, Reference) and printed_negative(lowering.facts.get(over.fact))
    if not negative_divisor:
        lowering.require(ZERO, "<", divisor)
    if not lowering.negative:
        _not_negative(lowering, (whole, ratio_node))


def _as_ratio(node: Node) -> Node:
    """A quantity written in the check, as an average of whole things: itself no whole number."""
    if isinstance(node, Number) and node.domain is not None and node.domain.integer:
        return replace(node, domain=replace(node.domain, integer=False))
    return node


def _missing_divisor(lowering: Lowering, whole: Node, over: Node, ratio: Node) -> Fraction:
    """What a quantity written in the check itself lacks: ``is: "2890元"`` over 亩 is 2890 元 for each 亩, not for each square metre."""
    units = lowering.variables.units
    divisor = typed(over, units)
    if divisor.unit is not None and lacks_divisor(typed(whole, units), divisor, typed(ratio, units)):
        return 1 / divisor.unit.factor
    return Fraction(1)


def _average(lowering: Lowering) -> None:
    _quotient(lowering, "total", "over")


def _times(lowering: Lowering) -> None:
    _quotient(lowering, "a", "b")


def _within(lowering: Lowering) -> None:
    parts = lowering.check.fields.get("parts") or lowering.check.fields["part"]
    _compare(lowering, Compared(total(parts), "<=", lowering.node("whole")))
    if not lowering.negative or "parts" in lowering.check.fields:
        _not_negative(lowering, parts)


def _shares(lowering: Lowering) -> None:
    shares = [lowering.expression(node) for node in lowering.check.fields["of"]]
    lowering.compare(added(shares), "=", ONE)
    for share in shares:
        lowering.require(ZERO, "<=", share)
        lowering.require(share, "<=", ONE)


def _change(lowering: Lowering) -> None:
    start, end, by = (lowering.node(name) for name in ("from", "to", "by"))
    if not grows_by_ratio(start, by, lowering.variables.units):
        unit = neighbour_unit((start, end, by), lowering.variables)
        before, after, amount = (lowered(node, lowering.variables, unit) for node in (start, end, by))
        dimension = typed(by, lowering.variables.units).dimension
        if dimension == POINTS and typed(start, lowering.variables.units).dimension != POINTS:
            amount = multiplied(constant(POINT_AS_RATIO), amount)
        lowering.compare(after, "=", added((before, amount)))
        return
    before, after, rate = (lowering.expression(node) for node in (start, end, by))
    lowering.compare(after, "=", multiplied(before, added((ONE, rate))))
    if not (isinstance(start, Reference) and printed_negative(lowering.facts.get(start.fact))):
        lowering.require(ZERO, "<", before)  # growth from nothing is undefined


def _per_year(lowering: Lowering) -> None:
    start, end, by, years = (lowering.node(name) for name in ("from", "to", "by", "years"))
    before, after, rate = (lowering.expression(node) for node in (start, end, by))
    exponent = _years(lowering, years)
    growth = added((ONE, rate))
    if exponent.denominator == 1:
        lowering.compare(after, "=", multiplied(before, raised(growth, exponent.numerator)))
    else:
        root = exponent.denominator
        lowering.compare(
            raised(after, root), "=", multiplied(raised(before, root), raised(growth, exponent.numerator))
        )
        lowering.require(ZERO, "<=", after)
    lowering.require(ZERO, "<", before)
    lowering.require(ZERO, "<", growth)


YEAR = Fraction(31557600)
"""Seconds in a year: years, like every duration, are in seconds in base units."""


def _years(lowering: Lowering, node: Node) -> Fraction:
    if isinstance(node, Reference):
        fact = lowering.facts[node.fact]
        if fact.quantity is None or fact.quantity.upper is not None:
            raise NotJudgedError("years")
        value, unit = fact.quantity.value, lowering.variables.units.get(node.fact)
    elif isinstance(node, Number) and node.domain is None:
        value, unit = Fraction(node.value), node.unit
    else:
        raise NotJudgedError("years")
    if unit is not None and unit.dimension == (("time", 1),):
        value = value * unit.factor / YEAR
    if value <= 0 or value.denominator > 12 or value > 1000:
        raise NotJudgedError("years")
    return value


_KINDS: dict[str, Callable[[Lowering], None]] = {
    "sum": _sum,
    "share": _share,
    "average": _average,
    "times": _times,
    "within": _within,
    "shares": _shares,
    "change": _change,
    "per_year": _per_year,
}
