"""Equations between whole numbers that no whole numbers satisfy: 2a = 2b + 1, 3a + 6b = 100.

The equations are brought into triangular form by whole-number column operations (Hermite). Solving downward, the first unknown
that would have to be a fraction gives weights with which the equations add up to a whole left side and a fractional right side;
see A. Schrijver, "Theory of Linear and Integer Programming", corollary 4.1a.
"""

from __future__ import annotations

from fractions import Fraction

from factcheck.engine.box import HIGH, LOW, Box
from factcheck.engine.certificate import Bound, Fact, Leaf
from factcheck.engine.primitives import Primitive, Row

_MOST_ROWS = 60


def indivisible(box: Box, core: list[Primitive]) -> Leaf | None:
    """A refutation of the core's equations between unknown whole numbers, if divisibility gives one."""
    rows = [
        (row, *unknown) for row in core if isinstance(row, Row) and (unknown := _whole(box, row)) is not None
    ]
    if not rows or len(rows) > _MOST_ROWS:
        return None
    weights = _weights([terms for _, terms, _ in rows], [constant for _, _, constant in rows])
    return None if weights is None else _leaf(box, [row for row, _, _ in rows], weights)


def _whole(box: Box, row: Row) -> tuple[dict[int, int], Fraction] | None:
    """Coefficients of unknown whole numbers and the constant that is left for them, in an equation without other unknowns."""
    if not row.equal:
        return None
    constant = Fraction(row.constant)
    terms: dict[int, int] = {}
    for coefficient, variable in row.terms:
        low, _, high, _ = box.bounds[variable]
        if low is not None and low == high:
            constant -= coefficient * low
        elif variable in box.integers:
            terms[variable] = coefficient
        else:
            return None
    return (terms, constant) if terms else None


def _weights(rows: list[dict[int, int]], constants: list[Fraction]) -> list[Fraction] | None:
    """Weights that make every column whole and the constant a fraction, or ``None``."""
    names = sorted({name for row in rows for name in row})
    matrix = [[row.get(name, 0) for name in names] for row in rows]
    pivots: list[tuple[int, int]] = []
    solution: list[Fraction] = []
    for index, row in enumerate(matrix):
        column = len(pivots)
        _clear_row(matrix, index, column)
        rest = constants[index] - sum((row[c] * solution[c] for c in range(column)), Fraction(0))
        if column == len(names) or not row[column]:
            continue  # a combination of earlier rows: the linear programme sees whether it fits
        value = rest / row[column]
        pivots.append((index, column))
        solution.append(value)
        if value.denominator != 1:
            return _combination(matrix, pivots, len(rows))
    return None


def _clear_row(matrix: list[list[int]], index: int, column: int) -> None:
    """Column operations that leave at most one entry of the row from ``column`` on."""
    row = matrix[index]
    while True:
        filled = [c for c in range(column, len(row)) if row[c]]
        if not filled:
            return
        least = min(filled, key=lambda c: abs(row[c]))
        if len(filled) == 1:
            for line in matrix:
                line[column], line[least] = line[least], line[column]
            return
        for c in filled:
            if c != least:
                times = row[c] // row[least]
                for line in matrix:
                    line[c] -= times * line[least]


def _combination(matrix: list[list[int]], pivots: list[tuple[int, int]], count: int) -> list[Fraction]:
    """Weights on the pivot rows that select the last pivot column alone."""
    weights = [Fraction(0)] * count
    for position in range(len(pivots) - 1, -1, -1):
        row, column = pivots[position]
        target = Fraction(int(position == len(pivots) - 1))
        for later_row, _ in pivots[position + 1 :]:
            target -= weights[later_row] * matrix[later_row][column]
        weights[row] = target / matrix[row][column]
    return weights


def _leaf(box: Box, rows: list[Row], weights: list[Fraction]) -> Leaf:
    facts = []
    numbers: list[Fraction | int] = []
    known: dict[int, Fraction] = {}
    for row, weight in zip(rows, weights, strict=True):
        if not weight:
            continue
        facts.append(Fact("row", row.terms, row.constant, False, row))
        numbers.append(weight)
        for coefficient, variable in row.terms:
            low, _, high, _ = box.bounds[variable]
            if low is not None and low == high:
                known[variable] = known.get(variable, Fraction(0)) + weight * coefficient
    for variable, total in known.items():
        value = box.bounds[variable][0]
        assert value is not None
        bounds = (Bound(variable, LOW, value, False), Bound(variable, HIGH, value, False))
        facts.append(Fact("value", ((1, variable),), value, False, bounds=bounds))
        numbers.append(-total)
    return Leaf([], "divisible", tuple(facts), tuple(numbers))
