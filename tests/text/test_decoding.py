"""Bytes of files: UTF-8 or a plain word about what they seem to be."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.text import decode_utf8


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_what_is_utf8_is_read(text: str) -> None:
    plain = text.removeprefix("\ufeff")
    assert decode_utf8(plain.encode()).text == plain
    assert decode_utf8(b"\xef\xbb\xbf" + plain.encode()).text == plain


@pytest.mark.parametrize(
    ("data", "at", "likely"),
    [
        ("甲: 合计".encode("gb18030"), 0, "GB18030"),
        ("a: 合计".encode("gb18030"), 3, "GB18030"),
        ("a: 1".encode("utf-16"), 0, "UTF-16"),
        (b"\xef\xbb\xbfa: \xff", 3, ""),
        (b"a: \xff", 3, ""),
    ],
)
def test_what_is_not(data: bytes, at: int, likely: str) -> None:
    decoded = decode_utf8(data)
    assert (decoded.wrong_at, decoded.likely) == (at, likely)
    assert decoded.text[at] == "\ufffd"


@given(st.binary())
def test_any_bytes(data: bytes) -> None:
    decoded = decode_utf8(data)
    assert decoded.wrong_at is None or 0 <= decoded.wrong_at <= len(decoded.text)
