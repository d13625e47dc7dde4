"""What a text looks like on a screen: which characters can be written, and how many cells they take."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import Literal

from factcheck.records import record
from factcheck.reports.interface import RenderOptions
from factcheck.text import visible

TAB = "    "
JOINER = "\u200d"
"""Makes one picture of several; :func:`factcheck.text.visible` leaves it only there."""
UNSEEN = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
"""Categories of characters that show nothing themselves."""
PLAINER = str.maketrans(
    {
        "×": "*", "÷": "/", "≤": "<=", "≥": ">=", "≠": "!=", "−": "-", "→": "->", "…": "...", "—": "-", "–": "-",
        "“": '"', "”": '"', "‘": "'", "’": "'", "±": "+/-", "·": ".", "∞": "oo", "　": " ", "\xa0": " ",
    }
)  # fmt: skip
"""What to write where an encoding lacks a sign that has a common spelling."""
_REGIONAL = range(0x1F1E6, 0x1F200)
_SKIN_TONES = range(0x1F3FB, 0x1F400)


@record(frozen=True, slots=True)
class Screen:
    """A screen that writes ``encoding`` and gives characters of ambiguous width this many cells (``None``: unknown).

    >>> Screen().cells("合计21.5万吨")
    12
    """

    encoding: str = "utf-8"
    ambiguous_width: Literal[1, 2] | None = 1

    @classmethod
    def of(cls, options: RenderOptions) -> Screen:
        """The screen that the options describe."""
        return cls(options.encoding, options.ambiguous_width)

    def show(self, text: str) -> str:
        """The text on one line, safe to write: no control character, nothing that the encoding lacks.

        >>> Screen("ascii").show("合\\x1b[31m\\t1")
        '\\\\u5408\\\\x1b[31m    1'
        """
        if text.isascii() and text.isprintable():
            return text
        return "".join([shown(character, self.encoding) for character in visible(text)])

    def cells(self, text: str) -> int:
        """How many cells the text takes (one for an ambiguous character of unknown width)."""
        if text.isascii():
            return len(text)
        ambiguous = self.ambiguous_width or 1
        return sum([character_cells(character, ambiguous) for character in text])

    def knowable(self, text: str) -> bool:
        """Whether every screen agrees on the cells of this text."""
        return not any(_is_doubtful(character, self.ambiguous_width is None) for character in text)


def on_one_line(text: str, encoding: str = "utf-8") -> str:
    """A text for a line of its own: whatever it holds, it stays one line and reaches the stream harmless."""
    return Screen(encoding).show(" ".join(text.splitlines()) if len(text.splitlines()) > 1 else text)


@lru_cache(maxsize=4096)
def shown(character: str, encoding: str) -> str:
    """How one character is written: itself, spaces for a tab, or its escape where it is invisible or not encodable."""
    if character == "\t":
        return TAB
    if unicodedata.category(character) in UNSEEN and character != JOINER:
        return _escape(character)
    try:
        character.encode(encoding)
    except UnicodeEncodeError:
        plainer = character.translate(PLAINER)
        return plainer if plainer.isascii() else _escape(character)
    return character


def _escape(character: str) -> str:
    return (
        character.encode("ascii", "backslashreplace").decode("ascii")
        if ord(character) > 0x7F
        else f"\\x{ord(character):02x}"
    )


@lru_cache(maxsize=4096)
def character_cells(character: str, ambiguous_width: int) -> int:
    """The cells of one character that can be written."""
    if unicodedata.category(character) in {"Mn", "Me"}:
        return 0
    width = unicodedata.east_asian_width(character)
    if width in {"W", "F"}:
        return 2
    return ambiguous_width if width == "A" else 1


@lru_cache(maxsize=4096)
def _is_doubtful(character: str, ambiguous_unknown: bool) -> bool:
    """Whether screens differ on the cells of a character: marks that combine, joined symbols, what Unicode has not assigned."""
    if character.isascii():
        return False
    code = ord(character)
    if code in _REGIONAL or code in _SKIN_TONES:
        return True
    if unicodedata.category(character) in {"Mn", "Me", "Mc", "Cn", "Co", "Cf"}:
        return True
    return ambiguous_unknown and unicodedata.east_asian_width(character) == "A"
