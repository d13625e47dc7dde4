"""A conflict of constraints described for people: which checks and facts, what is stated, what the rest implies."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Literal

from factcheck.claims.model import Check, CheckKind, Fact
from factcheck.engine import Conflict, Expression
from factcheck.judgement.bounds import gap_between, in_unit, interval_of
from factcheck.judgement.derivation import NO_UNIT, chain, derive
from factcheck.judgement.lowering.domains import printed_negative
from factcheck.judgement.lowering.scaling import is_empty
from factcheck.judgement.model import Comparison, ConflictSet, DerivationStep
from factcheck.judgement.primary import code_of, stated_facts
from factcheck.judgement.solving import variables_of_expression
from factcheck.judgement.units.completion import facts_of
from factcheck.judgement.units.typed import typed
from factcheck.quantities.interval import Interval
from factcheck.quantities.model import Unit

if TYPE_CHECKING:
    from factcheck.judgement.cluster import Cluster
    from factcheck.judgement.settling import Overrides


def describe_conflict(
    cluster: Cluster,
    conflict: Conflict,
    primary: int,
    kind: CheckKind | None,
    *,
    reading: Literal["loose", "strict"],
    assumption: bool,
) -> ConflictSet:
    """The conflict as data, seen from its primary check."""
    members = [cluster.by_index[constraint] for constraint in sorted(conflict.constraints)]
    check = cluster.by_index[primary]
    comparison, steps = compare(cluster, conflict, check, reading)
    printed = compare(cluster, conflict, check, "strict")[0] if reading == "loose" else None
    names = _facts_needed(cluster, conflict, check)
    return ConflictSet(
        reading=reading,
        checks=tuple(member.id for member in members),
        facts=names,
        primary=check.id,
        code=code_of(kind, reading),
        comparison=comparison,
        printed_comparison=printed if printed and comparison and printed.fact == comparison.fact else None,
        steps=steps,
        assumption=assumption,
        mixed_periods=_mixes_periods(cluster, members, names),
        minimal=conflict.minimal,
        rests_on_zeros=reading == "strict" and _rests_on_zeros(cluster, conflict),
        by=conflict.by,
    )


def _facts_needed(cluster: Cluster, conflict: Conflict, check: Check) -> tuple[str, ...]:
    """The printed facts that the conflict needs, those of the primary check first, in the order written."""
    lowered = cluster.lowered
    needed = {lowered.fact_of[index] for index in conflict.variables}
    ordered = dict.fromkeys(facts_of(check))
    for constraint in sorted(conflict.constraints):
        ordered.update(dict.fromkeys(facts_of(cluster.by_index[constraint])))
    return tuple(name for name in ordered if name in needed and not cluster.facts[name].hidden)


def compare(
    cluster: Cluster, conflict: Conflict, check: Check, reading: str
) -> tuple[Comparison | None, tuple[DerivationStep, ...]]:
    """What the primary check's own field states against what the conflict's checks imply for it."""
    for name in stated_facts(check, cluster.facts, cluster.lowered, main=True):
        found = _compare_fact(cluster, conflict, check, reading, name)
        if found is not None:
            return found
    sides = _compare_sides(cluster, conflict, check, reading)
    if sides is not None:
        return sides, _way_to_sides(cluster, conflict, check, reading)
    for name in stated_facts(check, cluster.facts, cluster.lowered, main=False):
        found = _compare_fact(cluster, conflict, check, reading, name)
        if found is not None:
            return found
    return None, ()


def _compare_fact(
    cluster: Cluster, conflict: Conflict, check: Check, reading: str, name: str
) -> tuple[Comparison, tuple[DerivationStep, ...]] | None:
    overrides = dict(cluster.loose if reading == "loose" else cluster.strict)
    lowered, solver = cluster.lowered, cluster.solver
    index = lowered.variable_of[name]
    stated = overrides.get(index, lowered.loose[index])
    freed = {**overrides, index: _freed(check, cluster.facts[name], stated)}
    if solver.decide(conflict.constraints, domains=freed).status != "satisfiable":
        return None
    found = solver.ranges(conflict.constraints, [index], domains=freed)[index]
    if is_empty(found.bounds):
        return None
    unit = lowered.units.get(name) or NO_UNIT
    implied, stated = in_unit(found.bounds, unit.factor), in_unit(stated, unit.factor)
    comparison = Comparison(name, stated, implied, unit, gap_between(stated, implied))
    own, domains = lowered.constraint_of[check.id], domains_in(cluster, conflict, freed)
    return comparison, derive(cluster, conflict.constraints, own, name, domains, found.bounds)


def _freed(check: Check, fact: Fact, stated: Interval) -> Interval:
    """All that a fact could be by the nature of the check, were it not printed."""
    signless = check.kind in ("change", "per_year", "expression", "same") or printed_negative(fact)
    return Interval(None if signless else 0, integer=stated.integer)


def _compare_sides(cluster: Cluster, conflict: Conflict, check: Check, reading: str) -> Comparison | None:
    """The two sides of the check's first comparison that cannot meet, where no one fact stands for it: the printed side is what is stated."""
    lowered = cluster.lowered
    overrides = cluster.loose if reading == "loose" else cluster.strict
    own = lowered.constraint_of[check.id]
    others = [constraint for constraint in conflict.constraints if constraint != own]
    domains = _narrowed(cluster, others, own, overrides)
    factor = unit_of_check(cluster, check).factor
    for relation in lowered.network.constraints[own].relations:
        left, right = interval_of(relation.left, domains), interval_of(relation.right, domains)
        if relation.operator != "=" and not _lies_above(left, right):
            continue
        if _has_hidden(cluster, relation.left) or not variables_of_expression(relation.left):
            left, right = right, left
        if gap := gap_between(left, right):
            return Comparison(
                None,
                in_unit(left, factor),
                in_unit(right, factor),
                unit_of_check(cluster, check),
                gap / factor,
            )
    return None


