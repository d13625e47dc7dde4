"""What a slip is: a printed form that differs from the one in print by one mistake of the kind people make."""

from __future__ import annotations

from enum import StrEnum
from fractions import Fraction

from factcheck.quantities.model import PrintedQuantity
from factcheck.records import record


class SlipKind(StrEnum):
    """The slip that would have led from the suggested form to the printed one (names as in the JSON report)."""

    DIGIT = "digit"
    TRANSPOSITION = "transposition"
    DROPPED_DIGIT = "dropped-digit"
    DOUBLED_DIGIT = "doubled-digit"
    SCALE = "scale"
    SIGN = "sign"
    UNIT = "unit"
    SWAP = "swap"
    BASE = "base"
    FREE = "free"


@record(frozen=True, slots=True)
class Slip:
    """One candidate for what was meant: ``quantity`` is the printed form with the slip undone.

    ``likelihood`` is the chance that the printed form comes from this one by a slip: the share of such slips among all,
    divided by the number of ways in which the meant form could have slipped so. It only ranks; no verdict rests on it.
    """

    kind: SlipKind
    quantity: PrintedQuantity
    likelihood: Fraction

    @property
    def text(self) -> str:
        """The form as it would be printed."""
        return self.quantity.text


SHARE_OF_KIND: dict[SlipKind, Fraction] = {
    SlipKind.DIGIT: Fraction(40, 100),
    SlipKind.TRANSPOSITION: Fraction(18, 100),
    SlipKind.DROPPED_DIGIT: Fraction(12, 100),
    SlipKind.DOUBLED_DIGIT: Fraction(6, 100),
    SlipKind.SCALE: Fraction(12, 100),
    SlipKind.SIGN: Fraction(4, 100),
    SlipKind.UNIT: Fraction(4, 100),
    SlipKind.SWAP: Fraction(3, 100),
    SlipKind.BASE: Fraction(4, 100),
    SlipKind.FREE: Fraction(1, 100),
}
"""How often each kind is assumed to occur: single wrong digits are by far the most common error of typing numbers (60 to 95 % of all in
Verhoeff's counts of 1969, transpositions some 10 %); editing adds scale, unit and sign."""
