"""The protocol of judgement for one cluster of checks: loose pass, strict pass, ties, assumptions, ignored checks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Literal

from factcheck.claims.model import Check, Fact
from factcheck.engine import Solver
from factcheck.judgement.bounds import in_unit
from factcheck.judgement.choosing import Chooser
from factcheck.judgement.conflicts import describe_conflict, unit_of_check
from factcheck.judgement.excess import excess_digits
from factcheck.judgement.idle import idle_constraints
from factcheck.judgement.lowering.network import Lowered
from factcheck.judgement.lowering.scaling import is_point
from factcheck.judgement.model import (
    CheckVerdict,
    ClusterResult,
    ConflictSet,
    ExcessDigits,
    Implausible,
    Implied,
    Verdict,
)
from factcheck.judgement.natural import natural_domains
from factcheck.judgement.plausibility import implausible_rows
from factcheck.judgement.settling import Overrides, Settled, Settler
from factcheck.judgement.slack import slack_of
from factcheck.quantities.interval import Interval

READINGS: tuple[Literal["loose", "strict"], ...] = ("loose", "strict")


@dataclass(slots=True)
class Cluster:
    """A cluster at work: its checks in the order written, their network and the state of each."""

    checks: Sequence[Check]
    facts: Mapping[str, Fact]
    lowered: Lowered
    solver: Solver = field(init=False)
    settler: Settler = field(init=False)
    by_index: list[Check] = field(init=False)
    loose: Overrides = field(default_factory=dict)
    strict: Overrides = field(init=False)
    inner: Overrides = field(init=False)
    verdicts: dict[str, CheckVerdict] = field(default_factory=dict)
    conflicts: list[ConflictSet] = field(default_factory=list)

    def __post_init__(self) -> None:
        lowered = self.lowered
        self.solver = Solver(lowered.network)
        by_id = {check.id: check for check in self.checks}
        self.by_index = [by_id[name] for name in lowered.check_of]
        self.strict = _differences(lowered.strict, lowered.loose)
        self.inner = _differences(lowered.inner, lowered.loose)
        self.settler = Settler(self.solver, self.inner)

    def holding(self, name: str) -> CheckVerdict | None:
        """The verdict on a check that holds, made where there is none yet; ``None`` for a check of any other verdict."""
        verdict = self.verdicts.setdefault(name, CheckVerdict(check=name, verdict=Verdict.HOLDS))
        return verdict if verdict.verdict is Verdict.HOLDS else None

    def indices(self, wanted: Sequence[Check]) -> list[int]:
        """The constraints of checks that have one."""
        of = self.lowered.constraint_of
        return [of[check.id] for check in wanted if check.id in of]


def judge_cluster(cluster: Cluster, *, ranges: str = "all") -> ClusterResult:
    """Run the whole protocol; ``ranges`` tells for which facts implied ranges are wanted (see ``Options``)."""
    plain = [check for check in cluster.checks if check.ignore is None and not check.assumption]
    assumed = [check for check in cluster.checks if check.ignore is None and check.assumption]
    ignored = [check for check in cluster.checks if check.ignore is not None]
    kept = _judge_plain(cluster, cluster.indices(plain))
    if assumed:
        _judge_assumptions(cluster, kept, cluster.indices(assumed))
    for check in ignored:
        _judge_ignored(cluster, kept, check)
    _look_closer(cluster, kept)
    result = ClusterResult(conflicts=cluster.conflicts)
    result.verdicts = [_verdict(cluster, check) for check in cluster.checks]
    result.excess_digits = _excess_digits(cluster, result.verdicts)
    if ranges in ("all", "hidden") or (ranges == "contested" and _is_contested(result)):
        result.implied = implied_ranges(cluster, kept, hidden_only=ranges != "all")
    return result


def _is_contested(result: ClusterResult) -> bool:
    return bool(result.conflicts) or any(verdict.conflict is not None for verdict in result.verdicts)


@dataclass(slots=True)
class Kept:
    """The plain constraints not set aside after the loose and after the strict pass, without those that ran into a limit."""

    loose: list[int]
    strict: list[int]


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


def _look_closer(cluster: Cluster, kept: Kept) -> None:
    """Among the checks that hold: those that many roundings would have to favour, those that say nothing, the room that each has left."""
    for name, implausible in _implausible(cluster, kept.strict).items():
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


def _implausible(cluster: Cluster, constraints: Sequence[int]) -> dict[str, Implausible]:
    found = {}
    for suspicion in implausible_rows(cluster.lowered, cluster.facts, constraints):
        check = cluster.by_index[suspicion.constraint]
        unit = unit_of_check(cluster, check)
        found[check.id] = Implausible(suspicion.residual / unit.factor, suspicion.sigmas, unit)
    return found


def _excess_digits(cluster: Cluster, verdicts: Sequence[CheckVerdict]) -> list[ExcessDigits]:
    holding = {verdict.check for verdict in verdicts if verdict.verdict is Verdict.HOLDS}
    candidates = [check for check in cluster.checks if check.id in holding]
    found = [excess_digits(check, cluster.lowered, cluster.facts) for check in candidates]
    return [excess for excess in found if excess is not None]


def _verdict(cluster: Cluster, check: Check) -> CheckVerdict:
    found = cluster.verdicts.get(check.id)
    if found is not None:
        return found
    reason = cluster.lowered.not_judged.get(check.id)
    if reason is not None:
        return CheckVerdict(check=check.id, verdict=Verdict.NOT_JUDGED, reason=reason)
    return CheckVerdict(check=check.id, verdict=Verdict.HOLDS)


def implied_ranges(cluster: Cluster, kept: Kept, *, hidden_only: bool = False) -> dict[str, Implied]:
    """What the kept checks leave of every fact of the cluster that is not exactly known, in its own unit."""
    lowered, solver = cluster.lowered, cluster.solver
    wanted = [
        index
        for index, name in enumerate(lowered.fact_of)
        if name is not None
        and (cluster.facts[name].hidden or not hidden_only)
        and not is_point(lowered.loose[index])
    ]
    if not wanted:
        return {}
    loose = solver.ranges(kept.loose, wanted, domains=cluster.loose)
    strict = solver.ranges(kept.strict, wanted, domains=cluster.strict)
    result = {}
    for index in wanted:
        name = lowered.fact_of[index]
        if name is None:
            continue
        unit = lowered.units.get(name)
        factor = unit.factor if unit is not None else Fraction(1)
        wide, narrow = loose[index], strict[index]
        result[name] = Implied(
            in_unit(narrow.bounds, factor), in_unit(wide.bounds, factor), narrow.tight and wide.tight, unit
        )
    return result


def _differences(domains: Sequence[Interval], base: Sequence[Interval]) -> dict[int, Interval]:
    return {
        index: domain
        for index, (domain, wide) in enumerate(zip(domains, base, strict=True))
        if domain != wide
    }
