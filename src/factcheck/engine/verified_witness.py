"""The verifier's check of witnesses: exact evaluation, and for irrational values a sign change that encloses them.

Irrational values come as isolating intervals. Where as many equations as such values are left, opposite signs of each equation on
opposite faces of the box prove a common zero inside it (C. Miranda, "Un'osservazione su un teorema di Brouwer", 1940).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Any

from factcheck.engine.model import Network
from factcheck.engine.verified_intervals import Ends, absolute, add, greatest, power, quotient, scale, times
from factcheck.quantities.interval import Interval


def walk(expression: Any, combine: Mapping[str, Any]) -> Any:
    """Fold an expression from its leaves up, without recursion; ``None`` from a step makes the whole ``None``."""
    order, stack = [], [expression]
    while stack:
        part = stack.pop()
        below = parts_of(part)
        order.append((part, len(below)))
        stack.extend(below)
    results: list[Any] = []
    for part, count in reversed(order):
        arguments = results[len(results) - count :]
        del results[len(results) - count :]
        found = combine[type(part).__name__](part, arguments)
        if found is None:
            return None
        results.append(found)
    return results[0]


def parts_of(expression: Any) -> tuple[Any, ...]:
    """The direct parts."""
    for name in ("terms", "factors", "members"):
        if hasattr(expression, name):
            return tuple(getattr(expression, name))
    if hasattr(expression, "index") or type(expression).__name__ == "Constant":
        return ()
    if hasattr(expression, "base"):
        return (expression.base,)
    return (
        (expression.operand,)
        if hasattr(expression, "operand")
        else (expression.numerator, expression.denominator)
    )


def value(expression: Any, point: Mapping[int, Any]) -> Fraction | None:
    """The exact value, ``None`` where something is divided by 0."""

    def product(_: Any, arguments: list[Fraction]) -> Fraction:
        found = Fraction(1)
        for argument in arguments:
            found *= argument
        return found

    found: Fraction | None = walk(
        expression,
        {
            "Variable": lambda e, a: Fraction(point[e.index]),
            "Constant": lambda e, a: Fraction(e.value),
            "Sum": lambda e, a: sum(a, Fraction(0)),
            "Product": product,
            "Quotient": lambda e, a: a[0] / a[1] if a[1] else None,
            "Power": lambda e, a: a[0] ** e.exponent,
            "Absolute": lambda e, a: abs(a[0]),
            "Extreme": lambda e, a: max(a) if e.greatest else min(a),
        },
    )
    return found


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
    open_equations = []
    for constraint in constraints:
        for relation in network.constraints[constraint].relations:
            left, right = enclosure(relation.left, box), enclosure(relation.right, box)
            if left is None or right is None:
                return False
            gap = add(left, scale(right, -1))
            if gap[0] == gap[2]:
                if (
                    gap[0] != 0
                    if relation.operator == "="
                    else gap[0] > 0 or (gap[0] == 0 and relation.operator == "<")
                ):
                    return False
            elif relation.operator == "=":
                open_equations.append(relation)
            elif gap[2] > 0 or (gap[2] == 0 and relation.operator == "<"):
                return False
    return not irrational or _enclosed(open_equations, irrational, box)


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
