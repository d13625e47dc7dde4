"""Which variables a conflict needs: give up the domain of any one of them and the rest can hold."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from factcheck.engine.arithmetic import divide, floor
from factcheck.engine.box import Bounds
from factcheck.engine.certificate import Certificate
from factcheck.engine.evaluation import constraint_holds, value_of
from factcheck.engine.limits import Limits
from factcheck.engine.model import Relation
from factcheck.quantities.interval import Interval, Rational

if TYPE_CHECKING:
    from factcheck.engine.solver import Solver

Domains = Mapping[int, Interval]
Values = dict[int, Rational]
Witness = Mapping[int, Rational | Interval]


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
    values = _sample(solver, check, variable, domains, without.get(check, {}))
    if values is None:
        return False
    for relation in solver.network.constraints[check].relations:
        for value in _solutions(relation, variable, values):
            values[variable] = value
            if domains[variable].integer and value.denominator != 1:
                values[variable] = round(value)
                if not _gives_way(solver, relation, check, variable, domains, values):
                    continue
            if all(constraint_holds(solver.network.constraints[each], values) for each in members):
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
        for value in _solutions(relation, other, values):
            if Interval(low, high, low_open, high_open).contains(value):
                values[other] = value
                return True
        values[other] = before
    return False


def _sample(
    solver: Solver, constraint: int, variable: int, domains: Domains, witness: Witness
) -> Values | None:
    """Values of all other variables within their domains, as the witness has them where it does."""
    values: Values = {}
    for other, value in witness.items():
        if isinstance(value, Interval):
            return None
        values[other] = value
    for other in solver.variables_of(constraint):
        if other != variable and other not in values:
            values[other] = _point(solver.bounds_of(other, domains), solver.is_integer(other, domains))
    return values


def _point(bounds: Bounds, integer: bool) -> Rational:
    """A value within the bounds, not 0 where there are others."""
    low, _, high, _ = bounds
    if low is None:
        return 1 if high is None else min(high - 1, 1)
    if high is None:
        return floor(low) + 1
    middle = divide(low + high, 2)
    return floor(middle) if integer else middle


def _solutions(relation: Relation, variable: int, values: Values) -> Iterator[Rational]:
    """Values that may satisfy the relation, if it is linear in the variable at the other values."""
    gaps = []
    for value in (0, 1):
        values[variable] = value
        left, right = value_of(relation.left, values), value_of(relation.right, values)
        if left is None or right is None:
            return
        gaps.append(left - right)
    slope = gaps[1] - gaps[0]
    if slope:
        root = divide(-gaps[0], slope)
        yield root
        if relation.operator != "=":
            yield floor(root) - 1 if slope > 0 else floor(root) + 2
