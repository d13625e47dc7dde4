"""A judged project that is kept, and judged again only where an edit touches it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import field

from factcheck.claims.model import Check, Fact, Project
from factcheck.judgement.clusters import clusters_of
from factcheck.judgement.judging import (
    DEFAULT_OPTIONS,
    Options,
    Prepared,
    assemble,
    judge_one,
    prepare,
    problems_of,
)
from factcheck.judgement.lowering.domains import Domains, domains_of
from factcheck.judgement.model import CheckVerdict, ClusterResult, ConflictSet, Implied, Judgement
from factcheck.judgement.units.completion import QUOTIENT_FIELDS, facts_of, learn, supply_divisor
from factcheck.records import record


@record(slots=True)
class Update:
    """What came of an edit: new verdicts, conflicts and implied ranges of the checks that were judged again. Everything else stays."""

    verdicts: dict[str, CheckVerdict] = field(default_factory=dict)
    conflicts: list[ConflictSet] = field(default_factory=list)
    implied: dict[str, Implied] = field(default_factory=dict)


class ProjectState:
    """Keeps a project's facts, clusters and verdicts. An edit costs what its own clusters cost, however large the project is.

    A fact whose unit changes, and habits of rounding that an edit would reveal, need :meth:`rebuild`: the first is done of itself.
    """

    def __init__(self, project: Project, *, options: Options = DEFAULT_OPTIONS) -> None:
        self.project = project
        self.options = options
        self.rebuild()

    def rebuild(self) -> None:
        """Judge the whole project afresh."""
        self.prepared: Prepared = prepare(self.project)
        self._place = {name: index for index, name in enumerate(self.prepared.checks)}
        self._users: dict[str, dict[str, None]] = {}
        for check in self.prepared.checks.values():
            self._note_users(check)
        self._clusters: dict[int, tuple[list[Check], ClusterResult]] = {}
        self._cluster_of: dict[str, int] = {}
        self._next = 0
        for checks in self.prepared.clusters:
            self._keep(checks, judge_one(self.prepared, checks, self.options))

    @property
    def judgement(self) -> Judgement:
        """The verdicts on the whole project as it now is."""
        return assemble(self.prepared, [result for _, result in self._clusters.values()])

    def replace_fact(self, fact: Fact) -> Update:
        """Put a fact in the place of the one with its id, and judge its clusters again."""
        return self.replace_facts([fact])

    def replace_facts(self, facts: Sequence[Fact]) -> Update:
        """Several facts at once."""
        prepared = self.prepared
        changed_unit = any(fact.unit != prepared.facts[fact.id].unit for fact in facts)
        for fact in facts:
            self._store(fact)
        if changed_unit:
            self.rebuild()
            return self._everything()
        for fact in facts:
            prepared.facts[fact.id] = fact
            prepared.domains[fact.id] = self._domains(fact)
        return self._judge_again({name for fact in facts for name in self._users.get(fact.id, ())})

    def trial(self, facts: Sequence[Fact]) -> Update:
        """What :meth:`replace_facts` would bring (units as they are), with nothing kept."""
        prepared = self.prepared
        before_facts = {fact.id: prepared.facts[fact.id] for fact in facts}
        before_domains = {fact.id: prepared.domains[fact.id] for fact in facts}
        before_problems = list(prepared.problems)
        for fact in facts:
            prepared.facts[fact.id] = fact
            prepared.domains[fact.id] = self._domains(fact)
        touched = {name for fact in facts for name in self._users.get(fact.id, ())}
        try:
            return _gathered(result for _, result in self._judged(self._pool(touched)))
        finally:
            prepared.facts.update(before_facts)
            prepared.domains.update(before_domains)
            prepared.problems[:] = before_problems

    def replace_check(self, check: Check) -> Update:
        """Put a check in the place of the one with its id (a new id: after all others), and judge again what either touches."""
        old = self.prepared.checks.get(check.id)
        touched = set(self._neighbours(old) if old is not None else ())
        self._drop_users(old)
        self.prepared.checks[check.id] = check
        self._place.setdefault(check.id, len(self._place))
        self._note_users(check)
        if check.kind in QUOTIENT_FIELDS:
            supply_divisor(self.prepared.completed, check)
        learn(self.prepared.completed, check)
        return self._judge_again(touched | set(self._neighbours(check)) | {check.id})

    def remove_check(self, name: str) -> Update:
        """Take a check out, and judge again what it touched."""
        old = self.prepared.checks[name]
        touched = set(self._neighbours(old))
        pool = self._pool(touched)
        self._drop_users(old)
        del self.prepared.checks[name]
        self.prepared.problems[:] = [problem for problem in self.prepared.problems if problem.check != name]
        return self._replace([check for check in pool if check.id != name], pool)

    def _judge_again(self, touched: set[str]) -> Update:
        prepared = self.prepared
        kept = [problem for problem in prepared.problems if problem.check not in touched]
        found = [
            problem
            for name in sorted(touched, key=self._place.__getitem__)
            for problem in problems_of(prepared, prepared.checks[name])
        ]
        prepared.problems[:] = kept + found
        pool = self._pool(touched)
        return self._replace(pool, pool)

    def _replace(self, pool: list[Check], before: Iterable[Check]) -> Update:
        for check in before:
            key = self._cluster_of.pop(check.id, None)
            self._clusters.pop(-1 if key is None else key, None)
        judged = list(self._judged(pool))
        for checks, result in judged:
            self._keep(checks, result)
        return _gathered(result for _, result in judged)

    def _pool(self, touched: set[str]) -> list[Check]:
        """All checks of the clusters that the touched checks are in, and these themselves, in the order written."""
        names = set(touched)
        for name in touched:
            key = self._cluster_of.get(name)
            if key is not None:
                names.update(check.id for check in self._clusters[key][0])
        return [self.prepared.checks[name] for name in sorted(names, key=self._place.__getitem__)]

    def _judged(self, pool: list[Check]) -> Iterable[tuple[list[Check], ClusterResult]]:
        blocked = self.prepared.blocked_among(pool)
        for checks in clusters_of(
            (check for check in pool if check.id not in blocked), self.prepared.domains
        ):
            yield checks, judge_one(self.prepared, checks, self.options)

    def _keep(self, checks: list[Check], result: ClusterResult) -> None:
        self._clusters[self._next] = (checks, result)
        self._cluster_of.update((check.id, self._next) for check in checks)
        self._next += 1

    def _neighbours(self, check: Check) -> list[str]:
        """The checks that share a fact which is not exactly known, now or when they were last judged."""
        domains = self.prepared.domains
        unknown = [name for name in facts_of(check) if name in domains and not domains[name].known]
        return [check.id, *(user for name in unknown for user in self._users.get(name, ()))]

    def _domains(self, fact: Fact) -> Domains:
        prepared = self.prepared
        return domains_of(
            fact,
            prepared.units.get(fact.id),
            ratio=fact.id in prepared.ratios,
            habit=prepared.habits.get(fact.id),
        )

    def _store(self, fact: Fact) -> None:
        for file in self.project.files:
            old = file.facts.get(fact.name)
            if old is not None and old.id == fact.id:
                file.facts[fact.name] = fact

    def _note_users(self, check: Check) -> None:
        for name in facts_of(check):
            self._users.setdefault(name, {})[check.id] = None

    def _drop_users(self, check: Check | None) -> None:
        for name in facts_of(check) if check is not None else ():
            self._users[name].pop(check.id if check is not None else "", None)

    def _everything(self) -> Update:
        return _gathered(result for _, result in self._clusters.values())


def _gathered(results: Iterable[ClusterResult]) -> Update:
    update = Update()
    for result in results:
        update.verdicts.update((verdict.check, verdict) for verdict in result.verdicts)
        update.conflicts += result.conflicts
        update.implied.update(result.implied)
    return update
