"""Frames of a finding: the lines it points at, cut as the terminal cuts them, the letters under the numbers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from factcheck.findings import Finding, Label, Language
from factcheck.records import record
from factcheck.reports.screen import Screen
from factcheck.reports.terminal.excerpt import Excerpter, Span
from factcheck.reports.terminal.finding import by_file
from factcheck.reports.terminal.marks import Mark, marks_of

ROOM = 96
"""Cells of text on one row of a frame; the browser folds a row where the window is narrower."""


@record(frozen=True, slots=True)
class Stretch:
    """A stretch of a line; ``letter`` and ``note`` stand under it where it is marked."""

    text: str
    marked: bool = False
    primary: bool = False
    letter: str = ""


@record(frozen=True, slots=True)
class Row:
    """One row of a frame; ``number`` is the line's, empty on further rows of it. ``notes`` stand under the row."""

    number: str
    stretches: tuple[Stretch, ...]
    notes: tuple[str, ...] = ()


@record(frozen=True, slots=True)
class Frame:
    """The rows of one file; ``place`` is path, line and column."""

    place: str
    rows: tuple[Row, ...]


def frames_of(finding: Finding, language: Language) -> list[Frame]:
    """The article's frame first, then that of the claims."""
    return [_frame(labels, language) for labels in by_file((*finding.article, *finding.labels))]


def _frame(labels: Sequence[Label], language: Language) -> Frame:
    screen, first = Screen(), labels[0]
    place = f"{first.source.path}:{first.position.line}:{first.position.column}"
    marks = groupby(marks_of(labels, language, screen), key=lambda mark: mark.line)
    return Frame(
        place, tuple(row for number, here in marks for row in _rows(first, number, list(here), screen))
    )


def _rows(label: Label, number: int, marks: list[Mark], screen: Screen) -> Iterator[Row]:
    text = label.source.line(number)
    if not text.strip():
        return
    shown_number = str(number)
    for row in Excerpter(text, ROOM, screen).rows([(mark.start, mark.end) for mark in marks]):
        here = [
            mark.within(row)
            for mark in marks
            if any(low <= mark.start < max(high, low + 1) for low, high in row)
        ]
        notes = tuple(dict.fromkeys(mark.note for mark in here if mark.note))
        yield Row(shown_number, tuple(_stretches(text, row, here)), notes)
        shown_number = ""


def _stretches(text: str, row: tuple[Span, ...], marks: list[Mark]) -> Iterator[Stretch]:
    for at, (low, high) in enumerate(row):
        if at or low:
            yield Stretch("…")
        yield from _within(text, low, high, marks)
    if row[-1][1] < len(text):
        yield Stretch("…")


def _within(text: str, low: int, high: int, marks: list[Mark]) -> Iterator[Stretch]:
    """The stretches of a span: where marks overlap, the shortest shows."""
    cuts = sorted({low, high} | {at for mark in marks for at in (mark.start, mark.end) if low < at < high})
    lettered: set[Mark] = set()
    for start, end in pairwise(cuts):
        over = [mark for mark in marks if mark.start <= start and end <= mark.end]
        mark = min(over, key=lambda each: each.end - each.start, default=None)
        if mark is None:
            yield Stretch(text[start:end])
            continue
        letter = "" if mark in lettered else mark.letter
        lettered.add(mark)
        yield Stretch(text[start:end], True, mark.primary, letter)
