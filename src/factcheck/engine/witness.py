"""From a solved box to a witness, re-evaluated exactly on the original constraints."""

from __future__ import annotations

from factcheck.engine.candidates import candidates
from factcheck.engine.evaluation import constraint_holds
from factcheck.engine.model import Network
from factcheck.engine.problem import Problem
from factcheck.quantities.interval import Interval, Rational


def witness_of(
    problem: Problem, network: Network, known: dict[int, Rational]
) -> dict[int, Rational | Interval] | None:
    """One true value per variable, or ``None`` where the box does not hold one after all."""
    values: dict[int, Rational] = dict(known)
    for variable in problem.originals:
        bounds = problem.box.bounds[variable]
        value = bounds[0]
        if value is None or value != bounds[2]:  # every relation it stands in holds all over the box
            value = next(candidates(bounds, variable in problem.box.integers), None)
        if value is None:
            return None
        values[variable] = value
    if not all(constraint_holds(network.constraints[c], values) for c in problem.constraints):
        return None
    return {**values}
