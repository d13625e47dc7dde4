"""The printed quantity made of a number with its unit, the hedge before it, and the other end of its range."""

from __future__ import annotations

from fractions import Fraction

from factcheck.quantities.atom import Atom, kind_of
from factcheck.quantities.model import PrintedQuantity
from factcheck.records import record


@record(slots=True)
class Ends:
    """Both ends of a range: ``low`` is the first number with the second one's scale where it has none of its own."""

    low: Fraction
    other: Atom


def ends_of_range(atom: Atom, other: Atom) -> Ends | None:
    """The range from one number to another, or ``None`` where they are not two ends of the same thing."""
    if atom.hedge or atom.numeral.upper is not None or other.numeral.upper is not None:
        return None
    if atom.measure and (
        atom.unit.dimension != other.unit.dimension or atom.unit.factor != other.unit.factor
    ):
        return None
    low = atom.numeral.value * _shared_scale(atom, other)
    return Ends(low, other) if low < other.numeral.value else None


def _shared_scale(atom: Atom, other: Atom) -> int:
    """1至2万 is 10000 to 20000: the scale of the second number holds for a first one without its own."""
    if atom.numeral.scale or (atom.measure and atom.number_end != atom.end) or not other.numeral.scale:
        return 1
    size = other.numeral.digit_unit * 10**other.numeral.decimals
    return int(size) if atom.numeral.value < other.numeral.value / size else 1


def assemble(
    original: str,
    atom: Atom,
    start: int,
    end: int,
    hedge: str,
    ends: Ends | None = None,
    *,
    ordinal: bool = False,
) -> PrintedQuantity:
    """The quantity at ``start`` to ``end`` of the original text."""
    numeral, last = atom.numeral, ends.other if ends else atom
    return PrintedQuantity(
        original[start:end],
        start,
        end,
        atom.number_start,
        last.number_end,
        ends.low if ends else numeral.value,
        last.unit,
        "ordinal" if ordinal else last.kind or kind_of(last.unit),
        last.numeral.value if ends else numeral.upper,
        last.numeral.scale,
        last.numeral.decimals,
        last.numeral.digit_unit,
        hedge,
        last.measure,
        last.noun,
        numeral.in_words,
        last.form,
    )
