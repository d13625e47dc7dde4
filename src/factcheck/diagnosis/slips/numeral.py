"""The numeral of a printed quantity taken apart, so that a slip of the pen can be undone and written back the same way."""

from __future__ import annotations

import re
from fractions import Fraction

from factcheck.records import record

_PARTS = re.compile(
    r"(?P<sign>[-−－]?)(?P<whole>[0-9０-９]+(?:[,，][0-9０-９]{3})*)(?:(?P<point>[.．])(?P<part>[0-9０-９]+))?(?P<scale>\D*)"
)
_TO_FULL_WIDTH = str.maketrans("0123456789.", "０１２３４５６７８９．")
_TO_ASCII = str.maketrans("０１２３４５６７８９．", "0123456789.")


@record(frozen=True, slots=True)
class Numeral:
    """An Arabic numeral: ``digits`` without point or grouping, the last ``decimals`` of which stand behind the point.

    ``scale`` is whatever follows the digits (``亿``, `` million``), ``grouping`` the sign between groups of three or empty.

    >>> Numeral.read("20,972")
    Numeral(digits='20972', decimals=0, negative=False, scale='', grouping=',', full_width=False)
    >>> Numeral.read("2.23亿").written()
    '2.23亿'
    """

    digits: str
    decimals: int = 0
    negative: bool = False
    scale: str = ""
    grouping: str = ""
    full_width: bool = False

    @classmethod
    def read(cls, text: str) -> Numeral | None:
        """The numeral, or ``None`` where the text is not one Arabic number with at most a scale behind it."""
        match = _PARTS.fullmatch(text)
        if match is None:
            return None
        whole = match["whole"]
        grouping = next((sign for sign in ",，" if sign in whole), "")
        part = match["part"] or ""
        digits = (whole.replace(grouping, "") if grouping else whole) + part
        ascii_digits = digits.translate(_TO_ASCII)
        return cls(
            ascii_digits, len(part), bool(match["sign"]), match["scale"], grouping, digits != ascii_digits
        )

    @property
    def whole(self) -> str:
        """The digits before the point."""
        return self.digits[: len(self.digits) - self.decimals]

    @property
    def number(self) -> Fraction:
        """The number without its scale.

        >>> Numeral.read("-2.5万").number
        Fraction(-5, 2)
        """
        size = Fraction(int(self.digits), 10**self.decimals)
        return -size if self.negative else size

    def well_formed(self) -> bool:
        """Whether people would print it so: a digit before the point and no zero in front of others."""
        whole = self.whole
        return bool(whole) and (whole == "0" or not whole.startswith("0"))

    def written(self) -> str:
        """The numeral as it would be printed, in the manner of the one it was read from.

        >>> Numeral.read("9,370").with_digits("10370").written()
        '10,370'
        """
        whole, part = self.whole, self.digits[len(self.digits) - self.decimals :]
        if self.grouping:
            whole = f"{int(whole):,}".replace(",", self.grouping)
        text = whole + ("." + part if part else "")
        if self.full_width:
            text = text.translate(_TO_FULL_WIDTH)
        return ("-" if self.negative else "") + text + self.scale

    def with_digits(self, digits: str, decimals: int | None = None) -> Numeral:
        """The same manner of printing with other digits."""
        if decimals is None:
            decimals = self.decimals
        return Numeral(digits, decimals, self.negative, self.scale, self.grouping, self.full_width)
