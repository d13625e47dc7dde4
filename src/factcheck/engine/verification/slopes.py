"""The verifier's enclosures of derivatives, and its proof that a box holds a common zero of several equations."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Any

from factcheck.engine.verification.intervals import (
    Ends,
    absolute,
    add,
    greatest,
    power,
    quotient,
    scale,
    times,
)

Slopes = dict[int, Ends]
Dual = tuple[Ends, Slopes]
"""All values over a box, and all slopes by each variable."""

ONE: Ends = (Fraction(1), False, Fraction(1), False)
NOTHING: Ends = (Fraction(0), False, Fraction(0), False)


def duals(box: Mapping[int, Ends]) -> dict[str, Any]:
    """How each kind of expression combines the values and slopes of its parts over a closed box (``None``: divided by 0)."""

    def multiplied(one: Dual, other: Dual) -> Dual:
        return times(one[0], other[0]), _sum([_by(one[1], other[0]), _by(other[1], one[0])])

    def product(_: Any, parts: list[Dual]) -> Dual:
        found: Dual = (ONE, {})
        for part in parts:
            found = multiplied(found, part)
        return found

    def total(_: Any, parts: list[Dual]) -> Dual:
        value = NOTHING
        for part, _slopes in parts:
            value = add(value, part)
        return value, _sum([slopes for _, slopes in parts])

    def divided(_: Any, parts: list[Dual]) -> Dual | None:
        (top, top_slopes), (bottom, bottom_slopes) = parts
        if bottom[0] <= 0 <= bottom[2]:
            return None
        inverse = quotient(ONE, bottom)
        down = scale(times(times(top, inverse), inverse), -1)
        return quotient(top, bottom), _sum([_by(top_slopes, inverse), _by(bottom_slopes, down)])

    def raised(e: Any, parts: list[Dual]) -> Dual:
        ((base, slopes),) = parts
        if not e.exponent:
            return ONE, {}
        return power(base, e.exponent), _by(slopes, scale(power(base, e.exponent - 1), e.exponent))

    def sized(_: Any, parts: list[Dual]) -> Dual:
        ((inner, slopes),) = parts
        low, high = (1 if inner[0] >= 0 else -1), (-1 if inner[2] <= 0 else 1)
        sign: Ends = (Fraction(min(low, high)), False, Fraction(max(low, high)), False)
        return absolute(inner), _by(slopes, sign)

    def extreme(e: Any, parts: list[Dual]) -> Dual:
        turn = 1 if e.greatest else -1
        values = [scale(value, turn) for value, _ in parts]
        best = greatest(values)
        able = [slopes for value, (_, slopes) in zip(values, parts, strict=True) if value[2] >= best[0]]
        return scale(best, turn), _hull(able)

    return {
        "Variable": lambda e, _: (box[e.index], {e.index: ONE}),
        "Constant": lambda e, _: ((Fraction(e.value), False, Fraction(e.value), False), {}),
        "Sum": total,
        "Product": product,
        "Quotient": divided,
        "Power": raised,
        "Absolute": sized,
        "Extreme": extreme,
    }


def _by(slopes: Slopes, factor: Ends) -> Slopes:
    return {variable: times(slope, factor) for variable, slope in slopes.items()}


def _sum(parts: Sequence[Slopes]) -> Slopes:
    found: Slopes = {}
    for part in parts:
        for variable, slope in part.items():
            found[variable] = add(found.get(variable, NOTHING), slope)
    return found


def _hull(parts: Sequence[Slopes]) -> Slopes:
    found: Slopes = {}
    for variable in {v for part in parts for v in part}:
        spans = [part.get(variable, NOTHING) for part in parts]
        found[variable] = (min(s[0] for s in spans), False, max(s[2] for s in spans), False)
    return found


def reach(slopes: Slopes, box: Mapping[int, Ends]) -> Fraction:
    """How far a difference may lie from its value at the middle of the box, by the mean value theorem."""
    far = Fraction(0)
    for variable, (low, _, high, _) in slopes.items():
        width = box[variable][2] - box[variable][0]
        if width:
            far += max(abs(low), abs(high)) * width / 2
    return far


def encloses_a_zero(
    gaps: Sequence[Fraction], slopes: Sequence[Slopes], variables: Sequence[int], box: Mapping[int, Ends]
) -> bool:
    """Whether equations with these values at the middle of the box and these slopes over it have a common zero inside.

    With Y the inverse of the middle slopes, the Newton step −Y·gap plus |I − Y·slopes| times the radius must stay inside the box
    for as many variables as there are equations, the others kept at their middle (Krawczyk 1969, Moore 1977).
    """
    middle = [{v: (s[v][0] + s[v][2]) / 2 for v in variables if v in s} for s in slopes]
    chosen = _pivots(middle)
    inverse = _inverse([[row.get(v, Fraction(0)) for v in chosen] for row in middle])
    if len(chosen) != len(gaps) or inverse is None:
        return False
    for line, variable in zip(inverse, chosen, strict=True):
        moved = abs(sum((y * gap for y, gap in zip(line, gaps, strict=True)), Fraction(0)))
        for other in chosen:
            left: Ends = ONE if other == variable else NOTHING
            for y, found in zip(line, slopes, strict=True):
                left = add(left, scale(found.get(other, NOTHING), -y))
            moved += max(abs(left[0]), abs(left[2])) * (box[other][2] - box[other][0]) / 2
        if moved >= (box[variable][2] - box[variable][0]) / 2:
            return False
    return True


def _pivots(rows: Sequence[dict[int, Fraction]]) -> list[int]:
    left, chosen = [dict(row) for row in rows], []
    while left:
        row = left.pop(0)
        pivot = max(row, key=lambda v: abs(row[v]), default=None)
        if pivot is None or not row[pivot]:
            return []
        chosen.append(pivot)
        for other in left:
            factor = other.get(pivot, Fraction(0)) / row[pivot]
            for variable, value in row.items():
                other[variable] = other.get(variable, Fraction(0)) - factor * value
    return chosen


def _inverse(matrix: list[list[Fraction]]) -> list[list[Fraction]] | None:
    """The inverse, its entries cut after 64 binary digits: the test holds whatever they are."""
    count = len(matrix)
    if any(len(row) != count for row in matrix):
        return None
    rows = [[*row, *(Fraction(i == j) for j in range(count))] for i, row in enumerate(matrix)]
    for index in range(count):
        pivot = next((i for i in range(index, count) if rows[i][index]), None)
        if pivot is None:
            return None
        rows[index], rows[pivot] = rows[pivot], rows[index]
        rows[index] = [value / rows[index][index] for value in rows[index]]
        for other in range(count):
            if other != index:
                factor = rows[other][index]
                rows[other] = [a - factor * b for a, b in zip(rows[other], rows[index], strict=True)]
    return [[_cut(value) for value in row[count:]] for row in rows]


def _cut(value: Fraction) -> Fraction:
    shift = 64 + max(0, value.denominator.bit_length() - value.numerator.bit_length())
    return Fraction((value.numerator << shift) // value.denominator, 1 << shift)
