"""Labels as marks on one line of a text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from factcheck.findings import Label, Language
from factcheck.records import record
from factcheck.reports.relations import says_something
from factcheck.reports.screen import Screen, on_one_line
from factcheck.reports.terminal.excerpt import Span


@record(frozen=True, slots=True)
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


def marks_of(labels: Iterable[Label], language: Language, screen: Screen) -> list[Mark]:
    """The marks of labels of one text by line and place; a label over several lines is marked on the one that says most.

    Labels on the very same place become one mark with both letters.
    """
    marks: dict[tuple[int, int, int], Mark] = {}
    for label in labels:
        mark = _mark(label, language, screen)
        place = (mark.line, mark.start, mark.end)
        marks[place] = _joined(marks[place], mark) if place in marks else mark
    return sorted(marks.values(), key=lambda mark: (mark.line, mark.start, mark.end))


def _mark(label: Label, language: Language, screen: Screen) -> Mark:
    number, first, last = _stretch(label)
    note = on_one_line(label.note.in_language(language), screen.encoding) if label.note else ""
    return Mark(number, first, max(last, first), screen.show(label.letter or ""), note, label.primary)


def _stretch(label: Label) -> tuple[int, int, int]:
    """The line that stands for a label, and where on it the label begins and ends."""
    start, end = label.position, label.end_position
    if start.line == end.line:
        return start.line, start.column - 1, end.column - 1
    number = next(
        (at for at in range(start.line, end.line + 1) if says_something(label.source.line(at))), start.line
    )
    line = label.source.line(number).rstrip()
    first = start.column - 1 if number == start.line else len(line) - len(line.lstrip())
    return number, min(first, len(line)), len(line)


def _joined(mark: Mark, other: Mark) -> Mark:
    letters = dict.fromkeys(
        letter for letter in (*mark.letter.split(","), *other.letter.split(",")) if letter
    )
    notes = dict.fromkeys(note for note in (mark.note, other.note) if note)
    return replace(
        mark, letter=",".join(letters), note=" ".join(notes), primary=mark.primary or other.primary
    )
