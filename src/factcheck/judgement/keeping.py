"""A prepared project under edits: its facts, units, domains and problems, kept as a project read afresh would have them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from typing import TypeVar

from factcheck.claims.model import Check, ClaimsFile, Fact, Project
from factcheck.judgement.edits import Edit
from factcheck.judgement.habits import convention_of, habits_of
from factcheck.judgement.judging import Prepared, evidence_of, look_at_checks, prepare
from factcheck.judgement.lowering.domains import Domains, all_domains, domains_of
from factcheck.judgement.region import complete_again, quotient_of, region_of, takes_its_unit
from factcheck.judgement.units.completion import facts_of
from factcheck.judgement.units.values import counts_not_whole

Value = TypeVar("Value")


class Keeper:
    """Keeps what :func:`factcheck.judgement.judging.prepare` makes of a project; an edit costs what the checks around it cost."""

    def __init__(self, project: Project) -> None:
        self.project = project
        self.prepared: Prepared = prepare(project)
        self.files = {file.path: file for file in project.files}
        self.users: dict[str, dict[str, None]] = {}
        self._stems = {file.stem: file.path for file in project.files}
        self._quotients = set(self.prepared.ratios)
        self._conventions = {each.file: each for each in self.prepared.conventions}
        for check in self.prepared.checks.values():
            self._note_users(check)

    def put_file(self, file: ClaimsFile) -> ClaimsFile:
        """Put a file in the place of the one with its path, or add it; the one that was there (an empty one if none was)."""
        old = self.files.get(file.path)
        if old is None:
            self.project.files.append(file)
        else:
            at = next(at for at, each in enumerate(self.project.files) if each is old)
            self.project.files[at] = file
        self.files[file.path] = file
        self._stems[file.stem] = file.path
        return old or replace(file, facts={}, checks=[])

    def file_of_check(self, name: str) -> ClaimsFile:
        """The file of a check, also of one that is new: its id begins with the file's stem."""
        path = self.prepared.paths.get(name)
        while path is None:
            name = name[: max(name.rfind("."), name.rfind(":"))]
            path = self._stems.get(name)
        return self.files[path]

    def file_of_fact(self, fact: Fact) -> ClaimsFile:
        """The file of a fact: its id is the file's stem, a dot and its name."""
        return self.files[self._stems[fact.id[: -len(fact.name) - 1]]]

    def users_of(self, facts: Iterable[str]) -> Iterable[str]:
        """The checks that mention one of the facts."""
        return (name for fact in facts for name in self.users.get(fact, ()))

    def in_order(self, names: Iterable[str]) -> list[str]:
        """Checks in the order that depends on nothing but the files: by path, then by place."""
        checks, paths = self.prepared.checks, self.prepared.paths
        return sorted(names, key=lambda name: (paths[name], checks[name].extent.start))

    def domains_of(self, fact: Fact) -> Domains:
        """What the fact may be, read as it now stands."""
        prepared = self.prepared
        return domains_of(
            fact,
            prepared.units.get(fact.id),
            ratio=fact.id in self._quotients,
            habit=prepared.habits.get(fact.id),
        )

    def change(self, edit: Edit) -> set[str]:
        """Make the edit; the checks about which something is another now, those that only moved left aside."""
        prepared = self.prepared
        gone = [prepared.checks[name] for name in edit.gone_checks]
        paths = {*edit.files, *(prepared.paths[check.id] for check in gone)}
        paths.update(
            path for name in edit.moved_checks if (path := prepared.paths[name]) in self._conventions
        )
        for check in gone:
            self._drop(check)
        self._drop_problems(edit.gone_checks)
        moved = self._move(edit.moved_checks)
        self._store(edit)
        mentioned = {name for check in (*gone, *edit.checks.values()) for name in facts_of(check)}
        changed = {*self._change_quotients(mentioned), *edit.facts}
        changed |= self._complete({*mentioned, *edit.facts}, {*self.users_of(changed), *edit.checks})
        self._read_again(changed)
        touched = {*self.users_of(changed), *edit.checks, *moved}
        self._inspect(touched, {*changed, *edit.gone_facts})
        for path in paths | {prepared.paths[name] for name in touched}:
            read_otherwise = self._follow_habit(self.files[path])
            self._read_again(read_otherwise)
            touched.update(self.users_of(read_otherwise))
        self._note_narrowed(
            {*mentioned, *changed, *(n for name in touched for n in facts_of(prepared.checks[name]))}
        )
        return touched

    def _drop(self, check: Check) -> None:
        prepared, name = self.prepared, check.id
        for kept in (prepared.checks, prepared.paths, prepared.at_once, prepared.unknown):
            kept.pop(name, None)
        for fact in facts_of(check):
            self.users[fact].pop(name, None)

    def _move(self, moved: dict[str, Check]) -> set[str]:
        """Checks that stand elsewhere, some of them under another id; those of which problems were told, at places that are others now."""
        prepared = self.prepared
        told = {each.check for each in prepared.problems if each.check in moved}
        renamed = {old: check for old, check in moved.items() if old != check.id}
        for old, check in moved.items():
            prepared.checks[old] = check
        if renamed:
            self._rename(renamed)
        self._drop_problems(told)
        return {moved[name].id for name in told if name is not None}

    def _drop_problems(self, checks: Collection[str | None]) -> None:
        problems = self.prepared.problems
        if checks and problems:
            problems[:] = [each for each in problems if each.check not in checks]

    def _rename(self, renamed: dict[str, Check]) -> None:
        prepared = self.prepared
        _rename_keys(prepared.checks, renamed)
        _rename_keys(prepared.paths, renamed)
        _rename_keys(prepared.at_once, renamed)
        _rename_keys(prepared.unknown, renamed)
        supplied = prepared.completed.divisors
        divisors = {}
        for old, check in renamed.items():
            for fact in facts_of(check):
                self.users[fact].pop(old)
                if fact in supplied and supplied[fact][1] == old:
                    divisors[fact] = (supplied[fact][0], check.id)
        supplied.update(divisors)
        for check in renamed.values():
            self._note_users(check)

    def _store(self, edit: Edit) -> None:
        """Facts and checks in what is prepared, and in the index of users."""
        prepared = self.prepared
        prepared.facts.update(edit.moved_facts)
        for fact in edit.facts.values():
            prepared.facts[fact.id] = fact
            file = self.file_of_fact(fact)
            habits = habits_of(file, self._conventions.get(file.path))
            if fact.id in habits:
                prepared.habits[fact.id] = habits[fact.id]
        for name in edit.gone_facts:
            del prepared.facts[name]
            prepared.completed.units.pop(name, None)
            prepared.completed.divisors.pop(name, None)
            prepared.domains.pop(name, None)
            prepared.habits.pop(name, None)
        for name, check in edit.checks.items():
            prepared.paths[name] = self.file_of_check(name).path
            prepared.checks[name] = check
            self._note_users(check)

    def _note_users(self, check: Check) -> None:
        for name in facts_of(check):
            self.users.setdefault(name, {})[check.id] = None

    def _change_quotients(self, mentioned: Iterable[str]) -> set[str]:
        """The facts that have become the ``is`` of an average or a multiple, or ceased to be."""
        checks = self.prepared.checks
        changed = {
            fact
            for fact in mentioned
            if (fact in self._quotients)
            != any(quotient_of(checks[name]) == fact for name in self.users.get(fact, ()))
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
        start = (*checks, *self.users_of(depending))
        region = region_of(start, prepared.checks, known, quotients, self.users)
        ordered = [prepared.checks[name] for name in self.in_order(region)]
        return complete_again(prepared.completed, known, here, ordered)

    def _read_again(self, facts: Iterable[str]) -> None:
        prepared = self.prepared
        for name in facts:
            fact = prepared.facts.get(name)
            if fact is not None:
                prepared.domains[name] = self.domains_of(fact)

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
                alone = replace(self.file_of_fact(fact), facts={fact.name: fact})
                problems += counts_not_whole(Project([alone]), prepared.ratios)
        prepared.problems[:] = problems
        for name in checks:
            prepared.at_once.pop(name, None)
        look_at_checks(prepared, [prepared.checks[name] for name in self.in_order(checks)])

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
            if unknown and any(user not in blocked for user in self.users.get(name, ())):
                prepared.narrowed.add(name)
            else:
                prepared.narrowed.discard(name)


def _rename_keys(table: dict[str, Value], renamed: Mapping[str, Check]) -> None:
    """All at once: one check may take the id that another gives up."""
    taken = {check.id: table.pop(old) for old, check in renamed.items() if old in table}
    table.update(taken)
