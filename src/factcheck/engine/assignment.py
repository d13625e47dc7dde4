"""Values for dangling trees: each primitive is satisfied on its own, never looking back."""

from __future__ import annotations

from factcheck.engine.box import Box, Contradiction
from factcheck.engine.candidates import candidates
from factcheck.engine.primitives import Absolute, Power, Primitive, Product, Row
from factcheck.engine.problem import Problem, narrow


def assign(problem: Problem, tail: list[Primitive]) -> bool:
    """Fix all unknown variables of the tail, in order; ``False`` where that fails. Irrational values stay isolating intervals."""
    users: dict[int, int] = {}
    for primitive in tail:
        for variable in primitive.variables:
            users[variable] = users.get(variable, 0) + 1
    box, isolated = problem.box, problem.isolated
    box.moves.clear()
    for primitive in tail:
        if not _satisfy(box, primitive, users, isolated):
            return False
        for variable in primitive.variables:
            users[variable] -= 1
    return True


def _satisfy(box: Box, primitive: Primitive, users: dict[int, int], isolated: dict[int, int]) -> bool:
    try:
        _settle(box, primitive)
    except Contradiction:
        return False
    unknown = [v for v in primitive.variables if not box.known(v) and v not in isolated]
    unknown.sort(key=lambda v: (v not in box.integers, -users[v], _rank(primitive, v)))
    while unknown:
        variable = unknown.pop(0)
        if box.known(variable):
            continue
        last = not unknown
        if not (
            last and _determined(primitive) and _isolate(box, primitive, variable, isolated)
        ) and not _choose(box, primitive, variable):
            return False
    return True


def _rank(primitive: Primitive, variable: int) -> int:
    """Results are computed last, so that they come out exact."""
    return int(isinstance(primitive, (Power, Product, Absolute)) and variable == primitive.result)


def _determined(primitive: Primitive) -> bool:
    return not isinstance(primitive, Row) or primitive.equal


def _settle(box: Box, primitive: Primitive) -> None:
    """Narrow by this primitive alone until nothing moves (twice is enough where whole numbers are not involved)."""
    for _ in range(4):
        mark = len(box.log)
        primitive.narrow(box)
        if len(box.log) == mark:
            return


def _choose(box: Box, primitive: Primitive, variable: int) -> bool:
    mark = len(box.log)
    for value in candidates(box.bounds[variable], variable in box.integers):
        try:
            box.raise_low(variable, value, False, None)
            box.lower_high(variable, value, False, None)
            _settle(box, primitive)
        except Contradiction:
            box.undo(mark)
            continue
        return True
    return False


def _isolate(box: Box, primitive: Primitive, variable: int, isolated: dict[int, int]) -> bool:
    """Leave the last variable of an equation at an interval that holds its irrational value."""
    if variable in box.integers:
        return False
    low, _, high, _ = box.bounds[variable]
    if low is None or high is None:
        return False
    inherits = any(v in isolated for v in primitive.variables)
    needs_root = isinstance(primitive, Power) and variable == primitive.base and not inherits
    if (needs_root or inherits) and narrow(low, high):
        isolated[variable] = len(box.log)
        return True
    return False
