"""What a run found in a project or in a part of it, before it is told as a report."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from factcheck.check.counting import Counts, counts_of
from factcheck.check.details import Details
from factcheck.check.model import Diagnosis
from factcheck.check.selection import Selection
from factcheck.check.settings import Settings
from factcheck.claims.model import ClaimsFile, Project
from factcheck.findings import Finding
from factcheck.judgement.model import Judgement
from factcheck.text import SourceText

if TYPE_CHECKING:
    from factcheck.check.examination import Examined
    from factcheck.drafts.states import DraftCheck


@dataclass(slots=True)
class Outcome:
    """``findings`` are those that are reported, ``diagnoses`` those with a finding among them."""

    project: Project = field(default_factory=Project)
    judgement: Judgement = field(default_factory=Judgement)
    findings: list[Finding] = field(default_factory=list)
    diagnoses: list[Diagnosis] = field(default_factory=list)
    counts: Counts = field(default_factory=Counts)
    drafts: list[DraftCheck] = field(default_factory=list)
    details: Details = field(default_factory=Details)

    def add(self, part: Outcome) -> None:
        """Take in what :func:`condensed` left of a part."""
        self.project.files += part.project.files
        self.judgement.not_judged.update(part.judgement.not_judged)
        self.findings += part.findings
        self.diagnoses += part.diagnoses
        self.counts += part.counts


def outcome_of(project: Project, examined: Examined, settings: Settings) -> Outcome:
    """What of the findings is reported, and what there is to count."""
    reasons = {check.id: check.because for file in project.files for check in file.checks}
    findings = list(Selection.of(settings).apply((*project.findings, *examined.findings), reasons))
    shown = {finding.fingerprint for finding in findings} if examined.diagnoses else set()
    diagnoses = [
        replace(each, members=kept)
        for each in examined.diagnoses
        if (kept := tuple(member for member in each.members if member in shown))
    ]
    counts = counts_of(project, examined.judgement)
    return Outcome(project, examined.judgement, findings, diagnoses, counts)


def condensed(outcome: Outcome) -> Outcome:
    """What reports need that show findings alone: of each file its name, and the facts that findings name or mark."""
    named = {fact for finding in outcome.findings for fact in finding.facts}
    marked = {(label.source.path, label.start) for each in outcome.findings for label in each.labels}
    told = {path for path, _ in marked}
    return Outcome(
        Project(
            [
                _remains(file, named, marked) if file.path in told else bare(file)
                for file in outcome.project.files
            ]
        ),
        Judgement(not_judged=outcome.judgement.not_judged),
        outcome.findings,
        outcome.diagnoses,
        outcome.counts,
    )


def bare(file: ClaimsFile) -> ClaimsFile:
    """The file without its text, facts and checks."""
    return replace(
        file, source=SourceText(file.path, ""), facts={}, checks=[], uses={}, uses_extents={}, broken=set()
    )


def _remains(file: ClaimsFile, named: set[str], marked: set[tuple[str, int]]) -> ClaimsFile:
    facts = {
        name: fact
        for name, fact in file.facts.items()
        if fact.id in named or (file.path, fact.value_extent.start) in marked
    }
    return replace(bare(file), source=file.source, facts=facts)
