"""What a rule is, and what it is given."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import field
from functools import cached_property
from typing import TYPE_CHECKING, Protocol

from factcheck.claims.model import Check, ClaimsFile, Fact, Project
from factcheck.findings import Finding, Message
from factcheck.judgement.model import ConflictSet, Judgement
from factcheck.records import record
from factcheck.text import SourceText

if TYPE_CHECKING:
    from factcheck.diagnosis.model import Diagnosis, WhatIf
    from factcheck.drafts.states import DraftCheck

if TYPE_CHECKING:
    from factcheck.diagnosis.model import Diagnosis


@record(frozen=True, slots=True)
class Place:
    """Where a number stands in an article: code-point offsets of its text."""

    source: SourceText
    start: int
    end: int


@record(frozen=True)
class Context:
    """Everything a rule may look at: the claims, the verdicts on them, and where the article prints its numbers.

    ``drafts`` are the articles' texts held against their claims; ``unreadable_drafts`` say why the text of a claims file (by its path) could
    not be. ``consequences`` tell what a changed number would do, by fact id and the draft's printed form.
    """

    project: Project
    judgement: Judgement
    places: Mapping[str, Place] = field(default_factory=dict)
    causes: Sequence[Diagnosis] = ()
    drafts: Sequence[DraftCheck] = ()
    unreadable_drafts: Mapping[str, Message] = field(default_factory=dict)
    consequences: Mapping[tuple[str, str], WhatIf] = field(default_factory=dict)

    @cached_property
    def facts(self) -> dict[str, Fact]:
        """All facts by id."""
        return self.project.facts()

    @cached_property
    def checks(self) -> dict[str, Check]:
        """All checks by id."""
        return {check.id: check for check in self.project.checks()}

    @cached_property
    def conflicts(self) -> list[ConflictSet]:
        """All conflicts that were found, those that an ignored check hides included."""
        found = list(self.judgement.conflicts)
        listed = set(map(id, found))
        hidden = [
            verdict.conflict
            for verdict in self.judgement.verdicts.values()
            if verdict.conflict is not None and id(verdict.conflict) not in listed
        ]
        return found + hidden

    @cached_property
    def kin(self) -> dict[int, tuple[str, ...]]:
        """For each conflict (by identity) that shares its cause with others: the facts of all of them, which share their letters."""
        facts: dict[int, tuple[str, ...]] = {}
        for cause in self.causes:
            together = tuple(
                dict.fromkeys(fact for conflict in cause.conflicts for fact in conflict_facts(conflict))
            )
            facts.update((id(conflict), together) for conflict in cause.conflicts)
        return facts

    @cached_property
    def file_of_fact(self) -> dict[str, ClaimsFile]:
        """The file that each fact stands in, by the fact's id."""
        return {fact.id: file for file in self.project.files for fact in file.facts.values()}

    @cached_property
    def file_of_check(self) -> dict[str, ClaimsFile]:
        """The file that each check stands in, by the check's id."""
        return {check.id: file for file in self.project.files for check in file.checks}


def conflict_facts(conflict: ConflictSet) -> tuple[str, ...]:
    """The facts of a conflict, the one that is compared included."""
    compared = conflict.comparison
    stated = (compared.fact,) if compared and compared.fact else ()
    return tuple(dict.fromkeys((*conflict.facts, *stated)))


class Rule(Protocol):
    """One kind of finding, or a close family: chooses what to report and phrases it; the numbers come from the judgement."""

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes that the rule can report."""

    def findings(self, context: Context) -> Iterable[Finding]:
        """What there is to report."""


Findings = Iterator[Finding]
