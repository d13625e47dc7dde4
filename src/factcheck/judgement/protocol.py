"""The protocol of judgement for one cluster of checks: loose pass, strict pass, ties, assumptions, ignored checks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from factcheck.claims.model import Check
from factcheck.judgement.choosing import Chooser
from factcheck.judgement.closer import excess_of, look_closer
from factcheck.judgement.cluster import Cluster, Kept
from factcheck.judgement.conflicts import describe_conflict
from factcheck.judgement.implied import implied_ranges
from factcheck.judgement.model import (
    CheckVerdict,
    ClusterResult,
    ConflictSet,
    Verdict,
)
from factcheck.judgement.sample import holds_by_sample
from factcheck.judgement.settling import Settled
from factcheck.judgement.units.completion import facts_of


def judge_cluster(cluster: Cluster, *, ranges: str = "all") -> ClusterResult:
    """Run the whole protocol; ``ranges`` tells for which facts implied ranges are wanted (see ``Options``)."""
    plain = [check for check in cluster.checks if check.ignore is None and not check.assumption]
    assumed = [check for check in cluster.checks if check.ignore is None and check.assumption]
    ignored = [check for check in cluster.checks if check.ignore is not None]
    wanted = cluster.indices(plain)
    if not cluster.alone and holds_by_sample(cluster.lowered, (*wanted, *cluster.indices(assumed))):
        kept = Kept(wanted, wanted)
    else:
        kept = _judge_plain(cluster, wanted)
        if assumed:
            _judge_assumptions(cluster, kept, cluster.indices(assumed))
    for check in ignored:
        _judge_ignored(cluster, kept, check)
    look_closer(cluster, kept)
    result = ClusterResult(conflicts=cluster.conflicts)
    result.verdicts = [_verdict(cluster, check) for check in cluster.checks]
    if cluster.outside:
        _name_outside_solver(cluster, result)
    result.excess_digits = excess_of(cluster, result.verdicts)
    if ranges in ("all", "hidden"):
        result.implied = implied_ranges(cluster, kept, hidden_only=ranges != "all")
    elif ranges == "contested" and (names := _contested(cluster, result)):
        result.implied = implied_ranges(cluster, kept, hidden_only=True, among=names)
    return result


def _name_outside_solver(cluster: Cluster, result: ClusterResult) -> None:
    """Say of each verdict that the engine alone could not give who gave it."""
    by = {cluster.by_index[constraint].id: name for constraint, name in cluster.settler.outside.items()}
    conflicts = [*cluster.conflicts, *(verdict.conflict for verdict in result.verdicts if verdict.conflict)]
    by.update((check, conflict.by) for conflict in conflicts if conflict.by for check in conflict.checks)
    for verdict in result.verdicts:
        if verdict.verdict is not Verdict.NOT_JUDGED:
            verdict.decided_by = by.get(verdict.check, "")


def _contested(cluster: Cluster, result: ClusterResult) -> set[str]:
    """The facts of all checks that take part in a conflict."""
    conflicts = [*result.conflicts, *(verdict.conflict for verdict in result.verdicts if verdict.conflict)]
    checks = {name for conflict in conflicts for name in conflict.checks}
    return {name for check in cluster.checks if check.id in checks for name in facts_of(check)}


def _judge_plain(cluster: Cluster, plain: list[int]) -> Kept:
    if not plain or all(map(cluster.settler.holds_at_ease, cluster.solver.components(plain, cluster.loose))):
        return Kept(plain, plain)
    loose = _pass(cluster, plain, "loose")
    after_loose = [c for c in plain if c not in loose.aside and c not in loose.undecided]
    strict = _pass(cluster, after_loose, "strict")
    after_strict = [c for c in after_loose if c not in strict.aside and c not in strict.undecided]
    _find_ties(cluster, after_strict)
    return Kept(after_loose, after_strict)


def _pass(
    cluster: Cluster,
    constraints: list[int],
    reading: Literal["loose", "strict"],
    *,
    fixed: Sequence[int] = (),
    assumption: bool = False,
) -> Settled:
    overrides = cluster.loose if reading == "loose" else cluster.strict
    chooser = Chooser(cluster, overrides, frozenset(fixed))
    settled = cluster.settler.settle(constraints, overrides, chooser.choose, fixed=fixed)
    for conflict, primary in settled.conflicts:
        kind = chooser.kinds[primary]
        described = describe_conflict(
            cluster, conflict, primary, kind, reading=reading, assumption=assumption
        )
        cluster.conflicts.append(described)
        _record(cluster, described, fixed)
    for constraint, reason in settled.undecided.items():
        if constraint not in fixed:
            check = cluster.by_index[constraint]
            cluster.verdicts[check.id] = CheckVerdict(
                check=check.id, verdict=Verdict.NOT_JUDGED, reason=reason
            )
    return settled


def _record(cluster: Cluster, conflict: ConflictSet, fixed: Sequence[int]) -> None:
    verdict = Verdict.IMPOSSIBLE if conflict.reading == "loose" else Verdict.DOUBTFUL
    cluster.verdicts[conflict.primary] = CheckVerdict(
        check=conflict.primary, verdict=verdict, conflict=conflict
    )
    innocent = {cluster.by_index[constraint].id for constraint in fixed}
    for name in conflict.checks:
        if name not in cluster.verdicts and name not in innocent:
            cluster.verdicts[name] = CheckVerdict(check=name, verdict=Verdict.IN_CONFLICT)


def _find_ties(cluster: Cluster, constraints: list[int]) -> None:
    chooser = Chooser(cluster, cluster.inner, frozenset())
    settled = cluster.settler.settle(constraints, cluster.inner, chooser.choose)
    for _, primary in settled.conflicts:
        check = cluster.by_index[primary]
        if check.id not in cluster.verdicts:
            cluster.verdicts[check.id] = CheckVerdict(check=check.id, verdict=Verdict.HOLDS, tie_only=True)


def _judge_assumptions(cluster: Cluster, kept: Kept, assumed: list[int]) -> None:
    """A second pass: what the assumptions contradict is at most a warning, and leaves the verdicts on plain checks alone."""
    loose = _pass(cluster, assumed, "loose", fixed=kept.loose, assumption=True)
    left = [c for c in assumed if c not in loose.aside and c not in loose.undecided]
    _pass(cluster, left, "strict", fixed=kept.strict, assumption=True)


def _judge_ignored(cluster: Cluster, kept: Kept, check: Check) -> None:
    """What ignoring hides: the check is judged alone against the rest."""
    verdict = CheckVerdict(check=check.id, verdict=Verdict.IGNORED)
    cluster.verdicts[check.id] = verdict
    constraint = cluster.lowered.constraint_of.get(check.id)
    if constraint is None:
        verdict.reason = cluster.lowered.not_judged.get(check.id, "")
        return
    for reading, rest, overrides in (
        ("loose", kept.loose, cluster.loose),
        ("strict", kept.strict, cluster.strict),
    ):
        conflict = cluster.solver.conflict([*rest, constraint], domains=overrides)
        if conflict is not None:
            verdict.conflict = describe_conflict(
                cluster,
                conflict,
                constraint,
                check.kind,
                reading="loose" if reading == "loose" else "strict",
                assumption=check.assumption,
            )
            return


def _verdict(cluster: Cluster, check: Check) -> CheckVerdict:
    found = cluster.verdicts.get(check.id)
    if found is not None:
        return found
    reason = cluster.lowered.not_judged.get(check.id)
    if reason is not None:
        return CheckVerdict(check=check.id, verdict=Verdict.NOT_JUDGED, reason=reason)
    return CheckVerdict(check=check.id, verdict=Verdict.HOLDS)
