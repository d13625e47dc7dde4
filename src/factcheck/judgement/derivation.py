"""How the checks of a conflict lead to what they imply for one fact, step by step."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from factcheck.claims.model import Check
from factcheck.engine.model import Constant, Product, Relation, Sum, Variable
from factcheck.judgement.bounds import Domains, WithOne, in_unit
from factcheck.judgement.lowering.scaling import is_empty, tightened
from factcheck.judgement.model import DerivationStep
from factcheck.judgement.solving import inside, solved_for
from factcheck.judgement.units.completion import facts_of
from factcheck.quantities.interval import Interval
from factcheck.quantities.model import Unit

if TYPE_CHECKING:
    from factcheck.judgement.cluster import Cluster

NO_UNIT = Unit("", ())
MOST_STEPS = 24


Narrowing = tuple[int, int, Interval]
"""A constraint made a variable no wider than an interval."""


def derive(
    cluster: Cluster,
    constraints: Sequence[int],
    primary: int,
    name: str,
    domains: dict[int, Interval],
    implied: Interval,
) -> tuple[DerivationStep, ...]:
    """The steps by which ``constraints`` narrow other quantities, then ``name`` by the ``primary`` to ``implied`` (base units)."""
    others = [constraint for constraint in constraints if constraint != primary]
    target = cluster.lowered.variable_of[name]
    last = _step(cluster, cluster.by_index[primary], name, implied)
    return (*chain(cluster, others, last.uses, domains, spared=target), last)


def chain(
    cluster: Cluster,
    constraints: Sequence[int],
    wanted: Sequence[str],
    domains: dict[int, Interval],
    *,
    spared: int | None = None,
) -> tuple[DerivationStep, ...]:
    """The steps by which ``constraints`` narrow the ``wanted`` facts; only steps that these or a later one use are kept.

    The variable ``spared`` is left as it is. Where the way is no chain of single checks (a cycle), it may be shorter than the truth.
    """
    needed = set(wanted)
    kept: list[DerivationStep] = []
    for constraint, variable, interval in reversed(_narrowings(cluster, constraints, dict(domains), spared)):
        fact = cluster.lowered.fact_of[variable]
        if fact is not None and fact in needed:
            step = _step(cluster, cluster.by_index[constraint], fact, interval)
            kept.append(step)
            needed |= set(step.uses)
    return tuple(reversed(kept))


def _narrowings(
    cluster: Cluster, constraints: Sequence[int], bounds: dict[int, Interval], spared: int | None
) -> list[Narrowing]:
    found: list[Narrowing] = []
    progress = True
    while progress and len(found) < MOST_STEPS:
        progress = False
        for constraint in constraints:
            for variable in cluster.solver.variables_of(constraint):
                if variable == spared or cluster.lowered.fact_of[variable] is None:
                    continue
                narrowed = narrowed_by(cluster, constraint, variable, bounds)
                if narrowed is not None:
                    bounds[variable] = narrowed
                    found.append((constraint, variable, narrowed))
                    progress = True
    return found


def narrowed_by(
    cluster: Cluster, constraint: int, variable: int, bounds: dict[int, Interval]
) -> Interval | None:
    """What one check leaves of a variable, where that is less than before."""
    here = before = bounds[variable]
    for relation in cluster.lowered.network.constraints[constraint].relations:
        allowed = allowed_by(relation, variable, bounds)
        if allowed is not None:
            here = tightened(intersection(here, allowed))
    if is_empty(here) or inside(tightened(before), here):
        return None
    return here


def allowed_by(relation: Relation, variable: int, domains: Domains) -> Interval | None:
    """The values of a variable that an equation, or an inequality, allows for some values of the others."""
    if relation.operator == "=":
        return solved_for(relation, variable, domains)
    surplus = -1  # no variable has this index
    room = WithOne(domains, surplus, Interval(0, None, low_open=relation.operator == "<"))
    less = Sum((relation.right, Product((Constant(-1), Variable(surplus)))))
    return solved_for(Relation(relation.left, "=", less), variable, room)


def intersection(left: Interval, right: Interval) -> Interval:
    """What lies in both.

    >>> intersection(Interval(0, 5), Interval(2, 5, high_open=True))
    Interval(low=2, high=5, low_open=False, high_open=True, integer=False)
    """
    low, low_open, high, high_open = left.low, left.low_open, left.high, left.high_open
    if right.low is not None and (low is None or right.low >= low):
        low_open = right.low_open or (low_open and right.low == low)
        low = right.low
    if right.high is not None and (high is None or right.high <= high):
        high_open = right.high_open or (high_open and right.high == high)
        high = right.high
    return Interval(low, high, low_open, high_open, left.integer)


def _step(cluster: Cluster, check: Check, fact: str, bounds: Interval) -> DerivationStep:
    unit = cluster.lowered.units.get(fact) or NO_UNIT
    uses = tuple(name for name in facts_of(check) if name != fact)
    return DerivationStep(check.id, fact, in_unit(bounds, unit.factor), uses)
