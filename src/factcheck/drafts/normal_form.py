"""One form for what looks the same: composed characters, plain spaces, no invisible ones; offsets lead back."""

from __future__ import annotations

import unicodedata

_INVISIBLE = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff")
_SPACES = {
    ord(space): " "
    for space in "\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f"
}


def normal_form(text: str) -> tuple[str, tuple[int, ...] | None]:
    """The text in its normal form and, for each of its characters and the end, the offset in the original (``None`` where nothing moved).

    Soft hyphens and zero-width characters vanish, every width of space is a space, and a letter followed by its combining marks becomes
    one character (NFC). Full-width forms stay: the scanner reads them as they are.

    >>> normal_form("5\\u00ad0\\u00a0e\\u0301")
    ('50 é', (0, 2, 3, 4, 6))
    """
    text = text.translate(_SPACES)
    if text.isascii() or (not _INVISIBLE.intersection(text) and unicodedata.is_normalized("NFC", text)):
        return text, None
    characters: list[str] = []
    offsets: list[int] = []
    at, length = 0, len(text)
    while at < length:
        start = at
        at += 1
        if text[start] in _INVISIBLE:
            continue
        while at < length and unicodedata.combining(text[at]):
            at += 1
        composed = unicodedata.normalize("NFC", text[start:at])
        characters.extend(composed)
        offsets.extend(
            range(start, start + len(composed)) if at - start == len(composed) else [start] * len(composed)
        )
    return "".join(characters), (*offsets, length)
