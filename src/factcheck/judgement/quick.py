"""The usual case decided at once: one check over printed numbers, each in it once, that holds with room to spare.

Interval arithmetic is then exact: the two sides take all values of their intervals, and where these overlap by more than an end the check holds
strictly and without a tie. Everything else goes the long way.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from factcheck.claims.model import Check, Fact
from factcheck.engine.model import Relation
from factcheck.judgement.bounds import Domains, in_unit, interval_of, linear
from factcheck.judgement.conflicts import unit_to_compare_in
from factcheck.judgement.derivation import NO_UNIT, allowed_by, intersection
from factcheck.judgement.excess import excess_digits
from factcheck.judgement.lowering.network import Lowered
from factcheck.judgement.lowering.scaling import is_point, tightened
from factcheck.judgement.model import CheckVerdict, ClusterResult, Implied, Verdict
from factcheck.judgement.plausibility import implausible_rows
from factcheck.judgement.solving import variables_in_order
from factcheck.quantities.interval import Interval, Rational


def quick_result(
    check: Check, lowered: Lowered, facts: Mapping[str, Fact], *, ranges: str
) -> ClusterResult | None:
    """The result for a cluster of one check, ``None`` where it takes the whole protocol to tell."""
    if check.ignore is not None or check.assumption or not lowered.check_of:
        return None
    relations = lowered.network.constraints[0].relations
    if len(relations) != 1 or any(name is None or facts[name].hidden for name in lowered.fact_of):
        return None
    relation = relations[0]
    if not _occurs_once(relation, lowered):
        return None
    room = _room(relation, lowered.strict)
    if room is None:
        return None
    if implausible_rows(lowered, facts, [0]):
        return None
    slack = room / unit_to_compare_in(check, lowered.units).factor
    result = ClusterResult([CheckVerdict(check=check.id, verdict=Verdict.HOLDS, slack=slack)])
    excess = excess_digits(check, lowered, facts)
    if excess is not None:
        result.excess_digits.append(excess)
    if ranges == "all":
        result.implied = _implied(relation, lowered)
    return result


def _occurs_once(relation: Relation, lowered: Lowered) -> bool:
    """Whether every number that is not exactly known stands in the relation once, and is none that comes in whole steps."""
    seen = set()
    for index in variables_in_order(relation):
        domain = lowered.strict[index]
        if domain.low is not None and domain.low == domain.high:
            continue
        if index in seen or domain.integer:
            return False
        seen.add(index)
    return True


def _room(relation: Relation, domains: Domains) -> Rational | None:
    """How far the two sides may still move apart; ``None`` where the check fails, or holds by an end only."""
    left, right = interval_of(relation.left, domains), interval_of(relation.right, domains)
    if left.low is None or left.high is None or right.low is None or right.high is None:
        return None
    if relation.operator != "=":
        return right.high - left.low if right.high > left.low else None
    if is_point(left) and left == right:
        return 0
    if left.low < right.high and right.low < left.high:
        return min(right.high - left.low, left.high - right.low)
    return None


def _implied(relation: Relation, lowered: Lowered) -> dict[str, Implied]:
    strict = _narrowed(relation, lowered, lowered.strict)
    loose = _narrowed(relation, lowered, lowered.loose)
    result = {}
    for index, wide in loose.items():
        name = lowered.fact_of[index]
        if name is not None:
            unit = lowered.units.get(name)
            factor = (unit or NO_UNIT).factor
            tight = not any(domain.integer and not is_point(domain) for domain in lowered.loose)
            result[name] = Implied(in_unit(strict[index], factor), in_unit(wide, factor), tight, unit)
    return result


def _narrowed(relation: Relation, lowered: Lowered, domains: Domains) -> dict[int, Interval]:
    """What the relation leaves of each number that is not exactly known."""
    unknown = [index for index, domain in enumerate(lowered.loose) if not is_point(domain)]
    if len(unknown) > 2 and relation.operator == "=":
        found = _narrowed_in_row(relation, domains, unknown)
        if found is not None:
            return found
    return {index: _narrow(domains[index], allowed_by(relation, index, domains)) for index in unknown}


def _narrowed_in_row(relation: Relation, domains: Domains, unknown: list[int]) -> dict[int, Interval] | None:
    """The same for a sum of many terms: the range of the whole less each term's own."""
    left, right = linear(relation.left), linear(relation.right)
    if left is None or right is None or set(left[0]) & set(right[0]):
        return None
    terms = {**left[0], **{index: -coefficient for index, coefficient in right[0].items()}}
    low = high = left[1] - right[1]
    low_open = high_open = 0
    products: dict[int, Interval] = {}
    for index, coefficient in terms.items():
        term = products[index] = _times(domains[index], coefficient)
        if term.low is None or term.high is None:
            return None
        low, high = low + term.low, high + term.high
        low_open, high_open = low_open + term.low_open, high_open + term.high_open
    result = {}
    for index in unknown:
        if index not in terms:
            return None
        term = products[index]
        assert term.low is not None
        assert term.high is not None
        rest = Interval(
            term.high - high, term.low - low, high_open - term.high_open > 0, low_open - term.low_open > 0
        )
        result[index] = _narrow(domains[index], _times(rest, _inverse(terms[index])))
    return result


def _inverse(value: Rational) -> Rational:
    return value if value in (1, -1) else 1 / Fraction(value)


def _times(interval: Interval, factor: Rational) -> Interval:
    if factor == 1:
        return interval
    low = None if interval.low is None else interval.low * factor
    high = None if interval.high is None else interval.high * factor
    if factor > 0:
        return Interval(low, high, interval.low_open, interval.high_open)
    return Interval(high, low, interval.high_open, interval.low_open)


def _narrow(domain: Interval, allowed: Interval | None) -> Interval:
    return domain if allowed is None else tightened(intersection(domain, allowed))
