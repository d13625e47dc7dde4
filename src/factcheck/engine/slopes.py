"""Expressions with enclosures of their derivatives, and the proof that a box holds a common zero."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from factcheck.engine.arithmetic import divide, normal, simplest_between, size
from factcheck.engine.box import Bounds
from factcheck.engine.enclosure import Ends, difference, enclose
from factcheck.engine.expressions import in_evaluation_order
from factcheck.engine.interval_products import contains_zero, multiply, solve_factor
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
                    (found, _product([s for j, s in enumerate(spans) if j != i]))
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
    down = _product([top, inverse, inverse])
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
            low, high = _product([slope, factor])
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


def _product(spans: Sequence[Span]) -> Span:
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


def holds_a_zero(equations: Sequence[Relation], box: Mapping[int, Span]) -> bool:
    """Whether a closed box holds a common zero of as many equations as it has variables of some width.

    With midpoint m, the differences F, their slopes J over the box and Y close to the inverse of J: there is exactly one zero
    where m − Y·F(m) + (I − Y·J)·(X − m) lies inside the box X.

    Source: R. Krawczyk, "Newton-Algorithmen zur Bestimmung von Nullstellen mit Fehlerschranken", Computing 4 (1969); R. E. Moore,
    "A Test for Existence of Solutions to Nonlinear Systems", SIAM J. Numer. Anal. 14 (1977).
    """
    slopes: list[Gradient] = []
    for relation in equations:
        found = difference_slopes(relation, box)
        if found is None:
            return False
        slopes.append(found)
    wide = [v for v, (low, high) in box.items() if low < high]
    middle = {v: (divide(low + high, 2),) * 2 for v, (low, high) in box.items()}
    chosen = independent([{v: divide(sum(s.get(v, (0, 0))), 2) for v in wide} for s in slopes])
    if len(chosen) != len(equations):
        return False
    inverse = inverted([[divide(sum(s.get(v, (0, 0))), 2) for v in chosen] for s in slopes])
    if inverse is None:
        return False
    at_middle = []
    for relation in equations:
        gap = difference(relation, middle)
        if gap is None:
            return False
        at_middle.append(gap[0])
    radius = {v: divide(box[v][1] - box[v][0], 2) for v in chosen}
    for row, variable in zip(inverse, chosen, strict=True):
        shift = sum(y * f for y, f in zip(row, at_middle, strict=True))
        reach: Rational = 0
        for other in chosen:
            low: Rational = 1 if other == variable else 0
            high: Rational = low
            for y, found in zip(row, slopes, strict=True):
                one, two = _product([(y, y), found.get(other, (0, 0))])
                low, high = low - two, high - one
            reach += max(size(low), size(high)) * radius[other]
        if size(shift) + reach >= radius[variable]:
            return False
    return True


def independent(rows: list[dict[int, Rational]]) -> list[int]:
    """As many variables as there are rows, in which these are independent; fewer where they are not. Large entries go first."""
    left = [dict(row) for row in rows]
    chosen: list[int] = []
    while left:
        row = left.pop(0)
        pivot = max(row, key=lambda v: size(row[v]), default=None)
        if pivot is None or not row[pivot]:
            continue
        chosen.append(pivot)
        for other in left:
            factor = divide(other.get(pivot, 0), row[pivot])
            if factor:
                for variable, value in row.items():
                    other[variable] = normal(other.get(variable, 0) - factor * value)
    return chosen


def inverted(matrix: list[list[Rational]]) -> list[list[Rational]] | None:
    """The inverse, its entries rounded to simple numbers; ``None`` of a singular matrix."""
    count = len(matrix)
    rows = [[*row, *(1 if i == j else 0 for j in range(count))] for i, row in enumerate(matrix)]
    for index in range(count):
        pivot = max(range(index, count), key=lambda i: size(rows[i][index]))
        if not rows[pivot][index]:
            return None
        rows[index], rows[pivot] = rows[pivot], rows[index]
        lead = rows[index][index]
        rows[index] = [divide(value, lead) for value in rows[index]]
        for other in range(count):
            factor = rows[other][index]
            if other != index and factor:
                rows[other] = [normal(a - factor * b) for a, b in zip(rows[other], rows[index], strict=True)]
    return [[_simple(value) for value in row[count:]] for row in rows]


def _simple(value: Rational) -> Rational:
    if type(value) is int:
        return value
    slack = divide(size(value), 1 << 40)
    return simplest_between(value - slack, value + slack)
