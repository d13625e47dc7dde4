"""Primitives as equations in floats, with derivatives, and the least step that closes their gaps. Proposals only: nothing here judges."""

from __future__ import annotations

from factcheck.engine.curves import Absolute, Greatest, Power
from factcheck.engine.primitives import Primitive, Product, Row

Equation = tuple[float, dict[int, float]]
"""What should be 0, and its derivatives."""


def linearised(primitive: Primitive, point: dict[int, float]) -> Equation | None:
    """The primitive as an equation at a point; nothing where an inequality holds."""
    if isinstance(primitive, Row):
        gap = sum(c * point[v] for c, v in primitive.terms) - float(primitive.constant)
        if not primitive.equal:
            size = sum(abs(c * point[v]) for c, v in primitive.terms) + 1e-3
            margin = 1e-4 * size if primitive.strict else 0.0
            if gap <= -margin:
                return None
            gap += margin
        return gap, {v: float(c) for c, v in primitive.terms}
    if isinstance(primitive, Product):
        x, y = point[primitive.left], point[primitive.right]
        slopes = {primitive.result: 1.0}
        slopes[primitive.left] = slopes.get(primitive.left, 0.0) - y
        slopes[primitive.right] = slopes.get(primitive.right, 0.0) - x
        return point[primitive.result] - x * y, slopes
    if isinstance(primitive, Power):
        x, n = point[primitive.base], primitive.exponent
        return point[primitive.result] - x**n, {primitive.result: 1.0, primitive.base: -n * x ** (n - 1)}
    if isinstance(primitive, Absolute):
        sign = 1.0 if point[primitive.operand] >= 0 else -1.0
        gap = point[primitive.result] - sign * point[primitive.operand]
        return gap, {primitive.result: 1.0, primitive.operand: -sign}
    if isinstance(primitive, Greatest):
        least = min(primitive.gaps, key=lambda v: point[v])
        return point[least], {least: 1.0}
    return None


def least_step(rows: list[dict[int, float]], gaps: list[float]) -> dict[int, float]:
    """The smallest change Jᵀ·(J·Jᵀ)⁻¹·F that closes the gaps to first order."""
    count = len(rows)
    matrix = [
        [
            sum(value * other.get(variable, 0.0) for variable, value in row.items())
            + (1e-12 if i == j else 0.0)
            for j, other in enumerate(rows)
        ]
        + [gaps[i]]
        for i, row in enumerate(rows)
    ]
    for index in range(count):
        pivot = max(range(index, count), key=lambda i: abs(matrix[i][index]))
        matrix[index], matrix[pivot] = matrix[pivot], matrix[index]
        lead = matrix[index][index]
        if abs(lead) < 1e-14:
            continue
        for other in range(count):
            factor = matrix[other][index] / lead
            if other != index and factor:
                matrix[other] = [a - factor * b for a, b in zip(matrix[other], matrix[index], strict=True)]
    step: dict[int, float] = {}
    for index, row in enumerate(rows):
        lead = matrix[index][index]
        weight = matrix[index][count] / lead if abs(lead) >= 1e-14 else 0.0
        for variable, value in row.items():
            step[variable] = step.get(variable, 0.0) + value * weight
    return step
