"""Minimal conflict sets: what a refutation used, then leave out one after the other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from factcheck.engine.certificate import Certificate
from factcheck.engine.derivation import derivation_of_proof
from factcheck.engine.limits import Limits
from factcheck.engine.model import Conflict, Decision
from factcheck.engine.needed import needed_variables
from factcheck.engine.rotating import rotated
from factcheck.engine.turning import Witness
from factcheck.quantities.interval import Interval

if TYPE_CHECKING:
    from factcheck.engine.solver import Solver

Domains = Mapping[int, Interval]


def minimal_conflict(
    solver: Solver,
    constraints: Sequence[int],
    domains: Domains | None,
    limits: Limits,
    decision: Decision | None = None,
) -> Conflict | None:
    """A minimal set of the constraints that cannot hold together, or ``None`` where they were not refuted.

    Every member was left out once and the rest then found satisfiable; where a limit prevented that, ``minimal`` is false. ``decision`` is what is
    known of the constraints already.
    """
    if decision is None:
        decision = solver.decide_by_all_means(constraints, domains=domains, limits=limits)
    if decision.status != "unsatisfiable":
        return None
    members = _used(decision, constraints)
    kept: list[int] = []
    witnesses: dict[int, Witness] = {}
    minimal = True
    while members:
        constraint = members.pop()
        if constraint in witnesses:
            kept.append(constraint)
            continue
        rest = [*kept, *members]
        without = solver.decide_by_all_means(rest, domains=domains, limits=limits) if rest else None
        if without is None or without.status == "satisfiable":
            kept.append(constraint)
            if without is not None and without.witness is not None:
                witnesses[constraint] = without.witness
                rotated(solver, [*kept, *members], domains, constraint, without.witness, witnesses)
        elif without.status == "unsatisfiable":
            decision = without
            used = set(_used(without, rest))
            members = [other for other in members if other in used]
        else:
            kept.append(constraint)
            minimal = False
    if sorted(kept) != _used(decision, kept):
        decision = solver.decide_by_all_means(kept, domains=domains, limits=limits)
    certificate = decision.certificate
    if not isinstance(certificate, Certificate):
        return _unproved(solver, kept, decision, minimal=minimal)
    derivation = derivation_of_proof(certificate.proof, len(solver.network.domains))
    needed = needed_variables(solver, kept, certificate, domains, limits, witnesses)
    return Conflict(tuple(sorted(kept)), needed, derivation, minimal)


def _used(decision: Decision, asked: Sequence[int]) -> list[int]:
    """The constraints of a refutation, none where a single domain is empty; without a proof, all that were asked about."""
    if not isinstance(decision.certificate, Certificate):
        return sorted(asked)
    return sorted(decision.certificate.support.constraints)


def _unproved(solver: Solver, kept: list[int], decision: Decision, *, minimal: bool) -> Conflict:
    """What an outside solver says cannot hold: it names no variables and no steps, so all variables may be needed."""
    variables = sorted({variable for constraint in kept for variable in solver.variables_of(constraint)})
    return Conflict(tuple(sorted(kept)), tuple(variables), minimal=minimal, by=decision.by)
