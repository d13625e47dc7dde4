"""From a solved box to a witness, re-evaluated exactly on the original constraints."""

from __future__ import annotations

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
        low, _, high, _ = problem.box.bounds[variable]
        if low is None or low != high:
            return None
        values[variable] = low
    if not all(constraint_holds(network.constraints[c], values) for c in problem.constraints):
        return None
    return {**values}
