"""Lines of a broken file: what the search for a slip looks at, and what is set aside so that the rest can be read."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
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
