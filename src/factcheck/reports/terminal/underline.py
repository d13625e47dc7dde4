"""One row of a frame: the text, carets under its marks and their letters; or, where carets cannot be placed, brackets."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from factcheck.records import record
from factcheck.reports.line import Line, Piece
from factcheck.reports.screen import Screen
from factcheck.reports.terminal.excerpt import Span
from factcheck.reports.terminal.marks import Mark
from factcheck.reports.terminal.symbols import Symbols
from factcheck.reports.terminal.wrap import wrap

SECONDARY_STYLE = "cyan"


@record(frozen=True, slots=True)
class Caret:
    """Where a mark stands under a row: its first cell, its width, and what is written beside it."""

    mark: Mark
    cell: int
    width: int


def underlined(
    text: str,
    row: tuple[Span, ...],
    marks: Sequence[Mark],
    screen: Screen,
    symbols: Symbols,
    room: int,
    style: str,
) -> Iterator[Line]:
    """The text of a row, then carets, then letters and notes."""
    yield _text_line(text, row, marks, screen, symbols, style)
    carets = [_caret(text, row, mark, screen, symbols) for mark in marks]
    if len(carets) == 1:
        yield from _one_caret(carets[0], screen, room, style)
        return
    yield _caret_line(carets, style)
    yield from _letters(carets, screen, style)
    for caret in carets:
        if caret.mark.note:
            yield from _note(caret.mark, screen, room, style)


def bracketed(
    text: str,
    row: tuple[Span, ...],
    marks: Sequence[Mark],
    screen: Screen,
    symbols: Symbols,
    room: int,
    style: str,
) -> Iterator[Line]:
    """The text of a row with its marks in brackets, for text whose cells nobody can count."""
    cursor, pieces = row[0][0], [symbols.ellipsis if row[0][0] else ""]
    written: list[Piece | str] = list(pieces)
    for mark in marks:
        if mark.start < cursor:
            continue
        written.append(_plain(text, row, cursor, mark.start, screen, symbols))
        inside = screen.show(text[mark.start : mark.end])
        written.append(Piece(f"{mark.letter}{symbols.left}{inside}{symbols.right}", _style(mark, style)))
        cursor = mark.end
    written.append(_plain(text, row, cursor, len(text), screen, symbols))
    yield Line.of(*written)
    for mark in marks:
        if mark.note:
            yield from _note(mark, screen, room, style)


def _style(mark: Mark, style: str) -> str:
    return f"bold {style}" if mark.primary else SECONDARY_STYLE


def _plain(text: str, row: tuple[Span, ...], start: int, end: int, screen: Screen, symbols: Symbols) -> str:
    """The shown text between two places of a row, with ellipses where the row leaves something out."""
    parts = [
        screen.show(text[max(start, low) : min(end, high)]) for low, high in row if low < end and high > start
    ]
    tail = symbols.ellipsis if end == len(text) and row[-1][1] < len(text) else ""
    return symbols.ellipsis.join(parts) + tail


def _text_line(
    text: str, row: tuple[Span, ...], marks: Sequence[Mark], screen: Screen, symbols: Symbols, style: str
) -> Line:
    styles = {at: "bold" for mark in marks if mark.primary for at in range(mark.start, mark.end)}
    pieces: list[Piece | str] = [symbols.ellipsis if row[0][0] else ""]
    for at, (start, end) in enumerate(row):
        if at:
            pieces.append(symbols.ellipsis)
        for run_style, run in groupby(range(start, end), key=lambda index: styles.get(index, "")):
            pieces.append(Piece(screen.show("".join(text[index] for index in run)), run_style))
    pieces.append(symbols.ellipsis if row[-1][1] < len(text) else "")
    return Line.of(*pieces)


def _caret(text: str, row: tuple[Span, ...], mark: Mark, screen: Screen, symbols: Symbols) -> Caret:
    cell = screen.cells(symbols.ellipsis) if row[0][0] else 0
    for start, end in row:
        if mark.start < end or (start, end) == row[-1]:
            cell += screen.cells(screen.show(text[start : mark.start]))
            break
        cell += screen.cells(screen.show(text[start:end])) + screen.cells(symbols.ellipsis)
    return Caret(mark, cell, max(screen.cells(screen.show(text[mark.start : mark.end])), 1))


def _caret_line(carets: Sequence[Caret], style: str) -> Line:
    """The markers of a row; where marks overlap, the primary one shows."""
    cells: dict[int, tuple[str, str]] = {}
    for caret in sorted(carets, key=lambda caret: (caret.mark.primary, -caret.width)):
        sign = "^" if caret.mark.primary else "-"
        cells.update({caret.cell + at: (sign, _style(caret.mark, style)) for at in range(caret.width)})
    drawn = [cells.get(at, (" ", "")) for at in range(max(cells) + 1)]
    return Line.of(
        *[
            Piece("".join(sign for sign, _ in run), run_style)
            for run_style, run in groupby(drawn, key=lambda cell: cell[1])
        ]
    )


def _one_caret(caret: Caret, screen: Screen, room: int, style: str) -> Iterator[Line]:
    """Markers with the letter and the note right beside them, or below where there is no room."""
    line = _caret_line([caret], style)
    beside = caret.cell + caret.width + 1
    if not caret.mark.key:
        yield line
    elif beside + screen.cells(caret.mark.key) <= room:
        yield line + Line.of(" ", Piece(caret.mark.key, _style(caret.mark, style)))
    else:
        yield line + Line.of(" ", Piece(caret.mark.letter, _style(caret.mark, style)))
        yield from _note(caret.mark, screen, room, style)


def _letters(carets: Sequence[Caret], screen: Screen, style: str) -> Iterator[Line]:
    """The letters under their carets; one that would run into the next goes a row lower."""
    waiting = [caret for caret in carets if caret.mark.letter]
    while waiting:
        pieces: list[Piece | str] = []
        at, later = 0, []
        for caret in waiting:
            if caret.cell < at:
                later.append(caret)
                continue
            pieces += [" " * (caret.cell - at), Piece(caret.mark.letter, _style(caret.mark, style))]
            at = caret.cell + screen.cells(caret.mark.letter) + 1
            pieces.append(" ")
        yield Line.of(*pieces)
        waiting = later


def _note(mark: Mark, screen: Screen, room: int, style: str) -> Iterator[Line]:
    """A note on rows of its own, led by its letter."""
    lead = f"{mark.letter} " if mark.letter else ""
    for at, part in enumerate(wrap(mark.note, max(room - len(lead), 10), screen)):
        yield Line.of(Piece((lead if not at else " " * len(lead)) + part, _style(mark, style)))
