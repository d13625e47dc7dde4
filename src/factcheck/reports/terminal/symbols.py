"""What frames are drawn from: box-drawing characters, or ASCII where a stream lacks them or their width is unknown."""

from __future__ import annotations

from factcheck.records import record
from factcheck.reports.console import can_write
from factcheck.reports.interface import RenderOptions


@record(frozen=True, slots=True)
class Symbols:
    """The parts of a frame. ``left`` and ``right`` enclose a number where carets cannot be placed under it."""

    corner: str = " ╭─ "
    bar: str = " │ "
    ellipsis: str = "…"
    arrow: str = "→"
    left: str = "【"
    right: str = "】"

    @classmethod
    def of(cls, options: RenderOptions) -> Symbols:
        """The symbols that a stream can show."""
        if not options.ascii:
            return cls()
        left, right = ("【", "】") if can_write("【】", options.encoding) else ("[[", "]]")
        return cls("--> ", " | ", "...", "->", left, right)
