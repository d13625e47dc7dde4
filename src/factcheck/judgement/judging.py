"""From a decoded project to its judgement."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import field, replace
from fractions import Fraction
from operator import attrgetter
from typing import Literal

from factcheck.claims.expressions import Reference
from factcheck.claims.model import Check, ClaimsFile, Fact, Project
from factcheck.judgement.bounds import in_unit
from factcheck.judgement.clusters import clusters_of, unknown_facts
from factcheck.judgement.habits import Evidence, convention_of, habits_of, is_ordinary, telling_checks, weigh
from factcheck.judgement.lowering.domains import Domains, Habit, all_domains
from factcheck.judgement.lowering.network import Lowered, lower_checks
from factcheck.judgement.model import (
    CheckVerdict,
    ClusterResult,
    Convention,
    Implied,
    Judgement,
    UnitProblem,
    Verdict,
)
from factcheck.judgement.plain import Apart, Plain, weigh_plainly
from factcheck.judgement.quick import quick_result
from factcheck.judgement.units.completion import QUOTIENT_FIELDS, Completed, complete
from factcheck.judgement.units.problems import inspect
from factcheck.judgement.units.values import counts_not_whole, inspect_values
from factcheck.quantities.model import Unit
from factcheck.records import record

ARCHIVE = 400
Ranges = Literal["by size", "all", "hidden", "contested", "none"]


@record(frozen=True, slots=True)
class Options:
    """How much to work out: implied ranges for ``all`` facts, for ``hidden`` ones only, for hidden ones in checks that conflict (``contested``), or ``none``.

    ``by size`` is ``all`` for articles and ``hidden`` for archives of more than :data:`ARCHIVE` checks, where nobody reads them one by one.
    ``whole``: also what only a whole report shows, the verdicts on checks that plainly hold, how much room each has left, and the readings of
    facts that no check narrows.
    ``outside``: what the engine leaves undecided is put to Z3, which has to be installed.
    """

    ranges: Ranges = "by size"
    whole: bool = True
    outside: bool = False


DEFAULT_OPTIONS = Options()
CANNOT_BE = frozenset({"FC408", "FC412"})
"""Problems that make a check impossible without any arithmetic; the others leave nothing to judge."""


@record(slots=True)
class Prepared:
    """A project ready to be judged: units completed and inspected, domains in base units, checks in clusters.

    ``at_once`` are checks that hold if no other speaks of their facts, as :meth:`Plain.apart` tells of the project as it was prepared, and
    ``unknown`` the facts of each check that are not exactly known.
    """

    facts: dict[str, Fact]
    checks: dict[str, Check]
    completed: Completed
    domains: dict[str, Domains]
    ratios: frozenset[str]
    paths: dict[str, str]
    habits: dict[str, Habit] = field(default_factory=dict)
    problems: list[UnitProblem] = field(default_factory=list)
    conventions: list[Convention] = field(default_factory=list)
    clusters: list[list[Check]] = field(default_factory=list)
    narrowed: set[str] = field(default_factory=set)
    unknown: dict[str, Sequence[str]] = field(default_factory=dict)
    at_once: dict[str, Apart] = field(default_factory=dict)

    @property
    def units(self) -> Mapping[str, Unit | None]:
        """The completed unit of every fact."""
        return self.completed.units

    @property
    def blocked(self) -> dict[str, str]:
        """Checks that say nothing sensible, with the code of the reason."""
        return {problem.check: problem.code for problem in self.problems if problem.blocks and problem.check}

    def blocked_among(self, checks: Iterable[Check]) -> set[str]:
        """Those of ``checks`` that say nothing sensible."""
        blocked = self.blocked
        return {check.id for check in checks if check.id in blocked}


def ratio_facts(checks: Iterable[Check]) -> frozenset[str]:
    """The facts that are the ``is`` of an average or a multiple: never whole totals."""
    return frozenset(
        node.fact
        for check in checks
        if check.kind in QUOTIENT_FIELDS
        for node in check.fields.get("is", ())
        if isinstance(node, Reference)
    )


def ordered_checks(project: Project) -> list[Check]:
    """All checks in an order that depends on nothing but the files: by path, then by place."""
    files = sorted(project.files, key=lambda file: file.path)
    return [check for file in files for check in sorted(file.checks, key=attrgetter("start"))]


def prepare(project: Project) -> Prepared:
    """Complete the units, look for problems with them, tell each file's habit of rounding, and part the checks into clusters."""
    facts, checks = project.facts(), ordered_checks(project)
    completed = complete(facts, checks)
    ratios = ratio_facts(checks)
    domains = all_domains(facts, completed.units, ratios, {})
    paths = {check.id: file.path for file in project.files for check in file.checks}
    prepared = Prepared(facts, {check.id: check for check in checks}, completed, domains, ratios, paths)
    prepared.problems += counts_not_whole(project, ratios)
    look_at_checks(prepared, checks)
    blocked = prepared.blocked
    sound = [check for check in checks if check.id not in blocked] if blocked else checks
    _apply_habits(prepared, project, blocked)
    prepared.clusters = clusters_of(sound, prepared.domains, prepared.narrowed, prepared.unknown)
    return prepared


