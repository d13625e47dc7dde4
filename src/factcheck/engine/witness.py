"""From a solved box to a witness, re-evaluated exactly on the original constraints."""

from __future__ import annotations

from factcheck.engine.candidates import candidates, inside
from factcheck.engine.enclosure import difference, zeros_enclosed
from factcheck.engine.evaluation import constraint_holds
from factcheck.engine.model import Relation
from factcheck.engine.problem import Problem
from factcheck.quantities.interval import Interval, Rational

Witness = dict[int, Rational | Interval]


def witness_of(problem: Problem) -> Witness | None:
    """One true value per variable, or ``None`` where the box does not hold one after all."""
    values: dict[int, Rational] = dict(problem.known)
    irrational: dict[int, tuple[Rational, Rational]] = {}
    for variable in problem.originals:
        bounds = low, _, high, _ = problem.box.bounds[variable]
        if low is not None and low == high:
            values[variable] = low
        elif low is not None and high is not None and problem.settled(variable):
            if not (inside(low, problem.start[variable]) and inside(high, problem.start[variable])):
                return None
            irrational[variable] = (low, high)
        else:  # every relation it stands in holds all over the box
            value = next(candidates(bounds, variable in problem.box.integers), None)
            if value is None:
                return None
            values[variable] = value
    if irrational:
        return _enclosing(problem, values, irrational)
    network = problem.network
    if not all(constraint_holds(network.constraints[c], values) for c in problem.constraints):
        return None
    return {**values}


def _enclosing(
    problem: Problem, values: dict[int, Rational], irrational: dict[int, tuple[Rational, Rational]]
) -> Witness | None:
    """The witness with isolating intervals, if a change of sign proves that they hold a solution."""
    box = {**{v: (x, x) for v, x in values.items()}, **irrational}
    equations: list[Relation] = []
    for constraint in problem.constraints:
        for relation in problem.network.constraints[constraint].relations:
            gap = difference(relation, box)
            if gap is None:
                return None
            low, high = gap
            if relation.operator == "=":
                if low == high:
                    if low:
                        return None
                else:
                    equations.append(relation)
            elif high > 0 or (high == 0 and relation.operator == "<"):
                return None
    if not zeros_enclosed(equations, list(irrational), box):
        return None
    return {**values, **{v: Interval(low, high) for v, (low, high) in irrational.items()}}
