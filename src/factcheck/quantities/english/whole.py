"""A whole English text that is one quantity: a fact's value."""

from __future__ import annotations

import re
from dataclasses import replace

from factcheck.quantities.atom import kind_of
from factcheck.quantities.characters import normalize
from factcheck.quantities.english import grammar
from factcheck.quantities.english.atoms import read_atom
from factcheck.quantities.english.before import hedge_before, signed
from factcheck.quantities.english.ranges import finished
from factcheck.quantities.english.scanner import lowered, scan_en
from factcheck.quantities.model import PrintedQuantity


def whole_en(text: str) -> PrintedQuantity | None:
    """The quantity that a whole text is; what would be a name in running text (one) counts as a number here."""
    items = scan_en(text)
    if (
        len(items) == 1
        and isinstance(items[0], PrintedQuantity)
        and items[0].start == 0
        and items[0].end == len(text)
    ):
        return items[0]
    normal = normalize(text)
    lower = lowered(normal)
    candidate = grammar.CANDIDATE.search(lower)
    if candidate is None:
        return None
    atom = read_atom(normal, lower, candidate.start())
    if atom is None:
        return None
    start, negative = signed(text, lower, candidate.start(), 0)
    start, hedge = hedge_before(lower, start, 0, atom)
    if negative:
        atom.numeral = atom.numeral.negative()
    quantity = finished(text, normal, lower, atom, start, hedge, negative)
    if (quantity.start, quantity.end) == (0, len(text)):
        return quantity
    return _new_count(text, lower, quantity)


def _new_count(text: str, lower: str, quantity: PrintedQuantity) -> PrintedQuantity | None:
    """A unit that nothing knows is a noun that is counted: 35 hamlets, 12 oak tree."""
    from factcheck.quantities.units.parse import parse_unit

    word = text[quantity.number_end :].strip()
    plain = re.fullmatch(r"[A-Za-z][A-Za-z /'’-]*", word)
    if (
        quantity.start
        or plain is None
        or (quantity.measure and not quantity.noun)
        or grammar.CANDIDATE.search(lower, quantity.number_end)
    ):
        return None
    unit = parse_unit(word, language="en")
    return replace(quantity, text=text, end=len(text), unit=unit, measure=word, noun=word, kind=kind_of(unit))