def _lies_above(left: Interval, right: Interval) -> bool:
    return left.low is not None and right.high is not None and left.low > right.high


def _way_to_sides(
    cluster: Cluster, conflict: Conflict, check: Check, reading: str
) -> tuple[DerivationStep, ...]:
    overrides = cluster.loose if reading == "loose" else cluster.strict
    own = cluster.lowered.constraint_of[check.id]
    others = [constraint for constraint in conflict.constraints if constraint != own]
    return chain(cluster, others, facts_of(check), domains_in(cluster, conflict, overrides)) if others else ()


def domains_in(cluster: Cluster, conflict: Conflict, overrides: Overrides) -> dict[int, Interval]:
    """The domains of all variables of a conflict."""
    return {
        variable: overrides.get(variable, cluster.lowered.loose[variable])
        for constraint in conflict.constraints
        for variable in cluster.solver.variables_of(constraint)
    }


def _narrowed(cluster: Cluster, others: list[int], own: int, overrides: Overrides) -> dict[int, Interval]:
    """The domains of the check's variables as the other checks of the conflict leave them."""
    solver = cluster.solver
    variables = solver.variables_of(own)
    domains = {index: overrides.get(index, cluster.lowered.loose[index]) for index in variables}
    if others and solver.decide(others, domains=overrides).status == "satisfiable":
        shared = [
            index for index in variables if any(index in solver.variables_of(other) for other in others)
        ]
        ranges = solver.ranges(others, shared, domains=overrides)
        domains.update((index, found.bounds) for index, found in ranges.items() if not is_empty(found.bounds))
    return domains


def _has_hidden(cluster: Cluster, expression: Expression) -> bool:
    names = (cluster.lowered.fact_of[index] for index in variables_of_expression(expression))
    return any(name is not None and cluster.facts[name].hidden for name in names)


def unit_of_check(cluster: Cluster, check: Check) -> Unit:
    """The unit in which the two sides of a check are compared."""
    return unit_to_compare_in(check, cluster.lowered.units)


def unit_to_compare_in(check: Check, units: Mapping[str, Unit | None]) -> Unit:
    """The unit of the first expression of a check that has one."""
    nodes = (
        check.comparison.operands if check.comparison is not None else next(iter(check.fields.values()), ())
    )
    for node in nodes:
        unit = typed(node, units).unit
        if unit is not None:
            return unit
    return NO_UNIT


def _rests_on_zeros(cluster: Cluster, conflict: Conflict) -> bool:
    """Whether the conflict is gone once numbers that end in zeros may be round ones."""
    round_ones = {
        index: cluster.lowered.loose[index]
        for index in conflict.variables
        if (name := cluster.lowered.fact_of[index]) is not None
        and cluster.facts[name].readings.rests_on_zeros
    }
    if not round_ones:
        return False
    overrides = {**cluster.strict, **round_ones}
    return cluster.solver.decide(conflict.constraints, domains=overrides).status == "satisfiable"


def _mixes_periods(cluster: Cluster, members: Sequence[Check], names: Sequence[str]) -> bool:
    """Whether facts of different dates, or a running total and a standing figure, meet where the checks do not say that time passes."""
    steady = {
        name for member in members if member.kind not in ("change", "per_year") for name in facts_of(member)
    }
    facts = [cluster.facts[name] for name in steady if name in cluster.facts]
    periods = {fact.period for fact in facts if fact.period is not None}
    return len(periods) > 1 or _cumulative_and_not(facts)


def _cumulative_and_not(facts: Sequence[Fact]) -> bool:
    printed = [fact.cumulative for fact in facts if not fact.hidden]
    return any(printed) and not all(printed)
