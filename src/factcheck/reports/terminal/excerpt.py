"""Which parts of a long line to show: windows around its labels, cut at punctuation."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from factcheck.records import record
from factcheck.reports.screen import Screen

CLAUSE_ENDS = frozenset("，。；：！？、,.;:!?")
SENTENCE_ENDS = frozenset("。！？!?")

Span = tuple[int, int]


@record(frozen=True)
class Excerpter:
    """Cuts one line of text to rows of at most ``width`` cells, each a run of spans joined by an ellipsis."""

    text: str
    width: int
    screen: Screen
    ellipsis: str = "…"

    def rows(self, marked: Sequence[Span]) -> list[tuple[Span, ...]]:
        """The rows that show every marked span, in the order of the text, with as much around them as fits."""
        if self._cells(0, len(self.text)) <= self.width:
            return [((0, len(self.text)),)]
        rows: list[tuple[Span, ...]] = []
        for span in self._windows(marked):
            if rows and self._row_cells((*rows[-1], span)) <= self.width:
                rows[-1] = (*rows[-1], span)
            else:
                rows.append((span,))
        return [self._grown(row, self._limits(rows, at)) for at, row in enumerate(rows)]

    def _windows(self, marked: Sequence[Span]) -> list[Span]:
        """The clauses that hold the marked spans; a clause that is too long is narrowed to what is marked in it."""
        stops = self._stops
        windows: list[Span] = []
        for start, end in sorted(marked):
            shown_end = min(max(end, start + 1), len(self.text))
            clause = (
                max(stop for stop in stops if stop <= start),
                min(stop for stop in stops if stop >= shown_end),
            )
            if windows and clause[0] < windows[-1][1]:
                windows[-1] = (windows[-1][0], max(windows[-1][1], clause[1]))
            else:
                windows.append(clause)
        return [narrow for window in windows for narrow in self._narrowed(window, sorted(marked))]

    def _narrowed(self, window: Span, marked: Sequence[Span]) -> list[Span]:
        if self._row_cells((window,)) <= self.width:
            return [window]
        room = self.width - 2 * self.screen.cells(self.ellipsis)
        groups: list[Span] = []
        for start, end in (span for span in marked if window[0] <= span[0] < window[1]):
            if groups and self._cells(groups[-1][0], end) <= room:
                groups[-1] = (groups[-1][0], max(end, groups[-1][1]))
            else:
                groups.append((start, self._clipped(start, end, room)))
        padded: list[Span] = []
        for at, group in enumerate(groups):
            floor = padded[-1][1] if padded else window[0]
            ceiling = groups[at + 1][0] if at + 1 < len(groups) else window[1]
            padded.append(self._padded(group, (floor, ceiling), room))
        return padded

    def _clipped(self, start: int, end: int, room: int) -> int:
        while end > start + 1 and self._cells(start, end) > room:
            end -= 1
        return end

    def _padded(self, group: Span, limits: Span, room: int) -> Span:
        """A group with characters around it: two thirds of the spare room before it, the rest after."""
        start, end = group
        floor, ceiling = limits
        ahead = (room - self._cells(start, end)) * 2 // 3
        while start > floor and self._cells(start - 1, group[0]) <= ahead:
            start -= 1
        while end < ceiling and self._cells(start, end + 1) <= room:
            end += 1
        while start > floor and self._cells(start - 1, end) <= room:
            start -= 1
        return start, end

    def _limits(self, rows: list[tuple[Span, ...]], at: int) -> Span:
        """How far a row may grow without showing what its neighbours show."""
        low = rows[at - 1][-1][1] if at else 0
        high = rows[at + 1][0][0] if at + 1 < len(rows) else len(self.text)
        return low, high

    def _grown(self, row: tuple[Span, ...], limits: Span) -> tuple[Span, ...]:
        """The row with gaps closed, then clauses of the same sentence added before and after, while they fit."""
        stops = self._stops
        while True:
            for larger in self._larger(row, limits, stops):
                if self._row_cells(larger) <= self.width:
                    row = larger
                    break
            else:
                return row

    def _larger(self, row: tuple[Span, ...], limits: Span, stops: list[int]) -> list[tuple[Span, ...]]:
        candidates: list[tuple[Span, ...]] = [
            (*row[:gap], (row[gap][0], row[gap + 1][1]), *row[gap + 2 :]) for gap in range(len(row) - 1)
        ]
        start, end = row[0][0], row[-1][1]
        earlier = [stop for stop in stops if limits[0] <= stop < start]
        if earlier and self.text[start - 1] not in SENTENCE_ENDS:
            candidates.append(((earlier[-1], row[0][1]), *row[1:]))
        later = [stop for stop in stops if end < stop <= limits[1]]
        if later and self.text[end - 1] not in SENTENCE_ENDS:
            candidates.append((*row[:-1], (row[-1][0], later[0])))
        return candidates

    @cached_property
    def _stops(self) -> list[int]:
        """Where clauses begin and end, both ends of the text included."""
        text = self.text
        inner = (at for at in range(1, len(text)) if text[at - 1] in CLAUSE_ENDS and not self._inside(at))
        return [0, *inner, len(text)]

    def _inside(self, at: int) -> bool:
        """Whether the mark before ``at`` belongs to a number, an address or a word, or is followed by more punctuation."""
        mark, after = self.text[at - 1], self.text[at]
        if after in CLAUSE_ENDS or after in "”’）)》":
            return True
        return mark.isascii() and after.isascii() and not after.isspace()

    def _row_cells(self, row: tuple[Span, ...]) -> int:
        cut = len(row) - 1 + (row[0][0] > 0) + (row[-1][1] < len(self.text))
        return sum(self._cells(*span) for span in row) + cut * self.screen.cells(self.ellipsis)

    def _cells(self, start: int, end: int) -> int:
        if end - start > 4 * self.width:
            return end - start  # far too long in any case: not worth counting
        return self.screen.cells(self.screen.show(self.text[start:end]))
