"""The solver: compiles a network once and decides any part of it, exactly."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import count

from factcheck.engine.box import Bounds, Box, bounds_of, is_empty
from factcheck.engine.certificate import Certificate, Leaf, Node, supported
from factcheck.engine.compilation import Compiled, Compiler, variables_of
from factcheck.engine.evaluation import constraint_holds
from factcheck.engine.interval_products import EVERYTHING
from factcheck.engine.limits import DEFAULT, Limits
from factcheck.engine.model import Conflict, Decision, Network, Range
from factcheck.engine.primitives import Primitive
from factcheck.engine.problem import Problem
from factcheck.engine.stages import Undecided, solve
from factcheck.engine.witness import witness_of
from factcheck.quantities.interval import Interval, Rational

Domains = Mapping[int, Interval]


class Solver:
    """Decides sets of constraints of one network.

    >>> from factcheck.engine.model import Relation, Sum
    >>> network = Network()
    >>> a, b = network.variable(Interval(1, 2)), network.variable(Interval(4, 5))
    >>> check = network.require(Relation(Sum((a, a)), "=", b))
    >>> Solver(network).decide([check]).status
    'satisfiable'
    """

    def __init__(self, network: Network) -> None:
        self.network = network
        self._fresh = count(len(network.domains))
        self._compiled: dict[int, Compiled] = {}
        self._variables: dict[int, tuple[int, ...]] = {}
        self._bounds: dict[int, Bounds] = {}

    def variables_of(self, constraint: int) -> tuple[int, ...]:
        """The variables a constraint mentions."""
        found = self._variables.get(constraint)
        if found is None:
            found = self._variables[constraint] = variables_of(self.network.constraints[constraint])
        return found

    def _bounds_of(self, variable: int, domains: Domains | None) -> Bounds:
        if domains is not None and variable in domains:
            return bounds_of(domains[variable])
        found = self._bounds.get(variable)
        if found is None:
            found = self._bounds[variable] = bounds_of(self.network.domains[variable])
        return found

    def _is_integer(self, variable: int, domains: Domains | None) -> bool:
        domain = domains.get(variable) if domains is not None else None
        return (domain or self.network.domains[variable]).integer

    def compiled(self, constraint: int) -> Compiled:
        """The constraint as primitives."""
        found = self._compiled.get(constraint)
        if found is None:
            compiler = Compiler(constraint, self._fresh)
            found = self._compiled[constraint] = compiler.compile(self.network.constraints[constraint])
        return found

    def decide(
        self, constraints: Sequence[int], *, domains: Domains | None = None, limits: Limits = DEFAULT
    ) -> Decision:
        """Whether the constraints can all hold with every variable inside its domain (``domains`` overrides some)."""
        prepared = self._prepare(constraints, domains, limits)
        if isinstance(prepared, Leaf):
            return self._refuted(prepared)
        problem, known = prepared
        problem.known = known
        outcome = solve(problem)
        if isinstance(outcome, Undecided):
            return Decision("undecided", reason=outcome.reason)
        if outcome is not None:
            return self._refuted(outcome)
        witness = witness_of(problem, known)
        return (
            Decision("undecided", reason="witness") if witness is None else Decision("satisfiable", witness)
        )

    def _refuted(self, proof: Node) -> Decision:
        proof, support = supported(proof)
        definitions = {}
        for constraint in support.constraints:
            if constraint in self._compiled:
                definitions.update(self._compiled[constraint].definitions)
        return Decision("unsatisfiable", certificate=Certificate(proof, support, definitions))

    def _prepare(
        self, constraints: Sequence[int], domains: Domains | None, limits: Limits
    ) -> Leaf | tuple[Problem, dict[int, Rational]]:
        """Check what is known outright; the rest becomes a problem."""
        known: dict[int, Rational] = {}
        bounds: dict[int, Bounds] = {}
        for constraint in constraints:
            for variable in self.variables_of(constraint):
                if variable not in bounds:
                    here = bounds[variable] = self._bounds_of(variable, domains)
                    if is_empty(here):
                        return Leaf([], "domain", variable=variable)
                    if here[0] is not None and here[0] == here[2]:
                        known[variable] = here[0]
        rest = []
        for constraint in constraints:
            if all(variable in known for variable in self.variables_of(constraint)):
                if not constraint_holds(self.network.constraints[constraint], known):
                    return Leaf([], "false", constraint=constraint)
            else:
                rest.append(constraint)
        return self._problem(rest, bounds, domains, limits), known

    def _problem(
        self, rest: list[int], bounds: dict[int, Bounds], domains: Domains | None, limits: Limits
    ) -> Problem:
        box = Box()
        primitives: list[Primitive] = []
        originals: dict[int, None] = {}
        for constraint in rest:
            for variable in self.variables_of(constraint):
                originals[variable] = None
        for variable in originals:
            box.bounds[variable] = bounds[variable]
            if self._is_integer(variable, domains):
                box.integers.add(variable)
        for constraint in rest:
            compiled = self.compiled(constraint)
            primitives.extend(compiled.primitives)
            for variable, definition in compiled.definitions.items():
                box.bounds[variable] = EVERYTHING
                if definition.is_integer(box.integers):
                    box.integers.add(variable)
        return Problem(self.network, rest, primitives, box, list(originals), limits)

    def conflict(
        self, constraints: Sequence[int], *, domains: Domains | None = None, limits: Limits = DEFAULT
    ) -> Conflict | None:
        """A minimal set of constraints that cannot hold together, or ``None`` where none was proved."""
        decision = self.decide(constraints, domains=domains, limits=limits)
        if decision.status != "unsatisfiable":
            return None
        members = list(_used(decision))
        minimal = True
        for constraint in list(members):
            if constraint not in members or len(members) == 1:
                continue
            rest = [other for other in members if other != constraint]
            without = self.decide(rest, domains=domains, limits=limits)
            if without.status == "unsatisfiable":
                used = set(_used(without))
                members = [other for other in rest if other in used]
            elif without.status == "undecided":
                minimal = False
        return Conflict(tuple(sorted(members)), self._needed(members, domains, limits), (), minimal)

    def _needed(self, members: list[int], domains: Domains | None, limits: Limits) -> tuple[int, ...]:
        """The variables whose domains the conflict needs: give one up and the rest can hold."""
        relaxed = dict(domains or {})
        needed = []
        for variable in sorted({v for c in members for v in self.variables_of(c)}):
            before = relaxed.get(variable)
            relaxed[variable] = Interval(integer=self._is_integer(variable, domains))
            if self.decide(members, domains=relaxed, limits=limits).status != "unsatisfiable":
                needed.append(variable)
                if before is None:
                    del relaxed[variable]
                else:
                    relaxed[variable] = before
        return tuple(needed)

    def ranges(
        self,
        constraints: Sequence[int],
        variables: Sequence[int],
        *,
        domains: Domains | None = None,
        limits: Limits = DEFAULT,
    ) -> dict[int, Range]:
        """What the constraints leave of each variable. The constraints must be jointly satisfiable."""
        prepared = self._prepare(constraints, domains, limits)
        assert not isinstance(prepared, Leaf)
        problem, _ = prepared
        problem.propagator.run(problem.primitives)
        found = {}
        for variable in variables:
            if variable in problem.box.bounds:
                found[variable] = Range(problem.box.interval(variable), tight=False)
            else:
                low, low_open, high, high_open = self._bounds_of(variable, domains)
                integer = self._is_integer(variable, domains)
                found[variable] = Range(Interval(low, high, low_open, high_open, integer), tight=True)
        return found

    def components(self, constraints: Sequence[int], domains: Domains | None = None) -> list[tuple[int, ...]]:
        """The constraints grouped by the unknown variables they share; what is exactly known joins nothing."""
        owner: dict[int, int] = {}
        parent: dict[int, int] = {}

        def find(item: int) -> int:
            while parent[item] != item:
                parent[item] = parent[parent[item]]
                item = parent[item]
            return item

        for constraint in constraints:
            parent[constraint] = constraint
            for variable in self.variables_of(constraint):
                low, _, high, _ = self._bounds_of(variable, domains)
                if low is not None and low == high:
                    continue
                if variable in owner:
                    parent[find(constraint)] = find(owner[variable])
                else:
                    owner[variable] = constraint
        groups: dict[int, list[int]] = {}
        for constraint in constraints:
            groups.setdefault(find(constraint), []).append(constraint)
        return [tuple(group) for group in groups.values()]


def _used(decision: Decision) -> list[int]:
    assert isinstance(decision.certificate, Certificate)
    return sorted(decision.certificate.support.constraints)
