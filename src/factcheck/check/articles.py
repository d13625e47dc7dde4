"""Where the articles print the numbers of the claims, for the frames of the report."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from factcheck.claims.model import ClaimsFile, Fact, Project, Quote
from factcheck.rules.interface import Place

if TYPE_CHECKING:
    from factcheck.drafts.documents import Document


def places_in_articles(project: Project) -> dict[str, Place]:
    """The place of each fact whose article is at hand and whose quote stands in it, word for word and in one place only."""
    places: dict[str, Place] = {}
    for file in project.files:
        article = _article(file)
        if article is None:
            continue
        for fact in file.facts.values():
            place = _place(article, fact)
            if place is not None:
                places[fact.id] = place
    return places


def _article(file: ClaimsFile) -> Document | None:
    if not file.article.text:
        return None
    from pathlib import Path

    from factcheck.drafts.documents import UnreadableDraftError, read_document

    path = PurePosixPath(file.path).parent / file.article.text
    try:
        return read_document(Path(path), path.as_posix())
    except UnreadableDraftError:
        return None


def _place(article: Document, fact: Fact) -> Place | None:
    for quote in fact.quotes:
        start = _found(article.text, quote)
        if start is None:
            continue
        low, high = _number(quote.exact, fact)
        source_start, source_end = article.source_span(start + low, start + high)
        return Place(article.source, source_start, source_end)
    return None


def _found(text: str, quote: Quote) -> int | None:
    whole = quote.prefix + quote.exact + quote.suffix
    at = text.find(whole) if quote.exact else -1
    if at < 0 or text.find(whole, at + 1) >= 0:
        return None
    return at + len(quote.prefix)


def _number(exact: str, fact: Fact) -> tuple[int, int]:
    """The printed number within its quote, else the whole quote."""
    for written in (fact.quantity.text if fact.quantity else "", fact.printed or ""):
        at = exact.find(written) if written else -1
        if at >= 0:
            return at, at + len(written)
    return 0, len(exact)
