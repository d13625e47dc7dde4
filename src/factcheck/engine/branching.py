"""Branch and bound: cut the box until every part is refuted or one holds a witness."""

from __future__ import annotations

from fractions import Fraction

from factcheck.engine.arithmetic import divide, floor, simplest_between
from factcheck.engine.box import Bounds, Contradiction
from factcheck.engine.certificate import Leaf, Node, Split
from factcheck.engine.problem import Problem
from factcheck.engine.search import fix_all
from factcheck.quantities.interval import Rational


class OutOfNodes(Exception):  # noqa: N818 - a limit, not an error
    """The node budget is used up."""


def branch(problem: Problem) -> Node | None:
    """A refutation, or ``None`` with a witness in the box; raises :class:`OutOfNodes`."""
    box, propagator = problem.box, problem.propagator
    nodes = problem.limits.nodes
    # each open part: its log mark, and what to fill in when it is refuted
    root: list[Node] = []
    todo: list[tuple[int, tuple[int, Rational, bool, bool] | None, list[Node]]] = [(len(box.log), None, root)]
    pending: list[tuple[list[Node], list[Node], list[Node], tuple[int, Rational, bool], list[object]]] = []
    while todo:
        mark, cut, slot = todo.pop()
        box.undo(mark)
        nodes -= 1
        if nodes < 0:
            raise OutOfNodes
        box.moves.clear()
        try:
            if cut is not None:
                variable, value, is_high, is_open = cut
                (box.raise_low if is_high else box.lower_high)(variable, value, is_open, None)
            propagator.moved(mark)
        except Contradiction:
            slot.append(Leaf(list(box.log)))
            continue
        if fix_all(problem, 6):
            return None
        split = _choose(problem)
        if split is None:
            raise OutOfNodes
        variable, value, value_low = split
        low: list[Node] = []
        high: list[Node] = []
        here = len(box.log)
        pending.append((slot, low, high, split, list(box.log)))  # type: ignore[arg-type]
        todo.append((here, (variable, value, True, value_low), high))
        todo.append((here, (variable, value, False, not value_low), low))
    for slot, low, high, (variable, value, value_low), steps in reversed(pending):
        slot.append(Split(steps, variable, value, value_low, low[0], high[0]))  # type: ignore[arg-type]
    return root[0]


def _choose(problem: Problem) -> tuple[int, Rational, bool] | None:
    """Where to cut: the relatively widest variable, in its middle."""
    box = problem.box
    best, best_width = None, Fraction(0)
    for variable, bounds in box.bounds.items():
        low, _, high, _ = bounds
        if low is not None and low == high:
            continue
        if low is None or high is None:
            width = Fraction(10**9)
        else:
            width = (Fraction(high) - low) / max(1, abs(low), abs(high))
        if best is None or width > best_width:
            best, best_width = variable, width
    return None if best is None else (best, *cut_point(box.bounds[best], best in box.integers))


def cut_point(bounds: Bounds, integer: bool) -> tuple[Rational, bool]:
    """A value to cut at, and whether the low part keeps it."""
    low, _, high, _ = bounds
    if low is None and high is None:
        return 0, True
    if low is None:
        assert high is not None
        return (-2 if high >= 0 else floor(high) * 4), True
    if high is None:
        return (2 if low <= 0 else -floor(-low) * 4), True
    if low < 0 < high:
        return 0, True
    if integer:
        return (int(low) + int(high)) // 2, True
    width = Fraction(high) - low
    point = simplest_between(low + width * 3 / 8, low + width * 5 / 8)
    return (point if low < point < high else divide(low + high, 2)), True
