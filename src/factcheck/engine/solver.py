"""The solver: compiles a network once and decides any part of it, exactly."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import count

from factcheck.engine.box import Bounds, Box, bounds_of, is_empty
from factcheck.engine.certificate import Certificate, Leaf, Node, supported
from factcheck.engine.compilation import Compiler
from factcheck.engine.components import group
from factcheck.engine.conflicts import minimal_conflict
from factcheck.engine.definitions import Compiled
from factcheck.engine.evaluation import constraint_holds
from factcheck.engine.expressions import variables_of
from factcheck.engine.interval_products import EVERYTHING
from factcheck.engine.limits import DEFAULT, Limits
from factcheck.engine.model import Conflict, Decision, Network, Range
from factcheck.engine.primitives import Primitive, Row
from factcheck.engine.problem import Problem
from factcheck.engine.remembering import Witnesses
from factcheck.engine.stages import Undecided, solve
from factcheck.engine.structure import entailed
from factcheck.quantities.interval import Interval, Rational

Domains = Mapping[int, Interval]
MOST_KEPT = 10_000
"""Bounds of overriding domains that are kept at a time."""


class Solver:
    """Decides sets of constraints of one network.

    >>> from factcheck.engine.model import Relation, Sum
    >>> network = Network()
    >>> a, b = network.variable(Interval(1, 2)), network.variable(Interval(4, 5))
    >>> check = network.require(Relation(Sum((a, a)), "=", b))
    >>> Solver(network).decide([check]).status
    'satisfiable'
    """

    def __init__(self, network: Network, *, outside: bool = False) -> None:
        """``outside`` lets :meth:`decide_by_all_means` ask Z3 what the engine leaves undecided."""
        self.network = network
        self.outside = outside
        self._fresh = count(len(network.domains))
        self._compiled: dict[int, Compiled] = {}
        self._variables: dict[int, tuple[int, ...]] = {}
        self._bounds: dict[int, Bounds] = {}
        self._witnesses = Witnesses()
        self._overridden: dict[int, tuple[Interval, Bounds]] = {}
        """Bounds of domains that were given in place of the network's, by the identity of these: the same ones come again and again."""

    def variables_of(self, constraint: int) -> tuple[int, ...]:
        """The variables a constraint mentions."""
        found = self._variables.get(constraint)
        if found is None:
            found = self._variables[constraint] = variables_of(self.network.constraints[constraint])
        return found

    def bounds_of(self, variable: int, domains: Domains | None = None) -> Bounds:
        """The bounds of a variable's domain, whole numbers already rounded inward."""
        domain = domains.get(variable) if domains is not None else None
        if domain is not None:
            kept = self._overridden.get(id(domain))
            if kept is None:
                if len(self._overridden) >= MOST_KEPT:
                    self._overridden.clear()
                kept = self._overridden[id(domain)] = (domain, bounds_of(domain))
            return kept[1]
        found = self._bounds.get(variable)
        if found is None:
            found = self._bounds[variable] = bounds_of(self.network.domains[variable])
        return found

    def is_integer(self, variable: int, domains: Domains | None = None) -> bool:
        """Whether a variable takes whole values only."""
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
        recalled = self._witnesses.recalled(
            constraints,
            self.variables_of,
            lambda variable: (self.bounds_of(variable, domains), self.is_integer(variable, domains)),
        )
        if recalled is not None:
            return Decision("satisfiable", {**recalled})
        prepared = self.prepare(constraints, domains, limits)
        if isinstance(prepared, Leaf):
            return self._refuted(prepared)
        problem = prepared
        outcome = solve(problem)
        if isinstance(outcome, Undecided):
            return Decision("undecided", reason=outcome.reason)
        if isinstance(outcome, dict):
            self._witnesses.keep(constraints, outcome)
            return Decision("satisfiable", outcome)
        return self._refuted(outcome)

    def decide_by_all_means(
        self, constraints: Sequence[int], *, domains: Domains | None = None, limits: Limits = DEFAULT
    ) -> Decision:
        """:meth:`decide`, and Z3 on what that leaves undecided where it is asked for."""
        decision = self.decide(constraints, domains=domains, limits=limits)
        if decision.status != "undecided" or not self.outside:
            return decision
        from factcheck.engine.outside import decide_outside

        return decide_outside(self, constraints, domains) or decision

    def remember(self, constraints: Sequence[int], values: Mapping[int, Rational]) -> None:
        """Values found elsewhere that satisfy the constraints: a later question may be answered by them."""
        self._witnesses.keep(constraints, values)

    def _refuted(self, proof: Node) -> Decision:
        proof, support = supported(proof)
        definitions = {}
        for constraint in support.constraints:
            if constraint in self._compiled:
                definitions.update(self._compiled[constraint].definitions)
        return Decision("unsatisfiable", certificate=Certificate(proof, support, definitions))

    def prepare(self, constraints: Sequence[int], domains: Domains | None, limits: Limits) -> Leaf | Problem:
        """Check what is known outright; the rest becomes a problem."""
        known: dict[int, Rational] = {}
        bounds: dict[int, Bounds] = {}
        closed: list[int] = []
        rest: list[int] = []
        for constraint in constraints:
            is_open = False
            for variable in self.variables_of(constraint):
                here = bounds.get(variable)
                if here is None:
                    here = bounds[variable] = self.bounds_of(variable, domains)
                    if is_empty(here):
                        return Leaf([], "domain", variable=variable)
                    if here[0] is not None and here[0] == here[2]:
                        known[variable] = here[0]
                is_open = is_open or variable not in known
            (rest if is_open else closed).append(constraint)
        for constraint in closed:
            if not constraint_holds(self.network.constraints[constraint], known):
                return Leaf([], "false", constraint=constraint)
        problem = self._problem(rest, bounds, domains, limits)
        problem.known = known
        return problem

    def _problem(
        self, rest: list[int], bounds: dict[int, Bounds], domains: Domains | None, limits: Limits
    ) -> Problem:
        box = Box()
        primitives: list[Primitive] = []
        box_bounds, integers = box.bounds, box.integers
        for constraint in rest:
            for variable in self.variables_of(constraint):
                if variable not in box_bounds:
                    box_bounds[variable] = bounds[variable]
                    if self.is_integer(variable, domains):
                        integers.add(variable)
        originals = list(box_bounds)
        parts = [self.compiled(constraint) for constraint in rest]
        for compiled in parts:
            for variable, definition in compiled.definitions.items():
                box_bounds[variable] = EVERYTHING
                if definition.is_integer(integers):
                    integers.add(variable)
            for primitive in compiled.primitives:
                if type(primitive) is not Row or primitive.equal or not entailed(box, primitive):
                    primitives.append(primitive)
        problem = Problem(self.network, rest, primitives, box, originals, limits)
        problem.compiled = parts
        return problem

    def conflict(
        self,
        constraints: Sequence[int],
        *,
        domains: Domains | None = None,
        limits: Limits = DEFAULT,
        decision: Decision | None = None,
    ) -> Conflict | None:
        """A minimal set of constraints that cannot hold together, or ``None`` where none was proved.

        ``decision`` is what :meth:`decide` said of them, where they were asked about already.
        """
        return minimal_conflict(self, constraints, domains, limits, decision)

    def ranges(
        self,
        constraints: Sequence[int],
        variables: Sequence[int],
        *,
        domains: Domains | None = None,
        limits: Limits = DEFAULT,
    ) -> dict[int, Range]:
        """What the constraints leave of each variable. The constraints must be jointly satisfiable."""
        from factcheck.engine.ranges import RangeFinder  # most runs ask for none

        return RangeFinder(self, domains, limits).ranges(constraints, variables)

    def components(self, constraints: Sequence[int], domains: Domains | None = None) -> list[tuple[int, ...]]:
        """The constraints grouped by the unknown variables they share; what is exactly known joins nothing."""
        if len(constraints) == 1:
            return [tuple(constraints)]
        return group(constraints, self.variables_of, lambda variable: self.bounds_of(variable, domains))
