"""The strict and the loose reading, row by row of the table in the claims format."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
import yaml

from factcheck.quantities import Interval, exact_string, parse_unit, read_quantity, readings

CASES: dict[str, dict[str, list[str]]] = yaml.safe_load(
    (Path(__file__).parent / "cases" / "readings.yaml").read_text(encoding="utf-8")
)
ROWS = [(language, printed, *both) for language, cases in CASES.items() for printed, both in cases.items()]


def shown(interval: Interval) -> str:
    """An interval in the notation of the cases."""
    whole = " Z" if interval.integer else ""
    if interval.low is not None and interval.low == interval.high:
        return exact_string(interval.low) + whole
    low = (
        "(…"
        if interval.low is None
        else ("(" if interval.low_open else "[") + exact_or_fraction(interval.low)
    )
    high = (
        "…)"
        if interval.high is None
        else exact_or_fraction(interval.high) + (")" if interval.high_open else "]")
    )
    return f"{low}, {high}{whole}"


def exact_or_fraction(value: Any) -> str:
    return exact_string(value)


def normal(text: str) -> str:
    """A case with its fractions reduced, so that 2/5 and 0.4 are the same."""
    import re

    return re.sub(r"\d+/\d+", lambda match: exact_string(Fraction(match[0])), text)


@pytest.mark.parametrize(
    ("language", "printed", "strict", "loose"), ROWS, ids=[f"{row[0]}-{row[1]}" for row in ROWS]
)
def test_readings_of_the_table(language: Any, printed: str, strict: str, loose: str) -> None:
    quantity = read_quantity(printed, language=language)
    assert quantity is not None
    both = readings(quantity)
    assert (shown(both.strict), shown(both.loose)) == (normal(strict), normal(loose))


def of(printed: str, **settings: Any) -> tuple[str, str]:
    quantity = read_quantity(printed, language="zh")
    assert quantity is not None
    both = readings(quantity, **settings)
    return shown(both.strict), shown(both.loose)


def test_truncation_goes_towards_zero() -> None:
    assert of("2.23亿元", rounding="truncate") == ("[223000000, 224000000)", "(222000000, 224000000)")
    assert of("-3%", rounding="truncate") == ("(-4, -3]", "(-4, -2)")
    assert of("3267名", rounding="truncate") == ("3267 Z", "3267 Z")


def test_either_makes_strict_as_wide_as_loose() -> None:
    assert of("51.8%", rounding="either") == ("(51.7, 51.9)", "(51.7, 51.9)")


def test_all_of_it_is_exactly_all() -> None:
    assert of("100%", whole_of_all=True) == ("100", "100")


def test_precision_sets_the_digit_unit() -> None:
    assert of("1060元", precision=Fraction(10)) == ("[1055, 1065]", "(1050, 1070)")
    assert of("3260户", precision=Fraction(10)) == ("[3255, 3265] Z", "[3251, 3269] Z")


def test_the_readings_can_be_overridden() -> None:
    assert of("51.8%", reading="exact") == ("51.8", "51.8")
    assert of("51.8%", reading="strict") == ("[51.75, 51.85]", "[51.75, 51.85]")
    assert of("51.8%", reading="loose") == ("(51.7, 51.9)", "(51.7, 51.9)")
    assert of("51.8%", reading=Interval(Fraction(51), Fraction(52))) == ("[51, 52]", "[51, 52]")


def test_a_ratio_is_never_whole() -> None:
    assert of("3人", is_ratio=True) == ("[2.5, 3.5]", "(2, 4)")
    assert of("1至2名", is_ratio=True) == ("[1, 2]", "(0, 3)")


def test_a_unit_given_with_the_fact_makes_a_bare_number_a_count() -> None:
    assert of("219", unit=parse_unit("村")) == ("219 Z", "219 Z")


def test_trailing_zeros_are_told() -> None:
    quantity = read_quantity("1200名", language="zh")
    assert quantity is not None
    assert readings(quantity).rests_on_zeros
    exact = read_quantity("1143户", language="zh")
    assert exact is not None
    assert not readings(exact).rests_on_zeros
