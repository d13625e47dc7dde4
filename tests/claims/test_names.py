"""The nearest right name."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.claims.names import distance, nearest

words = st.text("abcd甲乙", max_size=7)


def plain_distance(left: str, right: str) -> int:
    """Optimal string alignment by its definition."""
    table = {(row, 0): row for row in range(len(left) + 1)} | {
        (0, column): column for column in range(len(right) + 1)
    }
    for row in range(1, len(left) + 1):
        for column in range(1, len(right) + 1):
            best = min(
                table[row - 1, column] + 1,
                table[row, column - 1] + 1,
                table[row - 1, column - 1] + (left[row - 1] != right[column - 1]),
            )
            if row > 1 and column > 1 and left[row - 2 : row] == right[column - 2 : column][::-1]:
                best = min(best, table[row - 2, column - 2] + 1)
            table[row, column] = best
    return table[len(left), len(right)]


@given(words, words, st.integers(0, 8))
def test_distance(left: str, right: str, most: int) -> None:
    assert distance(left, right, most) == min(plain_distance(left, right), most + 1)


@given(st.lists(words, max_size=6), words)
def test_what_is_suggested_is_a_name(names: list[str], wrong: str) -> None:
    assert nearest(wrong, names) in [None, *names]


@pytest.mark.parametrize(
    ("wrong", "names", "right"),
    [
        ("低保人教", ["贫困人口", "低保人数"], "低保人数"),
        ("vaule", ["quote", "value"], "value"),
        ("Value", ["quote", "value"], "value"),
        ("人口", ["贫困人口", "户数"], "贫困人口"),
        ("x", ["a", "b"], None),
        ("", ["a"], None),
        ("完全不同", ["贫困人口"], None),
    ],
)
def test_examples(wrong: str, names: list[str], right: str | None) -> None:
    assert nearest(wrong, names) == right
