"""One line for each finding: ``path:line:column: severity CODE sentence``, as editors and grep read it."""

from __future__ import annotations

from factcheck.check.model import Report
from factcheck.findings import Finding, Language
from factcheck.reports.interface import RenderOptions
from factcheck.reports.places import place_of
from factcheck.reports.screen import on_one_line


def render(report: Report, options: RenderOptions) -> str:
    """All findings that count, a line each."""
    lines = [line_of(finding, options.language) for finding in report.findings if finding.ignored is None]
    return "".join(f"{on_one_line(line, options.encoding)}\n" for line in lines)


def line_of(finding: Finding, language: Language) -> str:
    """The line of one finding."""
    place = place_of(finding.primary)
    return (
        f"{place.file}:{place.line}:{place.column}: {finding.severity} {finding.code} "
        f"{finding.message.in_language(language)}"
    )
