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
        solver = self.solvers[reading]
        near = {c for variable in changed for c in self.constraints_of.get(variable, ()) if c in active}
        near.update(c for c in concerned if c in active)
        if refuted_at_once(solver, near, changed):
            return False
        everything = self.reached(reading, changed, concerned, active)
        few = len(everything) <= len(near) + _FEW
        if not few and solver.decide(sorted(near), domains=changed).status == "unsatisfiable":
            return False
        return solver.decide(everything, domains=changed).status == "satisfiable"

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
            if self.possible(reading, domains, concerned, active):
                constraints = self.reached(reading, domains, concerned, active)
                found = self.solvers[reading].ranges(constraints, [variable], domains=domains)[variable]
                return replace(found, bounds=replace(found.bounds, integer=free.integer))
        return None

    def outer(self, reading: ReadingName, variable: int, active: Collection[int], *, hidden: bool) -> Range:
        """An outer bound of what is left for a variable whose own domain is possible, with its derivation."""
        free = self.networks[reading].domains[variable] if hidden else self.freed(variable)[0]
        domains = {variable: free}
        constraints = self.reached(reading, domains, (), active)
        if not constraints:
            return Range(free, tight=True)
        found = self.solvers[reading].ranges(constraints, [variable], domains=domains)[variable]
        return replace(found, bounds=replace(found.bounds, integer=free.integer))
