"""Claims given as text in the tests."""

from __future__ import annotations

from factcheck.claims import ClaimsFile, read_text
from factcheck.findings import Finding
from factcheck.text import SourceText


def read(text: str) -> ClaimsFile:
    return read_text(SourceText("claims/x.yaml", text))


def codes(file: ClaimsFile) -> list[str]:
    return [finding.code for finding in file.findings]


def marked(finding: Finding) -> str:
    label = finding.primary
    return label.source.text[label.start : label.end]


def place(finding: Finding) -> str:
    start, end = finding.primary.position, finding.primary.end_position
    return f"{start.line}:{start.column}-{end.line}:{end.column}"
