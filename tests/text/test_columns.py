"""Every way of counting columns, against plain definitions of each."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.text import Position, SourceText, cell_column, cell_width, cut_to_cells

LINE = "合计😀100亿元"


def test_the_digit_of_the_contract() -> None:
    source = SourceText("a", LINE)
    position = source.position(LINE.index("1"))
    assert position == Position(1, 4)
    assert source.utf16_column(position) == 5
    assert source.byte_column(position) == 11
    assert cell_column(source, position) == 6


@given(st.text(max_size=80))
def test_positions_round_trip(text: str) -> None:
    source = SourceText("a", text)
    for offset in range(len(text) + 1):
        assert source.offset(source.position(offset)) == offset


@given(st.text(st.characters(exclude_characters="\r\n"), max_size=40), st.integers(0, 40))
def test_columns_by_definition(line: str, column: int) -> None:
    column = min(column, len(line))
    source = SourceText("a", "前\n" + line + "\n后")
    position = Position(2, column + 1)
    before = line[:column]
    assert source.utf16_column(position) == sum(2 if ord(each) > 0xFFFF else 1 for each in before) + 1
    lengths = ((0x80, 1), (0x800, 2), (0x10000, 3), (0x110000, 4))
    assert (
        source.byte_column(position)
        == sum(next(size for limit, size in lengths if ord(each) < limit) for each in before) + 1
    )


@pytest.mark.parametrize(
    ("text", "narrow", "wide"),
    [
        ("abc", 3, 3),
        ("合计", 4, 4),
        ("“合计”", 6, 8),
        ("…①─", 3, 6),
        ("e\u0301", 1, 1),
        ("㎡", 2, 2),
        ("ｶﾞ", 2, 2),
        ("", 0, 0),
    ],
)
def test_widths(text: str, narrow: int, wide: int) -> None:
    assert cell_width(text) == narrow
    assert cell_width(text, ambiguous=2) == wide


@given(st.text(st.sampled_from("ab合计😀“”…e\u0301"), max_size=30), st.integers(0, 40))
def test_cutting_keeps_within_the_width(text: str, most: int) -> None:
    cut = cut_to_cells(text, most)
    assert text.startswith(cut)
    assert cell_width(cut) <= most
    if len(cut) < len(text):
        assert cell_width(text[: len(cut) + 1]) > most


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_line_ends(ending: str) -> None:
    source = SourceText("a", ending.join(("甲", "乙丙", "")))
    assert [source.line(number) for number in (1, 2, 3)] == ["甲", "乙丙", ""]
    assert source.position(len(source.text)) == Position(3, 1)


def test_other_separators_end_no_line() -> None:
    assert SourceText("a", "甲\u2028乙\u2029丙\u0085丁\x0c戊").position(8) == Position(1, 9)
