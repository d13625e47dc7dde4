"""The printed quantity, its unit and its two readings."""

from __future__ import annotations

from fractions import Fraction
from typing import Literal

from factcheck.quantities.interval import Interval
from factcheck.records import record

Dimension = tuple[tuple[str, int], ...]
"""Base dimensions with exponents, sorted by name, without zeros: ``(("person", 1),)``, ``(("length", 2),)``, ``()`` for a pure ratio.

Names: ``length mass time power… `` as pint reduces them, ``yuan``, ``dollar`` … one for each currency, ``percentage_point`` for changes
in percentage points, and one for each count noun (``person``, ``household``, ``person_time``, ``村`` …). ``count`` is the wildcard that
compares with any count noun.
"""

ValueKind = Literal[
    "count",
    "money",
    "percent",
    "percentage_point",
    "ratio",
    "fraction",
    "measure",
    "number",
    "year",
    "date",
    "duration",
    "ordinal",
]


@record(frozen=True, slots=True)
class Unit:
    """A unit as printed: ``name`` for people, ``dimension``, and ``factor``, the size in base units of that dimension (exact).

    ``is_count``: whole numbers of things. ``offset`` is never used in checks (temperatures compare as differences).
    """

    name: str
    dimension: Dimension
    factor: Fraction = Fraction(1)
    is_count: bool = False


@record(frozen=True, slots=True)
class Readings:
    """What a printed quantity may truly be, in its own unit (scale included, so 2.23亿元 is around 223000000 元; 51.8% around 51.8 %).

    ``strict`` lies inside ``loose``. Both carry ``integer`` where whole things are counted. ``rests_on_zeros``: the strict reading is
    exact only if trailing zeros are (1200名), which a warning has to say.
    """

    strict: Interval
    loose: Interval
    rests_on_zeros: bool = False


@record(frozen=True, slots=True)
class PrintedQuantity:
    """One quantity as a text prints it.

    ``text`` is the whole printed form with hedge and unit, found at code points ``start`` to ``end`` of the text that was read;
    ``number_start`` and ``number_end`` delimit the numeral with its scale. ``value`` (and ``upper`` of a range) is exact, scale applied,
    in ``unit``. ``scale`` is the printed scale (``万``, ``million`` or empty), ``decimals`` the digits printed after the point,
    ``digit_unit`` the place value of the last printed digit with the scale applied. ``hedge`` is the hedge word as printed or empty.
    ``measure`` is the measure word or unit as printed (``名``, ``万元`` without scale: ``元``), ``noun`` the counted noun that follows it if known.
    ``in_words``: written as number words (翻一番, three times). ``form`` tells how a fraction is written: ``fraction`` (三分之二, a third),
    ``steps`` (七成, 8 in 10: ``digit_unit`` is the step) or ``one in`` (one in five); ``half more`` is 两年半, ``compound`` 8小时30分; empty otherwise.
    """

    text: str
    start: int
    end: int
    number_start: int
    number_end: int
    value: Fraction
    unit: Unit
    kind: ValueKind
    upper: Fraction | None = None
    scale: str = ""
    decimals: int = 0
    digit_unit: Fraction = Fraction(1)
    hedge: str = ""
    measure: str = ""
    noun: str = ""
    in_words: bool = False
    form: str = ""


@record(frozen=True, slots=True)
class Embedded:
    """A numeral that is no quantity: part of a name, an idiom, a telephone or licence number, an address, or vague (几代人).

    ``kind`` is one of ``name idiom vague phone licence address url code time numbering stray``.
    """

    text: str
    start: int
    end: int
    kind: str


ScannedItem = PrintedQuantity | Embedded
