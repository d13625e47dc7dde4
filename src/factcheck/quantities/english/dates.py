"""Dates, years and times of day in English text."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Literal

from factcheck.quantities.dates import DATE_UNIT, YEAR_UNIT, date_number
from factcheck.quantities.english import grammar
from factcheck.quantities.english.nouns import counted_noun, unit_after
from factcheck.quantities.model import PrintedQuantity
from factcheck.quantities.units.counted_nouns import ENGLISH_PERSONS


def dated(original: str, lower: str, at: int, floor: int) -> PrintedQuantity | None:
    """A date, a year or a range of years at ``at``, or ``None``."""
    if match := grammar.DAY_MONTH.match(lower, at):
        number = date_number(int(match["year"] or 0), grammar.MONTHS[match["month"]], int(match["day"]))
        return _point(original, at, at, match.end(), number, "date")
    if match := grammar.ISO.match(lower, at):
        number = date_number(int(match["year"]), int(match["month"]), int(match["day"]))
        return _point(original, at, at, match.end(), number, "date")
    month = grammar.MONTH_BEFORE.search(lower, max(floor, at - 12), at)
    if month and (match := grammar.AFTER_MONTH.match(lower, at)):
        year, day = match["only"] or match["year"] or 0, match["day"] or 0
        number = date_number(int(year), grammar.MONTHS[month["month"]], int(day))
        return _point(original, month.start(), month.start(), match.end(), number, "date")
    return _years(original, lower, at, floor)


def _years(original: str, lower: str, at: int, floor: int) -> PrintedQuantity | None:
    match = grammar.YEARS.match(lower, at)
    if match and match["low"] < (high := _full(match)):
        return _point(original, at, at, match.end(), Fraction(int(match["low"])), "year", Fraction(high))
    match = grammar.YEAR.match(lower, at)
    if match is None or not _is_year(original, lower, match, floor):
        return None
    return _point(original, at, at, match.end(), Fraction(int(match[0])), "year")


def _full(match: re.Match[str]) -> str:
    """2018-20 ends in 2020."""
    high = match["high"]
    return high if len(high) == 4 else match["low"][:2] + high


def _is_year(original: str, lower: str, match: re.Match[str], floor: int) -> bool:
    """Whether four digits are a year: not before a unit, and not a round number of things."""
    at, end = match.span()
    if lower[end : end + 1] == "s" or grammar.PERCENT.match(lower, end) or grammar.SCALE.match(lower, end):
        return False
    before = grammar.YEAR_BEFORE.search(lower, max(floor, at - 14), at)
    unit = unit_after(original, end) if end < len(original) else None
    if unit and not (before and lower.startswith(" ", end) and unit[0].name.isalpha() and unit[1] - end <= 2):
        return False
    noun = counted_noun(original, end, False) if end < len(original) else None
    if noun is None:
        return bool(before) or 1900 <= int(match[0]) < 2100
    if noun[2].lower() in ENGLISH_PERSONS and not before:
        return False
    return int(match[0]) % 100 != 0 and (bool(before) or 1900 <= int(match[0]) < 2100)


def _point(
    original: str,
    start: int,
    number_start: int,
    end: int,
    value: Fraction,
    kind: Literal["year", "date"],
    upper: Fraction | None = None,
) -> PrintedQuantity:
    unit = YEAR_UNIT if kind == "year" else DATE_UNIT
    measure = "year" if kind == "year" else "date"
    return PrintedQuantity(
        original[start:end], start, end, number_start, end, value, unit, kind, upper, measure=measure
    )
