"""Exact numbers as text: integers, finite decimals, or fractions p/q; never a rounded figure without a mark."""

from __future__ import annotations

from fractions import Fraction
from math import ceil, floor

from factcheck.quantities.interval import Interval, Rational

MANY_DIGITS = 12
SCALES = {
    "十": 10,
    "百": 100,
    "千": 1000,
    "万": 10**4,
    "亿": 10**8,
    "兆": 10**12,
    "k": 1000,
    "K": 1000,
    "M": 10**6,
}
ENGLISH_SCALES = {
    "hundred": 100,
    "thousand": 1000,
    "million": 10**6,
    "billion": 10**9,
    "trillion": 10**12,
    "lakh": 10**5,
    "crore": 10**7,
}


def scale_size(scale: str) -> int:
    """The number that a printed scale stands for.

    >>> scale_size("万亿"), scale_size("million"), scale_size("")
    (1000000000000, 1000000, 1)
    """
    if not scale:
        return 1
    if scale in ENGLISH_SCALES:
        return ENGLISH_SCALES[scale]
    size = 1
    for place in scale:
        size *= SCALES.get(place, 1)
    return size


def exact_string(value: Rational) -> str:
    """An integer, a finite decimal, or ``p/q`` where no decimal is exact.

    >>> exact_string(Fraction(1, 8)), exact_string(Fraction(2, 3)), exact_string(7)
    ('0.125', '2/3', '7')
    """
    value = Fraction(value)
    places = _decimal_places(value.denominator)
    if places is None:
        return f"{value.numerator}/{value.denominator}"
    return decimal_string(value, places)


def decimal_string(value: Rational, places: int) -> str:
    """A value with this many decimals, which must be enough to hold it exactly."""
    scaled = Fraction(value) * 10**places
    digits = f"{abs(scaled.numerator // scaled.denominator):0{places + 1}d}"
    sign = "-" if value < 0 else ""
    return f"{sign}{digits[:-places]}.{digits[-places:]}" if places else sign + digits


def _decimal_places(denominator: int) -> int | None:
    """How many decimals hold a fraction with this denominator exactly; ``None`` where none do."""
    twos = fives = 0
    while denominator % 2 == 0:
        denominator //= 2
        twos += 1
    while denominator % 5 == 0:
        denominator //= 5
        fives += 1
    return max(twos, fives) if denominator == 1 else None


def format_number(value: Rational, *, scale: str = "", towards: str = "") -> str:
    """A number for people, divided by the scale: exact where the decimals end, else cut to 12 significant digits and marked with ``…``.

    ``towards`` rounds the cut ``down`` or ``up``, so that an interval is never shown smaller than it is.

    >>> format_number(223000000, scale="亿"), format_number(Fraction(20, 3), towards="down")
    ('2.23', '6.66666666666…')
    """
    scaled = Fraction(value) / scale_size(scale)
    text = exact_string(scaled)
    if "/" not in text and len(text) <= 2 * MANY_DIGITS:
        return text
    places = max(0, MANY_DIGITS - len(str(abs(int(scaled)))))
    moved = scaled * 10**places
    cut = ceil(moved) if towards == "up" else floor(moved) if towards == "down" else int(moved)
    mark = "" if cut == moved else "…"
    return decimal_string(Fraction(cut, 10**places), places) + mark


def format_interval(interval: Interval, unit: str = "", scale: str = "") -> str:
    """An interval for people, rounded outward where decimals do not end.

    >>> format_interval(Interval(6301, 6313, integer=True), "人")
    '6301…6313人'
    >>> format_interval(Interval(208000, 210000), "吨", "万"), format_interval(Interval(0), "户")
    ('[20.8, 21] 万吨', '≥ 0户')
    >>> format_interval(Interval(787, 787, integer=True), "contractors")
    '787 contractors'
    """
    name = f"{scale}{unit}"
    if interval.low is None and interval.high is None:
        return name
    beside = f" {name}" if name[:1].isascii() and name[:1].isalpha() else name
    if interval.high is None:
        return f"{'>' if interval.low_open else '≥'} {format_number(interval.low or 0, scale=scale, towards='down')}{beside}"
    if interval.low is None:
        return f"{'<' if interval.high_open else '≤'} {format_number(interval.high, scale=scale, towards='up')}{beside}"
    low = format_number(interval.low, scale=scale, towards="down")
    high = format_number(interval.high, scale=scale, towards="up")
    if interval.low == interval.high:
        return f"{low}{beside}"
    if interval.integer and not scale:
        return f"{low}…{high}{beside}"
    left, right = "(" if interval.low_open else "[", ")" if interval.high_open else "]"
    return f"{left}{low}, {high}{right}" + (f" {name}" if name else "")
