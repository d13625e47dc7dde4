"""Every number of a Chinese text: quantities with their hedges, and numerals that are parts of names and idioms."""

from __future__ import annotations

import re
from fractions import Fraction

from factcheck.quantities.assemble import Ends, assemble, ends_of_range
from factcheck.quantities.atom import Atom
from factcheck.quantities.characters import normalize
from factcheck.quantities.chinese import grammar
from factcheck.quantities.chinese.atoms import read_atom
from factcheck.quantities.chinese.dates import dated
from factcheck.quantities.chinese.names import embedded_at, is_embedded
from factcheck.quantities.chinese.numerals import read_numeral
from factcheck.quantities.chinese.with_unit import PERCENT
from factcheck.quantities.hedges import BEFORE_ZH, is_hedge_zh
from factcheck.quantities.model import Embedded, PrintedQuantity, ScannedItem, Unit
from factcheck.quantities.numerals import LONG_RUN, Numeral
from factcheck.quantities.units.match import match_unit, unit_of_measure
from factcheck.quantities.walk import items

WIDEST_HEDGE = 14
LONE_CHARACTERS = frozenset("零壹贰叁肆伍陆柒捌玖拾佰仟兆")
CONNECTORS = frozenset("至到-~ 和与同跟、")


def scan_zh(text: str) -> list[ScannedItem]:
    """All numbers of a text in order; no two overlap."""
    normal = normalize(text)
    places = (candidate.start() for candidate in grammar.CANDIDATE.finditer(normal))
    return list(items(text, places, lambda at, floor: item_at(text, normal, at, floor)))


def item_at(original: str, text: str, at: int, floor: int) -> ScannedItem | None:
    """The quantity or name that the numeral at ``at`` begins; nothing before ``floor`` belongs to it."""
    character = text[at]
    if character in "几数":
        return _vague(original, text, at)
    if "0" <= character <= "9":
        if run := LONG_RUN.match(text, at):
            return Embedded(original[at : run.end()], at, run.end(), "code")
        if special := _special(original, text, at, floor):
            return special
        if ratio := grammar.TO_ONE.match(text, at):
            return _to_one(original, ratio)
    elif character == "对":
        return _fixed_half(original, at) if text.startswith("对折", at) else None
    elif character == "翻" and not grammar.DOUBLED.match(text, at):
        return None
    return dated(original, text, at) or _quantity(original, text, at, floor)


def _fixed_half(original: str, at: int) -> PrintedQuantity:
    """对折: half the price."""
    half = Numeral(Fraction(50), Fraction(10), in_words=True)
    atom = Atom(half, at, at + 2, at + 2, PERCENT, "折", kind="percent", form="steps")
    return assemble(original, atom, at, at + 2, "")


def _special(original: str, text: str, at: int, floor: int) -> Embedded | None:
    """Telephone numbers, times of day, codes and numbers that letters run into."""
    before = text[at - 1] if at else ""
    if (
        before.isascii()
        and before.isalpha()
        and not grammar.MONEY_BEFORE.search(text, max(floor, at - 4), at)
    ):
        end = at
        while (
            end < len(text)
            and text[end].isascii()
            and (text[end].isalnum() or (text[end] in "-." and text[end + 1 : end + 2].isdigit()))
        ):
            end += 1
        return Embedded(original[at:end], at, end, "code")
    match = grammar.CODE.match(text, at) if grammar.DIGITS_AND_MORE.match(text, at) else None
    if match is None and (letters := grammar.LETTERS.match(text, at)) and letters[1] not in ("K", "M"):
        match = None if match_unit(text, letters.start(1)) else letters
    if match and grammar.TO_ONE.match(text, at) is None:
        return Embedded(
            original[at : match.end()],
            at,
            match.end(),
            match.lastgroup or "code",
        )
    return None


def _to_one(original: str, match: re.Match[str]) -> PrintedQuantity:
    """2.27:1 is the ratio 2.27."""
    numeral = read_numeral(match[1]) or Numeral(Fraction(1))
    atom = Atom(numeral, match.start(), match.end(1), match.end(), Unit(":1", ()), ":1", kind="ratio")
    return assemble(original, atom, match.start(), match.end(), "")


def _vague(original: str, text: str, at: int) -> Embedded | None:
    end = at + 1
    while end < len(text) and text[end] in "十百千万亿":
        end += 1
    if end == at + 1 and (text[at] == "数" or not text[end : end + 1] or not match_unit(text, end)):
        return None
    return Embedded(original[at:end], at, end, "vague")


def _quantity(original: str, text: str, at: int, floor: int) -> ScannedItem | None:
    atom = read_atom(text, at)
    if atom is None:
        return _embedded(original, text, at, at + 1, floor)
    ordinal = at > floor and text[at - 1] == "第"
    if ordinal:
        atom.start = at - 1
        return assemble(original, atom, at - 1, atom.end, "", ordinal=True)
    if grammar.NUMBERING.match(text, at) and grammar.LINE_START.search(text, max(0, at - 3), at):
        return Embedded(original[at : atom.number_end], at, atom.number_end, "numbering")
    start, sign = signed(original, text, at, floor)
    if sign and not atom.measure and "\u4e00" <= text[at - 2 : at - 1] <= "\u9fff" and text[at - 1] == "-":
        return Embedded(original[at : atom.number_end], at, atom.number_end, "code")
    start, currency = _money(text, start, floor)
    before = grammar.BEFORE.search(text, max(floor, start - WIDEST_HEDGE), start) if start > floor else None
    hedge = ""
    if before and _is_hedge(text, atom, before.start(), word := hedge_word(before[0].rstrip())):
        hedge, start = word, before.start()
    if sign:
        atom.numeral = atom.numeral.negative()
    if currency and not atom.unit.dimension:
        atom.unit = unit_of_measure(currency)
        atom.measure = currency
    ends = None if sign else range_of(text, atom)
    if is_embedded(text, atom, bool(hedge or atom.hedge), at, floor, ends.other if ends else None):
        return _embedded(original, text, at, atom.number_end, floor)
    return finished(original, text, atom, start, hedge, ends)


