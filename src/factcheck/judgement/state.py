"""A judged project that is kept, and judged again only where an edit touches it."""

from __future__ import annotations

import gc
from bisect import bisect
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import field

from factcheck.claims.model import Check, ClaimsFile, Fact, Project
from factcheck.judgement.clusters import clusters_of
from factcheck.judgement.edits import Edit, difference
from factcheck.judgement.judging import (
    DEFAULT_OPTIONS,
    Options,
    Prepared,
    assemble,
    blocked_verdict,
    judge_one,
)
from factcheck.judgement.keeping import Keeper
from factcheck.judgement.model import CheckVerdict, ClusterResult, ConflictSet, Implied, Judgement
from factcheck.judgement.renaming import renamed
from factcheck.judgement.rereading import read_again
from factcheck.judgement.units.completion import facts_of
from factcheck.records import record


@record(slots=True)
class Update:
    """What came of an edit: new verdicts, conflicts and implied ranges of the checks that were judged again, and the checks ``gone``. Everything else stays.

    A check that only moved to another line, and has another id for that, is ``gone`` under the old and has its verdict under the new one.
    """

    verdicts: dict[str, CheckVerdict] = field(default_factory=dict)
    conflicts: list[ConflictSet] = field(default_factory=list)
    implied: dict[str, Implied] = field(default_factory=dict)
    gone: tuple[str, ...] = ()


