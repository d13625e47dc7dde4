"""One number with its unit in Chinese text: 3267名, 2.23亿元, 七成五, 三分之二, 百分之五, 1500元/人次, 两个半小时."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction

from factcheck.quantities.atom import Atom
from factcheck.quantities.chinese import grammar
from factcheck.quantities.chinese.numerals import DIGITS, read_numeral
from factcheck.quantities.compound import with_smaller_units
from factcheck.quantities.model import Dimension, Unit
from factcheck.quantities.numerals import Numeral, read_power
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


def read_atom(text: str, at: int) -> Atom | None:
    """The number with its unit that begins at ``at`` of a normalized text, or ``None``."""
    atom = _doubled(text, at) or _half(text, at) or _fraction(text, at) or _number(text, at)
    if atom is None or atom.form or not atom.unit.dimension or text[atom.end : atom.end + 1] not in MAY_GO_ON:
        return atom
    return with_smaller_units(
        atom, lambda end: _smaller(text, end), lambda place: _in_smaller_unit(text, place, atom.unit)
    )


MAY_GO_ON = frozenset("0123456789零一二两三四五六七八九十又")


def _in_smaller_unit(text: str, at: int, larger: Unit) -> Atom | None:
    """The number that follows in a smaller unit; 分 is money after 元 and 角, minutes after hours."""
    atom = _number(text, at)
    if (
        atom is not None
        and not atom.measure
        and text.startswith("分", atom.end)
        and larger.dimension in CENTS
    ):
        atom.unit, atom.measure = unit_of_measure(CENTS[larger.dimension]), "分"
        atom.end += 1
    return atom


CENTS: dict[Dimension, str] = {(("yuan", 1),): "分钱", (("time", 1),): "分钟"}


def _smaller(text: str, end: int) -> int | None:
    match = grammar.SMALLER.match(text, end)
    return match.end() if match else None


def _doubled(text: str, at: int) -> Atom | None:
    if text[at] != "翻" or not (match := grammar.DOUBLED.match(text, at)):
        return None
    doublings = DIGITS[match[1]] if match[1] else 1
    numeral = Numeral(Fraction(2**doublings), Fraction(1, 2), "", 0, True)
    return Atom(numeral, at, match.end(), match.end(), Unit("倍", ()), match[0], kind="ratio")


def _half(text: str, at: int) -> Atom | None:
    if text[at] not in "一半" or not (match := grammar.HALF.match(text, at)):
        return None
    half = Fraction(1, 2)
    if match[0] != "半":
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
    return _with_unit(text, atom)


def _fraction(text: str, at: int) -> Atom | None:
    near = text[at : at + WIDEST_FRACTION]
    if "分" in near and (match := grammar.FRACTION.match(text, at)):
        return _fraction_of(match)
    match = grammar.SLASH.match(text, at) if "/" in near else None
    if match and int(match["bottom"]):
        value = Fraction(int(match["top"]), int(match["bottom"])) + int(match["whole"] or 0)
        atom = Atom(Numeral(value, HALF_STEP), at, match.end(), match.end(), kind="fraction", form="fraction")
        return _with_unit(text, atom, fraction=True)
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


POWER_SIGNS = frozenset("eEx^ ")
ODD_SIGNS = frozenset("多余来几有 ")


def _number(text: str, at: int) -> Atom | None:
    match = grammar.NUMBER.match(text, at)
    if match is None:
        return None
    printed = match[0].rstrip()
    end = at + len(printed)
    after = text[end : end + 1]
    if after == " " and (spaced := _spaced(text, at)):
        return spaced
    if (
        after in POWER_SIGNS
        and (power := grammar.POWER.match(text, end))
        and (scientific := read_power(printed, power[0]))
    ):
        return _with_unit(text, Atom(scientific, at, power.end(), power.end()))
    hedge = ""
    odd = grammar.ODD.match(text, end) if after in ODD_SIGNS else None
    if odd and _is_odd(text, printed, odd):
        hedge = odd[1]
        printed += odd[2]
        end = odd.end()
    numeral = read_numeral(printed)
    if numeral is None:
        return None
    atom = Atom(numeral, at, end, end, hedge=hedge)
    if after in ("又", " ") and (mixed := _and_fraction(text, atom)):
        return mixed
    return _with_unit(text, atom)


def _spaced(text: str, at: int) -> Atom | None:
    """A numeral with spaces inside: 三千 八百 九十六."""
    match = grammar.SPACED.match(text, at)
    numeral = read_numeral(match[0]) if match and not match[0].isascii() else None
    if match is None or numeral is None or numeral.upper is not None or grammar.TWO_DIGITS.search(match[0]):
        return None
    atom = Atom(numeral, at, match.end(), match.end())
    return _and_fraction(text, atom) or _with_unit(text, atom)


def _and_fraction(text: str, atom: Atom) -> Atom | None:
    """三又五分之一: three and a fifth."""
    match = grammar.WHOLE_AND.match(text, atom.end)
    fraction = _fraction(text, match.end()) if match and match.end() < len(text) else None
    if fraction is None or atom.hedge:
        return None
    part = fraction.numeral.value * fraction.unit.factor
    numeral = replace(
        atom.numeral,
        value=atom.numeral.value + part,
        digit_unit=fraction.numeral.digit_unit * fraction.unit.factor,
    )
    return Atom(numeral, atom.number_start, fraction.end, fraction.end)


def _is_odd(text: str, printed: str, odd: re.Match[str]) -> bool:
    """Whether 多, 余, 来, 几 after the numeral belongs to it (3000多, 十几), and is not the next word (3来, 5几)."""
    if odd[1] in ("来", "几"):
        return printed[-1] in "十百千万亿零拾佰仟" and (
            odd[1] == "几" or bool(odd[2]) or bool(match_unit(text, odd.end()))
        )
    if printed[-1] not in "十百千万亿拾佰仟" and not printed.isascii():
        return False
    return not text.startswith(("次数", "元化", "数"), odd.end()) or bool(odd[2])


TENTHS_SIGNS = frozenset("成折 ")


def _with_unit(text: str, atom: Atom, *, fraction: bool = False) -> Atom:
    """Add the unit, measure word or 成, 倍 that follows the numeral."""
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


PERCENT_POINTS = re.compile(r" *个? *百 *分 *点")


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
