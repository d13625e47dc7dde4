"""JUnit XML: one testcase for each check, those that passed too; stays within junit-10.xsd."""

from __future__ import annotations

import re
from collections.abc import Iterable
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from factcheck.check.model import Report
from factcheck.claims.model import Check, ClaimsFile
from factcheck.findings import Finding, Language
from factcheck.judgement.model import Verdict
from factcheck.reports.interface import RenderOptions
from factcheck.reports.places import place_of
from factcheck.reports.relations import check_text

_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 cannot hold, not even escaped."""


def render(report: Report, options: RenderOptions) -> str:
    """One testsuite for each claims file: its checks, then findings that belong to no check."""
    root = Element("testsuites", {"name": "factcheck"})
    by_check: dict[str | None, list[Finding]] = {}
    for finding in report.findings:
        by_check.setdefault(finding.check, []).append(finding)
    loose = _loose(report)
    for file in report.project.files:
        suite = SubElement(root, "testsuite", {"name": clean(file.path)})
        for check in file.checks:
            _check_case(suite, file, check, by_check.get(check.id, []), report, options)
        _loose_cases(suite, loose.pop(file.path, []), options)
    for path, findings in loose.items():
        _loose_cases(SubElement(root, "testsuite", {"name": clean(path)}), findings, options)
    _count(root)
    indent(root)
    return '<?xml version="1.0" encoding="utf-8"?>\n' + tostring(root, encoding="unicode") + "\n"


def clean(text: str) -> str:
    """The text without the characters that XML cannot hold.

    >>> clean("红\\x1b[0m")
    '红[0m'
    """
    return _NOT_XML.sub("", text)


def _loose(report: Report) -> dict[str, list[Finding]]:
    """The findings about no check of the project, by file."""
    known = {check.id for check in report.project.checks()}
    grouped: dict[str, list[Finding]] = {}
    for finding in report.findings:
        if finding.ignored is None and finding.check not in known:
            grouped.setdefault(finding.primary.source.path, []).append(finding)
    return grouped


def _check_case(
    suite: Element,
    file: ClaimsFile,
    check: Check,
    findings: list[Finding],
    report: Report,
    options: RenderOptions,
) -> None:
    case = _case(suite, f"{check.id} {check_text(file, check)}", f"{file.stem}.{check.kind}")
    verdict = report.judgement.verdicts.get(check.id)
    if verdict is None or verdict.verdict is Verdict.NOT_JUDGED:
        SubElement(case, "skipped", {"message": _because("not judged", verdict.reason if verdict else "")})
    elif verdict.verdict is Verdict.IGNORED:
        SubElement(case, "skipped", {"message": _because("ignored", check.ignore or "")})
    _outcomes(case, [finding for finding in findings if finding.ignored is None], options)


def _because(what: str, reason: str) -> str:
    return clean(f"{what}: {reason}" if reason else what)


def _loose_cases(suite: Element, findings: Iterable[Finding], options: RenderOptions) -> None:
    for finding in findings:
        place = place_of(finding.primary)
        case = _case(suite, f"{finding.code} {place.file}:{place.line}:{place.column}", finding.slug)
        _outcomes(case, [finding], options)


def _case(suite: Element, name: str, classname: str) -> Element:
    return SubElement(suite, "testcase", {"name": clean(name), "classname": clean(classname)})


def _outcomes(case: Element, findings: list[Finding], options: RenderOptions) -> None:
    """What fails the run is a failure (an error where a file could not be read or the program broke), the rest is output."""
    for finding in findings:
        text = _text(finding, options.machine_language)
        if finding.severity.rank > options.fail_on.rank:
            SubElement(case, "system-out").text = text
            continue
        kind = "error" if finding.code.startswith(("FC0", "FC9")) else "failure"
        message = clean(finding.message.in_language(options.machine_language))
        SubElement(case, kind, {"type": f"{finding.code} {finding.slug}", "message": message}).text = text


def _text(finding: Finding, language: Language) -> str:
    place = place_of(finding.primary)
    lines = (finding.message, *finding.derivation, *finding.notes)
    where = f"{place.file}:{place.line}:{place.column}: {finding.severity} {finding.code}"
    return clean("\n".join([where, *(line.in_language(language) for line in lines)]))


def _count(root: Element) -> None:
    """Write the counts that the format asks for: cases, not outcomes."""
    totals = {"tests": 0, "failures": 0, "errors": 0}
    for suite in root:
        cases = list(suite)
        counts = {
            "tests": len(cases),
            "failures": sum(case.find("failure") is not None for case in cases),
            "errors": sum(case.find("error") is not None for case in cases),
        }
        for name, count in counts.items():
            totals[name] += count
            suite.set(name, str(count))
        suite.set("skipped", str(sum(case.find("skipped") is not None for case in cases)))
    for name, count in totals.items():
        root.set(name, str(count))
