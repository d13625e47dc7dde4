"""Newton's steps in rational numbers, from a point in floats to as many digits as an enclosure needs."""

from __future__ import annotations

from factcheck.engine.arithmetic import divide, floor, normal, size
from factcheck.engine.curves import Absolute, Greatest, Power
from factcheck.engine.exact import exact
from factcheck.engine.irrational.linearised import linearised
from factcheck.engine.irrational.zeros import inverted
from factcheck.engine.primitives import Primitive, Product, Row
from factcheck.quantities.interval import Rational

_STEPS = 4
"""Each gains at least ten digits."""
_KEPT = 160
"""Binary digits after the point that are kept."""


def sharpened(
    equations: list[Primitive], dependent: list[int], point: dict[int, Rational]
) -> dict[int, Rational] | None:
    """The point with the dependent variables moved closer to a zero; ``None`` where the equations do not determine them."""
    for _ in range(_STEPS):
        kept = _determining(equations, dependent, {v: float(x) for v, x in point.items()})
        if len(kept) != len(dependent):
            return None
        inverse = inverted([[rational(row.get(v, 0.0)) for v in dependent] for _, row in kept])
        if inverse is None:
            return None
        gaps = [_gap(primitive, point) for primitive, _ in kept]
        for variable, line in zip(dependent, inverse, strict=True):
            change = sum((y * gap for y, gap in zip(line, gaps, strict=True)), start=exact(0, 1))
            point[variable] = _cut_short(point[variable] - change)
    return point


def _determining(
    equations: list[Primitive], dependent: list[int], rough: dict[int, float]
) -> list[tuple[Primitive, dict[int, float]]]:
    """Equations that are independent in the dependent variables, with their derivatives."""
    kept: list[tuple[Primitive, dict[int, float]]] = []
    left: list[dict[int, float]] = []
    for primitive in equations:
        equation = linearised(primitive, rough)
        if equation is None:
            continue
        row = {v: c for v, c in equation[1].items() if v in dependent}
        reduced = {v: c * (abs(rough[v]) + 1e-3) for v, c in row.items()}
        size = max(map(abs, reduced.values()), default=0.0)
        for other in left:
            pivot = max(other, key=lambda v: abs(other[v]))
            factor = reduced.get(pivot, 0.0) / other[pivot]
            if factor:
                for variable, value in other.items():
                    reduced[variable] = reduced.get(variable, 0.0) - factor * value
                reduced[pivot] = 0.0
        if max(map(abs, reduced.values()), default=0.0) > 1e-9 * size > 0:
            left.append(reduced)
            kept.append((primitive, row))
    return kept


def _gap(primitive: Primitive, point: dict[int, Rational]) -> Rational:
    """What should be 0, exactly."""
    if isinstance(primitive, Row):
        return normal(sum(c * point[v] for c, v in primitive.terms) - primitive.constant)
    if isinstance(primitive, Product):
        return normal(point[primitive.result] - point[primitive.left] * point[primitive.right])
    if isinstance(primitive, Power):
        return normal(point[primitive.result] - point[primitive.base] ** primitive.exponent)
    if isinstance(primitive, Absolute):
        return normal(point[primitive.result] - size(point[primitive.operand]))
    assert isinstance(primitive, Greatest)
    return min(point[gap] for gap in primitive.gaps)


def rational(value: float) -> Rational:
    """The float as the fraction that it is."""
    numerator, denominator = value.as_integer_ratio()
    return divide(numerator, denominator)


def _cut_short(value: Rational) -> Rational:
    return divide(floor(value * (1 << _KEPT)), 1 << _KEPT)
