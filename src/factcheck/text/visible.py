"""Text from files made safe to show: control and escape characters become what they are called."""

from __future__ import annotations

import re

from factcheck.lazily import expression

_UNSAFE = expression(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f"  # C0 and C1: escape sequences begin here
    "\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff"  # invisible, or turns the direction of writing
    "\ud800-\udfff\ufff9-\ufffb"  # halves of surrogate pairs; interlinear marks
    "\U000e0000-\U000e007f]"  # invisible tags
)
_ZERO_WIDTH_JOINER = "\u200d"


def visible(text: str) -> str:
    r"""The text with every character that could steer a terminal or hide written as ``\x1b`` or ``\u202e``; tabs and line feeds stay.

    >>> visible("红\x1b[31m字"), visible("合计😀100亿元")
    ('红\\x1b[31m字', '合计😀100亿元')
    """
    if text.isascii() and text.isprintable():
        return text
    return _UNSAFE.sub(_named, text)


def _named(found: re.Match[str]) -> str:
    character = found[0]
    if character == _ZERO_WIDTH_JOINER and _joins(found.string, found.start()):
        return character
    code = ord(character)
    if code < 0x100:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def _joins(text: str, at: int) -> bool:
    """Whether a joiner stands between two pictures that it makes one of (👩‍🌾)."""
    return 0 < at < len(text) - 1 and ord(text[at - 1]) >= 0x2000 and ord(text[at + 1]) >= 0x2000
