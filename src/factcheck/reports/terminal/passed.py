"""The checks that hold and those that were ignored, a line each, for ``--show-passed``."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.check.model import Report
from factcheck.claims.model import Check, ClaimsFile
from factcheck.judgement.model import Verdict
from factcheck.reports.line import Line, Piece
from factcheck.reports.phrases import words
from factcheck.reports.relations import check_text
from factcheck.reports.terminal.painter import Painter


def passed_lines(report: Report, painter: Painter) -> Iterator[Line]:
    """One line for each check that holds, with what it says and where; then what is ignored, and why."""
    for file in report.project.files:
        for check in file.checks:
            verdict = report.judgement.verdicts.get(check.id)
            if verdict is not None and verdict.verdict is Verdict.HOLDS:
                yield _line(painter.say(words.PASSED), "green", file, check, "", painter)
            elif check.ignore is not None:
                reason = f"  ({check.ignore})" if check.ignore else ""
                yield _line(painter.say(words.IGNORED), "yellow", file, check, reason, painter)


def _line(word: str, style: str, file: ClaimsFile, check: Check, reason: str, painter: Painter) -> Line:
    show = painter.screen.show
    return Line.of(
        Piece(f"{word}[{check.kind}]", style),
        f" {show(check_text(file, check))}{show(reason)}  ",
        Piece(show(f"{file.path}:{check.line}"), "blue"),
    )
