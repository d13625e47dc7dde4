"""Positions in text: code points, UTF-16 units, bytes and terminal cells, converted in one place."""

from factcheck.text.cells import cell_column, cell_width, cut_to_cells
from factcheck.text.decoding import Decoded, decode_utf8
from factcheck.text.source import Position, SourceText
from factcheck.text.visible import visible

__all__ = [
    "Decoded",
    "Position",
    "SourceText",
    "cell_column",
    "cell_width",
    "cut_to_cells",
    "decode_utf8",
    "visible",
]
