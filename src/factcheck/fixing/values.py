"""Values that differ from their own quotes: the quote holds the article's words, so the value was copied wrongly."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.claims.model import ClaimsFile, Fact
from factcheck.claims.syntax.writing import scalar
from factcheck.drafts.quoted import same_value
from factcheck.findings import Message
from factcheck.fixing.model import Edit
from factcheck.quantities import PrintedQuantity, hedge_meaning, scan

_REASON = Message(
    "所填的值与引文不符，以引文为准", "the value differs from its quote, which is the article's word"
)


def miscopied_values(file: ClaimsFile) -> Iterator[Edit]:
    """An edit for each value whose quotes all hold one other number of the same kind."""
    wrong = {fact for finding in file.findings if finding.code == "FC101" for fact in finding.facts}
    for fact in file.facts.values():
        if fact.id in wrong and (quoted := _quoted(file, fact)) is not None:
            extent = fact.value_extent
            yield Edit(file.source, extent.start, extent.end, scalar(quoted), "FC101", _REASON)


def _quoted(file: ClaimsFile, fact: Fact) -> str | None:
    """The number that the quotes agree on; ``None`` where that is not one, or where it is what the value says."""
    assert fact.quantity is not None
    found = [_candidates(file, fact, quote.exact) for quote in fact.quotes]
    if not found or any(len(numbers) != 1 for numbers in found):
        return None
    first = found[0][0]
    if not all(same_value(first, numbers[0]) for numbers in found):
        return None
    text = _printed(first)
    return text if text != fact.printed else None


def _candidates(file: ClaimsFile, fact: Fact, quote: str) -> list[PrintedQuantity]:
    """The numbers of a quote that the value could have been copied from: those that are it already, else those of its kind."""
    assert fact.quantity is not None
    numbers = [item for item in scan(quote, file.article.language) if isinstance(item, PrintedQuantity)]
    same = [
        number
        for number in numbers
        if same_value(number, fact.quantity) and number.kind == fact.quantity.kind
    ]
    return same or [number for number in numbers if _alike(number, fact.quantity)]


def _alike(one: PrintedQuantity, other: PrintedQuantity) -> bool:
    return one.kind == other.kind and (
        one.measure == other.measure or one.unit.dimension == other.unit.dimension
    )


def _printed(number: PrintedQuantity) -> str:
    reached = hedge_meaning(number.hedge) == "reached" and number.text.startswith(number.hedge)
    return number.text[len(number.hedge) :].strip() if reached else number.text
