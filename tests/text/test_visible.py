"""Nothing in a text can steer the terminal that shows it."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.text import visible


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("红\x1b[31m字", "红\\x1b[31m字"),
        ("\x07\x00\x7f\x9b", "\\x07\\x00\\x7f\\x9b"),
        ("甲\u202e乙", "甲\\u202e乙"),
        ("a\u200bb\ufeff", "a\\u200bb\\ufeff"),
        ("\ud800", "\\ud800"),
        ("\U000e0041", "\\U000e0041"),
        ("行\t一\n行二", "行\t一\n行二"),
        ("行\r", "行\\x0d"),
        ("👩\u200d🌾", "👩\u200d🌾"),
        ("a\u200db", "a\\u200db"),
        ("合计😀100亿元", "合计😀100亿元"),
    ],
)
def test_examples(text: str, shown: str) -> None:
    assert visible(text) == shown


@given(st.text())
def test_no_control_character_is_left(text: str) -> None:
    for character in visible(text):
        assert character in "\t\n\u200d" or unicodedata.category(character) not in ("Cc", "Cs", "Zl", "Zp")