def look_at_checks(prepared: Prepared, checks: Iterable[Check]) -> None:
    """Settle the plain checks at once, and look for problems with the units and values of the others."""
    plain = Plain(prepared.facts, prepared.domains, prepared.completed)
    at_once, unknown = prepared.at_once, prepared.unknown
    for check in checks:
        apart = plain.at_once(check)
        if apart is None:
            prepared.problems += problems_of(prepared, check)
            apart = plain.at_second_sight(check)
        if apart is None:
            unknown[check.id] = unknown_facts(check, prepared.domains)
        else:
            at_once[check.id] = apart
            unknown[check.id] = apart[3]


def problems_of(prepared: Prepared, check: Check) -> list[UnitProblem]:
    """What is wrong with the units or values of one check."""
    path = prepared.paths.get(check.id, "")
    found = inspect(check, path, prepared.facts, prepared.completed)
    return found or inspect_values(check, path, prepared.facts, prepared.completed)


def _apply_habits(prepared: Prepared, project: Project, blocked: Mapping[str, str]) -> None:
    for file in project.files:
        convention = convention_of(file, evidence_of(prepared, file, blocked))
        if convention is None:
            continue
        prepared.conventions.append(convention)
        habits = habits_of(file, convention)
        if habits:
            prepared.habits.update(habits)
            facts = {name: prepared.facts[name] for name in habits}
            prepared.domains.update(all_domains(facts, prepared.units, prepared.ratios, habits))
            prepared.at_once.clear()


def evidence_of(prepared: Prepared, file: ClaimsFile, blocked: Mapping[str, str]) -> Evidence:
    """What the residuals of a file's checks say of its habit of rounding."""
    evidence = Evidence()
    domains, at_once = prepared.domains, prepared.at_once
    checks = [check for check in file.checks if check.id not in blocked] if blocked else file.checks
    for portion in telling_checks(checks, prepared.facts, domains, at_once):
        for check in portion:
            if not weigh_plainly(evidence, check, domains, prepared.units, at_once.get(check.id)):
                lowered = lower_checks([check], prepared.facts, domains, prepared.units)
                weigh(evidence, lowered, prepared.facts)
        if is_ordinary(evidence):
            break
    return evidence


def judge(
    project: Project,
    *,
    options: Options = DEFAULT_OPTIONS,
    run: Callable[[Prepared, Options], Iterable[ClusterResult]] | None = None,
) -> Judgement:
    """Judge all checks of a project jointly.

    ``run`` may judge the clusters of a :class:`Prepared` project elsewhere (in several processes); results may come in any order.
    """
    collecting = gc.isenabled()
    gc.disable()  # nothing is thrown away in cycles here, and looking for them costs a fifth of the time
    try:
        prepared = prepare(project)
        results = run(prepared, options) if run is not None else judge_clusters(prepared, options)
        return assemble(prepared, results, whole=options.whole)
    finally:
        if collecting:
            gc.enable()


def judge_clusters(
    prepared: Prepared, options: Options = DEFAULT_OPTIONS, clusters: Iterable[list[Check]] | None = None
) -> Iterable[ClusterResult]:
    """Judge clusters of a project as it was prepared one after the other (all of them unless told which)."""
    options = _with_size(options, prepared)
    at_once = prepared.at_once if options.ranges != "all" else {}
    whole = options.whole
    plain = Plain(prepared.facts, prepared.domains, prepared.completed)
    alone = ClusterResult()
    for checks in prepared.clusters if clusters is None else clusters:
        if len(checks) == 1 and checks[0].id in at_once:
            if whole:
                alone.verdicts.append(plain.verdict(checks[0], at_once[checks[0].id]))
        elif all(check.id in at_once for check in checks) and plain.hold_together(checks):
            if whole:
                alone.verdicts += (plain.verdict(check, at_once[check.id]) for check in checks)
        else:
            yield _judge_closely(prepared, checks, options)
    yield alone


