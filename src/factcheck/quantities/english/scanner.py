"""Every number of an English text: quantities with their hedges, and numerals that are parts of names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from factcheck.quantities.assemble import Ends, assemble, ends_of_range
from factcheck.quantities.atom import Atom, kind_of
from factcheck.quantities.characters import normalize
from factcheck.quantities.english import grammar
from factcheck.quantities.english.atoms import read_atom, with_divisor
from factcheck.quantities.english.dates import dated
from factcheck.quantities.english.names import is_embedded, special
from factcheck.quantities.english.numerals import read_arabic
from factcheck.quantities.hedges import BEFORE_EN
from factcheck.quantities.model import Embedded, PrintedQuantity, ScannedItem
from factcheck.quantities.numerals import LONG_RUN, Numeral
from factcheck.quantities.units.known import known_unit, make_unit

WIDEST_HEDGE = 32
PREFIX_NAMES = {
    "us$": "$", "u.s.$": "$", "us $": "$", "u.s. $": "$", "a$": "A$", "au$": "A$", "aud$": "A$", "a $": "A$", "au $": "A$",
    "c$": "C$", "ca$": "C$", "cad$": "C$", "can$": "C$", "c $": "C$", "ca $": "C$", "can $": "C$", "hk$": "HK$", "hk $": "HK$",
    "nt$": "NT$", "s$": "S$", "s $": "S$", "mex$": "MXN", "mxn$": "MXN", "mex $": "MXN", "nz$": "NZD", "ps": "£", "¥": "JPY",
    "rmb": "RMB", "$us": "$", "$a": "A$", "$c": "C$", "$nz": "NZD", "$hk": "HK$", "$s": "S$", "rm": "MYR", "meur": "EUR", "maud": "AUD", "r$": "BRL", "r $": "BRL",
}  # fmt: skip


def scan_en(text: str) -> list[ScannedItem]:
    """All numbers of a text in order; no two overlap."""
    normal = normalize(text)
    return list(_items(text, normal, lowered(normal)))


def lowered(text: str) -> str:
    """Lower case of the same length."""
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join(character.lower() if len(character.lower()) == 1 else character for character in text)


def _items(original: str, text: str, lower: str) -> Iterator[ScannedItem]:
    has_urls = "://" in lower or "www." in lower or "@" in lower
    urls = [match.span() for match in grammar.URL.finditer(lower)] if has_urls else []
    done = 0
    for candidate in grammar.CANDIDATE.finditer(lower):
        at = candidate.start()
        if at < done or not _starts_word(lower, candidate):
            continue
        url = next((span for span in urls if span[0] <= at < span[1]), None)
        item: ScannedItem | None
        item = _url(original, url, done) if url else item_at(original, text, lower, at, done)
        if item is not None:
            yield item
            done = item.end


def _url(original: str, span: tuple[int, int], floor: int) -> Embedded:
    start, end = max(span[0], floor), span[1]
    return Embedded(original[start:end], start, end, "url")


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
    start, currency = _money_before(lower, at, floor)
    article = (
        re.compile(r"\b(?:an?\s+)\Z").search(lower, max(floor, at - 3), at) if lower[at].isalpha() else None
    )
    begin = article.start() if article and not currency and _takes_article(lower, at) else at
    atom = read_atom(text, lower, begin, money=bool(currency))
    if atom is None and begin != at:
        atom = read_atom(text, lower, at, money=bool(currency))
    if atom is None:
        return None if lower[at].isalpha() else Embedded(original[at : at + 1], at, at + 1, "stray")
    if currency:
        _as_money(text, atom, currency)
    start = min(start, atom.number_start)
    start, negative = _signed(original, lower, start, floor)
    if negative:
        atom.numeral = atom.numeral.negative()
    start, hedge = _hedge_before(lower, start, floor, atom)
    if not currency and not negative and is_embedded(text, lower, atom, bool(hedge), floor):
        return _name(original, text, atom, floor)
    return _finished(original, text, lower, atom, start, hedge, negative)


def _vague(original: str, lower: str, at: int, floor: int) -> Embedded | None:
    """thousands of, several hundred: a number is meant but none is said."""
    match = grammar.VAGUE.match(lower, at)
    if match is None and lower.startswith(("hundred", "thousand", "million", "dozen"), at):
        before = grammar.VAGUE_BEFORE.search(lower, max(floor, at - 16), at)
        match = re.compile(r"[a-z]+").match(lower, at) if before else None
    return Embedded(original[at : match.end()], at, match.end(), "vague") if match else None


def _takes_article(lower: str, at: int) -> bool:
    """Whether "a" before the word belongs to the number: a third, a million."""
    return lower.startswith(tuple(grammar.FRACTION_STARTERS), at) or lower.startswith(
        ("half", "quarter", "hundred", "thousand", "million", "billion", "trillion", "dozen"), at
    )


def _name(original: str, text: str, atom: Atom, floor: int) -> Embedded:
    """The number with the capitalised words before it that make the name."""
    match = re.compile(r"(?<![\w-])(?:[a-z]?[A-Z][\w&.'’-]*\s)+\Z").search(
        text, max(floor, atom.number_start - 30), atom.number_start
    )
    start = match.start() if match else atom.number_start
    kind = "idiom" if atom.numeral.in_words else "name"
    return Embedded(original[start : atom.number_end], start, atom.number_end, kind)


def _money_before(lower: str, at: int, floor: int) -> tuple[int, str]:
    match = grammar.MONEY_BEFORE.search(lower, max(floor, at - 8), at)
    if match is None:
        return at, ""
    return match.start(1), " ".join(match[1].split())


def _as_money(text: str, atom: Atom, prefix: str) -> None:
    """Give the atom the currency printed before it; a noun or word for money after it says no more."""
    name = PREFIX_NAMES.get(prefix, prefix.upper() if prefix.isalpha() else prefix)
    unit = known_unit(name) or known_unit(prefix) or known_unit(prefix[-1])
    if unit is None:
        return
    if prefix in ("meur", "maud"):
        size = 10**6
        atom.numeral = replace(
            atom.numeral, value=atom.numeral.value * size, digit_unit=atom.numeral.digit_unit * size
        )
    atom.end = atom.number_end
    words_after = re.compile(r"\s+(?:u\.?s\.?\s+)?dollars?\b").match(text, atom.number_end)
    atom.end = words_after.end() if words_after else atom.end
    atom.unit, atom.measure, atom.noun, atom.kind, atom.form = (
        make_unit(name, unit.dimension, unit.factor),
        prefix,
        "",
        "money",
        "",
    )
    with_divisor(text, atom)


def _signed(original: str, lower: str, start: int, floor: int) -> tuple[int, bool]:
    match = grammar.SIGN_BEFORE.search(lower, max(floor, start - 9), start)
    if match is None:
        return start, False
    sign = original[match.start() : match.end()].strip()
    if sign in "–—‐‑~" and sign:
        return start, False
    return match.start(), True


def _hedge_before(lower: str, start: int, floor: int, atom: Atom) -> tuple[int, str]:
    """The hedge directly before the number; over and under are none after a verb (sued over $2) or before an age (under 18)."""
    match = grammar.BEFORE.search(lower, max(floor, start - WIDEST_HEDGE), start)
    if match is None:
        return start, ""
    hedge = _hedge_word(match[0])
    if _is_none_after(lower, match.start(), hedge):
        return start, ""
    if hedge in ("over", "under", "above", "below"):
        bare = not atom.measure and not atom.numeral.scale and atom.numeral.value < 100
        if grammar.NOT_OVER.search(lower, max(0, match.start() - 12), match.start()) or (
            bare and hedge in ("under", "over")
        ):
            return start, ""
    return match.start(), hedge


def _is_none_after(lower: str, at: int, hedge: str) -> bool:
    """Whether the word before makes the hedge something else: asked about 3, back up to 4.8."""
    guard = {"about": grammar.NOT_ABOUT, "up to": grammar.NOT_UP_TO}.get(hedge)
    return guard is not None and guard.search(lower, max(0, at - 14), at) is not None


def _hedge_word(text: str) -> str:
    compact = " ".join(text.split())
    while compact and compact not in BEFORE_EN:
        compact = compact.rpartition(" ")[0]
    return compact or text.strip()


def _finished(
    original: str, text: str, lower: str, atom: Atom, start: int, hedge: str, negative: bool
) -> PrintedQuantity:
    between = grammar.BETWEEN.search(lower, max(0, start - 20), start) if not negative else None
    ends = _range(text, lower, atom, bool(between)) if not negative else None
    if ends and between:
        start, hedge = between.start(), ""
    last = ends.other if ends else atom
    end = last.end
    if after := grammar.AFTER.match(lower, last.number_end) or grammar.AFTER.match(lower, end):
        hedge = hedge or _after_word(after[0])
        end = max(end, after.end())
    return assemble(original, atom, start, end, hedge, ends)


def _after_word(text: str) -> str:
    return " ".join(text.strip(" -").split())


def _range(text: str, lower: str, atom: Atom, between: bool) -> Ends | None:
    """The other end of a range: 15 to 20, 5-10W, between $62 and $68; "rose from 5 to 8" is a change, not a range."""
    connector = (grammar.AND if between else grammar.CONNECTOR).match(lower, atom.end)
    if connector is None and not between:
        connector = grammar.CONNECTOR.match(lower, atom.number_end)
        if connector is not None and atom.noun:
            atom.end, atom.unit, atom.measure, atom.noun = (
                atom.number_end,
                Atom(atom.numeral, 0, 0, 0).unit,
                "",
                "",
            )
    if connector is None:
        return None if between else _either(text, lower, atom)
    if (
        not between
        and grammar.BY_BEFORE.search(lower, max(0, atom.number_start - 8), atom.number_start)
        and "to" in connector[0]
    ):
        return None
    if not between and grammar.CHANGE_BEFORE.search(lower, max(0, atom.number_start - 70), atom.number_start):
        return None
    other = _other_end(text, lower, connector.end(), atom)
    if other and atom.kind == "money" and other.measure.startswith(f"{atom.measure}/"):
        atom.unit, atom.measure = other.unit, other.measure  # $62 and $68 per share
    return ends_of_range(atom, other) if other else None


def _either(text: str, lower: str, atom: Atom) -> Ends | None:
    """two or three: a range of neighbours."""
    match = grammar.OR.match(lower, atom.number_end)
    other = _other_end(text, lower, match.end(), atom) if match and atom.numeral.value < 20 else None
    if other is None or other.numeral.value - atom.numeral.value != 1:
        return None
    if not atom.measure:
        return ends_of_range(atom, other)
    return None


def _other_end(text: str, lower: str, at: int, atom: Atom) -> Atom | None:
    money = re.compile(r"(?:[a-z]{0,3}\$|[€£¥])\s?").match(lower, at)
    begin = money.end() if money else at
    if begin >= len(lower) or not (
        lower[begin].isdigit() or lower[begin] == "." or grammar.CANDIDATE.match(lower, begin)
    ):
        return None
    other = read_atom(text, lower, begin, money=bool(money) or atom.kind == "money")
    if other is None:
        return None
    if money:
        _as_money(text, other, money[0].strip())
    elif atom.kind == "money" and not other.measure:
        other.unit, other.measure, other.kind = atom.unit, atom.measure, atom.kind
    elif atom.kind == "money" and other.noun:
        other.unit, other.measure, other.kind, other.noun, other.end = (
            atom.unit,
            atom.measure,
            atom.kind,
            "",
            other.number_end,
        )
    return other


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
    start, negative = _signed(text, lower, candidate.start(), 0)
    start, hedge = _hedge_before(lower, start, 0, atom)
    if negative:
        atom.numeral = atom.numeral.negative()
    quantity = _finished(text, normal, lower, atom, start, hedge, negative)
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
