"""Enclosures of derivatives, and of differences by the mean value theorem."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from factcheck.engine.arithmetic import divide, normal, size
from factcheck.engine.box import Bounds
from factcheck.engine.expressions import in_evaluation_order
from factcheck.engine.interval_products import contains_zero, multiply, solve_factor
from factcheck.engine.irrational.enclosure import Ends, difference, enclose
from factcheck.engine.model import (
    Absolute,
    Expression,
    Extreme,
    Power,
    Product,
    Quotient,
    Relation,
    Sum,
    Variable,
)
from factcheck.quantities.interval import Rational

Span = tuple[Rational, Rational]
Gradient = dict[int, Span]
"""Enclosures of the derivative by each variable; none where it is 0."""


def gradient(expression: Expression, box: Ends) -> Gradient | None:
    """The derivatives all over a closed box (of absolute values and maxima: all slopes that occur); ``None`` where a denominator may be 0."""
    stack: list[tuple[Expression, Gradient]] = []
    for part, count in in_evaluation_order(expression):
        arguments = stack[len(stack) - count :]
        del stack[len(stack) - count :]
        found = _step(part, arguments, box)
        if found is None:
            return None
        stack.append((part, found))
    return stack[0][1]


def _step(part: Expression, arguments: list[tuple[Expression, Gradient]], box: Ends) -> Gradient | None:
    values = [enclose(argument, box) for argument, _ in arguments]
    if any(value is None for value in values):
        return None
    spans = [value for value in values if value is not None]
    slopes = [found for _, found in arguments]
    match part:
        case Variable(index):
            return {index: (1, 1)}
        case Sum():
            return _combined([(found, (1, 1)) for found in slopes])
        case Product():
            return _combined(
                [
                    (found, product_of([s for j, s in enumerate(spans) if j != i]))
                    for i, found in enumerate(slopes)
                ]
            )
        case Quotient():
            return _of_quotient(slopes, spans)
        case Power(base, exponent):
            factor = enclose(Power(base, exponent - 1), box) if exponent else (0, 0)
            assert factor is not None
            return _combined([(slopes[0], (exponent * factor[0], exponent * factor[1]))])
        case Absolute():
            low, high = spans[0]
            signs = (1 if low >= 0 else -1), (-1 if high <= 0 else 1)
            return _combined([(slopes[0], (min(signs), max(signs)))])
        case Extreme(_, greatest):
            return _hull(
                [found for found, span in zip(slopes, spans, strict=True) if _can_win(span, spans, greatest)]
            )
    return {}


def _of_quotient(slopes: list[Gradient], spans: list[Span]) -> Gradient | None:
    """(n / d)' = n' / d − n · d' / d²."""
    top, bottom = spans
    if contains_zero(_bounds(bottom)):
        return None
    inverse = _span(solve_factor((1, False, 1, False), _bounds(bottom)))
    down = product_of([top, inverse, inverse])
    return _combined([(slopes[0], inverse), (slopes[1], (-down[1], -down[0]))])


def _can_win(span: Span, spans: list[Span], greatest: bool) -> bool:
    if greatest:
        return span[1] >= max(low for low, _ in spans)
    return span[0] <= min(high for _, high in spans)


def _combined(parts: list[tuple[Gradient, Span]]) -> Gradient:
    """Σ gradient · factor."""
    found: Gradient = {}
    for slopes, factor in parts:
        for variable, slope in slopes.items():
            low, high = product_of([slope, factor])
            before = found.get(variable, (0, 0))
            found[variable] = normal(before[0] + low), normal(before[1] + high)
    return found


def _hull(parts: list[Gradient]) -> Gradient:
    found: Gradient = {}
    for variable in {v for part in parts for v in part}:
        spans = [part.get(variable, (0, 0)) for part in parts]
        found[variable] = min(low for low, _ in spans), max(high for _, high in spans)
    return found


def _bounds(span: Span) -> Bounds:
    return span[0], False, span[1], False


def _span(bounds: Bounds) -> Span:
    low, _, high, _ = bounds
    assert low is not None
    assert high is not None
    return low, high


def product_of(spans: Sequence[Span]) -> Span:
    """All products of numbers of the intervals."""
    found: Bounds = (1, False, 1, False)
    for span in spans:
        found = multiply(found, _bounds(span))
    return _span(found)


def difference_over(relation: Relation, box: Mapping[int, Span]) -> tuple[Span, Gradient] | None:
    """Ends of left − right over a closed box, by intervals and by the mean value theorem, and its slopes.

    x ≤ x holds all over a box: its slope is 0, though the interval of x − x is twice as wide as that of x.
    """
    naive, slopes = difference(relation, box), difference_slopes(relation, box)
    if naive is None or slopes is None:
        return None
    low, high = naive
    if low < high:
        at_middle = difference(relation, {v: (divide(a + b, 2),) * 2 for v, (a, b) in box.items()})
        assert at_middle is not None
        reach: Rational = 0
        for variable, (least, most) in slopes.items():
            width = box[variable][1] - box[variable][0]
            if width:
                reach += max(size(least), size(most)) * divide(width, 2)
        low, high = max(low, at_middle[0] - reach), min(high, at_middle[1] + reach)
    return (low, high), slopes


def difference_slopes(relation: Relation, box: Mapping[int, Span]) -> Gradient | None:
    """The slopes of left − right."""
    left, right = gradient(relation.left, box), gradient(relation.right, box)
    if left is None or right is None:
        return None
    return _combined([(left, (1, 1)), (right, (-1, -1))])
