"""A judged project that is kept, and judged again only where an edit touches it."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Sequence
from dataclasses import field, replace

from factcheck.claims.model import Check, ClaimsFile, Fact, Project
from factcheck.judgement.clusters import clusters_of
from factcheck.judgement.edits import Edit, difference
from factcheck.judgement.habits import convention_of, habits_of
from factcheck.judgement.judging import (
    ARCHIVE,
    DEFAULT_OPTIONS,
    Options,
    Prepared,
    assemble,
    blocked_verdict,
    evidence_of,
    judge_one,
    look_at_checks,
    prepare,
)
from factcheck.judgement.lowering.domains import Domains, all_domains, domains_of
from factcheck.judgement.model import CheckVerdict, ClusterResult, ConflictSet, Implied, Judgement
from factcheck.judgement.region import complete_again, quotient_of, region_of, takes_its_unit
from factcheck.judgement.units.completion import facts_of
from factcheck.judgement.units.values import counts_not_whole
from factcheck.records import record


@record(slots=True)
class Update:
    """What came of an edit: new verdicts, conflicts and implied ranges of the checks that were judged again, and the checks ``gone``. Everything else stays."""

    verdicts: dict[str, CheckVerdict] = field(default_factory=dict)
    conflicts: list[ConflictSet] = field(default_factory=list)
    implied: dict[str, Implied] = field(default_factory=dict)
    gone: tuple[str, ...] = ()


class ProjectState:
    """Keeps a project's facts, clusters and verdicts. An edit costs what its own clusters cost, however large the project is.

    The judgement is that of the edited project read afresh: units that other checks tell are completed again as far as they can have
    changed, and the file's habit of rounding is told again. While a large project is judged for the first time no memory is searched for
    cycles; that is done once at the end, so that no edit pays for it.
    """

    def __init__(self, project: Project, *, options: Options = DEFAULT_OPTIONS) -> None:
        self.project = project
        self.options = options
        collecting = gc.isenabled()
        gc.disable()
        try:
            self.rebuild()
        finally:
            if collecting:
                gc.enable()
                if len(self.prepared.checks) > ARCHIVE:
                    gc.collect()

    def rebuild(self) -> None:
        """Judge the whole project afresh."""
        self.prepared: Prepared = prepare(self.project)
        self._quotients = set(self.prepared.ratios)
        self._files = {file.path: file for file in self.project.files}
        self._stems = {file.stem: file.path for file in self.project.files}
        self._conventions = {each.file: each for each in self.prepared.conventions}
        self._in_order = True
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
        if not self._in_order:
            checks = self.prepared.checks
            self.prepared.checks = {name: checks[name] for name in self._ordered(checks)}
            self._in_order = True
        return assemble(self.prepared, [result for _, result in self._clusters.values()])

    def replace_fact(self, fact: Fact) -> Update:
        """Put a fact in the place of the one with its id, or add it, and judge again what that touches."""
        return self.replace_facts([fact])

    def replace_facts(self, facts: Sequence[Fact]) -> Update:
        """Several facts at once."""
        return self._apply(Edit(facts={fact.id: fact for fact in facts}))

    def remove_fact(self, name: str) -> Update:
        """Take a fact out, and the checks that mention it."""
        return self._apply(Edit(gone_facts=[name], gone_checks=list(self._users.get(name, ()))))

    def replace_check(self, check: Check) -> Update:
        """Put a check in the place of the one with its id, or add it, and judge again what either touches."""
        return self._apply(Edit(checks={check.id: check}))

    def remove_check(self, name: str) -> Update:
        """Take a check out, and judge again what it touched."""
        return self._apply(Edit(gone_checks=[name]))

    def replace_file(self, file: ClaimsFile) -> Update:
        """Put a file, read again after an edit, in the place of the one with its path, or add it.

        Checks of other files that use a fact which is gone are taken out; where it comes back, the files that use it are to be replaced too.
        """
        old = self._files.get(file.path)
        if old is None:
            self.project.files.append(file)
            old = replace(file, facts={}, checks=[])
        else:
            at = next(at for at, each in enumerate(self.project.files) if each is old)
            self.project.files[at] = file
        self._files[file.path] = file
        self._stems[file.stem] = file.path
        edit = difference(old, file)
        edit.gone_checks += {
            user: None
            for name in edit.gone_facts
            for user in self._users.get(name, ())
            if user not in edit.checks and user not in edit.gone_checks
        }
        return self._apply(edit)

    def trial(self, facts: Sequence[Fact]) -> Update:
        """What :meth:`replace_facts` would bring (units and habits as they are), with nothing kept."""
        prepared = self.prepared
        before_facts = {fact.id: prepared.facts[fact.id] for fact in facts}
        before_domains = {fact.id: prepared.domains[fact.id] for fact in facts}
        for fact in facts:
            prepared.facts[fact.id] = fact
            prepared.domains[fact.id] = self._domains(fact)
        touched = {name for fact in facts for name in self._users.get(fact.id, ())}
        try:
            pool = [prepared.checks[name] for name in self._ordered(self._with_clusters(touched))]
            return _gathered(result for _, result in self._judged(pool))
        finally:
            prepared.facts.update(before_facts)
            prepared.domains.update(before_domains)

    def _apply(self, edit: Edit) -> Update:
        """Make the edit, complete units again, and judge again all clusters that it touches, before or after."""
        prepared = self.prepared
        old = [prepared.checks[name] for name in (*edit.checks, *edit.gone_checks) if name in prepared.checks]
        loosened = self._with_clusters(check.id for check in old)
        paths = {prepared.paths[check.id] for check in old}
        self._store(edit)
        mentioned = {name for check in (*old, *edit.checks.values()) for name in facts_of(check)}
        changed = {*self._change_quotients(mentioned), *edit.facts}
        changed |= self._complete({*mentioned, *edit.facts}, {*self._users_of(changed), *edit.checks})
        self._read_again(changed)
        touched = {*self._users_of(changed), *edit.checks}
        self._inspect(touched, {*changed, *edit.gone_facts})
        for path in paths | {prepared.paths[name] for name in touched}:
            read_otherwise = self._follow_habit(self._files[path])
            self._read_again(read_otherwise)
            touched.update(self._users_of(read_otherwise))
        self._note_narrowed(
            {*mentioned, *changed, *(n for c in touched for n in facts_of(prepared.checks[c]))}
        )
        return self._judge_again(touched, loosened, edit.gone_checks)

    def _store(self, edit: Edit) -> None:
        """The edit in the project, in what is prepared, and in the index of users."""
        prepared = self.prepared
        for fact in (*edit.moved_facts.values(), *edit.facts.values()):
            file = self._file_of(fact.id, fact.name)
            file.facts[fact.name] = prepared.facts[fact.id] = fact
            habit = habits_of(file, self._conventions.get(file.path))
            if habit:
                prepared.habits[fact.id] = habit[fact.id]
        for name in edit.gone_facts:
            fact = prepared.facts.pop(name)
            self._file_of(name, fact.name).facts.pop(fact.name, None)
            prepared.completed.units.pop(name, None)
            prepared.completed.divisors.pop(name, None)
            prepared.domains.pop(name, None)
            prepared.habits.pop(name, None)
        for name in edit.gone_checks:
            self._drop(name, self._file_of(name), None)
            del prepared.paths[name]
        for name, check in edit.checks.items():
            file = self._file_of(name)
            self._drop(name, file, check)
            prepared.checks[name], prepared.paths[name] = check, file.path
            self._note_users(check)
        prepared.checks.update(edit.moved_checks)
        self._in_order = self._in_order and not (edit.checks or edit.moved_checks)

    def _drop(self, name: str, file: ClaimsFile, instead: Check | None) -> None:
        """Take a check out of its file and of what is prepared; in the file another one takes its place."""
        at = next((at for at, check in enumerate(file.checks) if check.id == name), len(file.checks))
        file.checks[at : at + 1] = [] if instead is None else [instead]
        old = self.prepared.checks.pop(name, None)
        if old is not None:
            self.prepared.at_once.pop(name, None)
            self.prepared.unknown.pop(name, None)
            for fact in facts_of(old):
                self._users[fact].pop(name, None)

    def _file_of(self, name: str, own: str | None = None) -> ClaimsFile:
        """The file of a check, or of a fact whose ``own`` name is told: ids begin with the file's stem."""
        path = self.prepared.paths.get(name)
        if own is not None:
            path = self._stems[name[: -len(own) - 1]]
        while path is None:
            name = name[: max(name.rfind("."), name.rfind(":"))]
            path = self._stems.get(name)
        return self._files[path]

    def _change_quotients(self, mentioned: Iterable[str]) -> set[str]:
        """The facts that have become the ``is`` of an average or a multiple, or ceased to be."""
        checks = self.prepared.checks
        changed = {
            fact
            for fact in mentioned
            if (fact in self._quotients)
            != any(quotient_of(checks[name]) == fact for name in self._users.get(fact, ()))
        }
        if changed:
            self._quotients ^= changed
            self.prepared.ratios = frozenset(self._quotients)
        return changed

    def _complete(self, facts: Iterable[str], checks: Iterable[str]) -> set[str]:
        """Complete units again where an edit of these may have changed them; the facts whose unit is another now."""
        prepared = self.prepared
        known, quotients = prepared.facts, self._quotients
        here = [name for name in facts if name in known]
        depending = [name for name in here if takes_its_unit(known[name], quotients)]
        start = (*checks, *self._users_of(depending))
        region = region_of(start, prepared.checks, known, quotients, self._users)
        ordered = [prepared.checks[name] for name in self._ordered(region)]
        return complete_again(prepared.completed, known, here, ordered)

    def _read_again(self, facts: Iterable[str]) -> None:
        prepared = self.prepared
        for name in facts:
            fact = prepared.facts.get(name)
            if fact is not None:
                prepared.domains[name] = self._domains(fact)

    def _inspect(self, checks: set[str], facts: set[str]) -> None:
        """What is wrong with the units and values of checks and facts."""
        prepared = self.prepared
        problems = [
            each
            for each in prepared.problems
            if (each.check not in checks and each.check in prepared.checks)
            or (each.check is None and facts.isdisjoint(each.facts))
        ]
        for name in facts:
            fact = prepared.facts.get(name)
            if fact is not None:
                alone = replace(self._file_of(name, fact.name), facts={fact.name: fact})
                problems += counts_not_whole(Project([alone]), prepared.ratios)
        prepared.problems[:] = problems
        for name in checks:
            prepared.at_once.pop(name, None)
        look_at_checks(prepared, [prepared.checks[name] for name in self._ordered(checks)])

    def _follow_habit(self, file: ClaimsFile) -> set[str]:
        """Tell the file's habit of rounding again; the facts that are read otherwise now."""
        prepared = self.prepared
        before = self._conventions.get(file.path)
        habits = habits_of(file, before)
        if habits:  # told from readings without the habit
            for check in file.checks:
                prepared.at_once.pop(check.id, None)
            facts = {fact.id: fact for fact in file.facts.values()}
            prepared.domains.update(all_domains(facts, prepared.units, prepared.ratios, {}))
        now = convention_of(file, evidence_of(prepared, file, prepared.blocked))
        if now != before:
            self._conventions.pop(file.path, None)
            if now is not None:
                self._conventions[file.path] = now
            conventions = self._conventions
            prepared.conventions[:] = [
                conventions[each.path] for each in self.project.files if each.path in conventions
            ]
        changed = habits_of(file, now)
        if changed == habits:
            self._read_again(habits)
            return set()
        for name in habits:
            prepared.habits.pop(name, None)
        prepared.habits.update(changed)
        return {*habits, *changed}

    def _note_narrowed(self, facts: Iterable[str]) -> None:
        """Which of these facts the checks may narrow now."""
        prepared, blocked = self.prepared, self.prepared.blocked
        for name in facts:
            domains = prepared.domains.get(name)
            unknown = domains is not None and not domains.known
            if unknown and any(user not in blocked for user in self._users.get(name, ())):
                prepared.narrowed.add(name)
            else:
                prepared.narrowed.discard(name)

    def _judge_again(self, touched: set[str], loosened: set[str], gone: Sequence[str]) -> Update:
        """Judge the clusters of the touched checks, and of those that were in one cluster with a check that is gone or another now."""
        prepared = self.prepared
        names = self._with_clusters({*touched, *self._neighbours(touched)}) | loosened
        for name in names:
            self._clusters.pop(self._cluster_of.pop(name, -1), None)
        pool = [prepared.checks[name] for name in self._ordered(names & prepared.checks.keys())]
        judged = list(self._judged(pool))
        for checks, result in judged:
            self._keep(checks, result)
        update = _gathered(result for _, result in judged)
        blocked = prepared.blocked
        for check in pool:
            if check.id in blocked:
                update.verdicts[check.id] = blocked_verdict(check, blocked[check.id])
        update.gone = tuple(gone)
        return update

    def _ordered(self, names: Iterable[str]) -> list[str]:
        """Checks in the order that depends on nothing but the files: by path, then by place."""
        checks, paths = self.prepared.checks, self.prepared.paths
        return sorted(names, key=lambda name: (paths[name], checks[name].extent.start))

    def _users_of(self, facts: Iterable[str]) -> Iterable[str]:
        return (name for fact in facts for name in self._users.get(fact, ()))

    def _with_clusters(self, names: Iterable[str]) -> set[str]:
        """These checks, with all that are in one cluster with one of them."""
        found = set(names)
        for key in {self._cluster_of[name] for name in found if name in self._cluster_of}:
            found.update(check.id for check in self._clusters[key][0])
        return found

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

    def _neighbours(self, names: Iterable[str]) -> set[str]:
        """The checks that share a fact which is not exactly known."""
        prepared = self.prepared
        facts = {fact for name in names for fact in facts_of(prepared.checks[name])}
        return set(self._users_of(fact for fact in facts if fact in prepared.narrowed))

    def _domains(self, fact: Fact) -> Domains:
        prepared = self.prepared
        return domains_of(
            fact,
            prepared.units.get(fact.id),
            ratio=fact.id in self._quotients,
            habit=prepared.habits.get(fact.id),
        )

    def _note_users(self, check: Check) -> None:
        for name in facts_of(check):
            self._users.setdefault(name, {})[check.id] = None


def _gathered(results: Iterable[ClusterResult]) -> Update:
    update = Update()
    for result in results:
        update.verdicts.update((verdict.check, verdict) for verdict in result.verdicts)
        update.conflicts += result.conflicts
        update.implied.update(result.implied)
    return update
