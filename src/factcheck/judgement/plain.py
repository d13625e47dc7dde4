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
from factcheck.claims.model import Check, CheckKind, Fact
from factcheck.judgement.excess import TOO_FINE
from factcheck.judgement.habits import Evidence, weigh_row
from factcheck.judgement.lowering.domains import Domains
from factcheck.judgement.lowering.scaling import is_point
from factcheck.judgement.model import CheckVerdict, ClusterResult, Verdict
from factcheck.judgement.plausibility import NEVER_IMPLAUSIBLE
from factcheck.judgement.units.completion import Completed, lacks_divisor
from factcheck.judgement.units.fitting import plainly_fits
from factcheck.judgement.units.typed import Units, additive_terms, typed
from factcheck.quantities.interval import Rational
from factcheck.quantities.model import Unit

Apart = tuple[Rational, Rational, bool]
"""The least and the greatest that the left side can be above the right one, and whether the two have to be equal."""

PRODUCTS: dict[CheckKind, tuple[str, str, str]] = {
    "share": ("part", "is", "whole"),
    "average": ("total", "is", "over"),
    "times": ("a", "is", "b"),
}
"""The fields of the kinds that say ``result = ratio × base``."""


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

    def result(self, check: Check) -> ClusterResult | None:
        """The result for a check that holds with room to spare (or of exact numbers alone); ``None`` where it takes a longer way to tell."""
        if check.kind in ("average", "times") and _lacks_divisor(check, self.units):
            return None
        apart = self._apart(check)
        if apart is None:
            return None
        slack = self.slack(check, apart)
        if slack is None:
            return None
        return ClusterResult([CheckVerdict(check=check.id, verdict=Verdict.HOLDS, slack=slack)])

    def at_once(self, check: Check) -> Apart | None:
        """How far apart the sides of a check are that holds with room to spare, and whose units and values nobody need look at any more.

        ``None`` says only that it takes a closer look.
        """
        if check.kind in PRODUCTS and not plainly_fits(check, self.facts, self.completed):
            return None
        return self._apart(check)

    def slack(self, check: Check, apart: Apart) -> Rational | None:
        """The room that is left to the check, in the unit of the first fact that it names."""
        if check.comparison is not None:
            first = additive_terms(check.comparison.operands[0])[0][1]
        else:
            first = next(iter(check.fields.values()))[0]
        unit = self._unit(first)
        if unit is None:
            return None
        low, high, equal = apart
        room = min(-low, high) if equal else -low
        return Fraction(room) if unit.factor == 1 else room / unit.factor

    def _apart(self, check: Check) -> Apart | None:
        """How far the sides of a check of facts are apart; ``None`` as well where it fails, or holds by an end only."""
        if check.ignore is not None or check.assumption or check.tolerance is not None:
            return None
        kind = check.kind
        if kind in PRODUCTS:
            return self._product(check)
        if kind == "expression":
            return self._expression(check)
        if kind == "sum":
            return self._sums(check.fields["whole"], check.fields["parts"], equal=True)
        if kind == "within":
            return self._sums(
                check.fields.get("parts") or check.fields["part"], check.fields["whole"], equal=False
            )
        return None

    def _sums(self, left: Sequence[Node], right: Sequence[Node], *, equal: bool) -> Apart | None:
        terms = [(1, node) for node in left]
        terms += [(-1, node) for node in right]
        return self._added(terms, equal, least=0)

    def _expression(self, check: Check) -> Apart | None:
        comparison = check.comparison
        if comparison is None or len(comparison.operators) != 1:
            return None
        operator = comparison.operators[0]
        left, right = comparison.operands
        turned = 1 if operator[0] != ">" else -1
        terms = [(sign * turned, node) for sign, node in additive_terms(left)]
        terms += [(-sign * turned, node) for sign, node in additive_terms(right)]
        return self._added(terms, operator == "=", least=None)

    def _added(self, terms: Iterable[tuple[int, Node]], equal: bool, *, least: int | None) -> Apart | None:
        """The sum of facts in one dimension, each with its sign; ``None`` where one is no plain printed fact, or may lie below ``least``."""
        domains, units = self.domains, self.units
        fixed: Rational = 0
        low: Rational = 0
        high: Rational = 0
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
            if number.known or one == other:
                fixed = fixed + one if sign > 0 else fixed - one
                continue
            rounded.append(name)
            if sign > 0:
                low, high = low + one, high + other
            else:
                low, high = low - other, high - one
        if len(rounded) > 1 and (len(rounded) > NEVER_IMPLAUSIBLE or len(set(rounded)) < len(rounded)):
            return None
        return _with_room(fixed + low, fixed + high, equal)

    def _product(self, check: Check) -> Apart | None:
        """``result = ratio × base``, none below 0, the base above 0, a share at most 1, and without digits in excess."""
        fields = check.fields
        names = PRODUCTS[check.kind]
        result, ratio, base = (
            self._positive(fields[names[0]][0]),
            self._positive(fields[names[1]][0]),
            self._positive(fields[names[2]][0]),
        )
        if result is None or ratio is None or base is None:
            return None
        loose, whole = ratio.loose, base.loose
        if whole.low == 0 and not whole.low_open:
            return None
        if check.kind == "share" and (loose.high is None or loose.high > 1):
            return None
        least, most = _ends(result)
        low, high = _ends(ratio)
        few, many = _ends(base)
        if (least != most and (result is ratio or result is base)) or (low != high and ratio is base):
            return None
        if (
            ratio.rounded
            and (least != most or few != many)
            and most * many - least * few >= TOO_FINE * few * many * (high - low)
        ):
            return None
        return _with_room(least - high * many, most - low * few, True)

    def _positive(self, node: Node) -> Domains | None:
        """The domains of the plain printed fact that the node is, if that is never below 0."""
        number = self.domains.get(node.fact) if type(node) is Reference else None
        return number if number is not None and number.plain and number.positive else None

    def _unit(self, node: Node) -> Unit | None:
        return self.units.get(node.fact) if type(node) is Reference else None


