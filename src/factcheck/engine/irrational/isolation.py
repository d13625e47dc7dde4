"""Irrational values: a variable is enclosed where an equation in it alone changes sign."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.engine.arithmetic import divide, simplest_between
from factcheck.engine.box import Contradiction
from factcheck.engine.exact import exact
from factcheck.engine.expressions import variables_of
from factcheck.engine.irrational.enclosure import sign_at
from factcheck.engine.model import Constraint, Relation
from factcheck.engine.problem import Problem
from factcheck.quantities.interval import Rational

_SAMPLES = 16
_HALVINGS = 70
_MOST_HALVINGS = 300


def isolate(problem: Problem, variable: int) -> Iterator[None]:
    """Narrow the variable to intervals around zeros of an equation whose other variables are known; one zero at a time."""
    box = problem.box
    found = None if variable in box.integers else _equation_in(problem, variable)
    if found is None:
        return
    relation, values = found
    mark = len(box.log)
    for low, high in _sign_changes(problem, relation, values, variable):
        problem.undo(mark)
        box.moves.clear()
        try:
            box.raise_low(variable, low, False, None)
            box.lower_high(variable, high, False, None)
            problem.isolated[variable] = len(box.log)
            problem.propagator.moved(mark)
        except Contradiction:
            problem.undo(mark)
            continue
        yield
    problem.undo(mark)


Points = dict[int, tuple[Rational, Rational]]


def _equation_in(problem: Problem, variable: int) -> tuple[Relation, Points] | None:
    """An equation that holds this variable, and the values of its others, all known."""
    for constraint in dict.fromkeys(p.constraint for p in problem.propagator.watchers[variable]):
        values = problem.known_values(constraint)
        for relation in problem.network.constraints[constraint].relations:
            mentioned = variables_of(Constraint((relation,)))
            if (
                relation.operator == "="
                and variable in mentioned
                and all(v in values for v in mentioned if v != variable)
            ):
                return relation, {v: (x, x) for v, x in values.items()}
    return None


def _sign_changes(
    problem: Problem, relation: Relation, values: Points, variable: int
) -> Iterator[tuple[Rational, Rational]]:
    before: tuple[Rational, int] | None = None
    for sample in _samples(problem, variable):
        sign = sign_at(relation, {**values, variable: (sample, sample)})
        if sign is None:
            before = None
        elif before is not None and sign * before[1] < 0:
            yield _halve(relation, values, variable, before, (sample, sign))
            before = sample, sign
        else:
            before = sample, sign


def _samples(problem: Problem, variable: int) -> list[Rational]:
    low, _, high, _ = problem.box.bounds[variable]
    if low is None or high is None:
        sizes = [exact(1, 2**k) for k in (20, 12, 6, 3, 1)] + [2**k for k in (0, 1, 2, 3, 5, 8, 14, 22, 40)]
        start = low if low is not None else high if high is not None else 0
        points = sorted(
            {base + sign * size for base in {0, start} for sign in (-1, 1) for size in sizes} | {0, start}
        )
        return [p for p in points if problem.box.interval(variable).contains(p)]
    width = high - low
    inner = [low + divide(width * k, _SAMPLES) for k in range(1, _SAMPLES)]
    near = [low + divide(width, 2**50), high - divide(width, 2**50)]
    return sorted({low, high, *near, *inner})


def _halve(
    relation: Relation,
    values: Points,
    variable: int,
    low: tuple[Rational, int],
    high: tuple[Rational, int],
) -> tuple[Rational, Rational]:
    ends = low[0], high[0]
    for count in range(_MOST_HALVINGS):
        if count >= _HALVINGS and low[0] != ends[0] and high[0] != ends[1]:
            break  # the ends of the domain, which may be open, are left behind
        middle = divide(low[0] + high[0], 2)
        sign = sign_at(relation, {**values, variable: (middle, middle)})
        if sign is None:
            break
        if sign == 0:
            return middle, middle
        if sign == low[1]:
            low = middle, sign
        else:
            high = middle, sign
    simplest = simplest_between(low[0], high[0])
    if sign_at(relation, {**values, variable: (simplest, simplest)}) == 0:
        return simplest, simplest
    return low[0], high[0]