class ProjectState:
    """Keeps a project's facts, clusters and verdicts. An edit costs what its own clusters and its file cost, however large the project is.

    The project is the state's own from then on: edits change it. The judgement is that of the edited project read afresh: units that
    other checks tell are completed again as far as they can have changed, and the habit of rounding of the edited file is told again.

    Over a hundred thousand facts Python's search for cycles takes about a second, once in some hundred edits. ``freezing`` is for a process
    that does little else than keep the project: what lives once it is judged, and after each edit, is left out of further searches
    (``gc.freeze``), and each edit's own memory is searched before. ``gc.unfreeze()`` takes that back.
    """

    def __init__(
        self, project: Project, *, options: Options = DEFAULT_OPTIONS, freezing: bool = False
    ) -> None:
        self.project = project
        self.options = options
        self.freezing = freezing
        self.rebuild()

    def rebuild(self) -> None:
        """Judge the whole project afresh."""
        with self._without_collecting():
            self._rebuild()

    def _rebuild(self) -> None:
        self._keeper = Keeper(self.project)
        self._in_order = True
        self._clusters: dict[int, tuple[list[Check], ClusterResult]] = {}
        self._cluster_of: dict[str, int] = {}
        self._next = 0
        for checks in self.prepared.clusters:
            self._keep(checks, judge_one(self.prepared, checks, self.options))

    @property
    def prepared(self) -> Prepared:
        """The project as it now is, ready to be judged; its ``clusters`` are those it was read with."""
        return self._keeper.prepared

    @property
    def judgement(self) -> Judgement:
        """The verdicts on the whole project as it now is."""
        if not self._in_order:
            checks = self.prepared.checks
            self.prepared.checks = {name: checks[name] for name in self._keeper.in_order(checks)}
            self._in_order = True
        return assemble(self.prepared, [result for _, result in self._clusters.values()])

    def replace_fact(self, fact: Fact) -> Update:
        """Put a fact in the place of the one with its id, or add it, and judge again what that touches."""
        return self.replace_facts([fact])

    def replace_facts(self, facts: Sequence[Fact]) -> Update:
        """Several facts at once."""
        for fact in facts:
            self._keeper.file_of_fact(fact).facts[fact.name] = fact
        return self._apply(Edit(facts={fact.id: fact for fact in facts}))

    def remove_fact(self, name: str) -> Update:
        """Take a fact out, and the checks that mention it."""
        fact = self.prepared.facts[name]
        file, checks = self._keeper.file_of_fact(fact), list(self._keeper.users.get(name, ()))
        del file.facts[fact.name]
        for check in checks:
            self._take_out(check)
        return self._apply(Edit(gone_facts=[name], gone_checks=checks))

    def replace_check(self, check: Check) -> Update:
        """Put a check in the place of the one with its id, or add it, and judge again what either touches."""
        gone = [check.id] if check.id in self.prepared.checks else []
        checks = self._keeper.file_of_check(check.id).checks
        for name in gone:
            self._take_out(name)
        checks.insert(bisect(checks, check.extent.start, key=lambda each: each.extent.start), check)
        return self._apply(Edit(checks={check.id: check}, gone_checks=gone))

    def remove_check(self, name: str) -> Update:
        """Take a check out, and judge again what it touched."""
        self._take_out(name)
        return self._apply(Edit(gone_checks=[name]))

    def replace_text(self, path: str, text: str) -> Update:
        """Read a file again from its edited text, as :meth:`replace_file` takes it; ``path`` is that of the file in the project."""
        with self._without_collecting():
            return self.replace_file(read_again(self._keeper.files, path, text))

    def replace_file(self, file: ClaimsFile) -> Update:
        """Put a file, read again after an edit, in the place of the one with its path, or add it.

        Checks of other files that use a fact which is gone are taken out; where it comes back, the files that use it are to be replaced too.
        """
        old = self._keeper.put_file(file)
        edit = difference(old, file)
        known = {*edit.gone_checks, *edit.moved_checks}
        lost = {user: None for user in self._keeper.users_of(edit.gone_facts) if user not in known}
        for name in lost:
            self._take_out(name)
        edit.gone_checks += lost
        if old.article.rounding != file.article.rounding:
            edit.files.add(file.path)
        return self._apply(edit)

    def trial(self, facts: Sequence[Fact]) -> Update:
        """What :meth:`replace_facts` would bring (units and habits as they are), with nothing kept."""
        prepared, keeper = self.prepared, self._keeper
        before_facts = {fact.id: prepared.facts[fact.id] for fact in facts}
        before_domains = {fact.id: prepared.domains[fact.id] for fact in facts}
        for fact in facts:
            prepared.facts[fact.id] = fact
            prepared.domains[fact.id] = keeper.domains_of(fact)
        touched = self._with_clusters(keeper.users_of(before_facts))
        try:
            pool = [prepared.checks[name] for name in keeper.in_order(touched)]
            return _gathered(result for _, result in self._judged(pool))
        finally:
            prepared.facts.update(before_facts)
            prepared.domains.update(before_domains)

    def _take_out(self, name: str) -> None:
        checks = self._keeper.file_of_check(name).checks
        del checks[next(at for at, check in enumerate(checks) if check.id == name)]

    def _apply(self, edit: Edit) -> Update:
        with self._without_collecting():
            return self._applied(edit)

    def _applied(self, edit: Edit) -> Update:
        """Make the edit, and judge again the clusters that it touches, before or after."""
        loosened = self._with_clusters(edit.gone_checks) - set(edit.gone_checks)
        self._forget(edit.gone_checks)
        update = self._move(edit.moved_checks)
        touched = self._keeper.change(edit)
        moved = edit.moved_checks
        touched |= {moved[name].id if name in moved else name for name in loosened}
        self._in_order = False
        self._judge_again(touched, update)
        update.gone = tuple(name for name in (*edit.gone_checks, *moved) if name not in self.prepared.checks)
        return update

    @contextmanager
    def _without_collecting(self) -> Iterator[None]:
        """No search for cycles meanwhile, and none through what is there now afterwards if that is to be frozen."""
        collecting = gc.isenabled()
        gc.disable()
        try:
            yield
        finally:
            if collecting:
                if self.freezing:
                    gc.collect()
                    gc.freeze()
                gc.enable()

    def _forget(self, names: Iterable[str]) -> None:
        for name in names:
            self._clusters.pop(self._cluster_of.pop(name, -1), None)

    def _move(self, moved: Mapping[str, Check]) -> Update:
        """Results under the ids that checks have now."""
        update = Update()
        ids = {old: check.id for old, check in moved.items() if old != check.id}
        for key in dict.fromkeys([self._cluster_of.pop(old) for old in ids if old in self._cluster_of]):
            if key not in self._clusters:
                continue
            checks, result = self._clusters[key]
            self._cluster_of.update((ids.get(check.id, check.id), key) for check in checks)
            result = renamed(result, ids)
            self._clusters[key] = [moved.get(check.id, check) for check in checks], result
            update.verdicts.update((verdict.check, verdict) for verdict in result.verdicts)
            update.conflicts += result.conflicts
        return update

    def _judge_again(self, touched: set[str], update: Update) -> None:
        """Judge the clusters of the touched checks, as they were and as they are now."""
        prepared = self.prepared
        names = self._with_clusters({*touched, *self._neighbours(touched)}) & prepared.checks.keys()
        self._forget(names)
        pool = [prepared.checks[name] for name in self._keeper.in_order(names)]
        judged = list(self._judged(pool))
        for checks, result in judged:
            self._keep(checks, result)
        found = _gathered(result for _, result in judged)
        update.verdicts.update(found.verdicts)
        kept = (conflict for conflict in update.conflicts if conflict.primary not in names)
        update.conflicts, update.implied = [*kept, *found.conflicts], found.implied
        blocked = prepared.blocked
        for check in pool:
            if check.id in blocked:
                update.verdicts[check.id] = blocked_verdict(check, blocked[check.id])

    def _with_clusters(self, names: Iterable[str]) -> set[str]:
        """These checks, with all that are in one cluster with one of them."""
        found = set(names)
        for key in {self._cluster_of.get(name) for name in found}:
            if key in self._clusters:
                found.update(check.id for check in self._clusters[key][0])
        return found

    def _neighbours(self, names: Iterable[str]) -> set[str]:
        """The checks that share a fact which is not exactly known."""
        prepared = self.prepared
        facts = {fact for name in names for fact in facts_of(prepared.checks[name])}
        return set(self._keeper.users_of(facts & prepared.narrowed))

    def _judged(self, pool: list[Check]) -> Iterable[tuple[list[Check], ClusterResult]]:
        blocked = self.prepared.blocked_among(pool)
        sound = (check for check in pool if check.id not in blocked)
        for checks in clusters_of(sound, self.prepared.domains):
            yield checks, judge_one(self.prepared, checks, self.options)

    def _keep(self, checks: list[Check], result: ClusterResult) -> None:
        self._clusters[self._next] = (checks, result)
        self._cluster_of.update((check.id, self._next) for check in checks)
        self._next += 1


def _gathered(results: Iterable[ClusterResult]) -> Update:
    update = Update()
    for result in results:
        update.verdicts.update((verdict.check, verdict) for verdict in result.verdicts)
        update.conflicts += result.conflicts
        update.implied.update(result.implied)
    return update
