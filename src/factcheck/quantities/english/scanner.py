"""Every number of an English text: quantities with their hedges, and numerals that are parts of names."""

from __future__ import annotations

import re

from factcheck.lazily import expression
from factcheck.quantities.assemble import assemble
from factcheck.quantities.atom import Atom
from factcheck.quantities.characters import normalize
from factcheck.quantities.english import grammar
from factcheck.quantities.english.atoms import read_atom
from factcheck.quantities.english.before import hedge_before, signed
from factcheck.quantities.english.dates import dated
from factcheck.quantities.english.money import as_money, money_before
from factcheck.quantities.english.names import is_embedded, special
from factcheck.quantities.english.numerals import read_arabic
from factcheck.quantities.english.ranges import finished
from factcheck.quantities.model import Embedded, ScannedItem
from factcheck.quantities.numerals import LONG_RUN, Numeral
from factcheck.quantities.walk import items


def scan_en(text: str) -> list[ScannedItem]:
    """All numbers of a text in order; no two overlap."""
    normal = normalize(text)
    lower = lowered(normal)
    places = (match.start() for match in grammar.CANDIDATE.finditer(lower) if _starts_word(lower, match))
    return list(items(text, places, lambda at, floor: item_at(text, normal, lower, at, floor)))


def lowered(text: str) -> str:
    """Lower case of the same length."""
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join(character.lower() if len(character.lower()) == 1 else character for character in text)


def _starts_word(lower: str, candidate: re.Match[str]) -> bool:
    """Number words stand alone: not the ten of "often", not the one of "phone"."""
    at, end = candidate.span()
    if not lower[at].isalpha():
        return True
    if at and (lower[at - 1].isalnum() or (lower[at - 1] in "'’")):
        return False
    return not (end < len(lower) and lower[end].isalpha() and not lower.startswith(("s", "ty"), end))


def item_at(original: str, text: str, lower: str, at: int, floor: int) -> ScannedItem | None:
    """The quantity or name that the numeral at ``at`` begins; nothing before ``floor`` belongs to it."""
    if lower[at] == "." or (
        at > floor and lower[at - 1] == "." and lower[at].isdigit() and not lower[at - 2 : at - 1].isdigit()
    ):
        at = at - 1 if lower[at] != "." else at
    if run := LONG_RUN.match(lower, at):
        return Embedded(original[at : run.end()], at, run.end(), "code")
    if found := special(original, text, lower, at):
        return found
    if grammar.MONEY_BEFORE.search(lower, max(floor, at - 8), at):
        return _quantity(original, text, lower, at, floor)
    if ordinal := grammar.ORDINAL.match(lower, at):
        return _ordinal(original, lower, at, ordinal, floor)
    if date := dated(original, lower, at, floor):
        return date
    return _quantity(original, text, lower, at, floor)


def _ordinal(original: str, lower: str, at: int, match: re.Match[str], floor: int) -> ScannedItem | None:
    if date := dated(original, lower, at, floor):
        return date

    value, _ = read_arabic(match[0][:-2])
    atom = Atom(Numeral(value), at, match.end() - 2, match.end(), measure=match[0][-2:])
    return assemble(original, atom, at, match.end(), "", ordinal=True)


def _quantity(original: str, text: str, lower: str, at: int, floor: int) -> ScannedItem | None:
    if vague := _vague(original, lower, at, floor):
        return vague
    start, currency = money_before(lower, at, floor)
    article = (
        expression(r"\b(?:an?\s+)\Z").search(lower, max(floor, at - 3), at) if lower[at].isalpha() else None
    )
    begin = article.start() if article and not currency and _takes_article(lower, at) else at
    atom = read_atom(text, lower, begin, money=bool(currency))
    if atom is None and begin != at:
        atom = read_atom(text, lower, at, money=bool(currency))
    if atom is None:
        return None if lower[at].isalpha() else Embedded(original[at : at + 1], at, at + 1, "stray")
    if currency:
        as_money(text, atom, currency)
    start = min(start, atom.number_start)
    start, negative = signed(original, lower, start, floor)
    if negative:
        atom.numeral = atom.numeral.negative()
    start, hedge = hedge_before(lower, start, floor, atom)
    if not currency and not negative and is_embedded(text, lower, atom, bool(hedge), floor):
        return _name(original, text, atom, floor)
    return finished(original, text, lower, atom, start, hedge, negative)


def _vague(original: str, lower: str, at: int, floor: int) -> Embedded | None:
    """thousands of, several hundred: a number is meant but none is said."""
    match = grammar.VAGUE.match(lower, at)
    if match is None and lower.startswith(("hundred", "thousand", "million", "dozen"), at):
        before = grammar.VAGUE_BEFORE.search(lower, max(floor, at - 16), at)
        match = expression(r"[a-z]+").match(lower, at) if before else None
    return Embedded(original[at : match.end()], at, match.end(), "vague") if match else None


def _takes_article(lower: str, at: int) -> bool:
    """Whether "a" before the word belongs to the number: a third, a million."""
    return lower.startswith(tuple(grammar.FRACTION_STARTERS), at) or lower.startswith(
        ("half", "quarter", "hundred", "thousand", "million", "billion", "trillion", "dozen"), at
    )


def _name(original: str, text: str, atom: Atom, floor: int) -> Embedded:
    """The number with the capitalised words before it that make the name."""
    match = expression(r"(?<![\w-])(?:[a-z]?[A-Z][\w&.'’-]*\s)+\Z").search(
        text, max(floor, atom.number_start - 30), atom.number_start
    )
    start = match.start() if match else atom.number_start
    kind = "idiom" if atom.numeral.in_words else "name"
    return Embedded(original[start : atom.number_end], start, atom.number_end, kind)
