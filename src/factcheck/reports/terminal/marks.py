"""Labels as marks on one line of a text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from factcheck.findings import Label, Language
from factcheck.reports.terminal.excerpt import Span


@dataclass(frozen=True, slots=True)
class Mark:
    """A marked stretch of a line: code points from 0, end exclusive."""

    line: int
    start: int
    end: int
    letter: str
    note: str
    primary: bool

    def within(self, row: tuple[Span, ...]) -> Mark:
        """The mark cut to the span of the row that holds its beginning."""
        end = next(end for start, end in row if start <= self.start < max(end, start + 1))
        return replace(self, end=min(self.end, end))

    @property
    def key(self) -> str:
        """The letter and the note as they stand beside a caret."""
        return f"{self.letter} {self.note}".strip()


def marks_of(labels: Iterable[Label], language: Language) -> list[Mark]:
    """The marks of labels of one text by line and place; a label over several lines is marked on its first.

    Labels on the very same place become one mark with both letters.
    """
    marks: dict[tuple[int, int, int], Mark] = {}
    for label in labels:
        mark = _mark(label, language)
        place = (mark.line, mark.start, mark.end)
        marks[place] = _joined(marks[place], mark) if place in marks else mark
    return sorted(marks.values(), key=lambda mark: (mark.line, mark.start, mark.end))


def _mark(label: Label, language: Language) -> Mark:
    start, end = label.position, label.end_position
    line = label.source.line(start.line)
    last = end.column - 1 if end.line == start.line else len(line.rstrip())
    first = min(start.column - 1, len(line))
    note = label.note.in_language(language) if label.note else ""
    return Mark(start.line, first, max(last, first), label.letter or "", note, label.primary)


def _joined(mark: Mark, other: Mark) -> Mark:
    letters = dict.fromkeys(
        letter for letter in (*mark.letter.split(","), *other.letter.split(",")) if letter
    )
    notes = dict.fromkeys(note for note in (mark.note, other.note) if note)
    return replace(
        mark, letter=",".join(letters), note=" ".join(notes), primary=mark.primary or other.primary
    )
