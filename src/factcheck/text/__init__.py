"""Positions in text: code points, UTF-16 units, bytes and terminal cells, converted in one place."""

from factcheck.text.source import Position, SourceText

__all__ = ["Position", "SourceText"]
