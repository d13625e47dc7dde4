"""Proofs that a box holds a common zero of equations: a change of sign, or a Newton step that stays inside."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from factcheck.engine.arithmetic import divide, normal, simplest_between, size
from factcheck.engine.irrational.enclosure import Ends, difference, sign_at
from factcheck.engine.irrational.slopes import Gradient, Span, difference_slopes, product_of
from factcheck.engine.model import Relation
from factcheck.quantities.interval import Rational


def zeros_enclosed(equations: Sequence[Relation], variables: Sequence[int], box: Ends) -> bool:
    """Whether every equation pairs with a variable on whose two faces of the box it has opposite signs: then all have a common zero.

    Source: C. Miranda, "Un'osservazione su un teorema di Brouwer", Boll. Un. Mat. Ital. 3 (1940).
    """
    partner: dict[int, int] = {}

    def pair(index: int, seen: set[int]) -> bool:
        for variable in variables:
            if variable not in seen and _opposite(equations[index], variable, box):
                seen.add(variable)
                if variable not in partner or pair(partner[variable], seen):
                    partner[variable] = index
                    return True
        return False

    return all(pair(index, set()) for index in range(len(equations)))


def _opposite(relation: Relation, variable: int, box: Ends) -> bool:
    low, high = box[variable]
    signs = [sign_at(relation, {**box, variable: (end, end)}) for end in (low, high)]
    return signs in ([1, -1], [-1, 1])


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
                one, two = product_of([(y, y), found.get(other, (0, 0))])
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
