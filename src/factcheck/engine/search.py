"""A witness by fixing one variable after another and propagating, with a little backtracking."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from factcheck.engine.box import Box, Contradiction
from factcheck.engine.candidates import candidates
from factcheck.engine.problem import Problem
from factcheck.engine.propagation import Propagator
from factcheck.quantities.interval import Rational


def fix(box: Box, variable: int, value: Rational) -> None:
    """Narrow a variable to one value inside its bounds."""
    box.raise_low(variable, value, False, None)
    box.lower_high(variable, value, False, None)


def fix_all(problem: Problem, variables: Iterable[int], budget: int) -> bool:
    """Fix every one of the variables, backtracking within the budget. On failure the box is as before."""
    box, propagator = problem.box, problem.propagator
    order = fixing_order(box, propagator, variables)
    start = len(box.log)
    stack: list[tuple[int, int, int, Iterator[Rational]]] = []
    position = 0
    while True:
        while position < len(order) and box.known(order[position]):
            position += 1
        if position == len(order):
            return True
        variable = order[position]
        choices = candidates(box.bounds[variable], variable in box.integers)
        stack.append((position, variable, len(box.log), choices))
        while stack:
            position, variable, mark, choices = stack[-1]
            value = next(choices, None)
            if value is None:
                stack.pop()
                box.undo(mark)
                continue
            box.undo(mark)
            budget -= 1
            if budget < 0:
                box.undo(start)
                return False
            if try_value(box, propagator, variable, value, mark):
                break
        else:
            box.undo(start)
            return False


def try_value(box: Box, propagator: Propagator, variable: int, value: Rational, mark: int) -> bool:
    """Fix and propagate; undone on a contradiction."""
    box.moves.clear()
    try:
        fix(box, variable, value)
        propagator.moved(mark)
    except Contradiction:
        box.undo(mark)
        return False
    return True


def fixing_order(box: Box, propagator: Propagator, variables: Iterable[int]) -> list[int]:
    """Unknown variables, those in most relations first."""
    unknown = [v for v in variables if not box.known(v)]
    return sorted(unknown, key=lambda v: (-len(propagator.watchers[v]), v))
