"""SARIF 2.1.0, as code scanning services read it."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

from factcheck import __version__
from factcheck.check.model import Report
from factcheck.findings import Finding, Label, Language, Message, Severity
from factcheck.findings.codes import CODES
from factcheck.reports.interface import RenderOptions
from factcheck.reports.json import as_text
from factcheck.reports.places import place_of

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
ROOT = "%SRCROOT%"
FINGERPRINT = "factcheck/v1"

Object = dict[str, Any]


def render(report: Report, options: RenderOptions) -> str:
    """The report as one SARIF log with one run; ignored findings are in it, as suppressed."""
    return as_text(log(report, options.machine_language))


def log(report: Report, language: Language) -> Object:
    """The log as plain values."""
    codes = sorted({finding.code for finding, _ in _with_states(report)})
    return {
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {"driver": _driver(codes, report, language)},
                "invocations": [{"executionSuccessful": report.summary.exit_code in {0, 1}}],
                "originalUriBaseIds": {ROOT: {"description": {"text": "The folder the check was run in."}}},
                "columnKind": "unicodeCodePoints",
                "results": [
                    _result(finding, codes.index(finding.code), language) | state
                    for finding, state in _with_states(report)
                ],
            }
        ],
    }


def _with_states(report: Report) -> list[tuple[Finding, Object]]:
    """The results, and what became of each since an earlier revision where the run is compared with one."""
    if report.since is None:
        return [(finding, {}) for finding in report.findings]
    present: list[tuple[Finding, Object]] = [
        (finding, {"baselineState": "unchanged" if finding.ignored_in == "revision" else "new"})
        for finding in report.findings
    ]
    return present + [(finding, {"baselineState": "absent"}) for finding in report.since.fixed]


def _driver(codes: list[str], report: Report, language: Language) -> Object:
    slugs = {finding.code: finding.slug for finding, _ in _with_states(report)}
    return {
        "name": "factcheck",
        "semanticVersion": __version__,
        "rules": [_rule(code, slugs[code], language) for code in codes],
    }


def _rule(code: str, slug: str, language: Language) -> Object:
    known = CODES.get(code)
    title = (known.title if known else Message(slug, slug)).in_language(language)
    full, help_text = _explained(code, title, language)
    return {
        "id": code,
        "name": "".join(word.capitalize() for word in slug.split("-")),
        "shortDescription": {"text": _sentence(title)},
        "fullDescription": {"text": _sentence(full)},
        "help": {"text": help_text, "markdown": help_text},
        "defaultConfiguration": {"level": LEVELS[known.severity if known else Severity.ERROR]},
        "properties": {"tags": ["numbers"]},
    }


def _explained(code: str, title: str, language: Language) -> tuple[str, str]:
    """What the code means, and why it matters: as ``factcheck explain`` says it, as far as it is documented."""
    from factcheck.rules.documents import document_of

    command = Message(f"详见 factcheck explain {code}。", f"More: factcheck explain {code}.").in_language(
        language
    )
    try:
        document = document_of(code)
    except (KeyError, OSError):
        return title, command
    parts = (document.why, document.formula, document.ignoring)
    told = [text for part in parts if (text := part.in_language(language).strip())]
    return document.meaning.in_language(language).strip() or title, "\n\n".join([*told, command])


def _sentence(text: str) -> str:
    """The text with a full stop, as SARIF wants its descriptions."""
    return text if text.endswith((".", "。", "!", "?", "！", "？")) else f"{text}."


def _result(finding: Finding, rule_index: int, language: Language) -> Object:
    result: Object = {
        "ruleId": finding.code,
        "ruleIndex": rule_index,
        "level": LEVELS[finding.severity],
        "message": {"text": _message(finding, language)},
        "locations": [{"physicalLocation": _physical(finding.primary)}],
        "partialFingerprints": {FINGERPRINT: finding.fingerprint},
    }
    related = [
        label for label in (*finding.article, *finding.labels[1:]) if _inside_project(label.source.path)
    ]
    if related:
        result["relatedLocations"] = [
            {
                "id": number,
                "physicalLocation": _physical(label),
                "message": {"text": _label_text(label, language)},
            }
            for number, label in enumerate(related, start=1)
        ]
    if finding.ignored is not None and finding.ignored_in != "revision":
        kind = "inSource" if finding.ignored_in == "source" else "external"
        result["suppressions"] = [
            {"kind": kind, "status": "accepted", "justification": finding.ignored or "-"}
        ]
    return result


def _message(finding: Finding, language: Language) -> str:
    """The sentence and, as further lines, how it was derived; brackets are not to be taken for links."""
    lines = [finding.message, *finding.derivation, *finding.notes]
    return "\n".join(line.in_language(language) for line in lines).replace("\\", "\\\\").replace("[", "\\[")


def _label_text(label: Label, language: Language) -> str:
    note = label.note.in_language(language) if label.note else ""
    return f"{label.letter or ''} {note}".strip() or label.source.text[label.start : label.end].split("\n")[0]


def _physical(label: Label) -> Object:
    place = place_of(label)
    location: Object = {
        "artifactLocation": {"uri": quote(place.file), "uriBaseId": ROOT},
        "region": {
            "startLine": place.line,
            "startColumn": place.column,
            "endLine": place.end_line,
            "endColumn": place.end_column,
        },
    }
    if not _inside_project(place.file):
        del location["artifactLocation"]["uriBaseId"]
    return location


def _inside_project(path: str) -> bool:
    """Whether a path can be said relative to the project's folder."""
    return bool(path) and not path.startswith(("/", "../")) and path[1:2] != ":"
