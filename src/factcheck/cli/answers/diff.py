"""The answer of ``factcheck diff``."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from factcheck.changes.words import Edit, fact_sentence, verdict_sentence
from factcheck.check.model import Report, Since
from factcheck.findings import Finding, Language, Message
from factcheck.reports.phrases.since import fixed_sentence, since_sentence
from factcheck.reports.places import place_of
from factcheck.reports.screen import on_one_line

NOTHING = Message("没有数字或关系变化", "no number and no check changed")


def as_text(edit: Edit, report: Report, language: Language) -> str:
    """File by file the numbers, then the verdicts; then the findings that are new and fixed, and the count."""
    lines = [*_by_file(edit, language)] or [NOTHING.in_language(language)]
    since = report.since or Since(revision="", new=0, unchanged=0)
    new = [_new_sentence(each) for each in report.findings if each.ignored is None]
    fixed = [fixed_sentence(each) for each in since.fixed]
    lines += [
        "",
        *(sentence.in_language(language) for sentence in (*new, *fixed)),
        since_sentence(since).in_language(language),
    ]
    return "".join(f"{on_one_line(line)}\n" for line in lines)


def _by_file(edit: Edit, language: Language) -> Iterator[str]:
    files = dict.fromkeys([*(each.file for each in edit.facts), *(each.file for each in edit.verdicts)])
    for file in files:
        yield file
        yield from (
            f"  {fact_sentence(each).in_language(language)}" for each in edit.facts if each.file == file
        )
        yield from (
            f"    {verdict_sentence(each).in_language(language)}"
            for each in edit.verdicts
            if each.file == file
        )


def _new_sentence(finding: Finding) -> Message:
    place = place_of(finding.primary)
    where = f"{place.file}:{place.line}"
    return Message(
        f"新增 {finding.code}：{finding.message.zh}（{where}）",
        f"new {finding.code}: {finding.message.en} ({where})",
    )


def as_json(edit: Edit, report: Report) -> dict[str, Any]:
    """The answer for programs."""
    since = report.since or Since(revision="", new=0, unchanged=0)
    return {
        "version": 1,
        "revision": since.revision,
        "facts": [
            {
                "fact": each.fact,
                "file": each.file,
                "before": each.before,
                "after": each.after,
                "details": each.details,
            }
            for each in edit.facts
        ],
        "verdicts": [
            {
                "check": each.check,
                "file": each.file,
                "relation": each.relation,
                "before": each.before,
                "after": each.after,
                "facts": list(each.facts),
            }
            for each in edit.verdicts
        ],
        "new": [_finding(each) for each in report.findings if each.ignored is None],
        "fixed": [_finding(each) for each in since.fixed],
        "unchanged": since.unchanged,
    }


def _finding(finding: Finding) -> dict[str, Any]:
    place = place_of(finding.primary)
    return {
        "code": finding.code,
        "file": place.file,
        "line": place.line,
        "message": finding.message.en,
        "fingerprint": finding.fingerprint,
    }
