"""A number in two units that belong together: 8小时30分钟, 50元6角三分, 5 feet 2 inches, 13 dollars and 45 cents."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction

from factcheck.quantities.atom import Atom

ReadNext = Callable[[int], Atom | None]


def with_smaller_units(atom: Atom, next_place: Callable[[int], int | None], read: ReadNext) -> Atom:
    """Add the numbers in smaller units that follow at once, in the unit of the first.

    ``next_place`` tells where the next number may begin, ``read`` reads it there.
    """
    size = atom.unit.factor
    while atom.measure and not atom.hedge and not atom.numeral.scale and atom.numeral.upper is None:
        at = next_place(atom.end)
        smaller = read(at) if at is not None else None
        if smaller is None or not _continues(atom, smaller, size):
            break
        ratio = Fraction(smaller.unit.factor) / atom.unit.factor
        numeral = smaller.numeral
        atom.numeral = replace(
            atom.numeral,
            value=atom.numeral.value + numeral.value * ratio,
            digit_unit=numeral.digit_unit * ratio,
            decimals=0,
        )
        atom.number_end, atom.end, size = smaller.number_end, smaller.end, smaller.unit.factor
        atom.form = "compound"
    return atom


def _continues(atom: Atom, smaller: Atom, size: Fraction) -> bool:
    """Whether the second number is in a smaller unit of the same kind, and less than one of the larger unit."""
    numeral = smaller.numeral
    return (
        smaller.unit.dimension == atom.unit.dimension != ()
        and smaller.unit.factor < size
        and not smaller.hedge
        and not numeral.scale
        and numeral.upper is None
        and 0 < numeral.value * smaller.unit.factor < size
        and atom.numeral.decimals == 0
    )
