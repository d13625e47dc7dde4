"""Bytes to text: UTF-8 with or without a byte order mark, or the place and the likely encoding where it is not."""

from __future__ import annotations

import codecs

from factcheck.records import record

_MARKS = (
    (codecs.BOM_UTF32_LE, "UTF-32"),
    (codecs.BOM_UTF32_BE, "UTF-32"),
    (codecs.BOM_UTF16_LE, "UTF-16"),
    (codecs.BOM_UTF16_BE, "UTF-16"),
)


@record(frozen=True, slots=True)
class Decoded:
    """The text; ``wrong_at`` is the offset in it of the first byte that is not UTF-8 (then shown as U+FFFD), ``likely`` the encoding it seems to be."""

    text: str
    wrong_at: int | None = None
    likely: str = ""


def decode_utf8(data: bytes) -> Decoded:
    """Decode UTF-8; a byte order mark is dropped.

    >>> decode_utf8("\\ufeff合计".encode()).text
    '合计'
    >>> decode_utf8("a: 合计".encode("gb18030"))
    Decoded(text='a: �ϼ�', wrong_at=3, likely='GB18030')
    """
    try:
        return Decoded(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:  # its places do not count the byte order mark
        body = data.removeprefix(codecs.BOM_UTF8)
        before = body[: error.start].decode("utf-8")
        return Decoded(body.decode("utf-8", "replace"), len(before), _likely(data))


def _likely(data: bytes) -> str:
    for mark, name in _MARKS:
        if data.startswith(mark):
            return name
    try:
        data.decode("gb18030")
    except UnicodeDecodeError:
        return ""
    return "GB18030"
