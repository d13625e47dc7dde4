"""The checks that hold and those that were ignored, each with its place, for ``--show-passed``."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.check.model import Report
from factcheck.claims.model import Check, ClaimsFile
from factcheck.judgement.model import Verdict
from factcheck.reports.line import Line, Piece
from factcheck.reports.phrases import words
from factcheck.reports.relations import check_text
from factcheck.reports.terminal.painter import Painter
from factcheck.reports.terminal.wrap import wrap


def passed_lines(report: Report, painter: Painter) -> Iterator[Line]:
    """Each check that holds, with what it says and where; and what is ignored, and why."""
    for file in report.project.files:
        for check in file.checks:
            verdict = report.judgement.verdicts.get(check.id)
            if verdict is not None and verdict.verdict is Verdict.HOLDS:
                yield from _entry(painter.say(words.PASSED), "green", file, check, "", painter)
            elif check.ignore is not None:
                yield from _entry(painter.say(words.IGNORED), "yellow", file, check, check.ignore, painter)


def _entry(
    word: str, style: str, file: ClaimsFile, check: Check, reason: str, painter: Painter
) -> Iterator[Line]:
    remark = f"  ({reason})" if reason else ""
    sentence = painter.screen.show(f"{check_text(file, check)}{remark}  {file.path}:{check.line}")
    room = painter.width - painter.screen.cells(word) - 1
    for at, part in enumerate(wrap(sentence, painter.width - 2, painter.screen, first=room)):
        yield Line.of(Piece(word, style), f" {part}") if at == 0 else Line.of("  ", part)
