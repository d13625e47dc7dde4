"""Quantities that must be whole because all that they are added to is: a rounded part of counts that add up to a count."""

from __future__ import annotations

from factcheck.engine.box import Contradiction
from factcheck.engine.primitives import Row
from factcheck.engine.problem import Problem


def make_whole(problem: Problem) -> bool:
    """Narrow the variables that rows make whole to whole numbers, and propagate; ``False`` where nothing is left.

    In a row with a whole constant, whole numbers in all places but one, and ±1 in that one, the one is whole too.
    """
    box = problem.box
    found = True
    while found:
        found = False
        for row in problem.primitives:
            variable = _last_to_be_whole(problem, row) if type(row) is Row and row.equal else None
            if variable is None or type(row) is not Row:
                continue
            found = True
            box.integers = box.integers | {variable}
            mark = len(box.log)
            low, low_open, high, high_open = box.bounds[variable]
            try:
                if low is not None:
                    box.raise_low(variable, low, low_open, row)
                if high is not None:
                    box.lower_high(variable, high, high_open, row)
                problem.propagator.moved(mark)
            except Contradiction:
                return False
    return True


def _last_to_be_whole(problem: Problem, row: Row) -> int | None:
    """The one variable of a row not yet known to be whole, where the others make it so."""
    box = problem.box
    rest = row.constant
    last: int | None = None
    for coefficient, variable in row.terms:
        if box.known(variable):
            rest = rest - coefficient * box.value(variable)
        elif variable not in box.integers:
            if last is not None or abs(coefficient) != 1:
                return None
            last = variable
    return last if type(rest) is int else None
