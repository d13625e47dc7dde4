"""The encoding of a draft: a mark first, then UTF-8, then what newsrooms still use."""

from __future__ import annotations

import codecs


class UndecodableError(Exception):
    """Bytes that are no text: ``binary``, or text in no one encoding (``encoding``), with where it breaks."""

    def __init__(self, reason: str, detail: str = "") -> None:
        super().__init__(detail or reason)
        self.reason = reason
        self.detail = detail


_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

_SIGNATURES = (
    b"PK\x03\x04",
    b"%PDF-",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"\xd0\xcf\x11\xe0",
    b"GIF8",
    b"\x7fELF",
    b"\x1f\x8b",
)


def decode(content: bytes) -> tuple[str, str]:
    """The text in these bytes and the name of its encoding.

    A byte-order mark decides; without one strict UTF-8 is tried, then UTF-16 (by where its zero bytes lie), then GB18030, which contains
    GBK and GB2312, and at last what charset-normalizer finds likely. Raises :class:`UndecodableError`.

    >>> decode("合计".encode("gbk"))
    ('合计', 'gb18030')
    """
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return _strictly(content[len(mark) :], encoding), encoding
    if content.startswith(_SIGNATURES):
        raise UndecodableError("binary")
    if b"\x00" in content[:4096]:
        return _without_mark(content)
    try:
        return content.decode("utf-8"), "utf-8"
    except UnicodeDecodeError as error:
        if _mostly_utf8(content):
            line = content.count(b"\n", 0, error.start) + 1
            raise UndecodableError("encoding", f"line {line}") from error
    return _legacy(content)


def _strictly(content: bytes, encoding: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        raise UndecodableError("encoding", f"{encoding}, byte {error.start + 1}") from error


def _without_mark(content: bytes) -> tuple[str, str]:
    """UTF-16 without a mark shows zero bytes in one half only; anything else with zero bytes is no text."""
    sample = content[: 4096 // 2 * 2]
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    encoding = "utf-16-le" if odd > even * 4 else "utf-16-be" if even > odd * 4 else ""
    if not encoding or len(content) % 2:
        raise UndecodableError("binary")
    text = _strictly(content, encoding)
    if any(character < " " and character not in "\t\n\f\r" for character in text[:4096]):
        raise UndecodableError("binary")
    return text, encoding


def _mostly_utf8(content: bytes) -> bool:
    """Whether nearly all of the bytes beyond ASCII are sound UTF-8: then the few others are damage or a second encoding, not another one."""
    beyond = sum(1 for byte in content if byte >= 0x80)
    broken = content.decode("utf-8", "replace").count("\ufffd")
    return broken * 10 < beyond


def _legacy(content: bytes) -> tuple[str, str]:
    try:
        text = content.decode("gb18030")
    except UnicodeDecodeError:
        text = ""
    if text and _reads_as_chinese(text):
        return text, "gb18030"
    from charset_normalizer import from_bytes

    best = from_bytes(content, threshold=0.35).best()
    if best is None:
        raise UndecodableError("encoding" if _mostly_text(content) else "binary")
    return str(best), best.encoding


def _reads_as_chinese(text: str) -> bool:
    beyond = [character for character in text if character > "\x7f"]
    common = sum(
        1
        for character in beyond
        if "\u4e00" <= character <= "\u9fff"
        or "\u3000" <= character <= "\u303f"
        or character in "，。；：？！“”‘’（）—…％"
    )
    return common * 10 >= len(beyond) * 9


def _mostly_text(content: bytes) -> bool:
    controls = sum(1 for byte in content[:65536] if byte < 9 or 13 < byte < 32)
    return controls * 50 < len(content[:65536])
