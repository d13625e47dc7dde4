"""A closer look at the checks that hold: are they plausible, do they say anything, how much room is left?"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.judgement.cluster import Cluster, Kept
from factcheck.judgement.conflicts import unit_of_check
from factcheck.judgement.excess import excess_digits
from factcheck.judgement.idle import idle_constraints
from factcheck.judgement.model import (
    CheckVerdict,
    ExcessDigits,
    Implausible,
    Verdict,
)
from factcheck.judgement.natural import natural_domains
from factcheck.judgement.plausibility import implausible_rows
from factcheck.judgement.slack import slack_of


def look_closer(cluster: Cluster, kept: Kept) -> None:
    """Among the checks that hold: those that many roundings would have to favour, those that say nothing, the room that each has left."""
    for name, implausible in implausible_checks(cluster, kept.strict).items():
        verdict = cluster.holding(name)
        if verdict is not None:
            verdict.verdict, verdict.implausible = Verdict.IMPLAUSIBLE, implausible
    _find_idle(cluster, kept)
    facts = cluster.facts
    for constraint in kept.strict:
        check = cluster.by_index[constraint]
        verdict = cluster.holding(check.id)
        if verdict is not None:
            verdict.slack = slack_of(check, cluster.lowered, facts, unit_of_check(cluster, check).factor)


def _find_idle(cluster: Cluster, kept: Kept) -> None:
    facts, lowered = cluster.facts, cluster.lowered
    if not any(name is not None and facts[name].hidden for name in lowered.fact_of):
        return
    assumed = [
        constraint
        for constraint, check in enumerate(cluster.by_index)
        if check.assumption and check.ignore is None and check.id not in cluster.verdicts
    ]
    natural = natural_domains(lowered, facts, cluster.checks)
    remaining = [*kept.strict, *assumed]
    contested = {name for conflict in cluster.conflicts for name in conflict.checks}
    for constraint in sorted(idle_constraints(lowered, remaining, lambda name: facts[name].hidden, natural)):
        verdict = cluster.holding(cluster.by_index[constraint].id)
        if verdict is not None and not verdict.tie_only and verdict.check not in contested:
            verdict.verdict = Verdict.PROVES_NOTHING


def implausible_checks(cluster: Cluster, constraints: Sequence[int]) -> dict[str, Implausible]:
    """Those of the constraints that are possible, not plausible, by check id."""
    found = {}
    for suspicion in implausible_rows(cluster.lowered, cluster.facts, constraints):
        check = cluster.by_index[suspicion.constraint]
        unit = unit_of_check(cluster, check)
        found[check.id] = Implausible(suspicion.residual / unit.factor, suspicion.sigmas, unit)
    return found


def excess_of(cluster: Cluster, verdicts: Sequence[CheckVerdict]) -> list[ExcessDigits]:
    """The results with more digits than their inputs carry, among the checks that hold."""
    holding = {verdict.check for verdict in verdicts if verdict.verdict is Verdict.HOLDS}
    candidates = [check for check in cluster.checks if check.id in holding]
    found = [excess_digits(check, cluster.lowered, cluster.facts) for check in candidates]
    return [excess for excess in found if excess is not None]
