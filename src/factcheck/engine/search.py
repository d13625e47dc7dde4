"""A witness by fixing one variable after another and propagating, with a little backtracking."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from factcheck.engine.box import Box, Contradiction
from factcheck.engine.candidates import candidates
from factcheck.engine.curves import Power
from factcheck.engine.irrational.isolation import isolate
from factcheck.engine.problem import Problem
from factcheck.engine.propagation import Propagator
from factcheck.engine.satisfaction import holds_at
from factcheck.quantities.interval import Rational


def fix(box: Box, variable: int, value: Rational) -> None:
    """Narrow a variable to one value inside its bounds."""
    box.raise_low(variable, value, False, None)
    box.lower_high(variable, value, False, None)


_LARGE = 3000
"""Primitives from which on small narrowings are left out while a witness is looked for."""


def fix_all(problem: Problem, variables: Iterable[int], budget: int, whole_first: bool = False) -> bool:
    """Fix every one of the variables; the budget is how many values may fail. On failure the box is as before."""
    box, propagator = problem.box, problem.propagator
    problem.failures_left = budget
    box.coarse = len(problem.primitives) > _LARGE
    order = fixing_order(box, propagator, variables)
    if whole_first:
        order.sort(key=lambda variable: variable not in box.integers)
    start = len(box.log)
    stack: list[tuple[int, int, Iterator[None]]] = []
    position = 0
    while True:
        problem.look_at_the_clock()
        while position < len(order) and problem.settled(order[position]):
            position += 1
        if position == len(order):
            if all(problem.settled(v) for v in order) and exactly_solved(problem, order):
                return True
            problem.failures_left -= 1
        else:
            stack.append((position, len(box.log), _choices(problem, order[position])))
        while stack:
            position, mark, choices = stack[-1]
            problem.undo(mark)
            if next(choices, _NONE) is not _NONE:
                position += 1
                break
            stack.pop()
            if problem.failures_left <= 0:
                problem.undo(start)
                return False
        else:
            problem.undo(start)
            return False


def exactly_solved(problem: Problem, variables: list[int]) -> bool:
    """Whether the values satisfy everything around them: bounds that were rounded can meet at a value that does not."""
    box, watchers = problem.box, problem.propagator.watchers
    around = dict.fromkeys(p for v in variables for p in watchers[v])
    return all(holds_at(p, box.value) for p in around if all(box.known(v) for v in p.variables))


_NONE = object()


def _choices(problem: Problem, variable: int) -> Iterator[None]:
    """Each step leaves the variable fixed, or isolated, in a propagated box."""
    box = problem.box
    mark = len(box.log)
    if box.coarse and not _sharpened(problem, variable, mark):
        return
    for value in list(candidates(box.bounds[variable], variable in box.integers)):
        if problem.failures_left <= 0:
            return
        if try_value(problem, variable, value, mark):
            yield
            problem.undo(mark)
    yield from isolate(problem, variable)
    if variable >= len(problem.network.domains):
        yield  # an auxiliary variable may follow from the others


def _sharpened(problem: Problem, variable: int, mark: int) -> bool:
    """Take the small narrowings of one variable that were left out; ``False`` where they contradict each other."""
    problem.box.coarse = False
    try:
        for primitive in problem.propagator.watchers[variable]:
            primitive.narrow(problem.box)
    except Contradiction:
        problem.failures_left -= 1
        problem.undo(mark)
        return False
    finally:
        problem.box.coarse = True
    return True


def try_value(problem: Problem, variable: int, value: Rational, mark: int) -> bool:
    """Fix and propagate; undone on a contradiction."""
    problem.box.moves.clear()
    try:
        fix(problem.box, variable, value)
        problem.propagator.moved(mark)
    except Contradiction:
        problem.failures_left -= 1
        problem.undo(mark)
        return False
    return True


def fixing_order(box: Box, propagator: Propagator, variables: Iterable[int]) -> list[int]:
    """Unknown variables: bases before their powers, so that values stay rational; then those in most relations first."""
    unknown = [v for v in variables if not box.known(v)]
    return sorted(unknown, key=lambda v: (*_rank(propagator, v), v))


def _rank(propagator: Propagator, variable: int) -> tuple[int, int]:
    watchers = propagator.watchers[variable]
    is_base = any(type(w) is Power and w.base == variable for w in watchers)
    return (0 if is_base else 1), -len(watchers)
