"""Which variables a conflict needs: give up the domain of any one of them and the rest can hold."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from factcheck.engine.certificate import Certificate
from factcheck.engine.evaluation import constraint_holds
from factcheck.engine.limits import Limits
from factcheck.engine.model import Relation
from factcheck.engine.turning import Domains, Values, Witness, sampled, solutions
from factcheck.quantities.interval import Interval

if TYPE_CHECKING:
    from factcheck.engine.solver import Solver


def needed_variables(
    solver: Solver,
    members: Sequence[int],
    certificate: Certificate,
    domains: Domains | None,
    limits: Limits,
    without: Mapping[int, Witness],
) -> tuple[int, ...]:
    """The variables whose domains the conflict needs: give up any one and the rest can hold.

    A domain without an upper end that starts at 0 says little, and giving it up makes the question hard: it stays if it was used.
    ``without`` holds witnesses of all members but one, by that one.
    """
    short = replace(limits, nodes=min(limits.nodes, 30), fixings=min(limits.fixings, 20))
    used = {variable for variable, _ in certificate.support.domain_ends}
    if not members:
        return tuple(sorted(used))
    mentioned = {variable for constraint in members for variable in solver.variables_of(constraint)}
    for variable in mentioned - used:
        low, _, high, _ = solver.bounds_of(variable, domains)
        if low is not None and low == high:
            used.add(variable)
    used &= mentioned
    relaxed = dict(domains or {})
    needed = []
    for variable in sorted(used):
        domain = relaxed.get(variable, solver.network.domains[variable])
        if domain.high is None and (domain.low is None or domain.low == 0):
            needed.append(variable)
            continue
        relaxed[variable] = Interval(integer=domain.integer)
        if (
            _made_up_for(solver, members, variable, relaxed, without)
            or solver.decide(members, domains=relaxed, limits=short).status != "unsatisfiable"
        ):
            needed.append(variable)
            relaxed[variable] = domain
    return tuple(needed)


def _made_up_for(
    solver: Solver, members: Sequence[int], variable: int, domains: Domains, without: Mapping[int, Witness]
) -> bool:
    """Whether a value of the one variable that is free, found by turning its check round, satisfies all members; ``False`` says nothing.

    It nearly always does, and finding it takes a tenth of the time that the search takes in a domain without ends.
    """
    users = [constraint for constraint in members if variable in solver.variables_of(constraint)]
    if len(users) != 1:
        return False
    check = users[0]
    values = sampled(solver, check, variable, domains, without.get(check, {}))
    if values is None:
        return False
    for relation in solver.network.constraints[check].relations:
        for value in solutions(relation, variable, values):
            values[variable] = value
            if domains[variable].integer and value.denominator != 1:
                values[variable] = round(value)
                if not _gives_way(solver, relation, check, variable, domains, values):
                    continue
            if all(constraint_holds(solver.network.constraints[each], values) for each in members):
                solver.remember(members, values)
                return True
    return False


def _gives_way(
    solver: Solver, relation: Relation, check: int, variable: int, domains: Domains, values: Values
) -> bool:
    """Whether another variable of the check can take up what rounding the first one to a whole number left."""
    if relation.operator != "=":
        return True
    for other in solver.variables_of(check):
        low, low_open, high, high_open = solver.bounds_of(other, domains)
        if other == variable or solver.is_integer(other, domains) or (low is not None and low == high):
            continue
        before = values[other]
        for value in solutions(relation, other, values):
            if Interval(low, high, low_open, high_open).contains(value):
                values[other] = value
                return True
        values[other] = before
    return False