def _embedded(original: str, text: str, at: int, end: int, floor: int) -> Embedded | None:
    """The name around a numeral; a character that is a numeral only among others (队伍, 零售) is nothing."""
    if end == at + 1 and text[at] in LONE_CHARACTERS:
        return None
    return embedded_at(original, text, at, end, floor)


def signed(original: str, text: str, at: int, floor: int) -> tuple[int, bool]:
    """Where the number begins with its sign, and whether it is negative: a hyphen between two things is not a sign."""
    if at <= floor:
        return at, False
    sign = text[at - 1]
    if sign == "负":
        return at - 1, True
    if (
        sign == "-"
        and original[at - 1] in "-－−"
        and (
            at < 2 or (not (text[at - 2].isalnum() and text[at - 2].isascii()) and text[at - 2] not in "-%)")
        )
    ):
        return at - 1, True
    if sign == "+" and (at < 2 or not text[at - 2].isalnum()):
        return at - 1, False
    return at, False


def _money(text: str, start: int, floor: int) -> tuple[int, str]:
    if start <= floor or not (text[start - 1] in "币$¥€£₩₹ -负" or "A" <= text[start - 1] <= "Z"):
        return start, ""
    match = grammar.MONEY_BEFORE.search(text, max(floor, start - 6), start)
    return (match.start(), match[1]) if match else (start, "")


def finished(
    original: str, text: str, atom: Atom, start: int, hedge: str, ends: Ends | None
) -> PrintedQuantity:
    """Add the other end of a range and the hedge after the number."""
    last = ends.other if ends else atom
    if between := grammar.BETWEEN_END.match(text, last.end) if ends else None:
        last.end = between.end()
    hedge = atom.hedge or last.hedge or hedge
    end, hedge = _after(text, last.end, last, hedge)
    return assemble(original, atom, start, end, hedge, ends)


def range_of(text: str, atom: Atom) -> Ends | None:
    """The other end of a range: 1至2名, 5%—8%, 3000到5000元, 1至2万; 从3到5 says a change, not a range."""
    if text[atom.end : atom.end + 1] not in CONNECTORS:
        return None
    if text[atom.end] == "、":
        return _enumerated(text, atom)
    connector = grammar.CONNECTOR.match(text, atom.end)
    if connector is None:
        return _between(text, atom)
    if "到" in connector[0] and text[atom.number_start - 1 : atom.number_start] in ("从", "由"):
        return None
    if grammar.DATE.match(text, connector.end()) and not atom.measure:
        return None
    other = read_atom(text, connector.end())
    return ends_of_range(atom, other) if other else None


def _enumerated(text: str, atom: Atom) -> Ends | None:
    """三、四个: two neighbouring digits name a range; 1、2 are two numbers."""
    match = grammar.ENUMERATED.match(text, atom.number_start)
    other = read_atom(text, match.end()) if match and match.end() == atom.end + 1 else None
    if other is None or not other.measure or other.numeral.value - atom.numeral.value != 1:
        return None
    return ends_of_range(atom, other)


def _between(text: str, atom: Atom) -> Ends | None:
    """1000与2000之间: a range only where 之间 follows."""
    match = grammar.BETWEEN.match(text, atom.end)
    other = read_atom(text, match.end()) if match else None
    if other is None or not grammar.BETWEEN_END.match(text, other.end):
        return None
    return ends_of_range(atom, other)


def _is_hedge(text: str, atom: Atom, start: int, hedge: str) -> bool:
    """近3年 is the last three years, 突破5项技术 five breakthroughs: no hedges; nor is the end of a longer word."""
    if not is_hedge_zh(hedge, text[start - 1 : start], text[atom.number_start : atom.number_start + 1]):
        return False
    small = atom.numeral.value < 20 and not atom.hedge
    if hedge == "近" and small:
        return atom.unit.dimension != (("time", 1),)
    return not (hedge == "突破" and small and atom.unit.is_count)


def hedge_word(hedge: str) -> str:
    """The hedge word alone, without the 了 or the currency that the grammar allows after it."""
    for length in range(len(hedge), 0, -1):
        if hedge[:length] in BEFORE_ZH:
            return hedge[:length]
    return hedge


def _after(text: str, end: int, last: Atom, hedge: str) -> tuple[int, str]:
    """The hedge after the number: 1000户以上, 三年多, 5公里左右."""
    match = grammar.AFTER.match(text, end)
    word = match[0].strip() if match else ""
    if match is None or (word in ("多", "余") and (last.unit.is_count or not last.measure)):
        return end, hedge
    return match.end(), hedge if hedge and hedge not in ("达", "达到", "有") else word
