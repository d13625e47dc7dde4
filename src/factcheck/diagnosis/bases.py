"""Growth reckoned on the wrong base: (to − from) ÷ to is printed instead of (to − from) ÷ from."""

from __future__ import annotations

from fractions import Fraction

from factcheck.claims.expressions import Reference
from factcheck.claims.model import Check, Fact
from factcheck.diagnosis.case import Case
from factcheck.diagnosis.intervals import meet
from factcheck.quantities import Interval


def is_on_wrong_base(case: Case, fact: Fact) -> bool:
    """Whether the printed growth fits the later figure as its base.

    From 80 to 100 is 25 %; 20 % is what the rise is of 100.
    """
    checks = case.board.checks_by_id
    return any(_fits_other_base(case, fact, checks[name]) for name in case.concerned)


def _fits_other_base(case: Case, fact: Fact, check: Check) -> bool:
    if check.kind != "change" or fact.unit is None:
        return False
    nodes = [check.fields[name][0] for name in ("from", "to", "by")]
    facts = [case.board.facts[node.fact] for node in nodes if isinstance(node, Reference)]
    if len(facts) < 3 or facts[2].id != fact.id:
        return False
    old, new = (facts[at].readings.strict for at in (0, 1))
    if old.low is None or old.high is None or new.low is None or new.high is None or new.low <= 0:
        return False
    low, high = 1 - Fraction(old.high) / new.low, 1 - Fraction(old.low) / new.high
    return meet(fact.readings.strict, Interval(low / fact.unit.factor, high / fact.unit.factor))
