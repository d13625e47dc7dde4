"""The claims as the diagnosis asks about them: facts and checks by name, numbers in the facts' own units."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from fractions import Fraction
from functools import cached_property

from factcheck.claims.model import Check, Fact, Project
from factcheck.diagnosis.model import ReadingName
from factcheck.diagnosis.network import TwoReadings
from factcheck.diagnosis.reading import Reader
from factcheck.engine import Range
from factcheck.judgement.lowering.network import Lowered
from factcheck.judgement.lowering.scaling import scaled
from factcheck.judgement.model import ConflictSet, Judgement
from factcheck.quantities.interval import Interval


class Board:
    """Facts, checks and verdicts of a project over its network."""

    def __init__(self, project: Project, judgement: Judgement, lowered: Lowered) -> None:
        self.facts = project.facts()
        self.judgement = judgement
        self.lowered = lowered
        self.network = TwoReadings(lowered.network, lowered.strict)
        self.project = project
        self._actives: dict[tuple[frozenset[str], frozenset[str], bool], frozenset[int]] = {}
        self.reader = Reader(project, judgement, lowered)

    @cached_property
    def checks_by_id(self) -> dict[str, Check]:
        """All checks by id."""
        return {check.id: check for check in self.project.checks()}

    @cached_property
    def checks(self) -> set[str]:
        """The ids of all checks that take part in the judgement."""
        ignored = {check.id for check in self.project.checks() if check.ignore is not None}
        return self.lowered.constraint_of.keys() - ignored - self.judgement.not_judged.keys()

    @cached_property
    def assumed(self) -> set[str]:
        """The ids of the checks that are assumptions."""
        return {check.id for check in self.project.checks() if check.assumption}

    @cached_property
    def file_of(self) -> dict[str, int]:
        """The place among the project's files of the one in which a fact stands."""
        return {fact.id: at for at, file in enumerate(self.project.files) for fact in file.facts.values()}

    @cached_property
    def file_of_check(self) -> dict[str, int]:
        """The place among the project's files of the one in which a check stands."""
        return {check.id: at for at, file in enumerate(self.project.files) for check in file.checks}

    @cached_property
    def _reference_files(self) -> set[int]:
        used = {path for file in self.project.files for path in file.uses.values()}
        return {at for at, file in enumerate(self.project.files) if file.path in used}

    def in_doubt(self, fact: str) -> bool:
        """Whether the fact could be the wrong one: printed, and not trusted."""
        known = self.facts.get(fact)
        return known is not None and known.quantity is not None and not known.trusted

    def is_reference(self, fact: str) -> bool:
        """Whether the fact stands in a file that others use."""
        return self.file_of.get(fact) in self._reference_files

    def checks_of(self, fact: str) -> set[str]:
        """The checks that mention a fact and take part in the judgement."""
        variable = self.lowered.variable_of.get(fact)
        if variable is None:
            return set()
        found = (self.lowered.check_of[c] for c in self.network.constraints_of.get(variable, ()))
        return {check for check in found if check in self.checks}

    def facts_of(self, check: str) -> list[str]:
        """The facts that a check mentions."""
        variables = self.network.variables_of(self.lowered.constraint_of[check])
        return [fact for variable in variables if (fact := self.lowered.fact_of[variable]) is not None]

    def neighbours(self, fact: str, most: int) -> list[str]:
        """The facts at most so many places before or behind it in its file."""
        file = self.project.files[self.file_of[fact]]
        names = [each.id for each in file.facts.values()]
        at = names.index(fact)
        return [*names[max(0, at - most) : at], *names[at + 1 : at + 1 + most]]

    def freed(self, fact: Fact) -> Interval:
        """A domain in which the printed number does not count."""
        variable = self.lowered.variable_of[fact.id]
        return self._own(fact.id, self.network.freed(variable)[-1])

    def possible(
        self,
        reading: ReadingName,
        changed: Mapping[str, Interval],
        concerned: Collection[str],
        aside: Collection[str],
        *,
        assumed: bool,
    ) -> bool:
        """Whether all that the changes bear on can hold: see :class:`factcheck.diagnosis.case.Case`."""
        active = self._active(concerned, aside, assumed)
        return self.network.possible(reading, self._based(changed), self._constraints(concerned), active)

    def everything_around(self, conflict: ConflictSet) -> list[int]:
        """The constraints that hang together with a conflict, those set aside included."""
        active = self._active(conflict.checks, (), conflict.assumption)
        return self.network.reached(conflict.reading, {}, self._constraints(conflict.checks), active)

    def still_contradicting(
        self,
        reading: ReadingName,
        changed: Mapping[str, Interval],
        concerned: Collection[str],
        aside: Collection[str],
        *,
        assumed: bool,
    ) -> tuple[list[str], list[str]]:
        """The checks of a minimal set that cannot hold with the changes, and the facts it needs; nothing where all can."""
        active = self._active(concerned, aside, assumed)
        based = self._based(changed)
        reached = self.network.reached(reading, based, self._constraints(concerned), active)
        conflict = self.network.solvers[reading].conflict(reached, domains=based)
        if conflict is None:
            return [], []
        names = (self.lowered.fact_of[index] for index in conflict.variables)
        checks = [self.lowered.check_of[constraint] for constraint in conflict.constraints]
        return checks, [name for name in names if name is not None]

    def left(
        self,
        reading: ReadingName,
        fact: str,
        changed: Mapping[str, Interval],
        concerned: Collection[str],
        aside: Collection[str],
        *,
        assumed: bool,
    ) -> Range | None:
        """What is left for a fact, in its own unit, when its printed value does not count; ``None`` when nothing is."""
        active = self._active(concerned, aside, assumed)
        variable = self.lowered.variable_of[fact]
        based, constraints = self._based(changed), self._constraints(concerned)
        found = self.network.left(reading, variable, based, constraints, active)
        return None if found is None else self._in_own_unit(fact, found)

    def outer(self, reading: ReadingName, fact: str, aside: Collection[str], *, assumed: bool) -> Range:
        """An outer bound of what is left for a fact which the checks not set aside allow: without a search, hence fast.

        Of a hidden quantity its own domain counts too: it is what the editor knows of it.
        """
        active = self._active((), aside, assumed)
        variable = self.lowered.variable_of[fact]
        hidden = self.facts[fact].hidden
        return self._in_own_unit(fact, self.network.outer(reading, variable, active, hidden=hidden))

    def reached(
        self,
        reading: ReadingName,
        fact: str,
        concerned: Collection[str],
        aside: Collection[str],
        *,
        assumed: bool,
    ) -> list[int]:
        """The constraints that bear on a fact."""
        active = self._active(concerned, aside, assumed)
        changed = {self.lowered.variable_of[fact]: Interval()}
        return self.network.reached(reading, changed, self._constraints(concerned), active)

    def _in_own_unit(self, fact: str, found: Range) -> Range:
        return replace(found, bounds=self._own(fact, found.bounds))

    def reach(
        self, facts: Collection[str], concerned: Collection[str], aside: Collection[str], *, assumed: bool
    ) -> set[str]:
        """The checks that hang together with these facts and with those concerned."""
        variables = self.lowered.variable_of
        freed = {variables[fact]: Interval() for fact in facts if fact in variables}
        active = self._active(concerned, aside, assumed)
        found = self.network.reached("loose", freed, self._constraints(concerned), active)
        return {self.lowered.check_of[constraint] for constraint in found}

    def _active(self, concerned: Collection[str], aside: Collection[str], assumed: bool) -> frozenset[int]:
        key = (frozenset(concerned), frozenset(aside), assumed)
        found = self._actives.get(key)
        if found is None:
            out = key[1] if assumed else self.assumed | key[1]
            names = (self.checks - out) | key[0]
            found = self._actives[key] = frozenset(self.lowered.constraint_of[check] for check in names)
        return found

    def _constraints(self, checks: Collection[str]) -> list[int]:
        return [self.lowered.constraint_of[check] for check in checks]

    def _based(self, changed: Mapping[str, Interval]) -> dict[int, Interval]:
        return {
            self.lowered.variable_of[fact]: scaled(domain, self._factor(fact))
            for fact, domain in changed.items()
            if fact in self.lowered.variable_of
        }

    def _own(self, fact: str, interval: Interval) -> Interval:
        return scaled(interval, 1 / self._factor(fact))

    def _factor(self, fact: str) -> Fraction:
        unit = self.lowered.units.get(fact)
        return unit.factor if unit is not None else Fraction(1)
