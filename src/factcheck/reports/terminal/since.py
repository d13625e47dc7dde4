"""What is new, fixed and unchanged beside an earlier revision."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.check.model import Since
from factcheck.reports.line import Line, Piece
from factcheck.reports.phrases.since import fixed_sentence, since_sentence
from factcheck.reports.terminal.painter import Painter
from factcheck.reports.terminal.wrap import wrap


def since_lines(since: Since, painter: Painter) -> Iterator[Line]:
    """What was fixed, one by one, and the numbers."""
    for finding in since.fixed:
        yield from _wrapped(painter.say(fixed_sentence(finding)), "green", painter)
    yield from _wrapped(painter.say(since_sentence(since)), "", painter)


def _wrapped(sentence: str, style: str, painter: Painter) -> Iterator[Line]:
    shown = painter.screen.show(sentence)
    for at, part in enumerate(wrap(shown, painter.width - 2, painter.screen)):
        yield Line.of("  " if at else "", Piece(part, style))
