"""The verifier's check of witnesses: exact evaluation, and for irrational values a sign change that encloses them.

Irrational values come as isolating intervals. Where as many equations as such values are left, opposite signs of each equation on
opposite faces of the box prove a common zero inside it (C. Miranda, "Un'osservazione su un teorema di Brouwer", 1940).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Any

from factcheck.engine.model import Network
from factcheck.engine.verification.forms import Forms, same_up_to_scale, valued
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
from factcheck.engine.verification.slopes import NOTHING, Dual, Slopes, duals, encloses_a_zero, reach
from factcheck.engine.verification.walk import walk
from factcheck.quantities.interval import Interval


def enclosure(expression: Any, box: Mapping[int, Ends]) -> Ends | None:
    """An interval that holds all values over a box; ``None`` where a denominator may be 0."""

    def total(_: Any, arguments: list[Ends]) -> Ends:
        found: Ends = (Fraction(0), False, Fraction(0), False)
        for argument in arguments:
            found = add(found, argument)
        return found

    def product(_: Any, arguments: list[Ends]) -> Ends:
        found: Ends = (Fraction(1), False, Fraction(1), False)
        for argument in arguments:
            found = times(found, argument)
        return found

    def divided(_: Any, arguments: list[Ends]) -> Ends | None:
        low, _, high, _ = arguments[1]
        return None if low <= 0 <= high else quotient(*arguments)

    found: Ends | None = walk(
        expression,
        {
            "Variable": lambda e, a: box[e.index],
            "Constant": lambda e, a: (Fraction(e.value), False, Fraction(e.value), False),
            "Sum": total,
            "Product": product,
            "Quotient": divided,
            "Power": lambda e, a: power(a[0], e.exponent),
            "Absolute": lambda e, a: absolute(a[0]),
            "Extreme": lambda e, a: (
                greatest(a) if e.greatest else scale(greatest([scale(x, -1) for x in a]), -1)
            ),
        },
    )
    return found


def witness_is_true(
    network: Network, constraints: Sequence[int], domains: Mapping[int, Interval], witness: Mapping[int, Any]
) -> bool:
    """Whether the values lie in their domains and satisfy every constraint, exactly."""
    box: dict[int, Ends] = {}
    irrational = []
    for variable, given in witness.items():
        ends: tuple[Any, Any] = (given.low, given.high) if isinstance(given, Interval) else (given, given)
        whole = isinstance(given, Interval) and domains[variable].integer
        if whole or not all(domains[variable].contains(end) for end in ends):
            return False
        box[variable] = (Fraction(ends[0]), False, Fraction(ends[1]), False)
        if isinstance(given, Interval):
            irrational.append(variable)
    if not irrational:
        point = {variable: low for variable, (low, _, _, _) in box.items()}
        return not any(Forms.is_false(network.constraints[constraint], point) for constraint in constraints)
    return _all_hold(network, constraints, box, irrational)


def _all_hold(
    network: Network, constraints: Sequence[int], box: dict[int, Ends], irrational: list[int]
) -> bool:
    """Whether every inequality holds all over the box, and the equations that are left open have a common zero in it."""
    open_equations: list[Any] = []
    gaps: list[Fraction] = []
    steepness: list[Slopes] = []
    middle = {v: ((low + high) / 2, False, (low + high) / 2, False) for v, (low, _, high, _) in box.items()}
    for constraint in constraints:
        for relation in network.constraints[constraint].relations:
            over, at = _difference(relation, duals(box)), _difference(relation, duals(middle))
            if over is None or at is None:
                return False
            (low, _, high, _), slopes = over
            gap = at[0][0]
            low, high = max(low, gap - reach(slopes, box)), min(high, gap + reach(slopes, box))
            if low < high and _always_equal(relation, box):
                low = high = Fraction(0)
            if low == high:
                wrong = (
                    low != 0
                    if relation.operator == "="
                    else low > 0 or (low == 0 and relation.operator == "<")
                )
                if wrong:
                    return False
            elif relation.operator == "=":
                open_equations.append(relation)
                gaps.append(gap)
                steepness.append(slopes)
            elif high > 0 or (high == 0 and relation.operator == "<"):
                return False
    if _enclosed(open_equations, irrational, box):
        return True
    kept = _different(open_equations)
    return encloses_a_zero([gaps[i] for i in kept], [steepness[i] for i in kept], irrational, box)


def _difference(relation: Any, combine: Mapping[str, Any]) -> Dual | None:
    left, right = walk(relation.left, combine), walk(relation.right, combine)
    if left is None or right is None:
        return None
    negative = {v: scale(slope, -1) for v, slope in right[1].items()}
    return add(left[0], scale(right[0], -1)), {
        v: add(left[1].get(v, NOTHING), negative.get(v, NOTHING)) for v in {*left[1], *negative}
    }


def _always_equal(relation: Any, box: Mapping[int, Ends]) -> bool:
    """Whether both sides are the same rational function once the exact values of the box are put in."""
    exact = {v: low for v, (low, _, high, _) in box.items() if low == high}
    forms = Forms({})
    return not valued((forms.of(relation.left) - forms.of(relation.right)).top, exact)


def _different(equations: list[Any]) -> list[int]:
    """Which equations to keep so that none holds always and none is said twice."""
    forms = Forms({})
    kept: list[int] = []
    stated = [forms.of(relation.left) - forms.of(relation.right) for relation in equations]
    for index, ratio in enumerate(stated):
        if ratio.top and not any(same_up_to_scale(ratio, stated[other]) for other in kept):
            kept.append(index)
    return kept


def _enclosed(equations: list[Any], variables: list[int], box: dict[int, Ends]) -> bool:
    """Whether every equation can be paired with a variable on whose two faces it has opposite signs."""
    partner: dict[int, int] = {}

    def pair(index: int, seen: set[int]) -> bool:
        for variable in variables:
            if variable not in seen and _changes_sign(equations[index], variable, box):
                seen.add(variable)
                if variable not in partner or pair(partner[variable], seen):
                    partner[variable] = index
                    return True
        return False

    return all(pair(index, set()) for index in range(len(equations)))


def _changes_sign(relation: Any, variable: int, box: dict[int, Ends]) -> bool:
    signs = []
    for end in (box[variable][0], box[variable][2]):
        face = {**box, variable: (end, False, end, False)}
        left, right = enclosure(relation.left, face), enclosure(relation.right, face)
        if left is None or right is None:
            return False
        low, _, high, _ = add(left, scale(right, -1))
        signs.append(1 if low >= 0 else -1 if high <= 0 else 0)
    return signs[0] * signs[1] < 0
