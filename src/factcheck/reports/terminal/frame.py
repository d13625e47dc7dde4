"""A frame: the lines of one file that a finding points at, with its labels under them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from factcheck.findings import Label, Language
from factcheck.records import record
from factcheck.reports.line import Line, Piece
from factcheck.reports.screen import Screen
from factcheck.reports.terminal.excerpt import Excerpter, Span
from factcheck.reports.terminal.marks import Mark, marks_of
from factcheck.reports.terminal.symbols import Symbols
from factcheck.reports.terminal.underline import bracketed, underlined

FRAME_STYLE = "blue"


@record(frozen=True, slots=True)
class FramePainter:
    """Draws frames of one report. ``gutter`` is the number of digits of the largest line number in the finding."""

    language: Language
    width: int
    screen: Screen
    symbols: Symbols
    gutter: int
    style: str

    @property
    def room(self) -> int:
        """The cells that are left for text, right of the border."""
        return max(self.width - self.gutter - self.screen.cells(self.symbols.bar), 12)

    def frame(self, labels: Sequence[Label]) -> Iterator[Line]:
        """The frame of labels that all lie in one file; the first names the place."""
        yield self._header(labels[0])
        for number, marks in groupby(
            marks_of(labels, self.language, self.screen), key=lambda mark: mark.line
        ):
            text = labels[0].source.line(number)
            if text.strip():
                yield from self._line(number, text, list(marks))

    def _header(self, label: Label) -> Line:
        position = label.position
        where = f"{self.screen.show(label.source.path)}:{position.line}:{position.column}"
        return Line.of(" " * self.gutter, Piece(self.symbols.corner, FRAME_STYLE), where)

    def _line(self, number: int, text: str, marks: list[Mark]) -> Iterator[Line]:
        excerpter = Excerpter(text, self.room, self.screen, self.symbols.ellipsis)
        shown_number = str(number)
        for row in excerpter.rows([(mark.start, mark.end) for mark in marks]):
            here = [
                mark for mark in marks if any(start <= mark.start < max(end, start + 1) for start, end in row)
            ]
            for line in self._row(text, row, [mark.within(row) for mark in here]):
                yield self._beside(shown_number, line)
                shown_number = ""

    def _row(self, text: str, row: tuple[Span, ...], marks: list[Mark]) -> Iterable[Line]:
        draw = underlined if all(self.screen.knowable(text[start:end]) for start, end in row) else bracketed
        return draw(text, row, marks, self.screen, self.symbols, self.room, self.style)

    def _beside(self, number: str, content: str | Line) -> Line:
        border = Piece(f"{number.rjust(self.gutter)}{self.symbols.bar}", FRAME_STYLE)
        return Line.of(border) + (content if isinstance(content, Line) else Line.of(content))
