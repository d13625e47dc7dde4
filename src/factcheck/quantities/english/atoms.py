"""One number with its unit in English text: 1,143 households, $13.6M, two thirds, one in five, 15 percent, 21.25 per square foot."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction
from math import prod

from factcheck.lazily import expression
from factcheck.quantities.atom import Atom
from factcheck.quantities.compound import with_smaller_units
from factcheck.quantities.english import grammar
from factcheck.quantities.english.nouns import counted_noun, divisor_after, unit_after
from factcheck.quantities.english.numerals import ORDINALS, VULGAR, read_arabic, read_english, scale_size
from factcheck.quantities.model import Unit
from factcheck.quantities.numerals import Numeral, read_power
from factcheck.quantities.units.algebra import divide
from factcheck.quantities.units.known import known_unit

HALF_STEP = Fraction(1, 20)
"""The digit unit of a fraction in words: half of it, 2.5 percentage points, is its strict margin."""

TIMES = Unit("times", ())


def read_atom(text: str, lower: str, at: int, *, money: bool = False) -> Atom | None:
    """The number with its unit that begins at ``at``, or ``None``; ``lower`` is the text in lower case, ``money`` says that a currency stands before."""
    atom = _over(lower, at) or _multiple(lower, at) or _fraction(lower, at) or _number(text, lower, at, money)
    if atom is None or (atom.kind == "ratio" and atom.measure):
        return atom
    one_in = _one_in(lower, atom)
    if one_in is not None:
        return one_in
    atom = _with_unit(text, lower, atom)
    if atom.form or not atom.unit.dimension or money:
        return atom
    return with_smaller_units(
        atom, lambda end: _smaller(lower, end), lambda place: _smaller_atom(text, lower, place, atom.unit)
    )


def _smaller(lower: str, end: int) -> int | None:
    match = grammar.SMALLER.match(lower, end)
    return match.end() if match and grammar.CANDIDATE.match(lower, match.end()) else None


def _smaller_atom(text: str, lower: str, at: int, larger: Unit) -> Atom | None:
    """The number that follows in a smaller unit; ``in`` is inches only after feet."""
    atom = _number(text, lower, at, False)
    if atom is None:
        return None
    inches = INCHES.match(lower, atom.end)
    if inches and larger.dimension == (("length", 1),):
        atom.unit, atom.measure, atom.end = known_unit("inch") or larger, "in", inches.end()
        return atom
    return _with_unit(text, lower, atom)


INCHES = expression(r"\s?in(?![a-z])(?!\s+[a-z0-9])")


def _over(lower: str, at: int) -> Atom | None:
    """one over twenty, 1 over 3."""
    first = grammar.ARABIC_OR_SPELLED.match(lower, at)
    match = grammar.OVER.match(lower, first.end()) if first else None
    top, bottom = (read_english(first[0]), read_english(match["n"])) if first and match else (None, None)
    if match is None or top is None or bottom is None or not bottom.value:
        return None
    return _as_fraction(top.value / bottom.value, at, match.end())


def _multiple(lower: str, at: int) -> Atom | None:
    """doubled, twice, tripled."""
    word = _word(lower, at)
    if word in ("double", "triple") and not lower.startswith(
        (" the ", " that ", " its ", " their "), at + len(word)
    ):
        return None
    times = grammar.MULTIPLES.get(word)
    if times is None or (
        word == "twice"
        and not re.match(r"\s+(?:as|the|that|its|their|his|her|those|what)\b", lower[at + 5 : at + 12])
    ):
        return None
    end = at + len(word)
    return Atom(
        Numeral(Fraction(times), Fraction(1, 2), "", 0, True), at, end, end, TIMES, word, kind="ratio"
    )


def _word(lower: str, at: int) -> str:
    match = expression(r"[a-z]+").match(lower, at)
    return match[0] if match else ""


def _fraction(lower: str, at: int) -> Atom | None:
    if lower[at] in VULGAR:
        return _as_fraction(Fraction(*VULGAR[lower[at]]), at, at + 1)
    if match := grammar.HALF_MILLION.match(lower, at):
        part = (
            Fraction(1, 2)
            if match["part"] == "half"
            else Fraction(3 if match["part"].startswith("three") else 1, 4)
        )
        size = scale_size(match["big"])
        numeral = Numeral(part * size, Fraction(size, 10), match["big"], 0, True)
        return Atom(numeral, at, match.end(), match.end())
    if match := grammar.SLASH.match(lower, at):
        if int(match["bottom"]) == 0:
            return None
        value = Fraction(int(match["top"]), int(match["bottom"])) + int(match["whole"] or 0)
        return _as_fraction(value, at, match.end(), in_words=False)
    if match := grammar.SPELLED_FRACTION.match(lower, at):
        top = read_english(match["top"])
        bottom = _ordinal(match["bottom"])
        if top and bottom and _is_fraction(match["bottom"], top.value):
            return _as_fraction(top.value / bottom, at, match.end())
    if lower.startswith("half", at):
        return _half(lower, at)
    return None


def _is_fraction(bottom: str, top: Fraction) -> bool:
    """two thirds, one third; not "three third" nor "a quarters"."""
    plural = bottom.endswith("s") and bottom != "halves"
    return bottom.startswith("half") or bottom == "halves" or plural == (top > 1)


def _ordinal(word: str) -> int:
    return ORDINALS.get(word) or ORDINALS.get(word.removesuffix("s")) or 0


def _half(lower: str, at: int) -> Atom | None:
    if grammar.NOT_HALF_BEFORE.search(lower, max(0, at - 9), at):
        return None
    if (unit_of := grammar.HALF_UNIT.match(lower, at)) and (found := unit_after(lower, unit_of.end())):
        unit, end, name = found
        numeral = Numeral(Fraction(1, 2), Fraction(1, 10), "", 0, True)
        return Atom(numeral, at, at + 4, end, unit, name)
    if grammar.HALF.match(lower, at) and not lower.startswith("half-", at):
        return _as_fraction(Fraction(1, 2), at, at + 4)
    return None


def _as_fraction(value: Fraction, start: int, end: int, *, in_words: bool = True) -> Atom:
    return Atom(Numeral(value, HALF_STEP, "", 0, in_words), start, end, end, kind="fraction", form="fraction")


def _number(text: str, lower: str, at: int, money: bool) -> Atom | None:
    character = lower[at]
    if character.isdigit() or character == ".":
        return _arabic(text, lower, at, money)
    match = grammar.SPELLED.match(lower, at)
    if match is None:
        return None
    end = match.end()
    numeral = read_english(match[0])
    return _and_fraction(lower, Atom(numeral, at, end, end)) if numeral else None


def _arabic(text: str, lower: str, at: int, money: bool) -> Atom | None:
    match = grammar.NUMBER.match(lower, at)
    if match is None:
        return None
    value, decimals = read_arabic(match[0].replace(" ", ""))
    end = match.end()
    numeral = Numeral(value, Fraction(1, 10**decimals), "", decimals)
    if end < len(lower) and lower[end] in VULGAR:
        numeral = replace(numeral, value=value + Fraction(*VULGAR[lower[end]]), digit_unit=Fraction(1, 4))
        return Atom(numeral, at, end + 1, end + 1)
    if (power := grammar.POWER.match(lower, end)) and (scientific := read_power(match[0], power[0])):
        return Atom(scientific, at, power.end(), power.end())
    if scale := _scale(text, lower, end, money):
        size = prod(scale_size(word) for word in scale[0].split())
        numeral = Numeral(value * size, Fraction(size, 10**decimals), scale[0], decimals)
        end = scale[1]
        numeral, end = _mixed_tail(lower, numeral, at, end)
    return _and_fraction(lower, Atom(numeral, at, end, end))


def _mixed_tail(lower: str, numeral: Numeral, at: int, end: int) -> tuple[Numeral, int]:
    """4 thousand 3 hundred and 21."""
    match = expression(
        r"\s+\d+\s+hundred(?:\s+and\s+\d+)?\b|\s+and\s+(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine)\b(?!\s*(?:million|billion|percent|per cent|[.%,]))"
    ).match(lower, end)
    if match is None or numeral.scale not in ("thousand", "hundred") or numeral.decimals:
        return numeral, end
    whole = read_english(lower[at : match.end()])
    return (whole, match.end()) if whole else (numeral, end)


def _scale(text: str, lower: str, end: int, money: bool) -> tuple[str, int] | None:
    """The scale after an Arabic number and its end; ``m`` is million only after a currency or in capitals."""
    if match := grammar.SCALE.match(lower, end):
        return " ".join(match[1].split()), match.end()
    if match := grammar.SHORT_SCALE.match(lower, end):
        letter = text[match.start(1)]
        attached = match.start(1) == end
        if money or letter == "k" or (letter in "MbB" and attached) or (letter == "M" and not attached):
            return letter, match.end()
    return None


def _and_fraction(lower: str, atom: Atom) -> Atom:
    """two and a half, three and two thirds, 3 million and a half."""
    match = grammar.AND_FRACTION.match(lower, atom.end)
    top = read_english(match["top"]) if match else None
    bottom = _ordinal(match["bottom"]) if match else 0
    if match is None or top is None or not bottom or top.value >= bottom:
        return atom
    size = max(Fraction(1), atom.numeral.digit_unit)
    value = atom.numeral.value + top.value / bottom * size
    atom.numeral = replace(atom.numeral, value=value, digit_unit=size / bottom, scale="")
    atom.number_end = atom.end = match.end()
    return atom


def _one_in(lower: str, atom: Atom) -> Atom | None:
    """one in five, 8 in 10, two out of three: a share, in steps of one in N."""
    match = grammar.ONE_IN.match(lower, atom.end)
    if match is None or atom.numeral.scale or atom.numeral.decimals or atom.form:
        return None
    of = read_english(match["n"])
    top = atom.numeral.value
    if of is None or not 1 <= top < of.value or (top > 1 and of.value > 100 and "out" not in match[0]):
        return None
    numeral = Numeral(top / of.value, 1 / of.value, "", 0, atom.numeral.in_words)
    form = "one in" if top == 1 else "steps"
    return Atom(numeral, atom.number_start, match.end(), match.end(), kind="fraction", form=form)


def _with_unit(text: str, lower: str, atom: Atom) -> Atom:
    end = atom.end
    if percent := grammar.PERCENT.match(lower, end):
        return _percent(text, atom, percent)
    if fold := grammar.FOLD.match(lower, end):
        atom.unit, atom.measure, atom.end, atom.kind = TIMES, fold[0].strip(" -"), fold.end(), "ratio"
        return atom
    if times := expression(r"(?:\s|-)times\b").match(lower, end):
        atom.unit, atom.measure, atom.end, atom.kind = TIMES, "times", times.end(), "ratio"
        return atom
    found = unit_after(text, end) if end < len(text) else None
    if found is not None:
        atom.unit, atom.end, atom.measure = found
        return with_divisor(text, _no_fraction(atom))
    noun = counted_noun(text, end, atom.numeral.value == 1) if end < len(text) and not atom.form else None
    if noun is not None:
        atom.unit, _, atom.noun = noun
        atom.measure = atom.noun
        atom.end = _end_of_noun(text, end, atom.noun)
    return atom


def _end_of_noun(text: str, at: int, noun: str) -> int:
    return text.index(noun, at) + len(noun)


def _no_fraction(atom: Atom) -> Atom:
    """A fraction of a unit (1/4 mile) is an amount, not a share."""
    if atom.form == "fraction":
        atom.kind, atom.form = None, ""
        atom.numeral = replace(atom.numeral, digit_unit=Fraction(1, atom.numeral.value.denominator))
    return atom


def _percent(text: str, atom: Atom, match: re.Match[str]) -> Atom:
    word = re.sub(r"\s+", " ", match[0].strip(" -").lower())
    name = {"pc": "%", "pct": "%", "percentage": "%", "percents": "%"}.get(word, word)
    unit = known_unit(name) or known_unit(name.rstrip("s")) or known_unit("%")
    assert unit is not None
    atom.unit = replace(unit, name=word)
    atom.measure, atom.end, atom.kind, atom.form = word, match.end(), None, ""
    return atom


def with_divisor(text: str, atom: Atom) -> Atom:
    """Add what a rate is per: dollars per share, miles per hour."""
    found = divisor_after(text, atom.end)
    if found is None:
        return atom
    divisor, end, _ = found
    unit = divide(atom.unit, divisor)
    atom.unit = replace(unit, name=f"{atom.unit.name}/{divisor.name}")
    atom.measure = f"{atom.measure}/{divisor.name}"
    atom.end = end
    return atom
