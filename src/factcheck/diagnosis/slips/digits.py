"""Slips in the digits themselves: one wrong, two transposed, one dropped, doubled or added, and the point moved."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from factcheck.diagnosis.slips.model import SHARE_OF_KIND, SlipKind
from factcheck.diagnosis.slips.numeral import Numeral

Undone = tuple[SlipKind, Numeral, Fraction]
"""A kind of slip, the numeral as it was before the slip, and the likelihood of the slip."""

_DIGITS = "0123456789"


def digit_changed(numeral: Numeral) -> Iterator[Undone]:
    """One digit is another.

    >>> [meant.written() for _, meant, _ in digit_changed(Numeral.read("7"))]
    ['0', '1', '2', '3', '4', '5', '6', '8', '9']
    """
    digits = numeral.digits
    likelihood = SHARE_OF_KIND[SlipKind.DIGIT] / (9 * len(digits))
    for place, printed in enumerate(digits):
        for other in _DIGITS:
            if other != printed:
                yield (
                    SlipKind.DIGIT,
                    numeral.with_digits(digits[:place] + other + digits[place + 1 :]),
                    likelihood,
                )


def transposed(numeral: Numeral) -> Iterator[Undone]:
    """Two neighbouring digits have changed places, over the point too.

    >>> [meant.written() for _, meant, _ in transposed(Numeral.read("58.1"))]
    ['85.1', '51.8']
    """
    digits = numeral.digits
    likelihood = SHARE_OF_KIND[SlipKind.TRANSPOSITION] / max(1, len(digits) - 1)
    for place in range(len(digits) - 1):
        first, second = digits[place], digits[place + 1]
        if first != second:
            meant = digits[:place] + second + first + digits[place + 2 :]
            yield SlipKind.TRANSPOSITION, numeral.with_digits(meant), likelihood


def dropped(numeral: Numeral) -> Iterator[Undone]:
    """A digit was left out: before the point with the same decimals, behind it with one more.

    >>> "3267" in [meant.written() for _, meant, _ in dropped(Numeral.read("326"))]
    True
    """
    digits = numeral.digits
    likelihood = SHARE_OF_KIND[SlipKind.DROPPED_DIGIT] / (len(digits) + 1)
    whole_length = len(numeral.whole)
    for place in range(len(digits) + 1):
        for missing in _DIGITS:
            if place and digits[place - 1] == missing:
                continue  # the same form as with the digit one place earlier
            meant = digits[:place] + missing + digits[place:]
            if place <= whole_length:
                yield SlipKind.DROPPED_DIGIT, numeral.with_digits(meant), likelihood
            if numeral.decimals and place >= whole_length:
                longer = numeral.with_digits(meant, numeral.decimals + 1)
                yield (
                    SlipKind.DROPPED_DIGIT,
                    longer,
                    likelihood / 4,
                )  # the precision is usually the article's own


def added(numeral: Numeral) -> Iterator[Undone]:
    """A digit too many: one typed twice, or a stray one (which counts as a wrong digit, and as less likely).

    >>> [(str(kind), meant.written()) for kind, meant, _ in added(Numeral.read("3227"))]
    [('digit', '227'), ('doubled-digit', '327'), ('digit', '322')]
    """
    digits = numeral.digits
    if len(digits) < 2:
        return
    doubled = SHARE_OF_KIND[SlipKind.DOUBLED_DIGIT] / (len(digits) - 1)
    stray = SHARE_OF_KIND[SlipKind.DIGIT] / (90 * len(digits))
    for place, extra in enumerate(digits):
        if place and digits[place - 1] == extra:
            continue
        twice = digits[place + 1 : place + 2] == extra
        meant = digits[:place] + digits[place + 1 :]
        for decimals in _decimals_after_removal(numeral, place, twice):
            kind, likelihood = (SlipKind.DOUBLED_DIGIT, doubled) if twice else (SlipKind.DIGIT, stray)
            yield kind, numeral.with_digits(meant, decimals), likelihood


def _decimals_after_removal(numeral: Numeral, place: int, twice: bool) -> tuple[int, ...]:
    """How many decimals may be left; a stray digit is only looked for before the point, for fewer decimals would fit more by saying less."""
    whole_length = len(numeral.whole)
    fewer = numeral.decimals - 1
    if place >= whole_length:
        return (fewer,) if twice else ()
    straddles = twice and place == whole_length - 1 and numeral.decimals > 0
    return (numeral.decimals, fewer) if straddles else (numeral.decimals,)


def point_moved(numeral: Numeral, *, whole_things: bool) -> Iterator[Undone]:
    """The decimal point stands one to four places off; zeros are added or taken away where there is none.

    Of whole things no decimals are suggested.

    >>> [meant.written() for _, meant, _ in point_moved(Numeral.read("2.23"), whole_things=False)]
    ['0.223', '22.3', '0.0223', '223', '0.00223', '2230', '0.000223', '22300']
    >>> [meant.written() for _, meant, _ in point_moved(Numeral.read("390"), whole_things=True)]
    ['39', '3900', '39000', '390000', '3900000']
    """
    for places in (1, 2, 3, 4):
        likelihood = SHARE_OF_KIND[SlipKind.SCALE] / (4 * 2**places)
        for moved in (_smaller(numeral, places), _larger(numeral, places)):
            if moved is not None and not (whole_things and moved.decimals > 0):
                yield SlipKind.SCALE, moved, likelihood


def _larger(numeral: Numeral, places: int) -> Numeral:
    missing = max(0, places - numeral.decimals)
    digits = (numeral.digits + "0" * missing).lstrip("0") or "0"
    decimals = max(0, numeral.decimals - places)
    return numeral.with_digits(digits.zfill(decimals + 1), decimals)


def _smaller(numeral: Numeral, places: int) -> Numeral | None:
    digits, decimals = numeral.digits, numeral.decimals
    if not decimals:
        while places and digits.endswith("0") and len(digits) > 1:
            digits, places = digits[:-1], places - 1
    decimals += places
    if int(digits) == 0:
        return None
    return numeral.with_digits(digits.zfill(decimals + 1), decimals)
