"""The clause around a number: how far its words may reach."""

from __future__ import annotations

import re

from factcheck.drafts.numbers import DraftNumbers
from factcheck.records import record

STOPS = re.compile(r"[，。；：！？、\n|\t（）()“”‘’《》【】\[\]\"]|[,;!?](?!\d)|[.:](?=\s|$)")
"""Where a clause ends; a point or comma with a digit after it belongs to a number."""
LONGEST = 60
"""Characters on either side beyond which nothing is looked at: lines without any stop."""


@record(frozen=True, slots=True)
class Clause:
    """The clause ``text[start:end]`` that holds a number, without the stops around it."""

    start: int
    end: int


def clause_around(draft: DraftNumbers, site: int) -> Clause:
    """The clause of a number."""
    number, text = draft.numbers[site], draft.text
    floor = max(0, number.start - LONGEST)
    start = floor
    for stop in STOPS.finditer(text, floor, number.start):
        start = stop.end()
    after = STOPS.search(text, number.end, number.end + LONGEST)
    end = after.start() if after else min(len(text), number.end + LONGEST)
    start, end = _whole_numbers(draft, site, start, end)
    while start < number.start and text[start].isspace():
        start += 1
    while end > number.end and text[end - 1].isspace():
        end -= 1
    return Clause(start, end)


def _whole_numbers(draft: DraftNumbers, site: int, start: int, end: int) -> tuple[int, int]:
    """The stretch without numbers that reach across its ends."""
    for other in draft.numbers[max(0, site - 4) : site]:
        if other.start < start < other.end:
            start = other.end
    for other in draft.numbers[site + 1 : site + 5]:
        if other.start < end < other.end:
            end = other.start
    return start, end
