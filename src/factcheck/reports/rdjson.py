"""reviewdog's diagnostic format; columns are UTF-8 bytes from 1. Repairs are not offered as suggestions: they are no edits to apply."""

from __future__ import annotations

from typing import Any

from factcheck.check.model import Report
from factcheck.findings import Finding, Label, Language, Severity
from factcheck.reports.interface import RenderOptions
from factcheck.reports.json import as_text
from factcheck.text import Position

SEVERITIES = {Severity.ERROR: "ERROR", Severity.WARNING: "WARNING", Severity.INFO: "INFO"}

Object = dict[str, Any]


def render(report: Report, options: RenderOptions) -> str:
    """The whole report as one DiagnosticResult."""
    language = options.machine_language
    counted = [finding for finding in report.findings if finding.ignored is None]
    result: Object = {
        "source": {"name": "factcheck"},
        "diagnostics": [_diagnostic(finding, language) for finding in counted],
    }
    return as_text(result)


def _diagnostic(finding: Finding, language: Language) -> Object:
    lines = (finding.message, *finding.derivation)
    diagnostic: Object = {
        "message": "\n".join(line.in_language(language) for line in lines),
        "location": _location(finding.primary),
        "severity": SEVERITIES[finding.severity],
        "code": {"value": finding.code},
    }
    related = (*finding.article, *finding.labels[1:])
    if related:
        diagnostic["related_locations"] = [_related(label, language) for label in related]
    return diagnostic


def _related(label: Label, language: Language) -> Object:
    note = label.note.in_language(language) if label.note else ""
    message = f"{label.letter or ''} {note}".strip()
    location: Object = {"location": _location(label)}
    return {"message": message, **location} if message else location


def _location(label: Label) -> Object:
    return {
        "path": label.source.path,
        "range": {"start": _in_bytes(label, label.position), "end": _in_bytes(label, label.end_position)},
    }


def _in_bytes(label: Label, position: Position) -> Object:
    return {"line": position.line, "column": label.source.byte_column(position)}
