"""Numbers printed alike: once ``763.57万元`` has been read, ``971.86万元`` differs from it only in its digits."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from fractions import Fraction

from factcheck.quantities.model import PrintedQuantity, Unit, ValueKind

_PLAIN = re.compile(r"([1-9][0-9]*(?:,[0-9]{3})*)(?:\.([0-9]+))?([^0-9.,].*)")
_KINDS = frozenset(("count", "money", "percent", "percentage_point", "measure"))
_ANOTHER_MEANING = frozenset("年月日号时点分秒度期届第")
"""Words beside which a number's size decides what it is (2018年, 30年; 3月, 13月)."""


@dataclass(frozen=True, slots=True)
class _Pattern:
    """What all numbers with the same tail share; ``size`` is the printed scale."""

    unit: Unit
    kind: ValueKind
    scale: str
    measure: str
    size: int
    scale_length: int
    digit_units: dict[int, Fraction] = field(default_factory=dict)  # by decimals: shared, for memory


class Alike:
    """Remembers the tails of plain numbers, and reads another number with the same tail from its digits."""

    __slots__ = ("_patterns",)

    def __init__(self) -> None:
        self._patterns: dict[str, _Pattern] = {}

    def read(self, text: str) -> PrintedQuantity | None:
        """The quantity, if one with this tail was learnt; otherwise ``None``, which says nothing about the text."""
        found = _PLAIN.fullmatch(text)
        if found is None:
            return None
        whole, decimals, tail = found.groups()
        pattern = self._patterns.get(tail)
        if pattern is None or ("," in whole and not _grouped(whole)):
            return None
        if decimals is None:
            value = Fraction(int(whole.replace(",", "")) * pattern.size)
            places = 0
        else:
            places = len(decimals)
            value = Fraction(int(whole.replace(",", "") + decimals) * pattern.size, 10**places)
        digit_unit = pattern.digit_units.get(places)
        if digit_unit is None:
            digit_unit = pattern.digit_units[places] = Fraction(pattern.size, 10**places)
        return PrintedQuantity(
            text,
            0,
            len(text),
            0,
            len(text) - len(tail) + pattern.scale_length,
            value,
            pattern.unit,
            pattern.kind,
            None,
            pattern.scale,
            places,
            digit_unit,
            "",
            pattern.measure,
        )

    def learn(self, text: str, quantity: PrintedQuantity) -> None:
        """Remember the tail of a plain number that was read in full."""
        found = _PLAIN.fullmatch(text)
        if found is None or quantity.kind not in _KINDS or not _ANOTHER_MEANING.isdisjoint(found[3]):
            return
        digits = Fraction(found[1].replace(",", "") + ("." + found[2] if found[2] else ""))
        size = quantity.value / digits
        scale_length = quantity.number_end - (len(text) - len(found[3]))
        pattern = _Pattern(
            quantity.unit, quantity.kind, quantity.scale, quantity.measure, size.numerator, scale_length
        )
        self._patterns[found[3]] = pattern
        if size.denominator != 1 or self.read(text) != quantity:
            del self._patterns[found[3]]  # something about this one does not follow from its digits


def _grouped(whole: str) -> bool:
    first, *rest = whole.split(",")
    return len(first) <= 3 and all(len(group) == 3 for group in rest)
