"""Lines of a broken file: what the search for a slip looks at, and what is set aside so that the rest can be read."""

from __future__ import annotations

from factcheck.records import record


@record(frozen=True, slots=True)
class Line:
    """One line without its end; ``start`` and ``end`` are offsets in the text."""

    text: str
    start: int
    end: int

    @property
    def indent(self) -> int:
        """The blanks before its first character."""
        return len(self.text) - len(self.text.lstrip(" \t"))

    @property
    def blank(self) -> bool:
        """Whether it holds nothing but blanks."""
        return not self.text.strip()


class LineCounter:
    """Line numbers (from 1) of offsets that are asked for in rising order, without a table of all lines."""

    __slots__ = ("_at", "_line", "_text")

    def __init__(self, text: str) -> None:
        # Other line ends than a line feed alone are rare: fold them once, lengths kept.
        self._text = text.replace("\r\n", " \n").replace("\r", "\n") if "\r" in text else text
        self._at = 0
        self._line = 1

    def line(self, offset: int) -> int:
        """The line that holds the offset.

        >>> counter = LineCounter("a\\nb\\nc")
        >>> counter.line(2), counter.line(4), counter.line(0)
        (2, 3, 1)
        """
        if offset < self._at:
            self._at, self._line = 0, 1
        self._line += self._text.count("\n", self._at, offset)
        self._at = offset
        return self._line


def line_at(text: str, offset: int) -> Line:
    """The line that holds the offset."""
    start = max(text.rfind("\n", 0, offset), text.rfind("\r", 0, offset)) + 1
    ends = [end for end in (text.find("\n", offset), text.find("\r", offset)) if end >= 0]
    end = min(ends, default=len(text))
    return Line(text[start:end], start, end)


def line_before(text: str, line: Line) -> Line | None:
    """The nearest line above that is not blank and no comment."""
    while line.start > 0:
        line = line_at(
            text, line.start - 1 if text[line.start - 2 : line.start] != "\r\n" else line.start - 2
        )
        if not line.blank and not line.text.lstrip().startswith("#"):
            return line
    return None


def entry_end(text: str, line: Line) -> int:
    """Where the entry that begins on a line ends: past the following lines that are indented further."""
    end = line.end
    at = end
    while at < len(text):
        following = line_at(text, at + (2 if text[at : at + 2] == "\r\n" else 1))
        if following.start <= at or (not following.blank and following.indent <= line.indent):
            break
        if not following.blank:
            end = following.end
        at = following.end
    return end


def blanked(text: str, start: int, end: int) -> str:
    """The text with a stretch of it turned to spaces; line ends and all offsets stay."""
    hole = "".join(character if character in "\r\n" else " " for character in text[start:end])
    return text[:start] + hole + text[end:]
