"""The page as a value: what the templates show, in the order in which they show it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field

from factcheck.check.model import Report
from factcheck.claims.model import ClaimsFile, Fact
from factcheck.drafts.states import DraftCheck
from factcheck.findings import Language, Severity
from factcheck.records import record
from factcheck.reports.html.cards import Card, Cards
from factcheck.reports.html.findings import DiagnosisView, Findings, FindingView
from factcheck.reports.html.marking import Mark, Paragraph, Piece, paragraphs_of, sites_of
from factcheck.reports.html.relations.network import components, cores
from factcheck.reports.html.relations.picture import Drawing, Picture
from factcheck.reports.html.states import State, States

MOST_PICTURES = 60
"""How many unconnected groups of relations are drawn; the gravest come first."""


@record(frozen=True, slots=True)
class Loose:
    """A number of the text that no claim holds."""

    anchor: str
    text: str
    place: str


@record(slots=True)
class Sheet:
    """One article with all that is said of it."""

    anchor: str
    title: str
    byline: str
    language: str
    files: list[str]
    text_path: str
    paragraphs: list[Paragraph]
    unquoted: list[Card]
    quoted: list[tuple[Card, list[tuple[Piece, ...]]]]
    cards: list[Card]
    loose: list[Loose]
    hidden: list[Card]
    findings: list[FindingView]
    causes: list[DiagnosisView]
    pictures: list[Picture]
    counts: Mapping[State, int]
    more_pictures: int = 0
    severities: Mapping[Severity, int] = field(default_factory=dict)

    @property
    def state(self) -> State:
        """The article's state in one word: that of its gravest finding."""
        if self.severities.get(Severity.ERROR):
            return State.CONTRADICTORY
        return State.DOUBTFUL if self.severities.get(Severity.WARNING) else State.CONFIRMED


class Binder:
    """Makes the sheets of one report."""

    def __init__(self, report: Report, language: Language) -> None:
        self._report = report
        self._language = language
        self._states = States(report)
        self._cards = Cards(report, self._states, language)
        self._findings = Findings(report, language)

    def sheets(self) -> Iterator[Sheet]:
        """One sheet for each article: each text with its claims files, each file without a text."""
        drafted = {file.path: each for each in self._report.drafts for file in each.files}
        done: set[str] = set()
        for file in self._report.project.files:
            if file.path in done:
                continue
            draft = drafted.get(file.path)
            files = list(draft.files) if draft else [file]
            done.update(each.path for each in files)
            yield self._sheet(len(done), files, draft)

    def _sheet(self, number: int, files: Sequence[ClaimsFile], draft: DraftCheck | None) -> Sheet:
        cards = {fact.id: self._cards.card(file, fact) for file in files for fact in file.facts.values()}
        printed = [card for card in cards.values() if card.printed]
        marks, loose = self._marks(number, draft) if draft else ({}, [])
        seen = {mark.card for mark in marks.values()}
        rest = [card for card in printed if card.anchor not in seen]
        paths = {file.path for file in files}
        findings = self._findings.shown(
            each for each in self._report.findings if each.primary.source.path in paths
        )
        counts = Counter(card.state for card in printed)
        counts[State.UNCOVERED] += len(loose)
        pictures, left_out = self._pictures(files)
        return Sheet(
            anchor=f"a-{number}",
            title=_title(files, draft),
            byline=_byline(files[0]),
            language=files[0].article.language,
            files=[file.path for file in files],
            text_path=draft.draft.document.path if draft else "",
            paragraphs=_without_title(list(paragraphs_of(draft.draft, marks)), _title(files, draft))
            if draft
            else [],
            unquoted=[card for card in rest if not card.quotes],
            quoted=[(card, [_quoted(card, quote) for quote in card.quotes]) for card in rest if card.quotes],
            cards=list(cards.values()),
            loose=loose,
            hidden=[card for card in cards.values() if not card.printed],
            findings=findings,
            causes=self._findings.causes(findings),
            pictures=pictures,
            more_pictures=left_out,
            counts=counts,
            severities=Counter(each.severity for each in findings),
        )

    def _marks(self, number: int, draft: DraftCheck) -> tuple[dict[int, Mark], list[Loose]]:
        marks: dict[int, Mark] = {}
        loose: list[Loose] = []
        for site, known in sorted(sites_of(draft).items()):
            printed = draft.draft.numbers[site]
            place = f"m-{number}-{site}"
            if known.fact is None:
                anchor = f"u-{number}-{site}"
                marks[site] = Mark(printed.text, State.UNCOVERED, anchor, place)
                start, _ = draft.draft.span(printed.start, printed.end)
                position = draft.draft.document.source.position(start)
                where = f"{draft.draft.document.path}:{position.line}:{position.column}"
                loose.append(Loose(anchor, printed.text, where))
            else:
                state = self._states.of(self._cards.facts[known.fact])
                marks[site] = Mark(printed.text, state, self._cards.anchors[known.fact], place)
        return marks, loose

    def _pictures(self, files: Sequence[ClaimsFile]) -> tuple[list[Picture], int]:
        """The pictures, and how many are left out. A large part with a conflict is preceded by the conflict alone."""
        ranges = {fact.id: self._range(fact) for file in files for fact in file.facts.values() if fact.hidden}
        drawing = Drawing(self._cards.anchors, ranges, self._language)
        parts = components(files, self._report, self._states)
        whole = [drawing.picture(part) for part in parts[:MOST_PICTURES]]
        left_out = len(parts) - len(whole)
        if all(picture.small for picture in whole if picture.state):
            return whole, left_out
        clashes = cores(files, self._report, self._states)[:MOST_PICTURES]
        core = [drawing.picture(part) for part in clashes]
        seen = {(picture.title, picture.width, picture.height) for picture in core}
        return core + [each for each in whole if (each.title, each.width, each.height) not in seen], left_out

    def _range(self, fact: Fact) -> str:
        from factcheck.reports.phrases.steps import shown

        explained = self._report.explanations.get(fact.id)
        told = (explained.strict or explained.loose) if explained else None
        return shown(told.bounds, fact, explained.unit) if explained and told else "?"


def _title(files: Sequence[ClaimsFile], draft: DraftCheck | None) -> str:
    titles = [file.article.title for file in files if file.article.title]
    if titles:
        return titles[0]
    if draft:
        first = draft.draft.document.text.strip().partition("\n")[0].lstrip("# ").strip()
        if first:
            return first[:80]
    return files[0].stem


def _byline(file: ClaimsFile) -> str:
    article = file.article
    return " · ".join(
        part for part in ("、".join(article.authors), article.publisher, article.published) if part
    )


def _without_title(paragraphs: list[Paragraph], title: str) -> list[Paragraph]:
    """The paragraphs without a first one that only repeats the title."""
    first = paragraphs[0].pieces if paragraphs else ()
    return paragraphs[1:] if first == (title,) else paragraphs


def _quoted(card: Card, quote: str) -> tuple[Piece, ...]:
    """A quote with its number marked where it stands there as printed, else the number before it."""
    mark = Mark(card.printed, card.state, card.anchor, "")
    before, found, after = quote.partition(card.printed)
    if found:
        return tuple(piece for piece in (before, mark, after) if piece)
    return (mark, f" {quote}")
