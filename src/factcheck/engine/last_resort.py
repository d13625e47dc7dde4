"""A witness where a tree was settled on an irrational root: fix all inputs but one to rational values and let the last follow."""

from __future__ import annotations

from factcheck.engine.box import Contradiction
from factcheck.engine.model import Network
from factcheck.engine.problem import Problem
from factcheck.engine.search import fix_all
from factcheck.engine.witness import witness_of
from factcheck.quantities.interval import Interval, Rational

_MOST_FOLLOWERS = 8
"""So many variables are tried as the one that follows."""


def follow_inputs(
    problem: Problem, network: Network, known: dict[int, Rational]
) -> dict[int, Rational | Interval] | None:
    """A witness with one variable computed from all others, which are fixed first; ``None`` where no attempt succeeds.

    210 × (1 + r)³ between 278 and 280 with r between 9.85 % and 9.95 %: had 279 been chosen first, r would be a cube root.
    """
    followers = [variable for variable in problem.originals if variable not in known]
    for last in followers[:_MOST_FOLLOWERS]:
        problem.box.undo(0)
        try:
            problem.propagator.run(problem.primitives)
        except Contradiction:
            return None
        inputs = [variable for variable in followers if variable != last]
        if fix_all(problem, inputs, problem.limits.fixings):
            witness = witness_of(problem, network, known)
            if witness is not None:
                return witness
    return None
