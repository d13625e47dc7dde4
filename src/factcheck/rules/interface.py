"""What a rule is, and what it is given."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Protocol

from factcheck.claims.model import Check, ClaimsFile, Fact, Project
from factcheck.findings import Finding
from factcheck.judgement.model import ConflictSet, Judgement
from factcheck.text import SourceText


@dataclass(frozen=True, slots=True)
class Place:
    """Where a number stands in an article: code-point offsets of its text."""

    source: SourceText
    start: int
    end: int


@dataclass(frozen=True)
class Context:
    """Everything a rule may look at: the claims, the verdicts on them, and where the article prints its numbers."""

    project: Project
    judgement: Judgement
    places: Mapping[str, Place] = field(default_factory=dict)

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
    def file_of_fact(self) -> dict[str, ClaimsFile]:
        """The file that each fact stands in, by the fact's id."""
        return {fact.id: file for file in self.project.files for fact in file.facts.values()}

    @cached_property
    def file_of_check(self) -> dict[str, ClaimsFile]:
        """The file that each check stands in, by the check's id."""
        return {check.id: file for file in self.project.files for check in file.checks}


class Rule(Protocol):
    """One kind of finding, or a close family: chooses what to report and phrases it; the numbers come from the judgement."""

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes that the rule can report."""

    def findings(self, context: Context) -> Iterable[Finding]:
        """What there is to report."""


Findings = Iterator[Finding]
