"""Workflow commands of GitHub Actions: each becomes an annotation on the changed lines."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.check.model import Report
from factcheck.findings import Finding, Language, Severity
from factcheck.findings.messages import say
from factcheck.reports.concise import line_of
from factcheck.reports.interface import RenderOptions
from factcheck.reports.places import place_of
from factcheck.reports.screen import on_one_line

COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
SHOWN = 10
"""How many annotations of each kind a step may have; what comes after them is dropped without a word."""


def render(report: Report, options: RenderOptions) -> str:
    """Commands by severity. Where there are too many of a kind, the last one shown says how many more there are;
    those stand in the log as plain lines."""
    return "".join(f"{line}\n" for severity in Severity for line in _of_severity(report, severity, options))


def _of_severity(report: Report, severity: Severity, options: RenderOptions) -> Iterator[str]:
    language = options.machine_language
    found = [each for each in report.findings if each.ignored is None and each.severity is severity]
    shown = found if len(found) <= SHOWN else found[: SHOWN - 1]
    for finding in shown:
        yield command(finding, language)
    rest = found[len(shown) :]
    if rest:
        more = say(
            "另有 {n} 条，见日志与摘要", "{n} more: see the log and the summary", n=len(rest)
        ).in_language(language)
        yield f"::{COMMANDS[severity]} title=factcheck::{escape_data(more)}"
    for finding in rest:
        yield on_one_line(line_of(finding, language))


def command(finding: Finding, language: Language) -> str:
    """The command of one finding; columns only where it stays on one line, as the service asks."""
    place = place_of(finding.primary)
    properties = {
        "title": f"{finding.code} {finding.slug}",
        "file": place.file,
        "line": str(place.line),
    }
    if place.one_line:
        properties |= {"col": str(place.column), "endColumn": str(place.end_column)}
    else:
        properties["endLine"] = str(place.end_line)
    written = ",".join(f"{name}={escape_property(on_one_line(value))}" for name, value in properties.items())
    message = "\n".join(line.in_language(language) for line in (finding.message, *finding.derivation))
    return f"::{COMMANDS[finding.severity]} {written}::{escape_data(_harmless(message))}"


def escape_data(text: str) -> str:
    """Escape a command's message: the per cent sign first.

    >>> escape_data("18%\\n20%")
    '18%25%0A20%25'
    """
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def escape_property(text: str) -> str:
    """Escape a property's value, where colons and commas separate.

    >>> escape_property("a:b,c")
    'a%3Ab%2Cc'
    """
    return escape_data(text).replace(":", "%3A").replace(",", "%2C")


def _harmless(text: str) -> str:
    """The lines of a message without control characters: what a file holds must not colour the log."""
    return "\n".join(on_one_line(line) for line in text.split("\n"))
