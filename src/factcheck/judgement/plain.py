"""The plainest checks told from the printed numbers at once, without a network: sums, shares, quotients and comparisons of facts.

What :mod:`factcheck.judgement.quick` says of a lowered check holds here too: each number that is not exactly known stands in the check once, so
that the two sides take all values of their intervals. Whatever is not as plain as that is left to the longer ways.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from math import lcm

from factcheck.claims.expressions import Node, Reference
from factcheck.claims.model import Check, CheckKind, Fact
from factcheck.judgement.excess import TOO_FINE
from factcheck.judgement.habits import Evidence, weigh_row
from factcheck.judgement.lowering.domains import Domains
from factcheck.judgement.lowering.scaling import is_point
from factcheck.judgement.model import CheckVerdict, ClusterResult, Verdict
from factcheck.judgement.plausibility import NEVER_IMPLAUSIBLE
from factcheck.judgement.units.completion import lacks_divisor
from factcheck.judgement.units.typed import Units, additive_terms, typed
from factcheck.quantities.interval import Interval, Rational
from factcheck.quantities.model import Unit

Ends = tuple[Rational, Rational]
"""The lowest and the highest value of a side; whether it reaches them does not matter here."""


PRODUCTS: dict[CheckKind, tuple[str, str, str]] = {
    "share": ("part", "is", "whole"),
    "average": ("total", "is", "over"),
    "times": ("a", "is", "b"),
}
"""The fields of the kinds that say ``result = ratio × base``."""


class Plain:
    """What the plain checks of a project are told from: ``domains`` and completed ``units`` of its ``facts``, printed ones only."""

    __slots__ = ("domains", "facts", "units")

    def __init__(self, facts: Mapping[str, Fact], domains: Mapping[str, Domains], units: Units) -> None:
        self.facts = facts
        self.domains = domains
        self.units = units

    def result(self, check: Check) -> ClusterResult | None:
        """The result for a check that holds with room to spare (or of exact numbers alone); ``None`` where it takes a longer way to tell."""
        told = _KINDS.get(check.kind)
        if told is None or check.ignore is not None or check.assumption or check.tolerance is not None:
            return None
        sides = told(self, check)
        if sides is None:
            return None
        (left, right, equal), unit = sides
        room = _room(left, right, equal=equal)
        if room is None:
            return None
        factor = unit.factor
        slack = Fraction(room) if factor == 1 else room / factor
        return ClusterResult([CheckVerdict(check=check.id, verdict=Verdict.HOLDS, slack=slack)])

    def terms(self, nodes: Sequence[Node], *, least: int | None) -> list[Domains] | None:
        """The domains of the facts that ``nodes`` are, ``None`` where one is no printed fact, or may lie below ``least``, or its steps matter."""
        found = []
        for node in nodes:
            if type(node) is not Reference:
                return None
            domains = self.domains.get(node.fact)
            if domains is None or self.facts[node.fact].hidden:
                return None
            if least is not None and (domains.loose.low is None or domains.loose.low < least):
                return None
            if not _is_simple(domains.strict):
                return None
            found.append(domains)
        return found

    def unit(self, nodes: Sequence[Node]) -> Unit | None:
        """The one unit that all facts share the dimension of: that of the first."""
        first: Unit | None = None
        for node in nodes:
            unit = self.units.get(node.fact) if type(node) is Reference else None
            if unit is None or (first is not None and unit.dimension != first.dimension):
                return None
            first = first or unit
        return first


def weigh_plainly(evidence: Evidence, check: Check, domains: Mapping[str, Domains], units: Units) -> bool:
    """Weigh a share or quotient of facts as evidence of a habit of rounding; ``False`` where the check takes a network to tell.

    ``result = ratio × base`` is a row in the two first where the base is exactly known.
    """
    names = PRODUCTS.get(check.kind)
    if names is None:
        return check.comparison is not None and "=" not in check.comparison.operators  # no equation, no row
    nodes = [check.fields[name][0] for name in names]
    result, ratio, base = (domains.get(node.fact) if type(node) is Reference else None for node in nodes)
    if result is None or ratio is None or base is None or result is ratio:
        return False
    many = base.strict.low
    if many is None or not many or not base.known:
        return not base.known and not ratio.known
    if check.kind != "share" and _lacks_divisor(nodes, units):
        return False
    fixed: Rational = 0
    terms: list[tuple[Rational, Interval]] = []
    for coefficient, domain in ((1, result), (-many, ratio)):
        low, high = domain.strict.low, domain.strict.high
        if low is None or high is None:
            return True
        if domain.known:
            fixed += coefficient * low
        elif domain.rounded or is_point(domain.strict):
            terms.append((coefficient, domain.strict))
        else:
            return True
    _weigh_whole(evidence, check.id, fixed, terms)
    return True


def _weigh_whole(
    evidence: Evidence, name: str, fixed: Rational, terms: Sequence[tuple[Rational, Interval]]
) -> None:
    """Weigh a row times what makes its numbers whole."""
    ends = [(coefficient, domain.low or 0, domain.high or 0) for coefficient, domain in terms]
    scale = lcm(fixed.denominator, *(end.denominator for _, low, high in ends for end in (low, high)))

    def wholly(value: Rational) -> int:
        return value.numerator * (scale // value.denominator)

    weigh_row(
        evidence,
        name,
        wholly(fixed),
        [(coefficient, wholly(low), wholly(high)) for coefficient, low, high in ends],
    )


def _lacks_divisor(nodes: Sequence[Node], units: Units) -> bool:
    result, ratio, base = (typed(node, units) for node in nodes)
    return lacks_divisor(result, base, ratio)


Sides = tuple[tuple[Ends, Ends, bool], Unit]


def _is_simple(strict: Interval) -> bool:
    """Whether the ends of the interval are all that matters of it: a closed point, or a stretch of all numbers."""
    low, high = strict.low, strict.high
    if low is None or high is None:
        return False
    if type(low) is int and type(high) is int and low == high:
        return not strict.low_open and not strict.high_open
    return not strict.integer and low < high


def _room(left: Ends, right: Ends, *, equal: bool) -> Rational | None:
    """How far the two sides may still move apart; ``None`` where the check fails, or holds by an end only."""
    low, high = left
    least, most = right
    if not equal:
        return most - low if most > low else None
    if low == high == least == most:
        return 0
    if low < most and least < high:
        return min(most - low, high - least)
    return None


def _once(terms: Sequence[Domains]) -> bool:
    """Whether no number that is not exactly known is met twice, and there are too few of them to make a sum implausible."""
    unknown = [id(term) for term in terms if term.strict.low != term.strict.high]
    return len(unknown) < 2 or (len(unknown) <= NEVER_IMPLAUSIBLE and len(set(unknown)) == len(unknown))


def _added(signed: Sequence[tuple[int, Domains]]) -> Ends:
    low: Rational = 0
    high: Rational = 0
    for sign, domains in signed:
        strict = domains.strict
        assert strict.low is not None
        assert strict.high is not None
        if sign > 0:
            low, high = low + strict.low, high + strict.high
        else:
            low, high = low - strict.high, high - strict.low
    return low, high


def _sum(plain: Plain, check: Check) -> Sides | None:
    whole, parts = check.fields["whole"], check.fields["parts"]
    return _compared_sums(plain, whole, parts, least=0, equal=True, of=check)


def _within(plain: Plain, check: Check) -> Sides | None:
    parts = check.fields.get("parts") or check.fields["part"]
    return _compared_sums(plain, parts, check.fields["whole"], least=0, equal=False, of=check)


def _compared_sums(
    plain: Plain, left: tuple[Node, ...], right: tuple[Node, ...], *, least: int, equal: bool, of: Check
) -> Sides | None:
    nodes = (*left, *right)
    terms, unit = plain.terms(nodes, least=least), plain.unit(nodes)
    if terms is None or unit is None or not _once(terms):
        return None
    first = plain.unit(next(iter(of.fields.values())))
    if first is None:
        return None
    signed = [(1, term) for term in terms]
    return (_added(signed[: len(left)]), _added(signed[len(left) :]), equal), first


def _product(plain: Plain, check: Check) -> Sides | None:
    """``result = ratio × base``, none below 0, the base above 0, a share at most 1, and without digits in excess."""
    nodes = [check.fields[name][0] for name in PRODUCTS[check.kind]]
    most = 1 if check.kind == "share" else None
    if most is None and _lacks_divisor(nodes, plain.units):
        return None
    terms = plain.terms(nodes, least=0)
    if terms is None or not _once(terms):
        return None
    one, rate, many = (term.strict for term in terms)
    loose, whole = terms[1].loose, terms[2].loose
    if whole.low == 0 and not whole.low_open:
        return None
    if most is not None and (loose.high is None or loose.high > most):
        return None
    assert one.low is not None
    assert one.high is not None
    assert rate.low is not None
    assert rate.high is not None
    assert many.low is not None
    assert many.high is not None
    if terms[1].rounded and (one.low != one.high or many.low != many.high):
        room = many.low * many.high * (rate.high - rate.low)
        if one.high * many.high - one.low * many.low >= TOO_FINE * room:
            return None
    unit = plain.unit(next(iter(check.fields.values()))[:1])
    if unit is None:
        return None
    return ((one.low, one.high), (rate.low * many.low, rate.high * many.high), True), unit


def _expression(plain: Plain, check: Check) -> Sides | None:
    comparison = check.comparison
    if comparison is None or len(comparison.operators) != 1:
        return None
    left, right = (additive_terms(node) for node in comparison.operands)
    nodes = [node for _, node in (*left, *right)]
    terms, unit = plain.terms(nodes, least=None), plain.unit(nodes)
    if terms is None or unit is None or not _once(terms):
        return None
    one = _added([(sign, term) for (sign, _), term in zip(left, terms, strict=False)])
    other = _added([(sign, term) for (sign, _), term in zip(right, terms[len(left) :], strict=True)])
    operator = comparison.operators[0]
    if operator in (">", ">="):
        one, other = other, one
    return (one, other, operator == "="), unit


_KINDS: dict[CheckKind, Callable[[Plain, Check], Sides | None]] = {
    "expression": _expression,
    "sum": _sum,
    "share": _product,
    "average": _product,
    "times": _product,
    "within": _within,
}
