"""Diagnoses as the report carries them: which findings they gather, and their repairs under the findings' letters."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from factcheck.check.model import Diagnosis
from factcheck.findings import Finding, Repair
from factcheck.judgement.model import ConflictSet
from factcheck.rules.interface import Context

if TYPE_CHECKING:
    from factcheck.diagnosis.model import Diagnosis as Cause


def named_causes(context: Context, findings: list[Finding]) -> tuple[list[Finding], list[Diagnosis]]:
    """The findings, those with a single cause of their own with their repairs, and the diagnoses of all causes."""
    by_check: dict[tuple[str | None, str], Finding] = {
        (finding.check, finding.code): finding for finding in findings if finding.key or finding.reading
    }
    diagnoses = [_diagnosis(context, cause, by_check) for cause in context.causes]
    return findings, [diagnosis for diagnosis in diagnoses if diagnosis.members]


def _diagnosis(context: Context, cause: Cause, by_check: dict[tuple[str | None, str], Finding]) -> Diagnosis:
    gathered = [
        finding
        for conflict in cause.conflicts
        if (finding := by_check.get((conflict.primary, conflict.code))) is not None
    ]
    letters = {fact: letter for finding in gathered for fact, letter in _letters(finding)}
    return Diagnosis(
        message=cause.message,
        members=tuple(finding.fingerprint for finding in gathered),
        repairs=tuple(_lettered(repair, letters) for repair in cause.repairs),
        note=cause.note,
        order=_order(context, cause.conflicts),
    )


def _order(context: Context, conflicts: Sequence[ConflictSet]) -> tuple[bool, bool, int, str]:
    """What is printed before what is assumed, contradictions before doubts, the cause of most first; then by file, however they were found."""
    first = conflicts[0]
    file = context.file_of_check.get(first.primary)
    return first.assumption, first.reading != "loose", -len(conflicts), file.path if file else ""


def _letters(finding: Finding) -> Iterable[tuple[str, str]]:
    letters = [label.letter for label in finding.labels if label.letter is not None]
    ordered = sorted(set(letters), key=lambda letter: (len(letter), letter))
    return zip(finding.facts, ordered, strict=False)


def _lettered(repair: Repair, letters: dict[str, str]) -> Repair:
    return replace(repair, letter=letters.get(repair.fact, repair.letter))
