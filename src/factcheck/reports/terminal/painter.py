"""What every part of the terminal report needs to draw itself."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.findings import Language, Message
from factcheck.records import record
from factcheck.reports.interface import RenderOptions
from factcheck.reports.line import Line, Piece
from factcheck.reports.screen import Screen, on_one_line
from factcheck.reports.terminal.details import detail
from factcheck.reports.terminal.symbols import Symbols
from factcheck.reports.terminal.wrap import wrap


@record(frozen=True, slots=True)
class Painter:
    """The language, the room and the means of one report."""

    language: Language
    width: int
    screen: Screen
    symbols: Symbols

    @classmethod
    def of(cls, options: RenderOptions) -> Painter:
        """The painter that the options describe."""
        return cls(options.language, options.width, Screen.of(options), Symbols.of(options))

    def say(self, message: Message) -> str:
        """The message in the report's language, safe to write."""
        return on_one_line(message.in_language(self.language), self.screen.encoding)

    def heading(self, head: str, style: str, sentence: str) -> Iterator[Line]:
        """A coloured head and its sentence, wrapped two cells in."""
        room = self.width - self.screen.cells(head) - 1
        for at, part in enumerate(wrap(sentence, self.width - 2, self.screen, first=room)):
            if at == 0:
                yield Line.of(Piece(head, style), Piece(f" {part}" if part else "", "bold"))
            else:
                yield Line.of("  ", Piece(part, "bold"))

    def detail(self, label: Message, sentence: str, gutter: int) -> Iterator[Line]:
        """A labelled line under a frame."""
        return detail(
            label, sentence, language=self.language, width=self.width, screen=self.screen, gutter=gutter
        )
