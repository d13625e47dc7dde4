"""Checks as linear rows of printed numbers with their rounding errors: what plausibility and habits of rounding look at."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from factcheck.claims.model import Fact
from factcheck.engine.model import Relation
from factcheck.judgement.bounds import linear
from factcheck.judgement.lowering.domains import is_rounding
from factcheck.judgement.lowering.network import Lowered
from factcheck.judgement.lowering.scaling import is_point
from factcheck.quantities.interval import Interval, Rational
from factcheck.records import record


@record(frozen=True, slots=True)
class Row:
    """``Σ coefficient · variable + fixed = 0``, as the constraint says it."""

    constraint: int
    coefficients: Mapping[int, Rational]
    fixed: Rational


def rows_of(lowered: Lowered, constraints: Iterable[int]) -> list[Row]:
    """The equations among the constraints that are linear once exactly known facts are put in."""
    known = {
        index: domain.low
        for index, domain in enumerate(lowered.loose)
        if domain.low is not None and is_point(domain)
    }
    rows = []
    for constraint in constraints:
        for relation in lowered.network.constraints[constraint].relations:
            row = _row(constraint, relation, known)
            if row is not None:
                rows.append(row)
    return rows


def _row(constraint: int, relation: Relation, known: Mapping[int, Rational]) -> Row | None:
    if relation.operator != "=":
        return None
    left, right = linear(relation.left, known), linear(relation.right, known)
    if left is None or right is None:
        return None
    coefficients = dict(left[0])
    for index, coefficient in right[0].items():
        coefficients[index] = coefficients.get(index, 0) - coefficient
    return Row(
        constraint,
        {index: coefficient for index, coefficient in coefficients.items() if coefficient},
        left[1] - right[1],
    )


def rounding_of(lowered: Lowered, facts: Mapping[str, Fact], index: int) -> Interval | None:
    """The strict domain of a variable whose only uncertainty is ordinary rounding; ``None`` for hidden, hedged and other quantities."""
    name = lowered.fact_of[index]
    if name is None:
        return None
    domain = lowered.strict[index]
    if domain.low is None or domain.high is None:
        return None
    fact = facts[name]
    if is_point(domain) or is_rounding(fact, fact.readings.strict) or _rounded_count(fact):
        return domain
    return None


def _rounded_count(fact: Fact) -> bool:
    """A count printed with a scale (2.23万人): whole numbers within half a digit."""
    quantity, strict = fact.quantity, fact.readings.strict
    if quantity is None or quantity.hedge or quantity.upper is not None or not strict.integer:
        return False
    return (
        strict.low is not None and strict.high is not None and strict.low + strict.high == 2 * quantity.value
    )