def _ends(number: Domains) -> tuple[Rational, Rational]:
    low, high = number.strict.low, number.strict.high
    assert low is not None
    assert high is not None
    return low, high


def _with_room(low: Rational, high: Rational, equal: bool) -> Apart | None:
    """``None`` where the check fails, or holds by an end only; of exact numbers equality is enough."""
    if low < 0 and (not equal or high > 0):
        return low, high, equal
    return (low, high, equal) if equal and low == 0 == high else None


def weigh_plainly(
    evidence: Evidence, check: Check, domains: Mapping[str, Domains], units: Units, fits: bool = False
) -> bool:
    """Weigh a share or quotient of facts as evidence of a habit of rounding; ``False`` where the check takes a network to tell.

    ``result = ratio × base`` is a row in the two first where the base is exactly known. ``fits``: its units are known to fit.
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
    if not fits and check.kind != "share" and _lacks_divisor(check, units):
        return False
    fixed: Rational = 0
    terms: list[tuple[Rational, Rational, Rational]] = []
    for coefficient, domain in ((1, result), (-many, ratio)):
        low, high = domain.strict.low, domain.strict.high
        if low is None or high is None:
            return True
        if domain.known:
            fixed += coefficient * low
        elif domain.rounded or is_point(domain.strict):
            terms.append((coefficient, low, high))
        else:
            return True
    _weigh_whole(evidence, check.id, fixed, terms)
    return True


def _weigh_whole(
    evidence: Evidence, name: str, fixed: Rational, terms: Sequence[tuple[Rational, Rational, Rational]]
) -> None:
    """Weigh a row times what makes its numbers whole."""
    scale = fixed.denominator
    for _, low, high in terms:
        scale = lcm(scale, low.denominator, high.denominator)
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
