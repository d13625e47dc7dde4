"""The quoted numbers of a claims file, ready to be looked for in a draft."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction
from functools import lru_cache
from itertools import groupby

from factcheck.claims.model import ClaimsFile, Fact, Quote
from factcheck.drafts.anchoring import Anchor
from factcheck.drafts.masking import Masked, mask
from factcheck.drafts.normal_form import normal_form
from factcheck.drafts.numbers import DraftNumbers, Language
from factcheck.quantities import PrintedQuantity, scan
from factcheck.records import record

CONTEXT = 24
"""How many characters on either side of a number are taken from the earlier text where that is at hand."""

Beside = tuple[tuple[int, ...], tuple[int, ...]]
"""The quotes (by index) before and after one."""


@record(frozen=True)
class QuotedNumber:
    """A fact's own number in one of its quotes: the printed form and the masked words around it."""

    fact: Fact
    quote: Quote
    printed: PrintedQuantity
    before: str
    after: str

    def site(self, masked: Masked) -> int | None:
        """The one number that stands between exactly the words of the quote, ``None`` where there is none or are several."""
        sites = masked.sites_between(self.before, self.after)
        return sites[0] if len(sites) == 1 else None

    def alone_in(self, text: DraftNumbers | None) -> bool:
        """Whether no other number of a text stands between the same words."""
        return text is not None and self.site(text.masked) is not None


def quoted_numbers(files: Iterable[ClaimsFile]) -> list[QuotedNumber]:
    """Every quoted number of the files, in the order in which they are written. A quote without its fact's number is left out."""
    found = []
    for file in files:
        for fact in file.facts.values():
            if fact.quantity is not None:
                found += [
                    number
                    for quote in fact.quotes
                    if (number := _own_number(fact, quote, file.article.language))
                ]
    return found


def _own_number(fact: Fact, quote: Quote, language: Language) -> QuotedNumber | None:
    assert fact.quantity is not None
    whole, _ = normal_form(quote.prefix + quote.exact + quote.suffix)
    start = len(normal_form(quote.prefix)[0])
    numbers = _numbers_in(whole, language)
    inside = [number for number in numbers if number.start >= start] or list(numbers)
    own = next((number for number in inside if same_value(number, fact.quantity)), None)
    if own is None:
        own = inside[0] if len(inside) == 1 else None
    if own is None:
        return None
    masked = mask(whole, [(number.number_start, number.number_end) for number in numbers])
    at = masked.marks[numbers.index(own)]
    return QuotedNumber(fact, quote, own, masked.text[:at], masked.text[at + 1 :])


def anchors_of(
    quoted: Sequence[QuotedNumber], draft: DraftNumbers, earlier: DraftNumbers | None
) -> list[Anchor]:
    """What to look for in the ``draft``: the words of each quote where they stand there once, else the wider words of the ``earlier`` text."""
    contexts = earlier.contexts(CONTEXT) if earlier is not None else []
    sites = earlier_sites(quoted, earlier)
    beside = _beside_in_text(sites) if sites else _beside_in_claims(quoted)
    nowhere: Beside = ((), ())
    anchors = []
    for index, number in enumerate(quoted):
        before, after = number.before, number.after
        site = sites.get(index)
        if site is not None and (number.site(draft.masked) is None or not number.alone_in(earlier)):
            before, after = max((before, after), contexts[site], key=lambda words: len("".join(words)))
        anchors.append(
            Anchor(before, after, site if site is not None else index, *beside.get(index, nowhere))
        )
    return anchors


def earlier_sites(quoted: Sequence[QuotedNumber], earlier: DraftNumbers | None) -> dict[int, int]:
    """Where each quote was taken from: the one number between its words there, or the one of its value among several."""
    found: dict[int, int] = {}
    if earlier is None:
        return found
    for index, number in enumerate(quoted):
        sites = earlier.masked.sites_between(number.before, number.after)
        if len(sites) > 1:
            sites = [site for site in sites if same_value(earlier.numbers[site], number.printed)]
        if len(sites) == 1:
            found[index] = sites[0]
    return found


def _beside_in_text(sites: dict[int, int]) -> dict[int, Beside]:
    """For each quote those whose numbers stand next before and after its own in the earlier text."""
    at: dict[int, list[int]] = {}
    for index, site in sites.items():
        at.setdefault(site, []).append(index)
    return _beside_in_row([at[site] for site in sorted(at)])


def _beside_in_claims(quoted: Sequence[QuotedNumber]) -> dict[int, Beside]:
    """For each quote those of the facts written directly before and after its own: mostly its neighbours in the text."""
    facts = [
        [index for index, _ in members]
        for _, members in groupby(enumerate(quoted), key=lambda each: each[1].fact.id)
    ]
    return _beside_in_row(facts)


def _beside_in_row(groups: Sequence[Sequence[int]]) -> dict[int, Beside]:
    beside: dict[int, Beside] = {}
    for place, group in enumerate(groups):
        before = tuple(groups[place - 1]) if place else ()
        after = tuple(groups[place + 1]) if place + 1 < len(groups) else ()
        beside.update((index, (before, after)) for index in group)
    return beside


@lru_cache(maxsize=4096)
def _numbers_in(text: str, language: Language) -> tuple[PrintedQuantity, ...]:
    return tuple(item for item in scan(text, language) if isinstance(item, PrintedQuantity))


def same_value(one: PrintedQuantity, other: PrintedQuantity) -> bool:
    """Whether two printed forms say the same amount, whatever their scale: 15 and 十五, 1.2万元 and 12000元."""

    def amounts(quantity: PrintedQuantity) -> tuple[Fraction, Fraction | None]:
        factor = (
            quantity.unit.factor
            if quantity.unit.dimension == other.unit.dimension == one.unit.dimension
            else Fraction(1)
        )
        return quantity.value * factor, None if quantity.upper is None else quantity.upper * factor

    return amounts(one) == amounts(other)
