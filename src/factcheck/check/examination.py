"""Claims to findings: judged, diagnosed, phrased. A failure inside stays with the files it happened in."""

from __future__ import annotations

from dataclasses import field
from typing import TYPE_CHECKING

from factcheck.check.articles import Articles, consequences
from factcheck.check.causes import named_causes
from factcheck.check.connected import connected_files
from factcheck.check.internal import internal_error
from factcheck.check.judging import judged
from factcheck.check.model import Diagnosis
from factcheck.check.observer import Observer
from factcheck.check.selection import Selection
from factcheck.check.settings import Settings
from factcheck.claims.model import Project
from factcheck.findings import Finding
from factcheck.judgement.model import Judgement
from factcheck.records import record
from factcheck.rules.catalogue import all_findings
from factcheck.rules.interface import Context

if TYPE_CHECKING:
    from factcheck.diagnosis.model import Diagnosis as Cause


@record(slots=True)
class Examined:
    """What the stages after reading made of a project."""

    judgement: Judgement = field(default_factory=Judgement)
    findings: list[Finding] = field(default_factory=list)
    diagnoses: list[Diagnosis] = field(default_factory=list)

    def add(self, other: Examined) -> None:
        """Take in what was found in other files."""
        self.findings += other.findings
        self.diagnoses += other.diagnoses
        mine, theirs = self.judgement, other.judgement
        mine.verdicts.update(theirs.verdicts)
        mine.conflicts += theirs.conflicts
        mine.implied.update(theirs.implied)
        mine.not_judged.update(theirs.not_judged)
        mine.problems += theirs.problems
        mine.conventions += theirs.conventions
        mine.excess_digits += theirs.excess_digits
        mine.units.update(theirs.units)


def examine(project: Project, articles: Articles, settings: Settings, observer: Observer) -> Examined:
    """All files at once; should that fail, group by group, so that only the group that fails is lost."""
    try:
        return _examine(project, articles, settings, observer)
    except Exception:
        return _examine_apart(project, articles, settings, observer)


def _examine(project: Project, articles: Articles, settings: Settings, observer: Observer) -> Examined:
    judgement = judged(project, settings, observer) if settings.judging or articles.changed else Judgement()
    causes = _causes(project, judgement)
    context = Context(
        project,
        judgement,
        articles.places,
        causes,
        drafts=articles.drafts,
        unreadable_drafts=articles.unreadable,
        consequences=consequences(project, articles, judgement),
    )
    return Examined(
        judgement,
        *named_causes(context, list(all_findings(context, Selection.of(settings).may_show))),
    )


def _causes(project: Project, judgement: Judgement) -> list[Cause]:
    """The diagnoses, which only contradictions and doubts need: the import waits for them."""
    if not judgement.conflicts:
        return []
    from factcheck.diagnosis.diagnosing import diagnose

    return diagnose(project, judgement)


def _examine_apart(project: Project, articles: Articles, settings: Settings, observer: Observer) -> Examined:
    result = Examined()
    for files in connected_files(project):
        try:
            result.add(_examine(Project(files), articles.of(files), settings, observer))
        except Exception as error:
            result.findings += [internal_error(file, error) for file in files]
    return result
