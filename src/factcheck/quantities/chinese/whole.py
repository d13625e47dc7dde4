"""A whole Chinese text that is one quantity: a fact's value."""

from __future__ import annotations

from dataclasses import replace

from factcheck.quantities.atom import kind_of
from factcheck.quantities.characters import normalize
from factcheck.quantities.chinese import grammar
from factcheck.quantities.chinese.atoms import read_atom
from factcheck.quantities.chinese.scanner import finished, hedge_word, range_of, scan_zh, signed
from factcheck.quantities.model import PrintedQuantity

LONGEST_NOUN = 14


def whole_zh(text: str) -> PrintedQuantity | None:
    """The quantity that a whole text is; what would be a name in running text (一级, 五) counts as a number here."""
    normalized = normalize(text)
    items = scan_zh(text)
    if len(items) == 1 and isinstance(items[0], PrintedQuantity) and items[0].start == 0:
        only = items[0]
        if only.end == len(text):
            return only
        noun = text[only.end :].strip()
        if only.unit.is_count and noun.isalpha() and len(noun) <= LONGEST_NOUN:
            # 35个村: the noun belongs to the printed quantity
            return replace(only, text=text, end=len(text), noun=only.noun or noun)
    return _forced(text, normalized)


def _forced(original: str, text: str) -> PrintedQuantity | None:
    candidate = grammar.CANDIDATE.search(text)
    if candidate is None or text[candidate.start()] in "几数对" or not text.strip("百千万亿兆"):
        return None
    at = candidate.start()
    atom = read_atom(text, at)
    if atom is None:
        return None
    start, sign = signed(original, text, at, 0)
    before = grammar.BEFORE.search(text, 0, start) if start else None
    if before:
        start = before.start()
    if sign:
        atom.numeral = atom.numeral.negative()
    ends = None if sign else range_of(text, atom)
    quantity = finished(original, text, atom, start, hedge_word(before[0].rstrip()) if before else "", ends)
    if quantity.end < len(text) and not quantity.measure:
        return _new_count(original, text, quantity)
    return quantity if (quantity.start, quantity.end) == (0, len(text)) else None


def _new_count(original: str, text: str, quantity: PrintedQuantity) -> PrintedQuantity | None:
    """A unit that nothing knows is a noun that is counted: 35自然屯."""
    from factcheck.quantities.units.parse import parse_unit

    word = text[quantity.end :].strip()
    if (
        quantity.start
        or quantity.kind != "number"
        or not word
        or not all(c.isalpha() or c in "·/" for c in word)
    ):
        return None
    return replace(
        quantity,
        text=original,
        end=len(original),
        unit=parse_unit(word),
        measure=word,
        kind=kind_of(parse_unit(word)),
    )
