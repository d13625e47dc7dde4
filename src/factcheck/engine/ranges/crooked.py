"""The relations that are not linear, and what makes them so."""

from __future__ import annotations

from factcheck.engine.arithmetic import divide, size
from factcheck.engine.box import Bounds
from factcheck.engine.curves import Absolute, Greatest, Power
from factcheck.engine.primitives import Primitive, Product
from factcheck.engine.ranges.core import Core
from factcheck.quantities.interval import Rational


def arguments(primitive: Primitive) -> tuple[int, ...]:
    """The variables to fix or to cut, so that the primitive becomes (nearly) linear."""
    if type(primitive) is Product:
        return (primitive.left, primitive.right)
    if type(primitive) is Power:
        return (primitive.base,)
    if type(primitive) is Absolute:
        return (primitive.operand,)
    return primitive.gaps if type(primitive) is Greatest else ()


def crooked_variables(core: Core) -> list[int]:
    """The unknown variables that stand in products and other relations that are not linear."""
    unknown = set(core.variables)
    return list(dict.fromkeys(v for p in core.primitives for v in arguments(p) if v in unknown))


def gap_at(primitive: Primitive, point: dict[int, Rational]) -> Rational:
    """How far a point is from satisfying a relation that is not linear."""
    if type(primitive) is Product:
        return size(point[primitive.left] * point[primitive.right] - point[primitive.result])
    if type(primitive) is Power:
        return size(point[primitive.base] ** primitive.exponent - point[primitive.result])
    if type(primitive) is Absolute:
        return size(size(point[primitive.operand]) - point[primitive.result])
    if type(primitive) is Greatest:
        return min(point[gap] for gap in primitive.gaps)
    return 0


def looseness(bounds: Bounds) -> Rational:
    """The width against the size; very much where an end is missing, much across 0.

    >>> looseness((1, False, 3, False))
    Fraction(2, 3)
    """
    low, _, high, _ = bounds
    if low is None or high is None:
        return 10**9
    if low < 0 < high:
        return 10**6
    return divide(high - low, max(size(low), size(high))) if low != high else 0
