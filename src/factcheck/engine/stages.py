"""The stages of a decision, cheapest first: propagate, set trees aside, look for a witness, then linear programmes and branching."""

from __future__ import annotations

from collections import deque
from dataclasses import replace

from factcheck.engine.assignment import assign
from factcheck.engine.box import Box, Contradiction
from factcheck.engine.branching import Brancher
from factcheck.engine.certificate import Leaf, Node, Split
from factcheck.engine.curves import Power
from factcheck.engine.divisibility import indivisible
from factcheck.engine.irrational.newton import Newton
from factcheck.engine.primitives import Primitive
from factcheck.engine.problem import OutOfNodes, Problem
from factcheck.engine.products.branching import LiftedBrancher
from factcheck.engine.search import fix_all
from factcheck.engine.structure import structure_of
from factcheck.engine.whole_sums import no_whole_sum
from factcheck.engine.witness import Witness, core_holds, witness_of
from factcheck.records import record

_WALKED = 60
"""Cores with more primitives are first tried without any looking back: a long chain takes linear time that way."""


_SMALL = 40
"""Primitives of a core up to which products of facts are tried."""


@record(frozen=True, slots=True)
class Undecided:
    """A limit was met."""

    reason: str


def solve(problem: Problem) -> Node | Undecided | Witness:
    """A refutation, or a witness that was re-evaluated exactly."""
    box = problem.box
    try:
        problem.propagator.run(problem.primitives)
    except Contradiction:
        return Leaf(list(box.log))
    base = len(box.log)
    try:
        outcome = _solve_apart(problem, base)
        return outcome if outcome is not None else _solve_whole(problem, base)
    except OutOfNodes as limit:
        return Undecided(str(limit))


def _solve_apart(problem: Problem, base: int) -> Node | Witness | None:
    """Cores first, then the trees that hang on them; ``None`` where that way does not lead to the end."""
    structure = structure_of(problem.box, problem.primitives)
    budget = problem.nodes_left
    problem.nodes_left = budget // 3 if structure.tail else budget
    try:
        for core in structure.cores:
            refutation = _solve_core(problem, core)
            if refutation is not None:
                return _after(problem, base, refutation)
    except OutOfNodes:
        if not structure.tail:
            raise
    else:
        if assign(problem, structure.tail) and (witness := witness_of(problem)) is not None:
            return witness
    problem.undo(base)
    problem.nodes_left = budget
    return None


def _solve_whole(problem: Problem, base: int) -> Node | Undecided | Witness:
    """Everything that is connected taken together."""
    for core in structure_of(problem.box, problem.primitives, prune=False).cores:
        refutation = _solve_core(problem, core)
        if refutation is not None:
            return _after(problem, base, refutation)
    witness = witness_of(problem)
    return Undecided("witness") if witness is None else witness


def _solve_core(problem: Problem, core: list[Primitive]) -> Node | None:
    """A refutation of the core, or ``None`` with its variables fixed."""
    start = len(problem.box.log)
    if len(core) > _WALKED and assign(problem, walk(problem.box, core)):
        return None
    variables = list(
        dict.fromkeys(v for primitive in core for v in primitive.variables if not problem.box.known(v))
    )
    if fix_all(problem, variables, problem.limits.fixings):
        if core_holds(problem, core):
            return None
        problem.undo(start)
    rooted = any(isinstance(p, Power) for p in core) and bool(problem.box.integers.intersection(variables))
    if rooted and fix_all(problem, variables, problem.limits.fixings // 2, whole_first=True):
        if core_holds(problem, core):
            return None
        problem.undo(start)
    before = dict(problem.isolated)
    if problem.isolate_narrow(variables):
        if core_holds(problem, core):
            return None
        problem.isolated = before
    indivisible_core = indivisible(problem.box, core) or no_whole_sum(problem.box, core)
    if indivisible_core is not None:
        return indivisible_core
    return _branch(problem, core)


def _branch(problem: Problem, core: list[Primitive]) -> Node | None:
    """Cuts with linear programmes; small cores in turns, plain ones and ones with products of facts, each turn longer."""
    if len(core) > _SMALL:
        return Brancher(problem, core).run()
    if not problem.limits.lifted:
        return _branch_plainly(problem, core)
    start, budget, narrowings = len(problem.box.log), problem.nodes_left, problem.propagator.budget
    for share, brancher in (
        (8, Brancher(problem, core)),
        (8, LiftedBrancher(problem, core, 0)),
        (2, Brancher(problem, core)),
        (2, LiftedBrancher(problem, core, 1)),
    ):
        problem.nodes_left = budget // share
        problem.propagator.budget = narrowings
        try:
            return brancher.run()
        except OutOfNodes as limit:
            if str(limit) != "nodes":
                raise
        problem.undo(start)
    raise OutOfNodes("nodes")


def _branch_plainly(problem: Problem, core: list[Primitive]) -> Node | None:
    """One proposal by Newton's method, then cuts without products of facts."""
    start = len(problem.box.log)
    if Newton(problem, core).propose({}) and core_holds(problem, core):
        return None
    problem.undo(start)
    return Brancher(problem, core).run()


def walk(box: Box, core: list[Primitive]) -> list[Primitive]:
    """The core's primitives from those with the fewest unknowns on, each next to one before it."""
    users: dict[int, list[Primitive]] = {}
    unknown: dict[Primitive, list[int]] = {}
    for primitive in core:
        unknown[primitive] = [v for v in primitive.variables if not box.known(v)]
        for variable in unknown[primitive]:
            users.setdefault(variable, []).append(primitive)
    found: dict[Primitive, None] = {}
    for start in sorted(core, key=lambda p: len(unknown[p])):
        queue = deque([start])
        while queue:
            primitive = queue.popleft()
            if primitive not in found:
                found[primitive] = None
                queue.extend(other for v in unknown[primitive] for other in users[v] if other not in found)
    return list(found)


def _after(problem: Problem, base: int, refutation: Node) -> Node:
    """The refutation of a core, with the steps before it."""
    steps = problem.box.log[:base] + refutation.steps
    if isinstance(refutation, Leaf):
        return replace(refutation, steps=steps)
    return Split(
        steps, refutation.variable, refutation.value, refutation.value_low, refutation.low, refutation.high
    )