def _with_size(options: Options, prepared: Prepared) -> Options:
    """The options with ranges by size decided upon."""
    if options.ranges != "by size":
        return options
    return replace(options, ranges="all" if len(prepared.checks) <= ARCHIVE else "hidden")


def judge_one(prepared: Prepared, checks: list[Check], options: Options = DEFAULT_OPTIONS) -> ClusterResult:
    """Judge one cluster."""
    options = _with_size(options, prepared)
    if options.ranges != "all":
        plain = Plain(prepared.facts, prepared.domains, prepared.completed).result(checks)
        if plain is not None:
            return plain
    return _judge_closely(prepared, checks, options)


def _judge_closely(prepared: Prepared, checks: list[Check], options: Options) -> ClusterResult:
    """Judge a cluster by its network; the size of ranges is decided upon."""
    lowered = lower_checks(checks, prepared.facts, prepared.domains, prepared.units)
    if len(checks) == 1:
        quick = quick_result(checks[0], lowered, prepared.facts, ranges=options.ranges)
        if quick is not None:
            return quick
    from factcheck.judgement.cluster import Cluster
    from factcheck.judgement.protocol import judge_cluster

    cluster = Cluster(checks, prepared.facts, lowered, outside=options.outside)
    return judge_cluster(cluster, ranges=options.ranges)


def assemble(prepared: Prepared, results: Iterable[ClusterResult], *, whole: bool = True) -> Judgement:
    """Gather the results of all clusters, verdicts and conflicts in the order of the checks; ``whole`` as in :class:`Options`."""
    judgement = Judgement(problems=list(prepared.problems), conventions=list(prepared.conventions))
    found: dict[str, CheckVerdict] = {}
    for result in results:
        judgement.conflicts += result.conflicts
        judgement.implied.update(result.implied)
        judgement.excess_digits += result.excess_digits
        found.update((verdict.check, verdict) for verdict in result.verdicts)
    blocked = prepared.blocked
    for name, check in prepared.checks.items() if found or blocked or whole else ():
        verdict = found.get(name)
        if verdict is None and not whole and name in prepared.at_once and name not in blocked:
            continue
        verdict = verdict or blocked_verdict(check, blocked.get(name, ""))
        judgement.verdicts[name] = verdict
        if verdict.verdict is Verdict.NOT_JUDGED:
            judgement.not_judged[name] = verdict.reason
    place = {name: index for index, name in enumerate(prepared.checks)}
    judgement.excess_digits.sort(key=lambda excess: place[excess.check])
    judgement.conflicts.sort(key=lambda conflict: (place[conflict.primary], conflict.reading))
    judgement.units = {name: unit for name, unit in prepared.units.items() if unit is not None}
    _add_untouched(judgement, prepared, hidden_only=not whole)
    return judgement


def blocked_verdict(check: Check, code: str) -> CheckVerdict:
    """The verdict on a check that says nothing sensible, for the reason of this code."""
    if check.ignore is not None:
        return CheckVerdict(check=check.id, verdict=Verdict.IGNORED, reason=code)
    if code in CANNOT_BE:
        return CheckVerdict(check=check.id, verdict=Verdict.IMPOSSIBLE, reason=code)
    return CheckVerdict(check=check.id, verdict=Verdict.NOT_JUDGED, reason=code)


def _add_untouched(judgement: Judgement, prepared: Prepared, *, hidden_only: bool) -> None:
    """Facts that no judged check narrows keep their own readings."""
    facts = prepared.facts
    for name, domains in prepared.domains.items():
        if hidden_only and not facts[name].hidden:
            continue
        if name not in judgement.implied and name not in prepared.narrowed:
            unit = prepared.units.get(name)
            factor = unit.factor if unit is not None else Fraction(1)
            judgement.implied[name] = Implied(
                in_unit(domains.strict, factor), in_unit(domains.loose, factor), True, unit
            )


def lower(project: Project) -> Lowered:
    """The whole project as one network (checks with clashing units left out, in ``not_judged``)."""
    prepared = prepare(project)
    blocked = prepared.blocked
    checks = [check for name, check in prepared.checks.items() if name not in blocked]
    lowered = lower_checks(checks, prepared.facts, prepared.domains, prepared.units)
    lowered.not_judged.update(blocked)
    return lowered
