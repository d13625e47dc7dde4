"""A project's state between edits: after a change only what it touches is decided again."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from factcheck.engine.certificate import Certificate
from factcheck.engine.components import group
from factcheck.engine.evaluation import constraint_holds
from factcheck.engine.limits import DEFAULT, Limits
from factcheck.engine.model import Decision
from factcheck.quantities.interval import Interval, Rational

if TYPE_CHECKING:
    from factcheck.engine.solver import Solver

Witness = dict[int, Rational | Interval]

_NEAR_SIZES = (40, 400)
"""Constraints around an edit that are solved anew while everything further away keeps its value, before all is."""
_LARGE = 2000
"""A component with more constraints than this is not split again when one of its variables becomes known."""


class State:
    """Active constraints in components, each with its decision.

    Components may be coarser than :meth:`Solver.components` after edits, never finer; decisions are the same either way.
    """

    def __init__(
        self,
        solver: Solver,
        constraints: Iterable[int] | None = None,
        domains: dict[int, Interval] | None = None,
        limits: Limits = DEFAULT,
    ) -> None:
        self.solver = solver
        self.limits = limits
        self.domains: dict[int, Interval] = dict(domains or {})
        self._users: dict[int, list[int]] = {}
        self._owner: dict[int, int] = {}
        self._members: dict[int, list[int]] = {}
        self._decisions: dict[int, Decision] = {}
        self._fresh = 0
        for constraint in range(len(solver.network.constraints)):
            for variable in solver.variables_of(constraint):
                self._users.setdefault(variable, []).append(constraint)
        active = range(len(solver.network.constraints)) if constraints is None else constraints
        for members in self._groups(active):
            self._decide_anew(self._new_component(members))

    def decision(self, constraint: int) -> Decision:
        """The decision on the component of an active constraint."""
        return self._decisions[self._owner[constraint]]

    def component(self, constraint: int) -> tuple[int, ...]:
        """The constraints that are decided together with this one."""
        return tuple(self._members[self._owner[constraint]])

    def decisions(self) -> list[tuple[tuple[int, ...], Decision]]:
        """All components with their decisions."""
        return [(tuple(members), self._decisions[key]) for key, members in self._members.items()]

    def change_domain(self, variable: int, domain: Interval) -> None:
        """Give a variable another domain and decide again what that touches."""
        was_known = self._is_known(variable)
        self.domains[variable] = domain
        is_known = self._is_known(variable)
        touched = list(
            dict.fromkeys(self._owner[c] for c in self._users.get(variable, ()) if c in self._owner)
        )
        if was_known and not is_known and len(touched) > 1:
            touched = [self._merged(touched)]
        for key in touched:
            self._revise(key, variable)
            if is_known and not was_known and len(self._members[key]) <= _LARGE:
                self._split(key)

    def deactivate(self, constraint: int) -> None:
        """Set a constraint aside."""
        key = self._owner.pop(constraint)
        self._members[key].remove(constraint)
        if not self._members[key]:
            del self._members[key], self._decisions[key]
            return
        decision = self._decisions[key]
        if decision.witness is not None:
            for variable in self.solver.variables_of(constraint):
                if not any(self._owner.get(user) == key for user in self._users[variable]):
                    decision.witness.pop(variable, None)
        still = decision.status == "satisfiable" or (
            isinstance(decision.certificate, Certificate)
            and constraint not in decision.certificate.support.constraints
        )
        if len(self._members[key]) <= _LARGE:
            self._split(key)
        elif not still:
            self._decide_anew(key)

    def activate(self, constraint: int) -> None:
        """Let a constraint take part."""
        joined = dict.fromkeys(
            self._owner[other]
            for variable in self.solver.variables_of(constraint)
            if not self._is_known(variable)
            for other in self._users[variable]
            if other in self._owner
        )
        key = self._merged(list(joined)) if joined else self._new_component([])
        self._members[key].append(constraint)
        self._owner[constraint] = key
        before = self._decisions.get(key, Decision("satisfiable", {}))
        if before.status == "unsatisfiable":
            return
        if before.witness is not None:
            missing = [v for v in self.solver.variables_of(constraint) if v not in before.witness]
            if not missing and self._holds_at([constraint], before.witness):
                return
            if self._repaired(key, [constraint], before.witness):
                return
        self._decide_anew(key)

    def _is_known(self, variable: int) -> bool:
        low, _, high, _ = self.solver.bounds_of(variable, self.domains)
        return low is not None and low == high

    def _groups(self, constraints: Iterable[int]) -> list[tuple[int, ...]]:
        return group(constraints, self.solver.variables_of, lambda v: self.solver.bounds_of(v, self.domains))

    def _new_component(self, members: Iterable[int]) -> int:
        self._fresh += 1
        self._members[self._fresh] = list(members)
        for constraint in self._members[self._fresh]:
            self._owner[constraint] = self._fresh
        return self._fresh

    def _decide_anew(self, key: int) -> None:
        self._decisions[key] = self.solver.decide(
            self._members[key], domains=self.domains, limits=self.limits
        )

    def _merged(self, keys: list[int]) -> int:
        """Components put together into the largest; decided only as far as their decisions add up."""
        largest = max(keys, key=lambda key: len(self._members[key]))
        decision = self._decisions[largest]
        for key in keys:
            if key == largest:
                continue
            for constraint in self._members.pop(key):
                self._members[largest].append(constraint)
                self._owner[constraint] = largest
            decision = _both(decision, self._decisions.pop(key))
        self._decisions[largest] = decision
        return largest

    def _revise(self, key: int, variable: int) -> None:
        """Decide a component again after a variable's domain changed, from its witness where that still serves."""
        decision = self._decisions[key]
        if decision.status == "satisfiable" and decision.witness is not None:
            domain = self.domains[variable]
            value = decision.witness.get(variable)
            if not isinstance(value, Interval) and value is not None and domain.contains(value):
                return
            touched = [c for c in self._users[variable] if self._owner.get(c) == key]
            if self._is_known(variable):
                low = self.solver.bounds_of(variable, self.domains)[0]
                assert low is not None
                moved = {**decision.witness, variable: low} if len(decision.witness) < _LARGE else None
                if moved is not None and self._holds_at(touched, moved):
                    self._decisions[key] = Decision("satisfiable", moved)
                    return
            if self._repaired(key, touched, decision.witness):
                return
        self._decide_anew(key)

    def _holds_at(self, constraints: Iterable[int], witness: Witness) -> bool:
        for constraint in constraints:
            values = {v: witness[v] for v in self.solver.variables_of(constraint)}
            exact = {v: x for v, x in values.items() if not isinstance(x, Interval)}
            if len(exact) < len(values) or not constraint_holds(
                self.solver.network.constraints[constraint], exact
            ):
                return False
        return True

    def _repaired(self, key: int, seeds: list[int], witness: Witness) -> bool:
        """Solve a neighbourhood anew while everything further away keeps its value."""
        for size in _NEAR_SIZES:
            if len(self._members[key]) <= size:
                return False
            near = self._neighbourhood(key, seeds, size)
            inner = {v for c in near for v in self.solver.variables_of(c)}
            kept = {
                v: Interval(x, x) if not isinstance(x, Interval) else x
                for v in inner
                if (x := witness.get(v)) is not None
                and any(self._owner.get(c) == key and c not in near for c in self._users[v])
            }
            if any(not self._in_domain(v, i) for v, i in kept.items()):
                continue
            found = self.solver.decide(
                sorted(near), domains={**_overlay(self.domains, inner), **kept}, limits=self.limits
            )
            if found.status == "satisfiable" and found.witness is not None:
                witness.update(found.witness)
                self._decisions[key] = Decision("satisfiable", witness)
                return True
        return False

    def _in_domain(self, variable: int, value: Interval) -> bool:
        domain = self.domains.get(variable, self.solver.network.domains[variable])
        return value.low is not None and value.low == value.high and domain.contains(value.low)

    def _neighbourhood(self, key: int, seeds: list[int], size: int) -> set[int]:
        near = dict.fromkeys(seeds)
        queue = list(near)
        for constraint in queue:
            for variable in self.solver.variables_of(constraint):
                if self._is_known(variable):
                    continue
                for other in self._users[variable]:
                    if other not in near and self._owner.get(other) == key:
                        if len(near) >= size:
                            return set(near)
                        near[other] = None
                        queue.append(other)
        return set(near)

    def _split(self, key: int) -> None:
        """Give each connected part a component of its own; parts of a satisfiable whole are satisfiable."""
        parts = self._groups(self._members[key])
        decision = self._decisions[key]
        if len(parts) == 1 and not _is_stale(decision, parts[0]):
            return
        del self._members[key], self._decisions[key]
        for part in parts:
            new = self._new_component(part)
            if decision.status == "satisfiable" or not _is_stale(decision, part):
                self._decisions[new] = _restricted(decision, part, self.solver)
            else:
                self._decide_anew(new)


def _overlay(domains: dict[int, Interval], variables: set[int]) -> dict[int, Interval]:
    return {v: domains[v] for v in variables if v in domains}


def _is_stale(decision: Decision, members: Iterable[int]) -> bool:
    """Whether a refutation uses constraints that are not among the members (an undecided one is always looked at again)."""
    if decision.status == "satisfiable":
        return False
    certificate = decision.certificate
    return not isinstance(certificate, Certificate) or not certificate.support.constraints <= set(members)


def _restricted(decision: Decision, members: Iterable[int], solver: Solver) -> Decision:
    if decision.witness is None:
        return decision
    variables = {v for c in members for v in solver.variables_of(c)}
    return Decision("satisfiable", {v: x for v, x in decision.witness.items() if v in variables})


def _both(one: Decision, other: Decision) -> Decision:
    """What two decisions say of both parts together, if they share no variables."""
    for decision in (one, other):
        if decision.status != "satisfiable":
            return decision
    assert one.witness is not None
    assert other.witness is not None
    small, large = sorted((one.witness, other.witness), key=len)
    large.update(small)
    return Decision("satisfiable", large)
