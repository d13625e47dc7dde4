"""Witnesses with several irrational values: found by Newton's method, proved by enclosures of slopes."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.writing import network, relation
from factcheck.engine import Solver
from factcheck.engine.irrational.slopes import difference_over, difference_slopes
from factcheck.engine.irrational.zeros import holds_a_zero
from factcheck.engine.model import Decision
from factcheck.engine.verification import verify
from factcheck.quantities.interval import Interval

NAMES = {"x": 0, "y": 1}


def box(x: tuple[str, str], y: tuple[str, str]) -> dict[int, tuple[Fraction, Fraction]]:
    return {0: (Fraction(x[0]), Fraction(x[1])), 1: (Fraction(y[0]), Fraction(y[1]))}


@pytest.mark.parametrize(
    ("equations", "where", "found"),
    [
        (["y = x + 9", "y = x * (1 + y)"], box(("0.9083", "0.9084"), ("9.9082", "9.9085")), True),
        (["y = x + 9", "y = x * (1 + y)"], box(("0.9084", "0.9085"), ("9.9084", "9.9085")), False),
        (["x * x = 2", "y = 3 * x"], box(("1.41", "1.42"), ("4.2", "4.3")), True),
        (["x * x + y * y = 4", "x = y"], box(("1.414", "1.415"), ("1.414", "1.415")), True),
        (["x * x = 2 * y - y * y", "x = 0"], box(("-0.01", "0.01"), ("1.99", "2.01")), True),
        (["x = y", "2 * x = 2 * y"], box(("1", "2"), ("1", "2")), False),  # no single zero: not for this test
        (["abs(x - y) = 1", "x + y = 4"], box(("2.4", "2.6"), ("1.4", "1.6")), True),
        (["max(x, y) = 3", "x / y = 2"], box(("2.9", "3.1"), ("1.4", "1.6")), True),
        (["x / y = 2", "x + y = 0"], box(("-1", "1"), ("-1", "1")), False),
    ],
)
def test_a_box_is_proved_to_hold_a_zero(
    equations: list[str], where: dict[int, tuple[Fraction, Fraction]], found: bool
) -> None:
    assert holds_a_zero([relation(text, NAMES) for text in equations], where) == found


@pytest.mark.parametrize("text", ["x <= x", "x + y - x = y", "x * (y + 1) - x = x * y"])
def test_what_always_holds_has_no_width(text: str) -> None:
    found = difference_over(relation(text, NAMES), box(("1", "2"), ("3", "4")))
    assert found is not None
    low, high = found[0]
    assert low <= 0 <= high
    if text != "x * (y + 1) - x = x * y":
        assert low == high == 0


@given(
    st.sampled_from(["x * y", "x / (y + 9)", "(x + y) ** 3", "abs(x - y)", "max(x, 2 * y)", "x * x - 3 * x"]),
    st.lists(st.fractions(-5, 5, max_denominator=20), min_size=4, max_size=4),
    st.lists(st.fractions(0, 1, max_denominator=20), min_size=4, max_size=4),
)
def test_slopes_hold_every_difference_quotient(
    text: str, ends: list[Fraction], parts: list[Fraction]
) -> None:
    """The change between any two points of a box lies within slopes times distances."""
    stated = relation(f"{text} = 0", NAMES)
    where = {0: (min(ends[:2]), max(ends[:2])), 1: (min(ends[2:]), max(ends[2:]))}
    slopes = difference_slopes(stated, where)
    if slopes is None:
        return
    points = [
        {v: low + parts[2 * index + v] * (high - low) for v, (low, high) in where.items()} for index in (0, 1)
    ]
    values = []
    for point in points:
        found = difference_over(stated, {v: (value, value) for v, value in point.items()})
        assert found is not None
        values.append(found[0][0])
    low = high = Fraction(0)
    for variable in where:
        step = points[1][variable] - points[0][variable]
        products = [Fraction(slope) * step for slope in slopes.get(variable, (0, 0))]
        low, high = low + min(products), high + max(products)
    assert low <= values[1] - values[0] <= high


def test_a_witness_is_verified_and_none_beside_it() -> None:
    built, _ = network({"x": "(-inf, inf)", "y": "(-inf, inf)"}, ["y = x + 9", "y = x * (1 + y)"])
    decision = Solver(built).decide([0, 1])
    assert decision.status == "satisfiable"
    assert decision.witness is not None
    assert verify(built, [0, 1], None, decision)
    x = decision.witness[0]
    assert isinstance(x, Interval)
    assert x.low is not None
    assert x.high is not None
    beside = Interval(x.high + (x.high - x.low), x.high + 3 * (x.high - x.low))
    wrong = Decision("satisfiable", {**decision.witness, 0: beside})
    assert not verify(built, [0, 1], None, wrong)
