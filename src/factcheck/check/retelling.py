"""A report told again after some of its findings were set aside for another reason: counted, judged and diagnosed anew."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from factcheck.check.model import Report, in_reading_order, recounted
from factcheck.check.policy import FAILED, OK, exit_code
from factcheck.findings import Finding, Severity


def retold(report: Report, findings: Sequence[Finding], fail_on: Severity | None) -> Report:
    """The report with these findings in place of its own; diagnoses keep only those that still count."""
    code = report.summary.exit_code
    if code in (OK, FAILED):
        code = exit_code(findings, fail_on)
    counted = {finding.fingerprint for finding in findings if finding.ignored is None}
    diagnoses = (
        replace(each, members=tuple(member for member in each.members if member in counted))
        for each in report.diagnoses
    )
    return replace(
        report,
        findings=in_reading_order(findings),
        diagnoses=tuple(each for each in diagnoses if each.members),
        summary=recounted(report.summary, findings=findings, exit_code=code),
    )
