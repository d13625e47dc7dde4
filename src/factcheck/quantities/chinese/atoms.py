"""One number with its unit in Chinese text: 3267名, 2.23亿元, 三千 八百, 三又五分之一, 8小时30分."""

from __future__ import annotations

import re
from dataclasses import replace

from factcheck.quantities.atom import Atom
from factcheck.quantities.chinese import grammar
from factcheck.quantities.chinese.fractions import doubled, fraction, half
from factcheck.quantities.chinese.numerals import read_numeral
from factcheck.quantities.chinese.with_unit import with_unit
from factcheck.quantities.compound import with_smaller_units
from factcheck.quantities.model import Dimension, Unit
from factcheck.quantities.numerals import read_power
from factcheck.quantities.units.match import match_unit, unit_of_measure


def read_atom(text: str, at: int) -> Atom | None:
    """The number with its unit that begins at ``at`` of a normalized text, or ``None``."""
    atom = doubled(text, at) or half(text, at) or fraction(text, at) or _number(text, at)
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
        and (atom.measure == "分" or (not atom.measure and text.startswith("分", atom.end)))
        and larger.dimension in CENTS
    ):
        atom.end += 1 if not atom.measure else 0
        atom.unit, atom.measure = unit_of_measure(CENTS[larger.dimension]), "分"
    return atom


CENTS: dict[Dimension, str] = {(("yuan", 1),): "分钱", (("time", 1),): "分钟"}


def _smaller(text: str, end: int) -> int | None:
    match = grammar.SMALLER.match(text, end)
    return match.end() if match else None


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
        return with_unit(text, Atom(scientific, at, power.end(), power.end()))
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
    return with_unit(text, atom)


def _spaced(text: str, at: int) -> Atom | None:
    """A numeral with spaces inside: 三千 八百 九十六."""
    match = grammar.SPACED.match(text, at)
    numeral = read_numeral(match[0]) if match and not match[0].isascii() else None
    if match is None or numeral is None or numeral.upper is not None or grammar.TWO_DIGITS.search(match[0]):
        return None
    atom = Atom(numeral, at, match.end(), match.end())
    return _and_fraction(text, atom) or with_unit(text, atom)


def _and_fraction(text: str, atom: Atom) -> Atom | None:
    """三又五分之一: three and a fifth."""
    match = grammar.WHOLE_AND.match(text, atom.end)
    added = fraction(text, match.end()) if match and match.end() < len(text) else None
    if added is None or atom.hedge:
        return None
    part = added.numeral.value * added.unit.factor
    numeral = replace(
        atom.numeral,
        value=atom.numeral.value + part,
        digit_unit=added.numeral.digit_unit * added.unit.factor,
    )
    return Atom(numeral, atom.number_start, added.end, added.end)


def _is_odd(text: str, printed: str, odd: re.Match[str]) -> bool:
    """Whether 多, 余, 来, 几 after the numeral belongs to it (3000多, 十几), and is not the next word (3来, 5几)."""
    if odd[1] in ("来", "几"):
        return printed[-1] in "十百千万亿零拾佰仟" and (
            odd[1] == "几" or bool(odd[2]) or bool(match_unit(text, odd.end()))
        )
    if printed[-1] not in "十百千万亿拾佰仟" and not printed.isascii():
        return False
    return not text.startswith(("次数", "元化", "数"), odd.end()) or bool(odd[2])
