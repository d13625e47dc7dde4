"""One pass over the checks of a cluster: while they cannot all hold, find a minimal set that cannot and set its primary aside."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import field
from typing import TYPE_CHECKING

from factcheck.quantities.interval import Interval
from factcheck.records import record

if TYPE_CHECKING:
    from factcheck.engine import Conflict, Decision, Solver

Overrides = Mapping[int, Interval]
Choose = Callable[["Conflict", Sequence[int]], int]
"""Picks the constraint of a conflict that is set aside; the second argument is the whole component it was found in."""


@record(slots=True)
class Settled:
    """What a pass found: ``conflicts`` with the constraint set aside for each; ``undecided`` constraints with the reason; the rest can hold."""

    conflicts: list[tuple[Conflict, int]] = field(default_factory=list)
    undecided: dict[int, str] = field(default_factory=dict)

    @property
    def aside(self) -> set[int]:
        """The constraints set aside."""
        return {primary for _, primary in self.conflicts}


@record(slots=True)
class Settler:
    """Runs passes over one cluster. What holds in the ``inner`` domains holds in all wider ones: such components are remembered and passed over.

    ``outside`` names the solver that decided, for constraints of which the engine alone could not say that they hold.
    """

    solver: Solver
    inner: Overrides
    at_ease: dict[tuple[int, ...], bool] = field(default_factory=dict)
    outside: dict[int, str] = field(default_factory=dict)
    held: list[tuple[Overrides, frozenset[int]]] = field(default_factory=list)
    """Sets of constraints that the engine found to hold, with the domains in which they do."""

    def holds_at_ease(self, component: tuple[int, ...]) -> bool:
        """Whether a component can hold strictly and without a tie."""
        known = self.at_ease.get(component)
        if known is None:
            known = self.solver.decide(component, domains=self.inner).status == "satisfiable"
            self.at_ease[component] = known
        return known

    def can_hold(self, constraints: Sequence[int], overrides: Overrides) -> bool:
        """Whether the engine finds that the constraints can hold together; what it once found is remembered."""
        if self._has_held(constraints, overrides):
            return True
        holds = self.solver.decide(constraints, domains=overrides).status == "satisfiable"
        if holds:
            self.held.append((overrides, frozenset(constraints)))
        return holds

    def _has_held(self, constraints: Sequence[int], overrides: Overrides) -> bool:
        return any(domains is overrides and known.issuperset(constraints) for domains, known in self.held)

    def settle(
        self, constraints: Iterable[int], overrides: Overrides, choose: Choose, *, fixed: Sequence[int] = ()
    ) -> Settled:
        """Run one pass over ``constraints``; ``fixed`` ones take part but are known to hold together and are never set aside."""
        settled, wanted = Settled(), set(constraints)
        pending = [
            (component, False) for component in self.solver.components(sorted({*wanted, *fixed}), overrides)
        ]
        pending.reverse()
        while pending:
            component, has_failed = pending.pop()
            if wanted.isdisjoint(component) or (not has_failed and self.holds_at_ease(component)):
                continue
            found = self._examine(component, overrides)
            if found is None:
                continue
            if isinstance(found, str):
                settled.undecided.update(dict.fromkeys(component, found))
                continue
            primary = choose(found, component)
            settled.conflicts.append((found, primary))
            rest = [constraint for constraint in component if constraint != primary]
            pending += ((part, True) for part in reversed(self.solver.components(rest, overrides)))
        return settled

    def _examine(self, component: tuple[int, ...], overrides: Overrides) -> Conflict | str | None:
        """A minimal conflict of the component, the reason why there is no telling, or ``None`` where it can hold."""
        if self._has_held(component, overrides):
            return None
        decision = self.solver.decide_by_all_means(component, domains=overrides)
        if decision.status == "satisfiable":
            if decision.by:
                self.outside.update(dict.fromkeys(component, decision.by))
            return None
        return self._conflict(component, overrides, decision) or decision.reason or "limit"

    def _conflict(
        self, component: tuple[int, ...], overrides: Overrides, decision: Decision
    ) -> Conflict | None:
        """A minimal conflict; where the whole is too much to decide, one of a single check, if there is any."""
        if decision.status == "unsatisfiable":
            return self.solver.conflict(component, domains=overrides, decision=decision)
        for constraint in component if len(component) > 1 else ():
            conflict = self.solver.conflict((constraint,), domains=overrides)
            if conflict is not None:
                return conflict
        return None
