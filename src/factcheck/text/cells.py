"""The width of text on a terminal, counted in cells: Chinese characters take two, combining ones none."""

from __future__ import annotations

from factcheck.text.source import Position, SourceText

AMBIGUOUS_NARROW, AMBIGUOUS_WIDE = 1, 2
"""Cells of characters whose width depends on the terminal's font: ``“`` ``…`` ``─`` ``①``."""


def cell_width(text: str, *, ambiguous: int = AMBIGUOUS_NARROW) -> int:
    """Cells that a text takes; control characters count as none, so escape them first (:func:`factcheck.text.visible.visible`).

    >>> cell_width("合计😀100"), cell_width("“a”"), cell_width("“a”", ambiguous=2)
    (9, 3, 5)
    """
    if text.isascii():
        return len(text) if text.isprintable() else sum(map(str.isprintable, text))
    from wcwidth import wcswidth, wcwidth

    width = wcswidth(text)
    if width < 0:
        width = sum(max(wcwidth(character), 0) for character in text)
    if ambiguous == AMBIGUOUS_WIDE:
        width += sum(map(is_ambiguous, text))
    return max(width, 0)


def is_ambiguous(character: str) -> bool:
    """Whether the character's width depends on the terminal (East Asian Width A), combining marks aside."""
    if character.isascii():
        return False
    from unicodedata import combining, east_asian_width

    return east_asian_width(character) == "A" and not combining(character)


def cell_column(source: SourceText, position: Position, *, ambiguous: int = AMBIGUOUS_NARROW) -> int:
    """Cells before a position in its line, from 0: where a caret under it begins.

    >>> cell_column(SourceText("a", "合计😀100"), Position(1, 4))
    6
    """
    return cell_width(source.line(position.line)[: position.column - 1], ambiguous=ambiguous)


def cut_to_cells(text: str, most: int, *, ambiguous: int = AMBIGUOUS_NARROW) -> str:
    """The longest beginning of a text that takes no more than ``most`` cells; a character is never cut in half.

    >>> cut_to_cells("合计100", 5), cut_to_cells("合计", 3)
    ('合计1', '合')
    """
    if text.isascii():
        return text[:most]
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        if cell_width(text[:middle], ambiguous=ambiguous) <= most:
            low = middle
        else:
            high = middle - 1
    return text[:low]
