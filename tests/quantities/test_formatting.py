"""Numbers and intervals as text: exact, or marked and rounded outward."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.quantities import Interval, exact_string, format_interval, format_number
from factcheck.quantities.formatting import scale_size

numbers = st.fractions(max_denominator=10**6)


@given(numbers)
def test_an_exact_string_says_the_number(value: Fraction) -> None:
    assert Fraction(exact_string(value)) == value


@given(numbers, st.sampled_from(["", "万", "亿", "million"]))
def test_a_cut_number_is_marked_and_cut_the_right_way(value: Fraction, scale: str) -> None:
    for towards in ("down", "up"):
        text = format_number(value, scale=scale, towards=towards)
        printed = Fraction(text.removesuffix("…")) * scale_size(scale)
        if not text.endswith("…"):
            assert printed == value
        elif towards == "down":
            assert printed < value
        else:
            assert printed > value


@pytest.mark.parametrize(
    ("interval", "unit", "scale", "text"),
    [
        (Interval(6301, 6313, integer=True), "人", "", "6301…6313人"),
        (Interval(208000, 210000), "吨", "万", "[20.8, 21] 万吨"),
        (
            Interval(Fraction(1, 3), Fraction(2, 3), low_open=True),
            "",
            "",
            "(0.33333333333…, 0.66666666667…]",
        ),
        (Interval(5, 5), "户", "", "5户"),
        (Interval(0), "户", "", "≥ 0户"),
        (Interval(high=10, high_open=True), "%", "", "< 10%"),
        (Interval(), "元", "", "元"),
    ],
)
def test_intervals(interval: Interval, unit: str, scale: str, text: str) -> None:
    assert format_interval(interval, unit, scale) == text
