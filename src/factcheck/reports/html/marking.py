"""The article's text cut into paragraphs, and each paragraph into plain words and marked numbers."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import replace

from factcheck.drafts.documents import Document
from factcheck.drafts.numbers import DraftNumbers
from factcheck.drafts.states import DraftCheck, QuoteState
from factcheck.drafts.states import State as DraftState
from factcheck.records import record
from factcheck.reports.html.states import State

MARKDOWN = (".md", ".markdown")
_TAIL = re.compile("[，。、；：！？）》」』”’,.;:!?)\\]%]*")
_HEADING = re.compile(r"(#{1,6})\s+")


@record(frozen=True, slots=True)
class Mark:
    """A marked number: the text, its state and the card it opens. ``place`` tells several marks of one card apart.

    ``tail`` is the punctuation behind the number, which no line may begin with.
    """

    text: str
    state: State
    card: str
    place: str
    tail: str = ""


Piece = str | Mark


@record(frozen=True, slots=True)
class Paragraph:
    """A paragraph, or a heading of ``level`` 1 to 6 (0: none)."""

    pieces: tuple[Piece, ...]
    level: int = 0


@record(frozen=True, slots=True)
class Site:
    """What is known of one number of the text: the fact that holds it, or none, and how its quote fared."""

    fact: str | None
    quote: QuoteState | None = None


def sites_of(drafted: DraftCheck) -> dict[int, Site]:
    """The numbers of the text that are to be marked."""
    sites: dict[int, Site] = {}
    for state in drafted.quotes:
        places = state.rivals if state.state is DraftState.AMBIGUOUS else (state.site,)
        for place in places:
            if place is not None:
                sites.setdefault(place, Site(state.fact.id, state))
    for repeated in drafted.repeated:
        sites.setdefault(repeated.site, Site(repeated.fact.id))
    for place in drafted.unverified:
        sites.setdefault(place, Site(None))
    return sites


def paragraphs_of(draft: DraftNumbers, marks: Mapping[int, Mark]) -> Iterator[Paragraph]:
    """The text as readers see it, numbers marked, empty lines left out."""
    text = draft.document.text
    spans = sorted(((*_span(draft, site), mark) for site, mark in marks.items()), key=lambda each: each[:2])
    markdown = draft.document.path.lower().endswith(MARKDOWN)
    at = 0
    for start, end in _lines(text):
        inside = []
        while at < len(spans) and spans[at][0] < end:
            inside.append(spans[at])
            at += 1
        heading = _HEADING.match(text, start, end) if markdown else None
        begin = heading.end() if heading else start
        if text[begin:end].strip():
            level = len(heading[1]) if heading else 0
            yield Paragraph(tuple(_pieces(text, begin, end, inside)), level)


def _lines(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for line in text.splitlines(keepends=True):
        yield start, start + len(line.rstrip("\r\n"))
        start += len(line)


def _pieces(text: str, start: int, end: int, spans: list[tuple[int, int, Mark]]) -> Iterator[Piece]:
    cursor = start
    for low, high, mark in spans:
        if low < cursor or high > end:
            continue
        if low > cursor:
            yield text[cursor:low]
        tail = _TAIL.match(text, high, end)
        yield replace(mark, tail=tail[0]) if tail else mark
        cursor = tail.end() if tail else high
    if cursor < end:
        yield text[cursor:end]


def _span(draft: DraftNumbers, site: int) -> tuple[int, int]:
    """Where a number stands in the text as readers see it."""
    number = draft.numbers[site]
    start, end = draft.span(number.start, number.end)
    return _shown(draft.document, start), _shown(draft.document, end)


def _shown(document: Document, offset: int) -> int:
    """The place in ``document.text`` of a place in its file."""
    return bisect_left(document.offsets, offset) if document.offsets else offset
