"""The verifier's walk through expressions, and their exact values."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Any


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
