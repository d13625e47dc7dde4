"""A text with a name, and the positions in it."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import field
from functools import cached_property

from factcheck.records import record


@record(frozen=True, slots=True)
class Position:
    """A place in a text as people count it: line and column from 1, the column in code points."""

    line: int
    column: int


@record(frozen=True)
class SourceText:
    """The text of one file, under the path that reports show.

    ``path`` is relative to the working folder where possible, with ``/`` between its parts. Offsets into
    ``text`` are code points from 0. Lines end at ``\\n``, ``\\r\\n`` or ``\\r`` only.

    >>> SourceText("a.yaml", "x: 1\\n合计: 2").position(5)
    Position(line=2, column=1)
    """

    path: str
    text: str = field(repr=False)

    @cached_property
    def line_starts(self) -> list[int]:
        """The offset at which each line begins; the first is 0."""
        starts = [0]
        text = self.text
        at = 0
        if "\r" not in text:
            while (at := text.find("\n", at) + 1) > 0:
                starts.append(at)
            return starts
        length = len(text)
        while at < length:
            character = text[at]
            at += 1
            if character == "\r" and at < length and text[at] == "\n":
                at += 1
            if character in "\r\n":
                starts.append(at)
        return starts

    def position(self, offset: int) -> Position:
        """The line and column of an offset; offsets past the end are those of the end."""
        offset = max(0, min(offset, len(self.text)))
        line = bisect_right(self.line_starts, offset)
        return Position(line, offset - self.line_starts[line - 1] + 1)

    def offset(self, position: Position) -> int:
        """The offset of a position: the inverse of :meth:`position`."""
        return self.line_starts[position.line - 1] + position.column - 1

    def line(self, number: int) -> str:
        """The text of a line (from 1), without its line end."""
        starts = self.line_starts
        end = starts[number] if number < len(starts) else len(self.text)
        return self.text[starts[number - 1] : end].rstrip("\r\n")

    def utf16_column(self, position: Position) -> int:
        """The column (from 1) counted in UTF-16 code units, as editors and the LSP count.

        >>> SourceText("a", "合计😀100").utf16_column(Position(1, 4))
        5
        """
        return len(self._before(position).encode("utf-16-le", "surrogatepass")) // 2 + 1

    def byte_column(self, position: Position) -> int:
        """The column (from 1) counted in UTF-8 bytes, as reviewdog counts.

        >>> SourceText("a", "合计😀100").byte_column(Position(1, 4))
        11
        """
        return len(self._before(position).encode("utf-8", "surrogatepass")) + 1

    def _before(self, position: Position) -> str:
        return self.line(position.line)[: position.column - 1]
