"""JSON for other programs: version 1 of the contract, described by ``report.schema.json``."""

from __future__ import annotations

import json
from collections.abc import Mapping
from importlib.resources import files
from typing import Any

from factcheck.check.model import Report, Since
from factcheck.claims.model import Check, ClaimsFile, Fact
from factcheck.findings import Bounds, Finding, Label, Language, Repair
from factcheck.judgement.model import CheckVerdict, Verdict
from factcheck.quantities.interval import Interval
from factcheck.reports.exact import exact_text
from factcheck.reports.interface import RenderOptions
from factcheck.reports.places import place_of
from factcheck.reports.relations import facts_of
from factcheck.reports.repairs import repairs_of

VERSION = 1

Object = dict[str, Any]


def render(report: Report, options: RenderOptions) -> str:
    """The whole report as one JSON document."""
    return as_text(document(report, options.machine_language))


def as_text(value: object) -> str:
    """JSON as all formats here write it: readable, Chinese as it is, the same bytes each time."""
    text = json.dumps(value, ensure_ascii=False, indent=2)
    return text.encode("utf-8", "backslashreplace").decode("utf-8") + "\n"


def schema() -> Object:
    """The JSON Schema of the document."""
    text = (files("factcheck.reports") / "report.schema.json").read_text(encoding="utf-8")
    loaded: Object = json.loads(text)
    return loaded


def document(report: Report, language: Language) -> Object:
    """The document as plain values."""
    since = {} if report.since is None else {"since": _since(report.since, language)}
    return since | {
        "version": VERSION,
        "summary": _summary(report),
        "findings": [
            _finding(finding, repairs_of(finding, report), language)
            for finding in report.findings
            if finding.ignored is None
        ],
        "checks": [
            _check(file, check, report.judgement.verdicts.get(check.id))
            for file in report.project.files
            for check in file.checks
        ],
        "facts": [_fact(file, fact, report) for file in report.project.files for fact in file.facts.values()],
    }


def _since(since: Since, language: Language) -> Object:
    return {
        "revision": since.revision,
        "new": since.new,
        "unchanged": since.unchanged,
        "unaffected_files": since.unaffected,
        "fixed": [
            {
                "code": finding.code,
                "file": finding.primary.source.path,
                "message": finding.message.in_language(language),
                "fingerprint": finding.fingerprint,
            }
            for finding in since.fixed
        ],
    }


def _summary(report: Report) -> Object:
    names = ("files", "facts", "checks", "errors", "warnings", "infos", "ignored", "exit_code")
    return {name: getattr(report.summary, name) for name in names}


def _finding(finding: Finding, repairs: tuple[Repair, ...], language: Language) -> Object:
    place = place_of(finding.primary)
    return {
        "code": finding.code,
        "slug": finding.slug,
        "severity": str(finding.severity),
        "message": finding.message.in_language(language),
        "file": place.file,
        "line": place.line,
        "column": place.column,
        "end_line": place.end_line,
        "end_column": place.end_column,
        "article": _article(finding.article[0]) if finding.article else None,
        "check": finding.check,
        "facts": list(finding.facts),
        "reading": finding.reading,
        "stated": _bounds(finding.stated),
        "implied": _bounds(finding.implied),
        "gap": finding.gap,
        "derivation": [step.in_language(language) for step in finding.derivation],
        "repairs": [_repair(repair) for repair in repairs],
        "fingerprint": finding.fingerprint,
    }


def _article(label: Label) -> Object:
    place = place_of(label)
    return {
        "file": place.file,
        "line": place.line,
        "column": place.column,
        "end_column": place.end_column,
    }


def _bounds(bounds: Bounds | None) -> Object | None:
    return None if bounds is None else {"low": bounds.low, "high": bounds.high, "unit": bounds.unit}


def _repair(repair: Repair) -> Object:
    written: Object = {
        "fact": repair.fact,
        "printed": repair.printed,
        "suggested": repair.suggested,
        "kind": repair.kind,
        "clears": list(repair.clears),
        "allowed": None
        if repair.allowed is None
        else {"low": repair.allowed.low, "high": repair.allowed.high},
    }
    if repair.also:
        written["also"] = [
            {"fact": fact, "printed": printed, "suggested": suggested}
            for fact, printed, suggested in repair.also
        ]
    return written


def _check(file: ClaimsFile, check: Check, verdict: CheckVerdict | None) -> Object:
    outside = {"decided_by": verdict.decided_by} if verdict and verdict.decided_by else {}
    return {
        "id": check.id,
        "file": file.path,
        "line": check.line,
        "kind": check.kind,
        "verdict": str(verdict.verdict if verdict else Verdict.NOT_JUDGED),
        "assumption": check.assumption,
        "facts": list(facts_of(check)),
        "slack": exact_text(verdict.slack) if verdict and verdict.slack is not None else None,
        "tie_only": verdict.tie_only if verdict else False,
    } | outside


def _fact(file: ClaimsFile, fact: Fact, report: Report) -> Object:
    implied = report.judgement.implied.get(fact.id)
    unit = fact.unit or (implied.unit if implied else None)
    return {
        "id": fact.id,
        "file": file.path,
        "line": file.source.position(fact.name_extent.start).line,
        "printed": fact.printed,
        "unit": unit.name if unit else None,
        "hidden": fact.hidden,
        "implied": {
            "strict": _interval(implied.strict if implied else None),
            "loose": _interval(implied.loose if implied else None),
        },
        "guarded": _guard(report.guards, fact.id),
    }


def _interval(interval: Interval | None) -> Object | None:
    if interval is None:
        return None
    return {
        "low": None if interval.low is None else exact_text(interval.low),
        "high": None if interval.high is None else exact_text(interval.high),
        "low_open": interval.low_open,
        "high_open": interval.high_open,
    }


def _guard(guards: Mapping[str, object] | None, fact: str) -> str | None:
    return str(guards[fact]) if guards and fact in guards else None
