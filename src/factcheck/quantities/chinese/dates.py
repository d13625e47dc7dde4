"""Dates and years in Chinese text: 2020年4月21日, 二〇二〇年, 2018-2020年, 2018以来."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Literal

from factcheck.lazily import expression
from factcheck.quantities.chinese import grammar
from factcheck.quantities.chinese.numerals import read_numeral
from factcheck.quantities.dates import DATE_UNIT, YEAR_UNIT, date_number
from factcheck.quantities.model import PrintedQuantity
from factcheck.quantities.units.match import match_unit
from factcheck.quantities.units.measure_words import NAME_BUILDING

WIDEST = 12
NEAR_DATE = expression(r"^\d{4}(?:[-/.]\d|[^\x00-\xff])")


def dated(original: str, text: str, at: int) -> PrintedQuantity | None:
    """A year, a range of years or a date at ``at``, or ``None``."""
    near = text[at : at + WIDEST]
    if "年" not in near and "月" not in near and "日" not in near and not NEAR_DATE.search(near):
        return None
    if (years := grammar.YEARS.match(text, at)) and _year(years[1]) < _year(years[2]):
        low, high = _year(years[1]), _year(years[2])
        return _point(
            original, years.span(), years.end() - len(years[3]), Fraction(low), "year", Fraction(high)
        )
    bare = grammar.BARE_YEAR.match(text, at)
    if bare and not text.startswith("年", bare.end()) and not _is_amount(text, bare.end()):
        return _point(original, bare.span(), bare.end(), Fraction(int(bare[0])), "year")
    match = grammar.DATE.match(text, at)
    if match is None:
        return None
    year = match["year"] or match["year3"]
    month = match["month"] or match["month2"] or match["month3"] or match["month4"]
    day = match["day"] or match["day2"] or match["day3"] or match["day5"]
    if year and not month:
        return _year_only(original, text, match, _year(year))
    if not year and not month and not _day_alone(text, match):
        return None
    numbers = (_year(year) if year else 0, _number(month), _number(day))
    return _point(original, match.span(), match.end(), date_number(*numbers), "date")


def _is_amount(text: str, end: int) -> bool:
    """Whether four digits that could be a year stand before a scale or a unit (2024户); 国, 省 and the like begin a word."""
    unit = match_unit(text, end)
    return text[end] in "多余来几万亿千百" or (bool(unit) and unit not in NAME_BUILDING)


def _day_alone(text: str, match: re.Match[str]) -> bool:
    before = text[match.start() - 1 : match.start()]
    return before not in ("百", "第", "几") and match["day5"] not in ("一", "两")


def _year_only(original: str, text: str, match: re.Match[str], year: int) -> PrintedQuantity | None:
    if not 1000 <= year < 2200:
        return None
    return _point(original, match.span(), match.end() - 1, Fraction(year), "year")


def _year(text: str) -> int:
    numeral = read_numeral(text.replace("○", "〇"))
    return int(numeral.value) if numeral else 0


def _number(text: str | None) -> int:
    numeral = read_numeral(text) if text else None
    return int(numeral.value) if numeral else 0


def _point(
    original: str,
    span: tuple[int, int],
    number_end: int,
    value: Fraction,
    kind: Literal["year", "date"],
    upper: Fraction | None = None,
) -> PrintedQuantity:
    start, end = span
    unit = YEAR_UNIT if kind == "year" else DATE_UNIT
    return PrintedQuantity(
        original[start:end],
        start,
        end,
        start,
        number_end,
        value,
        unit,
        kind,
        upper,
        measure="年" if kind == "year" else "date",
    )
