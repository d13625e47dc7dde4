"""Values for dangling trees and chains: each primitive is satisfied on its own, in order, looking back only a little."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.engine.box import Box, Contradiction
from factcheck.engine.candidates import candidates
from factcheck.engine.curves import Absolute, Power
from factcheck.engine.filling import filled
from factcheck.engine.primitives import Primitive, Product, Row
from factcheck.engine.problem import Problem, narrow
from factcheck.quantities.interval import Rational

_FAILURES = 200
"""So many primitives, and two more for each, may resist before the attempt is given up."""


def assign(problem: Problem, tail: list[Primitive]) -> bool:
    """Fix all unknown variables of the primitives, in order; on failure the box is as before.

    Irrational values stay isolating intervals.
    """
    users: dict[int, int] = {}
    for primitive in tail:
        for variable in primitive.variables:
            users[variable] = users.get(variable, 0) + 1
    start = len(problem.box.log)
    problem.box.coarse = False
    ways: list[Iterator[None]] = []
    failures = 0
    while len(ways) < len(tail):
        ways.append(_ways(problem, tail[len(ways)], users))
        while ways:
            if next(ways[-1], _NONE) is not _NONE:
                break
            ways.pop()
            failures += 1
            if failures > _FAILURES + 2 * len(tail):
                problem.undo(start)
                return False
        else:
            problem.undo(start)
            return False
    return True


_NONE = object()


def _ways(problem: Problem, primitive: Primitive, users: dict[int, int]) -> Iterator[None]:
    """Each step leaves the primitive satisfied with another value of its first unknown variable."""
    box = problem.box
    mark = len(box.log)
    box.moves.clear()
    unknown = _unknown(problem, primitive, users)
    if not unknown:
        if _settled(box, primitive):
            yield
        problem.undo(mark)
        return
    if isinstance(primitive, Row) and primitive.equal and filled(box, primitive, unknown):
        yield
    problem.undo(mark)
    box.moves.clear()
    if not _settled(box, primitive):
        problem.undo(mark)
        return
    first, rest = unknown[0], unknown[1:]
    here = len(box.log)
    if not rest and _determined(primitive) and _isolated(problem, primitive, first):
        yield
        problem.undo(mark)
        return
    for value in candidates(box.bounds[first], first in box.integers):
        if _fixed(box, primitive, first, value) and all(
            _satisfied(problem, primitive, rest, v) for v in rest
        ):
            yield
        problem.undo(here)
        box.moves.clear()
    problem.undo(mark)


def _unknown(problem: Problem, primitive: Primitive, users: dict[int, int]) -> list[int]:
    """Whole numbers first, then what other primitives use; results last, so that they are computed exactly."""
    box = problem.box
    found = [v for v in primitive.variables if not box.known(v) and v not in problem.isolated]
    return sorted(found, key=lambda v: (v not in box.integers, -users[v], _rank(primitive, v)))


def _rank(primitive: Primitive, variable: int) -> int:
    return int(isinstance(primitive, (Power, Product, Absolute)) and variable == primitive.result)


def _determined(primitive: Primitive) -> bool:
    return not isinstance(primitive, Row) or primitive.equal


def _satisfied(problem: Problem, primitive: Primitive, rest: list[int], variable: int) -> bool:
    """Fix one of the later variables at any value that this primitive allows."""
    box = problem.box
    if box.known(variable):
        return True
    if variable == rest[-1] and _determined(primitive) and _isolated(problem, primitive, variable):
        return True
    mark = len(box.log)
    for value in candidates(box.bounds[variable], variable in box.integers):
        if _fixed(box, primitive, variable, value):
            return True
        box.undo(mark)
    return False


def _fixed(box: Box, primitive: Primitive, variable: int, value: Rational) -> bool:
    try:
        box.raise_low(variable, value, False, None)
        box.lower_high(variable, value, False, None)
    except Contradiction:
        return False
    return _settled(box, primitive)


def _settled(box: Box, primitive: Primitive) -> bool:
    """Narrow by this primitive alone until nothing moves; ``False`` where nothing is left."""
    try:
        for _ in range(4):
            mark = len(box.log)
            primitive.narrow(box)
            if len(box.log) == mark:
                break
    except Contradiction:
        return False
    return True


def _isolated(problem: Problem, primitive: Primitive, variable: int) -> bool:
    """Leave the last variable of an equation at an interval that holds its irrational value."""
    box = problem.box
    low, _, high, _ = box.bounds[variable]
    if variable in box.integers or low is None or high is None or low == high:
        return False
    inherits = any(v in problem.isolated for v in primitive.variables)
    needs_root = isinstance(primitive, Power) and variable == primitive.base and not inherits
    if (needs_root or inherits) and narrow(low, high):
        problem.isolated[variable] = len(box.log)
        return True
    return False
