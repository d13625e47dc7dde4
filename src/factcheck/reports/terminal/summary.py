"""The last line of the terminal report."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.check.model import Report
from factcheck.reports.line import Line, Piece
from factcheck.reports.phrases.summary import summary_sentence
from factcheck.reports.terminal.painter import Painter
from factcheck.reports.terminal.wrap import wrap


def summary_lines(report: Report, painter: Painter) -> Iterator[Line]:
    """The summary, one line where the window is wide enough."""
    sentence = painter.say(summary_sentence(report))
    style = (
        "bold red" if report.summary.errors else "bold yellow" if report.summary.warnings else "bold green"
    )
    for at, part in enumerate(wrap(sentence, painter.width - 2, painter.screen)):
        yield Line.of("  " if at else "", Piece(part, style))
