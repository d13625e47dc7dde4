"""Whole numbers that stand together in a sum taken as one, so that it can be told what their sum leaves for the others."""

from __future__ import annotations

from factcheck.engine.interval_products import EVERYTHING
from factcheck.engine.primitives import Primitive, Row
from factcheck.engine.problem import Problem

_FIRST = -10
"""Gathered sums are variables with this number and the ones below."""


def gathered(problem: Problem) -> Problem:
    """The problem with two or more unknown whole numbers beside two or more others in a sum replaced by their own sum, a whole number."""
    primitives: list[Primitive] = []
    fresh = _FIRST
    for primitive in problem.primitives:
        parts = _parts(problem, primitive) if type(primitive) is Row and primitive.equal else None
        if parts is None or type(primitive) is not Row:
            primitives.append(primitive)
            continue
        whole, rest = parts
        fresh -= 1
        problem.box.bounds[fresh] = problem.start[fresh] = EVERYTHING
        problem.box.integers = problem.box.integers | {fresh}
        primitives.append(Row(primitive.constraint, (*whole, (-1, fresh)), 0, True, False))
        primitives.append(Row(primitive.constraint, (*rest, (1, fresh)), primitive.constant, True, False))
    if fresh == _FIRST:
        return problem
    found = Problem(
        problem.network, problem.constraints, primitives, problem.box, problem.originals, problem.limits
    )
    found.known = problem.known
    found.compiled = problem.compiled
    return found


Terms = tuple[tuple[int, int], ...]


def _parts(problem: Problem, row: Row) -> tuple[Terms, Terms] | None:
    """The terms in unknown whole numbers, and the others, where there are at least two unknown ones of either kind."""
    box = problem.box
    whole = tuple((c, v) for c, v in row.terms if v in box.integers and not box.known(v))
    rest = tuple((c, v) for c, v in row.terms if v not in box.integers or box.known(v))
    others = sum(not box.known(v) for _, v in rest)
    return (whole, rest) if len(whole) > 1 and others > 1 else None
