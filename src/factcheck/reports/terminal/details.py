"""The lines under the frames: ``= label: sentence``, wrapped under their own beginning."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.findings import Language, Message
from factcheck.reports.line import Line, Piece
from factcheck.reports.phrases import words
from factcheck.reports.screen import Screen, on_one_line
from factcheck.reports.terminal.wrap import wrap

NARROW = 60


def detail(
    label: Message, sentence: str, *, language: Language, width: int, screen: Screen, gutter: int = 2
) -> Iterator[Line]:
    """One labelled sentence; later lines stand under the first word, or a little in where the window is narrow."""
    border = " " * (gutter + 1)
    head = screen.show(f"{label.in_language(language)}{words.COLON.in_language(language)}")
    indent = len(border) + 2 + (screen.cells(head) if width >= NARROW else 0)
    room = width - len(border) - 2 - screen.cells(head)
    for at, part in enumerate(
        wrap(on_one_line(sentence, screen.encoding), width - indent, screen, first=room)
    ):
        if at == 0:
            yield Line.of(border, Piece("= ", "blue"), Piece(head, "bold"), part)
        else:
            yield Line.of(" " * indent, part)
