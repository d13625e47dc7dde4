"""From a solved box to a witness, re-evaluated exactly on the original constraints."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from factcheck.engine.arithmetic import divide
from factcheck.engine.candidates import candidates, inside
from factcheck.engine.evaluation import constraint_holds
from factcheck.engine.expressions import variables_of
from factcheck.engine.irrational.slopes import difference_over
from factcheck.engine.irrational.zeros import holds_a_zero, zeros_enclosed
from factcheck.engine.model import Relation
from factcheck.engine.primitives import Primitive
from factcheck.engine.problem import Problem
from factcheck.engine.products.polynomials import Monomial, cross_multiplied
from factcheck.engine.satisfaction import holds_at
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
    if not holds_in(problem, problem.constraints, box):
        return None
    return {**values, **{v: Interval(low, high) for v, (low, high) in irrational.items()}}


def holds_in(
    problem: Problem, constraints: Sequence[int], box: Mapping[int, tuple[Rational, Rational]]
) -> bool:
    """Whether a closed box is proved to hold a point that satisfies the constraints."""
    equations: list[Relation] = []
    exact = {v: low for v, (low, high) in box.items() if low == high}
    for constraint in constraints:
        for relation in problem.network.constraints[constraint].relations:
            found = difference_over(relation, box)
            if found is None:
                return False
            low, high = found[0]
            if low < high and cross_multiplied(relation, exact) == {}:
                low = high = 0  # it always holds, as x / x = 1 does
            if relation.operator == "=":
                if low < high:
                    equations.append(relation)
                elif low:
                    return False
            elif high > 0 or (high == 0 and relation.operator == "<"):
                return False
    equations = without_repeats(equations)
    wide = [v for v, (low, high) in box.items() if low < high]
    return zeros_enclosed(equations, wide, box) or holds_a_zero(equations, box)


def without_repeats(equations: list[Relation]) -> list[Relation]:
    """The equations without those that always hold (x² / x = x) and those that say the same as another."""
    seen: set[tuple[tuple[Monomial, Rational], ...]] = set()
    kept = []
    for relation in equations:
        polynomial = cross_multiplied(relation)
        if polynomial is not None:
            if not polynomial:
                continue
            lead = next(iter(sorted(polynomial)))
            key = tuple(sorted((m, divide(c, polynomial[lead])) for m, c in polynomial.items()))
            if key in seen:
                continue
            seen.add(key)
        kept.append(relation)
    return kept


def core_holds(problem: Problem, core: list[Primitive]) -> bool:
    """Whether what stands in a core is satisfied where its variables are enclosed; constraints with others are left for later."""
    unknown = {v for primitive in core for v in primitive.variables if not problem.box.known(v)}
    if not unknown:
        return all(holds_at(primitive, problem.box.value) for primitive in core)
    box: dict[int, tuple[Rational, Rational]] = {}
    whole = []
    for constraint in dict.fromkeys(primitive.constraint for primitive in core):
        here = {}
        for variable in variables_of(problem.network.constraints[constraint]):
            if variable in problem.known:
                here[variable] = problem.known[variable], problem.known[variable]
            elif problem.settled(variable):
                low, _, high, _ = problem.box.bounds[variable]
                assert low is not None
                assert high is not None
                here[variable] = low, high
            else:
                break
        else:
            box.update(here)
            whole.append(constraint)
    return holds_in(problem, whole, box)
