"""All minimal conflict sets around one, a few at a time: there can be many, and one is nearly always enough."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from factcheck.claims.model import Project
from factcheck.diagnosis.board import Board
from factcheck.engine import Conflict, Solver
from factcheck.judgement import lower
from factcheck.judgement.model import ConflictSet, Judgement
from factcheck.records import record

_MOST_NODES = 400
"""So many sets of checks left out are looked at; then the search is given up, and says so."""


@record(frozen=True, slots=True)
class MinimalSet:
    """Checks that cannot hold together, while any of them left out the rest can; the facts whose printed values it needs."""

    checks: tuple[str, ...]
    facts: tuple[str, ...]


@record(frozen=True, slots=True)
class ConflictSets:
    """The minimal sets found, in the order of their size; ``complete`` where there are no others."""

    sets: tuple[MinimalSet, ...]
    complete: bool


def conflict_sets(
    project: Project, judgement: Judgement, conflict: ConflictSet, *, most: int = 12
) -> ConflictSets:
    """The minimal conflict sets of the component that a conflict lies in, all checks that were set aside taken in again.

    Reiter's tree of hitting sets: of each set found, one check after the other is left out, and a set that remains is looked for.
    """
    return _sets(Board(project, judgement, lower(project)), conflict, most)


def all_conflict_sets(project: Project, judgement: Judgement, *, most: int = 12) -> list[ConflictSets]:
    """The same for every conflict, once for conflicts that hang together."""
    board = Board(project, judgement, lower(project))
    told: set[str] = set()
    found = []
    for conflict in judgement.conflicts:
        if conflict.primary not in told:
            sets = _sets(board, conflict, most)
            told.update(check for each in sets.sets for check in each.checks)
            found.append(sets)
    return found


def _sets(board: Board, conflict: ConflictSet, most: int) -> ConflictSets:
    solver = board.network.solvers[conflict.reading]
    search = _Search(solver, board.everything_around(conflict))
    found = list(islice(search.sets(), most + 1))
    sets = [_named(board, each) for each in found[:most]]
    complete = len(found) <= most and not search.given_up
    return ConflictSets(tuple(sorted(sets, key=lambda each: len(each.checks))), complete)


def _named(board: Board, conflict: Conflict) -> MinimalSet:
    names = board.lowered
    facts = (names.fact_of[index] for index in conflict.variables)
    checks = tuple(names.check_of[constraint] for constraint in conflict.constraints)
    return MinimalSet(checks, tuple(fact for fact in facts if fact is not None))


class _Search:
    """Walks the tree of what can be left out, breadth first."""

    def __init__(self, solver: Solver, constraints: list[int]) -> None:
        self.given_up = False
        self._solver = solver
        self._constraints = constraints

    def sets(self) -> Iterator[Conflict]:
        """Each minimal set once."""
        known: list[Conflict] = []
        waiting: list[frozenset[int]] = [frozenset()]
        seen = set(waiting)
        for nodes, left_out in enumerate(waiting):
            if nodes > _MOST_NODES:
                self.given_up = True
                return
            found = next((each for each in known if not left_out & set(each.constraints)), None)
            if found is None:
                rest = [constraint for constraint in self._constraints if constraint not in left_out]
                found = self._solver.conflict(rest)
                if found is None:
                    continue
                known.append(found)
                yield found
            for constraint in found.constraints:
                more = left_out | {constraint}
                if more not in seen:
                    seen.add(more)
                    waiting.append(more)
