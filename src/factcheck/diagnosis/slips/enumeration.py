"""All slips that could have led to a printed quantity."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from fractions import Fraction

from factcheck.diagnosis.slips.digits import Undone, added, digit_changed, dropped, point_moved, transposed
from factcheck.diagnosis.slips.model import Slip, SlipKind
from factcheck.diagnosis.slips.nearness import Near
from factcheck.diagnosis.slips.numeral import Numeral
from factcheck.diagnosis.slips.scales import scale_exchanged, sign_lost
from factcheck.quantities.interval import Interval
from factcheck.quantities.model import PrintedQuantity

EVERYTHING = Interval()
_FULLY_COUNTED = 8
"""Things counted out (3267名) get a scale word by mistake so many times less often than amounts."""


def slips(
    quantity: PrintedQuantity,
    near: Interval = EVERYTHING,
    *,
    closely: Interval | None = None,
    chinese: bool = True,
) -> list[Slip]:
    """Every printed form from which one slip leads to this one, each once, likeliest first.

    Forms are left out that cannot be read as anything ``near``, and where numbers are read as usual, as anything in ``closely``
    (:class:`Near`). Empty for numbers in words and for ranges: their readings are wide, and no single digit can be named. Slips of the unit are
    not among them: they change what is counted, not only how much.

    Most forms are not near, so they are left out before anything is made of them: ten times as fast.
    """
    numeral = numeral_of(quantity)
    if numeral is None:
        return []
    admits = Near(near, size_of_one(quantity, numeral), closely=closely).admits
    best: dict[tuple[Numeral, int], tuple[SlipKind, Fraction]] = {}
    for (kind, meant, likelihood), power in _all_slips(quantity, numeral, chinese):
        if not (quantity.hedge or admits(meant, power)) or not (power or meant.well_formed()):
            continue
        known = best.get((meant, power))
        if meant != numeral and (known is None or likelihood > known[1]):
            best[meant, power] = kind, likelihood
    found = [
        Slip(kind, as_printed(quantity, numeral, meant, power), likelihood)
        for (meant, power), (kind, likelihood) in best.items()
    ]
    return sorted(found, key=lambda slip: -slip.likelihood)


def digit_edits(numeral: Numeral, place: int) -> Iterator[int]:
    """All numbers of steps of the last digit that a numeral has with another digit in this place, counted from the left.

    >>> list(digit_edits(Numeral("35"), 0))
    [15, 25, 45, 55, 65, 75, 85, 95]
    """
    digits = numeral.digits
    power = 10 ** (len(digits) - 1 - place)
    rest = int(digits) - int(digits[place]) * power
    least = 1 if place == 0 and len(numeral.whole) > 1 else 0
    for digit in range(least, 10):
        if digit != int(digits[place]):
            yield rest + digit * power


def numeral_of(quantity: PrintedQuantity) -> Numeral | None:
    """The Arabic numeral of a printed quantity with its sign; ``None`` for number words, fractions and ranges."""
    if quantity.upper is not None or quantity.in_words:
        return None
    first, last = _span(quantity)
    return Numeral.read(quantity.text[first:last])


def _span(quantity: PrintedQuantity) -> tuple[int, int]:
    """Where the numeral stands in the quantity's own text, a minus sign before it included."""
    first = quantity.number_start - quantity.start
    if first and quantity.text[first - 1] in "-−－":
        first -= 1
    return first, quantity.number_end - quantity.start


def as_printed(
    quantity: PrintedQuantity, numeral: Numeral, meant: Numeral, power: int = 0
) -> PrintedQuantity:
    """The printed quantity with another numeral in the place of its own; ``power`` is the power of ten that a new scale word adds."""
    first, last = _span(quantity)
    written = meant.written()
    one = size_of_one(quantity, numeral) * _power_of_ten(power)
    return replace(
        quantity,
        text=quantity.text[:first] + written + quantity.text[last:],
        end=quantity.end + len(written) - (last - first),
        number_start=quantity.start + first,
        number_end=quantity.start + first + len(written),
        value=meant.number * one,
        decimals=meant.decimals,
        digit_unit=one / 10**meant.decimals,
        scale=meant.scale.strip(),
    )


def size_of_one(quantity: PrintedQuantity, numeral: Numeral) -> Fraction:
    """What a printed 1 stands for: 10000 in 2.23万."""
    return quantity.digit_unit * Fraction(10**numeral.decimals)


def _power_of_ten(power: int) -> Fraction:
    return Fraction(10**power) if power >= 0 else Fraction(1, 10**-power)


def _all_slips(quantity: PrintedQuantity, numeral: Numeral, chinese: bool) -> Iterator[tuple[Undone, int]]:
    whole_things = quantity.unit.is_count and not numeral.scale.strip()
    in_digits: Iterable[Undone] = (
        *transposed(numeral),
        *digit_changed(numeral),
        *dropped(numeral),
        *added(numeral),
        *point_moved(numeral, whole_things=whole_things),
        *(() if quantity.unit.is_count else sign_lost(numeral)),
    )
    for undone in in_digits:
        yield undone, 0
    if quantity.kind in ("percent", "percentage_point"):
        return  # nobody prints thousands of per cent
    for (kind, meant, likelihood), power in scale_exchanged(numeral, chinese=chinese):
        yield (kind, meant, likelihood / _FULLY_COUNTED if whole_things else likelihood), power
