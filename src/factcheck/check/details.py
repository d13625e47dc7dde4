"""What only some reports show of every number: how well the checks guard it, and what the others imply for it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field
from typing import TYPE_CHECKING

from factcheck.check.connected import connected_files
from factcheck.check.model import Guard
from factcheck.check.settings import Settings
from factcheck.claims.model import Project
from factcheck.judgement.model import Judgement
from factcheck.records import record

if TYPE_CHECKING:
    from factcheck.diagnosis.model import Coverage, Explanation


ARTICLE_SIZE = 200
"""Checks up to which a project counts as an article."""


@record(slots=True)
class Details:
    """``coverages`` are ``None`` where they were not asked for."""

    coverages: dict[str, Coverage] | None = None
    explanations: dict[str, Explanation] = field(default_factory=dict)

    @property
    def guards(self) -> dict[str, Guard] | None:
        """The guard of each printed fact, by the words of the report."""
        if self.coverages is None:
            return None
        return {fact: Guard(coverage.level.value) for fact, coverage in self.coverages.items()}


def details_of(project: Project, judgement: Judgement, settings: Settings) -> Details:
    """What the settings ask for, group by group of connected files; a group that fails inside has no details, but its findings stand."""
    found = Details({} if _wanted(project, settings) else None)
    if found.coverages is None:
        return found
    for group in _groups(project):
        try:
            _add(found, group, judgement, derivations=settings.derivations)
        except Exception:  # the findings say what is wrong; the details only illustrate it
            continue
    return found


def _wanted(project: Project, settings: Settings) -> bool:
    checks = sum(len(file.checks) for file in project.files)
    return settings.guards or settings.derivations or (settings.article_guards and 0 < checks <= ARTICLE_SIZE)


def _groups(project: Project) -> Iterator[Project]:
    for files in connected_files(project):
        yield Project(files)


def _add(found: Details, project: Project, judgement: Judgement, *, derivations: bool) -> None:
    from factcheck.diagnosis import guard_coverage, solve_all

    coverages = guard_coverage(project, judgement)
    if derivations:
        found.explanations.update(
            (each.fact, each) for each in solve_all(project, judgement, list(project.facts()))
        )
    assert found.coverages is not None
    found.coverages.update(coverages)
