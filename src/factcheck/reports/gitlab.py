"""GitLab's code quality report: a list of issues with fingerprints of their own."""

from __future__ import annotations

from collections import Counter
from hashlib import sha256

from factcheck.check.model import Report
from factcheck.findings import Finding, Severity
from factcheck.reports.interface import RenderOptions
from factcheck.reports.json import as_text
from factcheck.reports.places import place_of

SEVERITIES = {Severity.ERROR: "critical", Severity.WARNING: "major", Severity.INFO: "info"}
IMPOSSIBLE = "blocker"
"""What cannot be true at once (FC2xx) stops a publication whatever else is right."""


def render(report: Report, options: RenderOptions) -> str:
    """The issues; GitLab shows only the first of those that share a fingerprint, so repeated ones are told apart by their rank."""
    counted: Counter[str] = Counter()
    issues = []
    for finding in report.findings:
        if finding.ignored is not None:
            continue
        rank = counted[finding.fingerprint]
        counted[finding.fingerprint] += 1
        place = place_of(finding.primary)
        issues.append(
            {
                "description": finding.message.in_language(options.machine_language),
                "check_name": f"{finding.code} {finding.slug}",
                "fingerprint": _fingerprint(finding, rank),
                "severity": _severity(finding),
                "location": {"path": place.file.removeprefix("./"), "lines": {"begin": place.line}},
            }
        )
    return as_text(issues)


def _severity(finding: Finding) -> str:
    if finding.code.startswith("FC2") and finding.severity is Severity.ERROR:
        return IMPOSSIBLE
    return SEVERITIES[finding.severity]


def _fingerprint(finding: Finding, rank: int) -> str:
    if rank == 0:
        return finding.fingerprint
    return sha256(f"{finding.fingerprint}\0{rank}".encode()).hexdigest()[:16]
