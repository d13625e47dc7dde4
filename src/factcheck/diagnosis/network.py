"""A network in both readings as the diagnosis asks about it: what is decided is only what a change can reach."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace

from factcheck.diagnosis.model import ReadingName
from factcheck.diagnosis.refuting import refuted_at_once
from factcheck.engine import Network, Range, Solver
from factcheck.judgement.lowering.scaling import is_point
from factcheck.quantities.interval import Interval

Domains = Mapping[int, Interval]
Question = tuple[int, int, tuple[int, ...], frozenset[tuple[int, Interval]]]
"""What is left, as a solver is asked: the solver, the variable, the constraints, and the domains changed."""

MOST_KEPT = 64
"""So many answers to what is left are kept: the same question comes again for the other reading, with nothing in between but a few others."""
_FEW = 4
"""So few constraints more are decided at once."""


class TwoReadings:
    """The same constraints over the strict and over the loose domains, each with its solver."""

    def __init__(self, network: Network, strict: list[Interval]) -> None:
        self.networks: dict[ReadingName, Network] = {
            "loose": network,
            "strict": Network(domains=strict, constraints=network.constraints),
        }
        self.solvers: dict[ReadingName, Solver] = {
            reading: Solver(net) for reading, net in self.networks.items()
        }
        self._differs = {
            v for v, loose in enumerate(network.domains) if strict[v] is not loose and strict[v] != loose
        }
        """The variables that are read in two ways."""
        self._left: dict[Question, Range | None] = {}
        self.constraints_of: dict[int, list[int]] = {}
        for constraint in range(len(network.constraints)):
            for variable in self.variables_of(constraint):
                self.constraints_of.setdefault(variable, []).append(constraint)

    def variables_of(self, constraint: int) -> tuple[int, ...]:
        """The variables a constraint mentions."""
        return self.solvers["loose"].variables_of(constraint)

    def freed(self, variable: int) -> tuple[Interval, ...]:
        """Domains in which a printed number does not count, the one to try first first: not negative unless it is printed so, then any.

        A number of things is never negative.
        """
        printed = self.networks["loose"].domains[variable]
        not_negative = Interval(0, None, integer=printed.integer)
        if printed.low is None or printed.low < 0:
            return (Interval(integer=printed.integer),)
        return (not_negative,) if printed.integer else (not_negative, Interval())

    def reached(
        self, reading: ReadingName, changed: Domains, concerned: Iterable[int], active: Collection[int]
    ) -> list[int]:
        """The active constraints that hang together with the changed variables and those concerned, through numbers not exactly known."""
        domains = self.networks[reading].domains
        found: dict[int, None] = {}
        waiting = [constraint for constraint in concerned if constraint in active]
        for variable in changed:
            waiting.extend(c for c in self.constraints_of.get(variable, ()) if c in active)
        while waiting:
            constraint = waiting.pop()
            if constraint in found:
                continue
            found[constraint] = None
            for variable in self.variables_of(constraint):
                if variable not in changed and is_point(domains[variable]):
                    continue
                waiting.extend(c for c in self.constraints_of[variable] if c in active and c not in found)
        return sorted(found)

    def possible(
        self, reading: ReadingName, changed: Domains, concerned: Collection[int], active: Collection[int]
    ) -> bool:
        """Whether all active constraints can hold with the changed domains, given that those out of reach can.

        The constraints nearest to the change are asked first: most changes fail there.
        """
        near = self._near(changed, concerned, active)
        if refuted_at_once(self.solvers[reading], near, changed):
            return False
        everything = self.reached(reading, changed, concerned, active)
        return _can_hold(self._solver(reading, everything, changed), near, everything, changed)

    def _near(self, changed: Domains, concerned: Iterable[int], active: Collection[int]) -> set[int]:
        """The active constraints of the changed variables, and those concerned."""
        near = {c for variable in changed for c in self.constraints_of.get(variable, ()) if c in active}
        near.update(c for c in concerned if c in active)
        return near

    def left(
        self,
        reading: ReadingName,
        variable: int,
        changed: Domains,
        concerned: Collection[int],
        active: Collection[int],
    ) -> Range | None:
        """What is left for a variable when its own domain does not count; ``None`` when nothing is, or nothing is known."""
        for free in self.freed(variable):
            domains = {**changed, variable: free}
            constraints = tuple(self.reached(reading, domains, concerned, active))
            solver = self._solver(reading, constraints, domains)
            question = id(solver), variable, constraints, frozenset(domains.items())
            if question not in self._left:
                if len(self._left) >= MOST_KEPT:
                    self._left.clear()
                near = self._near(domains, concerned, active)
                possible = _can_hold(solver, near, constraints, domains)
                self._left[question] = _range(solver, constraints, variable, domains) if possible else None
            found = self._left[question]
            if found is not None:
                return found
        return None

    def outer(self, reading: ReadingName, variable: int, active: Collection[int], *, hidden: bool) -> Range:
        """An outer bound of what is left for a variable whose own domain is possible, with its derivation."""
        free = self.networks[reading].domains[variable] if hidden else self.freed(variable)[0]
        domains = {variable: free}
        constraints = self.reached(reading, domains, (), active)
        if not constraints:
            return Range(free, tight=True)
        return _range(self._solver(reading, constraints, domains), constraints, variable, domains)

    def _solver(self, reading: ReadingName, constraints: Iterable[int], changed: Domains) -> Solver:
        """The solver to ask: where no domain that counts is read in two ways, one answers for both readings."""
        if reading == "strict" and all(
            variable in changed or variable not in self._differs
            for constraint in constraints
            for variable in self.variables_of(constraint)
        ):
            return self.solvers["loose"]
        return self.solvers[reading]


def _can_hold(solver: Solver, near: Collection[int], everything: Collection[int], changed: Domains) -> bool:
    """Whether everything holds in the changed domains, asking first what is near."""
    few = len(everything) <= len(near) + _FEW
    if not few and solver.decide(sorted(near), domains=changed).status == "unsatisfiable":
        return False
    return solver.decide(list(everything), domains=changed).status == "satisfiable"


def _range(solver: Solver, constraints: Collection[int], variable: int, domains: Domains) -> Range:
    """What the constraints leave of a variable that is set free in these domains."""
    found = solver.ranges(list(constraints), [variable], domains=domains)[variable]
    return replace(found, bounds=replace(found.bounds, integer=domains[variable].integer))
