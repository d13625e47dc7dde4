"""Products that meet in two variables say something without one of them, whose size may be unbounded.

From a · y = z and b · y = z follows a = b where y is not 0; from a · y = z and b · z = y follows a · b = 1.
"""

from __future__ import annotations

from factcheck.engine.box import Box
from factcheck.engine.interval_products import contains_zero
from factcheck.engine.primitives import Primitive, Product, Row

ONE = -2
"""A variable of cores that is 1."""


def merged(box: Box, primitives: list[Primitive]) -> list[Primitive]:
    """Equivalent primitives in which no two products share a factor that is not 0 and the result, or both factors, or turn each other round.

    What a rate and a share say of the same hidden whole then meets without the whole.
    """
    by_result: dict[tuple[int, int], int] = {}
    by_factors: dict[tuple[int, int], int] = {}
    found: list[Primitive] = []
    for primitive in primitives:
        if type(primitive) is not Product:
            found.append(primitive)
            continue
        inverse = _inverse_of_before(box, primitive, by_result)
        if inverse is not None:
            found.append(
                Product(primitive.constraint, ONE, *inverse) if inverse[0] != inverse[1] else primitive
            )
            continue
        pair = _same_as_before(box, primitive, by_result, by_factors)
        if pair is None:
            found.append(primitive)
        elif pair[0] != pair[1]:
            found.append(Row(primitive.constraint, ((1, pair[0]), (-1, pair[1])), 0, True, False))
    return found


def _same_as_before(
    box: Box, product: Product, by_result: dict[tuple[int, int], int], by_factors: dict[tuple[int, int], int]
) -> tuple[int, int] | None:
    """Two variables that this product makes equal, given one before it; it is remembered where there is none."""
    left, right, result = product.left, product.right, product.result
    for factor, other in ((left, right), (right, left)):
        if (factor, result) in by_result and not contains_zero(box.bounds[factor]):
            return other, by_result[factor, result]
    factors = min(left, right), max(left, right)
    if factors in by_factors:
        return result, by_factors[factors]
    by_factors[factors] = result
    by_result[left, result] = right
    by_result[right, result] = left
    return None


def _inverse_of_before(
    box: Box, product: Product, by_result: dict[tuple[int, int], int]
) -> tuple[int, int] | None:
    """Two variables whose product this product makes 1, given one before it."""
    result = product.result
    for factor, other in ((product.left, product.right), (product.right, product.left)):
        if (result, factor) in by_result and not contains_zero(box.bounds[result]):
            return other, by_result[result, factor]
    return None
