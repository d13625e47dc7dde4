"""Sheets through the templates into text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from urllib.parse import quote

import factcheck
from factcheck.check.model import ONLY_ARITHMETIC, Report
from factcheck.findings import Language, Severity
from factcheck.records import record
from factcheck.reports.html.cards import Card
from factcheck.reports.html.environment import asset, environment, policy
from factcheck.reports.html.marking import Mark
from factcheck.reports.html.page import Binder, Sheet
from factcheck.reports.html.states import PRINTED_STATES, STATE_WORDS, State
from factcheck.reports.phrases import words
from factcheck.reports.phrases.summary import summary_sentence


@record(frozen=True, slots=True)
class IndexRow:
    """One article in the index."""

    state: State
    title: str
    path: str
    address: str
    errors: int
    warnings: int
    numbers: int
    confirmed: int


class Elsewhere:
    """The page of every card that is not ``here``."""

    def __init__(self, page_of: Mapping[str, str], here: str) -> None:
        self._page_of = page_of
        self._here = here

    def __contains__(self, card: object) -> bool:
        return self._page_of.get(str(card), self._here) != self._here

    def __getitem__(self, card: str) -> str:
        return self._page_of[card]


def one_page(report: Report, language: Language) -> str:
    """Everything in one file."""
    sheets = list(Binder(report, language).sheets())
    rows = [_row(sheet, f"#{sheet.anchor}") for sheet in sheets]
    return _page(report, language, sheets, rows)


def many_pages(report: Report, language: Language) -> Iterator[tuple[str, str]]:
    """A page for each article, then ``index.html``."""
    sheets = list(Binder(report, language).sheets())
    names = _names(sheets)
    page_of = {card.anchor: name for sheet, name in zip(sheets, names, strict=True) for card in sheet.cards}
    for sheet, name in zip(sheets, names, strict=True):
        yield name, _page(report, language, [sheet], [], Elsewhere(page_of, name))
    rows = [_row(sheet, quote(name)) for sheet, name in zip(sheets, names, strict=True)]
    yield "index.html", _page(report, language, [], rows)


def _names(sheets: Sequence[Sheet]) -> list[str]:
    """File names after the claims files, each once; ``index.html`` is taken."""
    taken: Counter[str] = Counter({"index": 1})
    names = []
    for sheet in sheets:
        stem = sheet.files[0].rpartition("/")[2].rpartition(".")[0] or sheet.anchor
        taken[stem] += 1
        names.append(f"{stem}.html" if taken[stem] == 1 else f"{stem}-{taken[stem]}.html")
    return names


def _row(sheet: Sheet, address: str) -> IndexRow:
    return IndexRow(
        state=sheet.state,
        title=sheet.title,
        path=sheet.files[0],
        address=address,
        errors=sheet.severities.get(Severity.ERROR, 0),
        warnings=sheet.severities.get(Severity.WARNING, 0),
        numbers=sum(sheet.counts.values()),
        confirmed=sheet.counts[State.CONFIRMED],
    )


def _page(
    report: Report,
    language: Language,
    sheets: Sequence[Sheet],
    rows: Sequence[IndexRow],
    elsewhere: Elsewhere | None = None,
) -> str:
    made = environment(language)
    style, script = asset("page.css"), asset("page.js")
    only = sheets[0] if len(sheets) == 1 else None
    several = f"{len(rows)} 篇文章" if language == "zh" else f"{len(rows)} articles"
    counts: Counter[State] = Counter()
    found: Counter[Severity] = Counter()
    for sheet in sheets:
        counts.update(sheet.counts)
        found.update(sheet.severities)
    return made.get_template("page.html.jinja").render(
        policy=policy(style, script),
        style=style,
        script=script,
        version=factcheck.__version__,
        title=only.title if only else several,
        byline=only.byline if only else "",
        summary=summary_sentence(replace(report, duration=None)).in_language(language),
        home=elsewhere is not None,
        sheets=sheets,
        rows=rows,
        states=PRINTED_STATES,
        counts=counts,
        found=found,
        severities=list(words.SEVERITIES.items()),
        words=STATE_WORDS,
        elsewhere=elsewhere or {},
        arithmetic=ONLY_ARITHMETIC,
        as_mark=_as_mark,
        messages={view.anchor: view.message for sheet in sheets for view in sheet.findings},
    )


def _as_mark(card: Card) -> Mark:
    return Mark(card.printed, card.state, card.anchor, "")
