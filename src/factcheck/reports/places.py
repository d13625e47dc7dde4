"""Where a finding is, as numbers: what every format with lines and columns prints."""

from __future__ import annotations

from factcheck.findings import Label
from factcheck.records import record


@record(frozen=True, slots=True)
class Place:
    """A stretch of a file: lines and columns from 1, columns in code points, ends exclusive."""

    file: str
    line: int
    column: int
    end_line: int
    end_column: int

    @property
    def one_line(self) -> bool:
        """Whether the stretch stays on one line."""
        return self.line == self.end_line


def place_of(label: Label) -> Place:
    """The place of a label."""
    start, end = label.position, label.end_position
    return Place(label.source.path, start.line, start.column, end.line, end.column)
