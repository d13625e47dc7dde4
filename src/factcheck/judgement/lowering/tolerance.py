"""Comparisons widened by a tolerance."""

from __future__ import annotations

from factcheck.engine.model import Absolute, Expression, Extreme, Relation
from factcheck.judgement.lowering.building import added, constant, multiplied, negated
from factcheck.quantities.interval import Rational
from factcheck.records import record


@record(frozen=True, slots=True)
class Widening:
    """How far the two sides may differ: an ``amount`` in base units, or where ``relative`` that share of the larger side."""

    amount: Rational
    relative: bool


def widened(left: Expression, operator: str, right: Expression, widening: Widening | None) -> list[Relation]:
    """The relations that say ``left operator right`` within the tolerance: |left − right| ≤ t, t a share of the larger side where relative."""
    if widening is None:
        return [Relation(left, "=" if operator == "=" else "<" if operator == "<" else "<=", right)]
    relations = [_at_most(left, right, widening)]
    if operator == "=":
        relations.append(_at_most(right, left, widening))
    return relations


def _at_most(left: Expression, right: Expression, widening: Widening) -> Relation:
    """``left − right ≤ t``."""
    if not widening.relative:
        return Relation(left, "<=", added((right, constant(widening.amount))))
    larger = Extreme((Absolute(left), Absolute(right)), greatest=True)
    return Relation(added((left, negated(right))), "<=", multiplied(constant(widening.amount), larger))
