"""Whether exact values satisfy a primitive."""

from __future__ import annotations

from collections.abc import Callable

from factcheck.engine.arithmetic import size
from factcheck.engine.curves import Absolute, Greatest, Power
from factcheck.engine.primitives import Primitive, Product, Row
from factcheck.quantities.interval import Rational


def holds_at(primitive: Primitive, value: Callable[[int], Rational]) -> bool:
    """Whether exact values satisfy the primitive."""
    if isinstance(primitive, Row):
        total = sum(coefficient * value(variable) for coefficient, variable in primitive.terms)
        if primitive.equal:
            return total == primitive.constant
        return total < primitive.constant or (total == primitive.constant and not primitive.strict)
    if isinstance(primitive, Product):
        return value(primitive.left) * value(primitive.right) == value(primitive.result)
    if isinstance(primitive, Power):
        return value(primitive.base) ** primitive.exponent == value(primitive.result)
    if isinstance(primitive, Absolute):
        return size(value(primitive.operand)) == value(primitive.result)
    if isinstance(primitive, Greatest):
        return min(value(gap) for gap in primitive.gaps) == 0
    return value(primitive.variables[0]) != 0
