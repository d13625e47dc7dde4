"""Which repairs go with a finding."""

from __future__ import annotations

from factcheck.check.model import Diagnosis, Report
from factcheck.findings import Finding, Repair


def diagnosis_of(finding: Finding, report: Report) -> Diagnosis | None:
    """The diagnosis that gathers this finding with others."""
    fingerprint = finding.fingerprint
    return next((diagnosis for diagnosis in report.diagnoses if fingerprint in diagnosis.members), None)


def repairs_of(finding: Finding, report: Report) -> tuple[Repair, ...]:
    """The finding's own repairs, else those of the diagnosis that gathers it."""
    if finding.repairs:
        return finding.repairs
    diagnosis = diagnosis_of(finding, report) if report.diagnoses else None
    return diagnosis.repairs if diagnosis else ()
