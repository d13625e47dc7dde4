"""Values for a linear equation in one pass: they satisfy it inside the bounds, and where there are any they are found."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from factcheck.engine.box import Box
from factcheck.engine.filling import filled
from factcheck.engine.primitives import Row

numbers = st.integers(-6, 6)
terms = st.lists(
    st.tuples(st.sampled_from([-3, -1, 1, 2]), numbers, st.integers(1, 5), st.booleans(), st.booleans()),
    min_size=1,
    max_size=4,
)


def box_of(drawn: list[tuple[int, int, int, bool, bool]]) -> Box:
    box = Box()
    for variable, (_, low, width, low_open, high_open) in enumerate(drawn):
        box.bounds[variable] = (low, low_open, low + width, high_open)
    return box


@given(terms, st.fractions(-40, 40, max_denominator=6))
def test_values_are_found_exactly_where_there_are_any(
    drawn: list[tuple[int, int, int, bool, bool]], constant: Fraction
) -> None:
    row = Row(0, tuple((term[0], variable) for variable, term in enumerate(drawn)), constant, True, False)
    box = box_of(drawn)
    least = sum(min(c * low, c * (low + width)) for c, low, width, _, _ in drawn)
    greatest = sum(max(c * low, c * (low + width)) for c, low, width, _, _ in drawn)
    found = filled(box, row, list(row.variables))
    if least < constant < greatest:
        assert found
    if found:
        values = {variable: box.value(variable) for variable in row.variables}
        assert sum(c * values[v] for c, v in row.terms) == constant
        for variable, (_, low, width, low_open, high_open) in enumerate(drawn):
            assert low < values[variable] or (low == values[variable] and not low_open)
            assert values[variable] < low + width or (values[variable] == low + width and not high_open)


def test_whole_numbers_and_missing_ends_are_left_to_others() -> None:
    row = Row(0, ((1, 0), (1, 1)), 3, True, False)
    whole, endless = Box(), Box()
    whole.bounds = {0: (0, False, 5, False), 1: (0, False, 5, False)}
    whole.integers = {1}
    endless.bounds = {0: (0, False, None, False), 1: (0, False, 5, False)}
    assert not filled(whole, row, [0, 1])
    assert not filled(endless, row, [0, 1])
