"""The unit, measure word, 成 or 倍 after a Chinese number: 3267名, 七成五, 1500元/人次, 两个半小时."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction

from factcheck.lazily import expression
from factcheck.quantities.atom import Atom
from factcheck.quantities.chinese import grammar
from factcheck.quantities.chinese.numerals import DIGITS
from factcheck.quantities.model import Unit
from factcheck.quantities.units.known import known_unit
from factcheck.quantities.units.match import (
    counted,
    head_noun,
    match_divisor,
    match_unit,
    quotient,
    unit_of_measure,
)

PERCENT = Unit("%", (), Fraction(1, 100))
TENTHS_SIGNS = frozenset("成折 ")


def with_unit(text: str, atom: Atom, *, fraction: bool = False) -> Atom:
    """The number with the unit, measure word or 成, 倍 that follows it; a ``fraction`` of a unit is an amount."""
    end = atom.end
    if (
        text[end : end + 1] in TENTHS_SIGNS
        and (match := grammar.TENTHS.match(text, end))
        and not fraction
        and not (match[1] == "折" and atom.numeral.value == 10)
    ):
        return _tenths(text, atom, match)
    if end < len(text) and text[end] == " ":
        spaced = end
        while spaced < len(text) and text[spaced] == " ":
            spaced += 1
        if match_unit(text, spaced) and not atom.numeral.in_words:
            end = spaced
    word = _between(text, atom, end) or match_unit(text, end)
    if not word:
        return atom
    if not atom.hedge and word == "个" and (duration := _with_inner_hedge(text, atom, end)):
        return duration
    if fraction:
        atom.kind, atom.form = None, ""
    return _measured(text, atom, word, end)


def _between(text: str, atom: Atom, end: int) -> str:
    """百分点 written with spaces between."""
    match = PERCENT_POINTS.match(text, end) if text[end : end + 1] in (" ", "个", "百") else None
    return match[0] if match else ""


PERCENT_POINTS = expression(r" *个? *百 *分 *点")


def _measured(text: str, atom: Atom, word: str, end: int) -> Atom:
    compact = word.replace(" ", "")
    unit = unit_of_measure(compact)
    end += len(word)
    if compact == "块" and grammar.END_OF_CLAUSE.match(text, end):
        unit = replace(unit_of_measure("元"), name="块")
    if divisor := match_divisor(text, end):
        unit = quotient(compact, divisor)
        end += 1 + len(divisor)
        compact = f"{compact}/{divisor}"
    noun = ""
    if unit.dimension == (("count", 1),) and compact not in ("双", "打"):
        noun, base = head_noun(text, end)
        if base:
            unit = counted(compact, base)
    atom.unit, atom.measure, atom.noun, atom.end = unit, compact, noun, end
    return _half_more(text, atom)


def _half_more(text: str, atom: Atom) -> Atom:
    """十五斤半, 两年半: half a unit more."""
    end = atom.end
    if text.startswith("半", end) and not text.startswith(("半年", "半个", "半天"), end) and not atom.noun:
        value = atom.numeral.value + Fraction(1, 2)
        atom.numeral = replace(atom.numeral, value=value, digit_unit=Fraction(1, 2))
        atom.end, atom.form = end + 1, "half more"
    return atom


def _with_inner_hedge(text: str, atom: Atom, at: int) -> Atom | None:
    """两个半小时, 3个多月."""
    inner = text[at + 1 : at + 2]
    word = match_unit(text, at + 2) if inner and inner in "半多" else ""
    unit = known_unit(word) if word else None
    if unit is None or unit.is_count:
        return None
    if inner == "半":
        value = atom.numeral.value + Fraction(1, 2)
        atom.numeral, atom.form = replace(atom.numeral, value=value, digit_unit=Fraction(1, 2)), "half more"
    else:
        atom.hedge = "多"
    atom.unit, atom.measure, atom.end = unit, "个" + word, at + 2 + len(word)
    return atom


def _tenths(text: str, atom: Atom, match: re.Match[str]) -> Atom:
    """七成 is 70 %, 七成五 is 75 %, 八折 is 80 %; each in steps of its last digit, 5 for a 5 after others."""
    value, step, end = atom.numeral.value * 10, atom.numeral.digit_unit * 10, match.end()
    if match[1] == "成" and (digit := grammar.TENTHS_DIGIT.match(text, end)):
        value += 5 if digit[1] == "半" else DIGITS[digit[1]]
        step = Fraction(5) if value % 5 == 0 else Fraction(1)
        end = digit.end()
    elif match[1] == "折" and value >= 100:
        value, step = value / 10, step / 10  # 七二折 is 72 %
    upper = None if atom.numeral.upper is None else atom.numeral.upper * 10
    atom.numeral = replace(atom.numeral, value=value, digit_unit=step, upper=upper)
    atom.unit, atom.measure, atom.end, atom.kind, atom.form = PERCENT, match[1], end, "percent", "steps"
    return atom
