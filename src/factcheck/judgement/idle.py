"""Checks that prove nothing: a hidden quantity can always be chosen so that they hold."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from factcheck.engine.model import Constant, Expression, Network, Product, Quotient, Relation, Sum, Variable
from factcheck.judgement.bounds import Domains, WithOne, interval_of, linear
from factcheck.judgement.lowering.network import Lowered
from factcheck.judgement.lowering.scaling import is_point
from factcheck.judgement.solving import inside, occurrences, solved_for, variables_of_expression
from factcheck.quantities.interval import Interval


def idle_constraints(
    lowered: Lowered, constraints: Iterable[int], hidden: Callable[[str], bool], natural: Domains
) -> set[int]:
    """The constraints that say nothing: each has a hidden quantity that occurs in no other and can be chosen to satisfy it whatever the others
    are, or that bounds all that remain from the same side only. Those are taken out and the rest is looked at again. ``natural`` says what the
    other values could be at all, were other numbers printed.
    """
    network = lowered.network
    users: dict[int, set[int]] = {}
    for constraint in constraints:
        for variable in _variables(network, constraint):
            name = lowered.fact_of[variable]
            if name is not None and hidden(name):
                users.setdefault(variable, set()).add(constraint)
    idle: set[int] = set()
    pending = sorted(users)
    while pending:
        variable = pending.pop()
        remaining = users[variable]
        if not remaining or not _free(lowered, variable, remaining, natural):
            continue
        for constraint in list(remaining):
            idle.add(constraint)
            for other in _variables(network, constraint):
                if other in users and constraint in users[other]:
                    users[other].discard(constraint)
                    pending.append(other)
    return idle


def _variables(network: Network, constraint: int) -> set[int]:
    found: set[int] = set()
    for relation in network.constraints[constraint].relations:
        found |= variables_of_expression(relation.left) | variables_of_expression(relation.right)
    return found


def _free(lowered: Lowered, variable: int, remaining: set[int], natural: Domains) -> bool:
    network = lowered.network
    if len(remaining) == 1 and _choosable(lowered, variable, next(iter(remaining)), natural):
        return True
    relations = [
        relation for constraint in remaining for relation in network.constraints[constraint].relations
    ]
    return any(_all_one_sided(natural, variable, relations, raised=raised) for raised in (True, False))


def _choosable(lowered: Lowered, variable: int, constraint: int, natural: Domains) -> bool:
    """Whether, whatever the other values are, some value of the variable satisfies the constraint and its side conditions."""
    network = lowered.network
    relations = network.constraints[constraint].relations
    equation = relations[0]
    solved = solved_for(equation, variable, natural)
    domain = network.domains[variable]
    if solved is None or not inside(solved, domain):
        return False
    if domain.integer and not _meets_whole_numbers(lowered, equation, variable):
        return False
    domains = WithOne(natural, variable, replace(solved, integer=domain.integer))
    return all(_always(relation, domains) for relation in relations[1:])


def _meets_whole_numbers(lowered: Lowered, equation: Relation, variable: int) -> bool:
    """Whether a whole number always satisfies the equation: sums of whole numbers, or a solution wide enough to hold one."""
    form = linear(Sum((equation.left, Product((Constant(-1), equation.right)))))
    if form is not None and abs(form[0].get(variable, 0)) == 1:
        domains = lowered.network.domains
        if form[1].denominator == 1 and all(
            coefficient.denominator == 1 and (domains[index].integer or is_point(domains[index]))
            for index, coefficient in form[0].items()
        ):
            return True
    narrow = solved_for(equation, variable, lowered.strict)
    return narrow is not None and (narrow.low is None or narrow.high is None or narrow.high - narrow.low >= 1)


def _always(relation: Relation, domains: Domains) -> bool:
    """Whether the relation holds for all values within the domains (as far as interval arithmetic can tell)."""
    left, right = interval_of(relation.left, domains), interval_of(relation.right, domains)
    if left.high is None or right.low is None or relation.operator == "=":
        return False
    return left.high < right.low or (
        left.high == right.low and (relation.operator == "<=" or left.high_open or right.low_open)
    )


def _all_one_sided(natural: Domains, variable: int, relations: list[Relation], *, raised: bool) -> bool:
    domain = natural[variable]
    if raised and domain.high is not None:
        return False
    domains = natural
    if not raised:
        if domain.low is None or domain.low_open:
            return False
        domains = WithOne(domains, variable, Interval(domain.low, domain.low))
    for relation in relations:
        here = occurrences(relation.left, variable) + occurrences(relation.right, variable)
        if here and raised:
            if relation.operator == "=" or not _grows(relation, variable, natural):
                return False
        elif not _always(relation, domains):
            return False
    return True


def _grows(relation: Relation, variable: int, domains: Domains) -> bool:
    """Whether a large enough value of the variable satisfies ``left ≤ right``, whatever the others are."""
    right, left = _slope(relation.right, variable, domains), _slope(relation.left, variable, domains)
    if right is None or left is None:
        return False
    if left.high is None or right.low is None:
        return False
    return right.low > left.high or (right.low == left.high and (right.low_open or left.high_open))


def _slope(expression: Expression, variable: int, domains: Domains) -> Interval | None:
    """The coefficient of the variable, as an interval; ``None`` where the expression is not linear in it."""
    match expression:
        case Variable(index=index):
            return Interval(1, 1) if index == variable else Interval(0, 0)
        case Sum(terms=terms):
            slopes = [_slope(term, variable, domains) for term in terms]
            known = [slope for slope in slopes if slope is not None]
            if len(known) < len(slopes):
                return None
            return interval_of(Sum(tuple(Variable(index) for index in range(len(known)))), known)
        case Product(factors=factors):
            inner = [factor for factor in factors if occurrences(factor, variable)]
            if not inner:
                return Interval(0, 0)
            slope = _slope(inner[0], variable, domains) if len(inner) == 1 else None
            others = [interval_of(factor, domains) for factor in factors if factor is not inner[0]]
            return None if slope is None else _times(slope, others)
        case Quotient(numerator=numerator, denominator=denominator) if not occurrences(denominator, variable):
            slope = _slope(numerator, variable, domains)
            inverse = interval_of(Quotient(Constant(1), denominator), domains)
            return None if slope is None else _times(slope, [inverse])
        case _:
            return None if occurrences(expression, variable) else Interval(0, 0)


def _times(slope: Interval, others: list[Interval]) -> Interval:
    factors = [slope, *others]
    if len(factors) == 1:
        return slope
    return interval_of(Product(tuple(Variable(index) for index in range(len(factors)))), factors)
