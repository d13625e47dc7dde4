"""Where the characters of YAML values stand in the file, for every way of writing them."""

from __future__ import annotations

from itertools import pairwise

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from factcheck.claims.syntax import Mapping, Scalar, compose
from factcheck.claims.syntax.places import places, span

texts = st.text(st.sampled_from("ab 甲乙😀'\"\\:#-\n\t,=+"), max_size=60)


def scalar_of(text: str) -> Scalar:
    root = compose(text).root
    assert isinstance(root, Mapping)
    node = root.pairs[0][1]
    assert isinstance(node, Scalar)
    return node


@given(texts, st.sampled_from(["'", '"', None]), st.integers(12, 40))
def test_each_character_is_found_where_it_is_written(value: str, style: str | None, width: int) -> None:
    written = yaml.safe_dump({"key": value}, default_style=style, allow_unicode=True, width=width)
    node = scalar_of(written)
    assert node.value == value
    found = places(node, written)
    assert len(found) == len(value) + 1
    assert all(left <= right for left, right in pairwise(found))
    if not value.strip("\n "):
        return
    for index, character in enumerate(value):
        if character not in " \n\t\"'\\" and written[found[index]] != "\\":
            assert written[found[index]] == character


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("k: 甲 + 乙\n", "甲 + 乙"),
        ("k: 甲\n  + 乙\n\n  = c  # 注\n", "甲 + 乙\n= c"),
        ("k: 'it''s 甲'\n", "it's 甲"),
        ('k: "\\u7532\\t甲\\\n   乙"\n', "甲\t甲乙"),
        ("k: |\n  甲\n   乙\n\n  c\n", "甲\n 乙\n\nc\n"),
        ("k: >\n  甲\n  乙\n\n  c\n", "甲 乙\nc\n"),
        ("k: |2\n   甲\n  乙\n", " 甲\n乙\n"),
        ("k: >-\r\n  甲\r\n  乙\r\n", "甲 乙"),
    ],
)
def test_examples(written: str, value: str) -> None:
    node = scalar_of(written)
    assert node.value == value
    for index, character in enumerate(value):
        if not character.isspace():
            start, end = span(node, written, index, index + 1)
            assert written[start:end] == character or written[start] == "\\"
