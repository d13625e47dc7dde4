"""Findings and diagnoses as the page shows them."""

from __future__ import annotations

from collections.abc import Iterable

from factcheck.check.model import Diagnosis, Report
from factcheck.findings import Finding, Language, Message, Severity
from factcheck.findings.codes import CODES
from factcheck.records import record
from factcheck.reports.html.frames import Frame, frames_of
from factcheck.reports.phrases import words
from factcheck.reports.phrases.details import EXPLAIN, labelled_details, own_label
from factcheck.reports.phrases.repairs import letters_of, repair_sentence

SHOWN_REPAIRS = 4

Labelled = tuple[str, str]
"""A label and its sentence."""


@record(frozen=True, slots=True)
class FindingView:
    """One finding. ``facts`` are the ids of the numbers it names; ``cause`` is the anchor of the diagnosis that gathers it."""

    anchor: str
    severity: Severity
    severity_word: str
    code: str
    title: str
    message: str
    frames: list[Frame]
    details: list[Labelled]
    repairs: list[Labelled]
    note: str
    explain: str
    facts: tuple[str, ...]
    cause: str = ""


@record(frozen=True, slots=True)
class DiagnosisView:
    """A cause shared by several findings."""

    anchor: str
    title: str
    message: str
    repairs: list[Labelled]
    note: str
    members: list[FindingView]


class Findings:
    """The findings of a report, those with a common cause joined to their diagnosis."""

    def __init__(self, report: Report, language: Language) -> None:
        self._report = report
        self._language = language
        self._diagnosis = {member: each for each in report.diagnoses for member in each.members}
        self._anchors = {
            id(each): f"cause-{number}"
            for number, each in enumerate(report.diagnoses, 1)
            if len(each.members) > 1
        }
        self._by_fingerprint: dict[str, Finding] = {
            finding.fingerprint: finding for finding in report.findings if finding.ignored is None
        }

    def shown(self, findings: Iterable[Finding]) -> list[FindingView]:
        """The findings that nobody ignored, in the order given."""
        return [self._view(finding) for finding in findings if finding.ignored is None]

    def causes(self, shown: Iterable[FindingView]) -> list[DiagnosisView]:
        """The diagnoses that gather several of these findings."""
        by_anchor = {view.anchor: view for view in shown}
        found = []
        for each in self._report.diagnoses:
            members = [by_anchor[f"f-{member}"] for member in each.members if f"f-{member}" in by_anchor]
            if members and id(each) in self._anchors:
                found.append(self._diagnosis_view(each, members))
        return found

    def _view(self, finding: Finding) -> FindingView:
        fingerprint = finding.fingerprint
        diagnosis = self._diagnosis.get(fingerprint)
        cause = self._anchors.get(id(diagnosis), "") if diagnosis else ""
        return FindingView(
            anchor=f"f-{fingerprint}",
            severity=finding.severity,
            severity_word=self._say(words.SEVERITIES[finding.severity]),
            code=finding.code,
            title=self._say(title_of(finding)),
            message=self._say(finding.message),
            frames=frames_of(finding, self._language),
            details=[
                (self._say(label), self._say(sentence))
                for label, sentence in (own_label(*each) for each in labelled_details(finding))
            ],
            repairs=[] if cause else self._own_repairs(finding, diagnosis),
            note=self._say(diagnosis.note) if diagnosis and diagnosis.note and not cause else "",
            explain=f"{EXPLAIN}{finding.code}",
            facts=finding.facts,
            cause=cause,
        )

    def _own_repairs(self, finding: Finding, diagnosis: Diagnosis | None) -> list[Labelled]:
        if diagnosis is not None:
            return self._ranked(diagnosis, [finding])
        letters = letters_of([finding], self._report)
        return [
            (self._say(words.POSSIBLE), repair_sentence(repair, self._report, letters, self._language))
            for repair in finding.repairs[:SHOWN_REPAIRS]
        ]

    def _diagnosis_view(self, diagnosis: Diagnosis, members: list[FindingView]) -> DiagnosisView:
        gathered = [
            self._by_fingerprint[member] for member in diagnosis.members if member in self._by_fingerprint
        ]
        return DiagnosisView(
            anchor=self._anchors[id(diagnosis)],
            title=self._say(diagnosis.title),
            message=self._say(diagnosis.message),
            repairs=self._ranked(diagnosis, gathered),
            note=self._say(diagnosis.note) if diagnosis.note else "",
            members=members,
        )

    def _ranked(self, diagnosis: Diagnosis, members: list[Finding]) -> list[Labelled]:
        letters = letters_of(members, self._report, diagnosis.repairs)
        return [
            (
                self._say(words.RANKS[min(rank, len(words.RANKS) - 1)]),
                repair_sentence(repair, self._report, letters, self._language),
            )
            for rank, repair in enumerate(diagnosis.repairs[:SHOWN_REPAIRS])
        ]

    def _say(self, message: Message) -> str:
        return message.in_language(self._language)


def title_of(finding: Finding) -> Message:
    """What findings under this code are called."""
    return CODES[finding.code].title if finding.code in CODES else Message(finding.slug, finding.slug)
