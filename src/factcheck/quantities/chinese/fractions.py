"""Fractions and multiples in Chinese: 三分之二, 百分之五, 一半, 1/3, 翻一番."""

from __future__ import annotations

import re
from fractions import Fraction

from factcheck.quantities.atom import Atom
from factcheck.quantities.chinese import grammar
from factcheck.quantities.chinese.numerals import DIGITS, read_numeral
from factcheck.quantities.chinese.with_unit import PERCENT, with_unit
from factcheck.quantities.model import Unit
from factcheck.quantities.numerals import Numeral

PERMILLE = Unit("‰", (), Fraction(1, 1000))
PERMYRIAD = Unit("‱", (), Fraction(1, 10000))
FRACTION_UNITS = {
    "百": PERCENT,
    "佰": PERCENT,
    "千": PERMILLE,
    "万": PERMYRIAD,
    "百万": Unit("ppm", (), Fraction(1, 10**6)),
    "万万": Unit("亿分之", (), Fraction(1, 10**8)),
}
WIDEST_FRACTION = 16
HALF_STEP = Fraction(1, 20)
"""The digit unit of a fraction in words: half of it, 2.5 percentage points, is its strict margin."""


def doubled(text: str, at: int) -> Atom | None:
    """翻一番 is twice as much, 翻两番 four times."""
    if text[at] != "翻" or not (match := grammar.DOUBLED.match(text, at)):
        return None
    doublings = DIGITS[match[1]] if match[1] else 1
    numeral = Numeral(Fraction(2**doublings), Fraction(1, 2), "", 0, True)
    return Atom(numeral, at, match.end(), match.end(), Unit("倍", ()), match[0], kind="ratio")


def half(text: str, at: int) -> Atom | None:
    """一半, 半数, 过半, 半成, 半年."""
    if text[at] not in "一半" or not (match := grammar.HALF.match(text, at)):
        return None
    half = Fraction(1, 2)
    if match[0] != "半" or text[at - 1 : at] == "过":
        return Atom(
            Numeral(half, HALF_STEP, "", 0, True),
            at,
            match.end(),
            match.end(),
            kind="fraction",
            form="fraction",
        )
    if text.startswith("成", match.end()):
        return Atom(
            Numeral(Fraction(5), Fraction(5), "", 0, True),
            at,
            at + 1,
            at + 2,
            PERCENT,
            "成",
            kind="percent",
            form="steps",
        )
    atom = Atom(Numeral(half, Fraction(1, 10), "", 0, True), at, match.end(), match.end())
    return with_unit(text, atom)


def fraction(text: str, at: int) -> Atom | None:
    """三分之二, 百分之五, 1/3, 1/4公里."""
    near = text[at : at + WIDEST_FRACTION]
    if "分" in near and (match := grammar.FRACTION.match(text, at)):
        return _fraction_of(match)
    match = grammar.SLASH.match(text, at) if "/" in near else None
    if match and int(match["bottom"]):
        value = Fraction(int(match["top"]), int(match["bottom"])) + int(match["whole"] or 0)
        atom = Atom(Numeral(value, HALF_STEP), at, match.end(), match.end(), kind="fraction", form="fraction")
        return with_unit(text, atom, fraction=True)
    return None


def _fraction_of(match: re.Match[str]) -> Atom | None:
    base, part = read_numeral(match["base"]), read_numeral(match["part"])
    if grammar.TWO_DIGITS.search(match["part"]):
        return None
    if match["part"] == "百":
        part = Numeral(Fraction(100), in_words=True)
    if base is None or part is None or not base.value:
        return None
    if match["sign"]:
        part = part.negative()
    unit = FRACTION_UNITS.get(match["base"].strip())
    start, end = match.span()
    if unit is not None:
        return Atom(part, start, end, end, unit, unit.name, kind="percent")
    tenths = base.value in (10, 100, 1000)
    value = part.value / base.value
    numeral = Numeral(value, 1 / base.value if tenths else HALF_STEP, "", 0, True)
    return Atom(numeral, start, end, end, kind="fraction", form="steps" if tenths else "fraction")
