"""The plainest checks told from the printed numbers at once, without a network: sums, shares, quotients and comparisons of facts.

What :mod:`factcheck.judgement.quick` says of a lowered check holds here too: each number that is not exactly known stands in the check once, so
that the two sides take all values of their intervals. Whatever is not as plain as that is left to the longer ways. An archive consists of
little else: told here, a check takes a tenth of the time that its network would.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from math import lcm

from factcheck.claims.expressions import Node, Reference
from factcheck.claims.model import Check, Fact
from factcheck.judgement.conflicts import unit_to_compare_in
from factcheck.judgement.excess import TOO_FINE
from factcheck.judgement.forms import PRODUCTS, Form, form_of, signed_terms
from factcheck.judgement.habits import Evidence, weigh_ratio, weigh_row
from factcheck.judgement.lowering.domains import Domains
from factcheck.judgement.lowering.scaling import is_point
from factcheck.judgement.model import CheckVerdict, ClusterResult, Verdict
from factcheck.judgement.plausibility import NEVER_IMPLAUSIBLE
from factcheck.judgement.units.completion import Completed, lacks_divisor
from factcheck.judgement.units.fitting import plainly_fits
from factcheck.judgement.units.typed import Units, typed
from factcheck.quantities.interval import Interval, Rational
from factcheck.quantities.model import Unit

Apart = tuple[Rational, Rational, bool, Sequence[str]]
"""The least and the greatest that the left side can be above the right one, whether the two have to be equal, and the facts that are not exactly
known."""


class Plain:
    """What the plain checks of a project are told from: ``domains`` and completed units of its ``facts``, printed ones only."""

    __slots__ = ("completed", "domains", "facts", "units")

    def __init__(
        self, facts: Mapping[str, Fact], domains: Mapping[str, Domains], completed: Completed
    ) -> None:
        self.facts = facts
        self.domains = domains
        self.completed = completed
        self.units: Units = completed.units

    def result(self, checks: Sequence[Check]) -> ClusterResult | None:
        """The result for a cluster of checks that hold with room to spare (or of exact numbers alone); ``None`` where it takes a longer way to tell."""
        aparts = [self.apart(check) for check in checks]
        told = [apart for apart in aparts if apart is not None]
        if len(told) < len(checks) or not (len(checks) == 1 or self.hold_together(checks)):
            return None
        pairs = zip(checks, told, strict=True)
        return ClusterResult([self.verdict(check, apart) for check, apart in pairs])

    def verdict(self, check: Check, apart: Apart) -> CheckVerdict:
        """The verdict on a check that holds."""
        return CheckVerdict(check=check.id, verdict=Verdict.HOLDS, slack=self._slack(check, apart))

    def hold_together(self, checks: Iterable[Check]) -> bool:
        """Whether one sample of values satisfies all of some plain checks (none of them asks more than its form says)."""
        from factcheck.judgement.sample import forms_hold

        forms = []
        inner: dict[str, Interval] = {}
        for check in checks:
            form = form_of(check)
            if form is None:
                return False
            forms.append(form)
            inner.update((name, self.domains[name].inner) for name in form.variables)
        return forms_hold(forms, inner)

    def _slack(self, check: Check, apart: Apart) -> Rational:
        """The room that is left to the check, in the unit of the first fact that it names."""
        low, high, equal, _ = apart
        factor = unit_to_compare_in(check, self.units).factor
        room = min(-low, high) if equal else -low
        return Fraction(room) if factor == 1 else room / factor

    def at_once(self, check: Check) -> Apart | None:
        """What :meth:`apart` says of a check whose units and values, too, nobody need look at any more: nearly every one of an archive."""
        if check.ignore is not None or check.assumption or check.tolerance is not None:
            return None
        kind = check.kind
        if kind == "share":
            return self._product(check) if self._is_share(check) else None
        if kind in PRODUCTS:
            return self._product(check) if plainly_fits(check, self.facts, self.completed) else None
        comparison = check.comparison
        if comparison is not None and len(comparison.operators) == 1:
            operator = comparison.operators[0]
            terms = signed_terms(operator, *comparison.operands)
            told = self._added(terms, operator == "=", least=None)
            return self._products(check, terms) if told is None else told
        fields = check.fields
        if kind == "sum":
            terms = [(1, node) for node in fields["whole"]]
            terms += [(-1, node) for node in fields["parts"]]
            return self._added(terms, True, least=0)
        if kind == "within":
            terms = [(1, node) for node in fields.get("parts") or fields["part"]]
            terms += [(-1, node) for node in fields["whole"]]
            return self._added(terms, False, least=0)
        return None

    def apart(self, check: Check) -> Apart | None:
        """How far the sides of a check of facts are apart that holds with room to spare; ``None`` says only that it takes a closer look."""
        return self.at_once(check) or self.at_second_sight(check)

    def _is_share(self, check: Check) -> bool:
        """What :func:`plainly_fits` says of a share: the commonest check of all."""
        units, fields = self.units, check.fields
        part, whole, ratio = fields["part"][0], fields["whole"][0], fields["is"][0]
        if type(part) is not Reference or type(whole) is not Reference or type(ratio) is not Reference:
            return False
        one, other, share = units.get(part.fact), units.get(whole.fact), units.get(ratio.fact)
        if one is None or other is None or share is None or share.dimension:
            return False
        return one is other or one.dimension == other.dimension

    def at_second_sight(self, check: Check) -> Apart | None:
        """What :meth:`at_once` does not say: of a share or quotient whose units do not fit as plainly."""
        if (
            check.kind not in PRODUCTS
            or check.ignore is not None
            or check.assumption
            or check.tolerance is not None
            or self._lacks_divisor(check)
        ):
            return None
        return self._product(check)

    def _products(self, check: Check, terms: Sequence[tuple[int, Node]]) -> Apart | None:
        """The same for a comparison of sums of products of facts, all in one dimension."""
        if all(type(node) is Reference for _, node in terms):
            return None
        form = form_of(check)
        return None if form is None or not self._in_one_dimension(terms) else self._products_added(form)

    def _lacks_divisor(self, check: Check) -> bool:
        return check.kind != "share" and _lacks_divisor(check, self.units)

    def _in_one_dimension(self, terms: Sequence[tuple[int, Node]]) -> bool:
        dimensions = {typed(node, self.units).dimension for _, node in terms}
        return len(dimensions) == 1 and None not in dimensions

    def _products_added(self, form: Form) -> Apart | None:
        """The sum of products of facts none of which is ever below 0."""
        low: Rational = 0
        high: Rational = 0
        unknown: list[str] = []
        rounded: list[str] = []
        for coefficient, names in form.terms:
            least: Rational = 1
            most: Rational = 1
            for name in names:
                number = self.domains.get(name)
                if number is None or not number.plain or not number.positive:
                    return None
                one, other = _ends(number)
                least, most = least * one, most * other
                if not number.known:
                    unknown.append(name)
                if one != other:
                    rounded.append(name)
            if coefficient < 0:
                least, most = most, least
            low, high = low + coefficient * least, high + coefficient * most
        if not _once(rounded):
            return None
        return _with_room(low, high, form.operator == "=", unknown)

    def _added(self, terms: Iterable[tuple[int, Node]], equal: bool, *, least: int | None) -> Apart | None:
        """The sum of facts in one dimension, each with its sign; ``None`` where one is no plain printed fact, or may lie below ``least``."""
        domains, units = self.domains, self.units
        fixed: Rational = 0
        low: Rational = 0
        high: Rational = 0
        unknown: list[str] = []
        rounded: list[str] = []
        first: Unit | None = None
        for sign, node in terms:
            if type(node) is not Reference:
                return None
            name = node.fact
            number = domains.get(name)
            if number is None or not number.plain or (least is not None and not number.positive):
                return None
            unit = units.get(name)
            if unit is not first or unit is None:
                if unit is None or (first is not None and unit.dimension != first.dimension):
                    return None
                first = unit
            strict = number.strict
            one, other = strict.low, strict.high
            assert one is not None
            assert other is not None
            if number.known:
                fixed = fixed + one if sign > 0 else fixed - one
                continue
            unknown.append(name)
            if one != other:
                rounded.append(name)
            if sign > 0:
                low, high = low + one, high + other
            else:
                low, high = low - other, high - one
        if rounded and not _once(rounded):
            return None
        return _with_room(fixed + low, fixed + high, equal, unknown)

    def _product(self, check: Check) -> Apart | None:
        """``result = ratio × base``, none below 0, the base above 0, a share at most 1, and without digits in excess."""
        fields = check.fields
        domains = self.domains
        three = []
        unknown: list[str] = []
        for name in PRODUCTS[check.kind]:
            node = fields[name][0]
            if type(node) is not Reference:
                return None
            number = domains.get(node.fact)
            if number is None or not number.plain or not number.positive:
                return None
            three.append(number)
            if not number.known:
                unknown.append(node.fact)
        result, ratio, base = three
        if base.wide.low == 0 and not base.wide.low_open:
            return None
        if check.kind == "share" and not ratio.at_most_one:
            return None
        least, most = _ends(result)
        low, high = _ends(ratio)
        few, many = _ends(base)
        if (least != most and (result is ratio or result is base)) or (low != high and ratio is base):
            return None
        if ratio.rounded and _too_fine(least, most, few, many, high - low):
            return None
        return _with_room(least - high * many, most - low * few, True, unknown)


def _too_fine(least: Rational, most: Rational, few: Rational, many: Rational, digit: Rational) -> bool:
    """Whether what a result and its base leave open of their ratio is so many of its last digits that these say nothing."""
    if few == many:
        return least != most and most - least >= TOO_FINE * few * digit
    return most * many - least * few >= TOO_FINE * few * many * digit


def _once(rounded: Sequence[str]) -> bool:
    """Whether no number is met twice, and there are too few of them to make a sum implausible."""
    return len(rounded) <= NEVER_IMPLAUSIBLE and len(set(rounded)) == len(rounded)


def _ends(number: Domains) -> tuple[Rational, Rational]:
    low, high = number.strict.low, number.strict.high
    assert low is not None
    assert high is not None
    return low, high


def _with_room(low: Rational, high: Rational, equal: bool, unknown: Sequence[str]) -> Apart | None:
    """``None`` where the check fails, or holds by an end only; of exact numbers equality is enough."""
    if (low < 0 and (not equal or high > 0)) or (equal and low == 0 == high):
        return low, high, equal, unknown
    return None


def weigh_plainly(
    evidence: Evidence,
    check: Check,
    domains: Mapping[str, Domains],
    units: Units,
    apart: Apart | None = None,
) -> bool:
    """Weigh a share or quotient of facts as evidence of a habit of rounding; ``False`` where the check takes a network to tell.

    ``result = ratio × base`` is a row in the two first where the base is exactly known. ``apart`` is what :meth:`Plain.apart` said of it.
    """
    names = PRODUCTS.get(check.kind)
    if apart is not None and names is not None and len(apart[3]) == 1:
        ratio_node = check.fields["is"][0]
        if type(ratio_node) is Reference and ratio_node.fact == apart[3][0]:
            weigh_ratio(evidence, check.id, apart[0], apart[1])
            return True
    if names is None:
        return check.comparison is not None and "=" not in check.comparison.operators  # no equation, no row
    nodes = [check.fields[name][0] for name in names]
    result, ratio, base = (domains.get(node.fact) if type(node) is Reference else None for node in nodes)
    if result is None or ratio is None or base is None or result is ratio:
        return False
    many = base.strict.low
    if many is None or not many or not base.known:
        return not base.known and not ratio.known
    if apart is None and check.kind != "share" and _lacks_divisor(check, units):
        return False
    fixed: Rational = 0
    terms: list[tuple[Rational, Rational, Rational]] = []
    for coefficient, domain in ((1, result), (-many, ratio)):
        start, end = domain.strict.low, domain.strict.high
        if start is None or end is None:
            return True
        if domain.known:
            fixed += coefficient * start
        elif domain.rounded or is_point(domain.strict):
            terms.append((coefficient, start, end))
        else:
            return True
    _weigh_whole(evidence, check.id, fixed, terms)
    return True


def _weigh_whole(
    evidence: Evidence, name: str, fixed: Rational, terms: Sequence[tuple[Rational, Rational, Rational]]
) -> None:
    """Weigh a row times what makes its numbers whole."""
    scale = lcm(fixed.denominator, *(end.denominator for _, low, high in terms for end in (low, high)))
    whole = [
        (
            coefficient,
            low.numerator * (scale // low.denominator),
            high.numerator * (scale // high.denominator),
        )
        for coefficient, low, high in terms
    ]
    weigh_row(evidence, name, fixed.numerator * (scale // fixed.denominator), whole)


def _lacks_divisor(check: Check, units: Units) -> bool:
    result, ratio, base = (typed(check.fields[name][0], units) for name in PRODUCTS[check.kind])
    return lacks_divisor(result, base, ratio)
