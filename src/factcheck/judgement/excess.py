"""Digits that the inputs cannot carry: a result printed much finer than the rounding of what it was computed from."""

from __future__ import annotations

from collections.abc import Mapping

from factcheck.claims.expressions import Reference
from factcheck.claims.model import Check, Fact
from factcheck.judgement.bounds import in_unit
from factcheck.judgement.lowering.domains import is_rounding
from factcheck.judgement.lowering.network import Lowered
from factcheck.judgement.lowering.scaling import is_point
from factcheck.judgement.model import ExcessDigits
from factcheck.judgement.solving import solved_for
from factcheck.judgement.units.completion import facts_of

RESULT_FIELDS = {"share": "is", "average": "is", "times": "is", "change": "by"}
TOO_FINE = 100
"""The inputs leave so many steps of the result's last digit: two digits say nothing."""


def excess_digits(check: Check, lowered: Lowered, facts: Mapping[str, Fact]) -> ExcessDigits | None:
    """Whether the printed result of a share, average, multiple or change has two digits or more that its inputs leave open."""
    field = RESULT_FIELDS.get(check.kind)
    if field is None or check.tolerance is not None:
        return None
    node = check.fields[field][0]
    if not isinstance(node, Reference) or any(facts[name].hidden for name in facts_of(check)):
        return None
    fact, unit = facts[node.fact], lowered.units.get(node.fact)
    if fact.quantity is None or unit is None or not is_rounding(fact, fact.readings.strict):
        return None
    inputs = (lowered.variable_of[name] for name in facts_of(check) if name != node.fact)
    if all(is_point(lowered.strict[index]) for index in inputs):
        return None  # exact inputs carry any number of digits
    relation = lowered.network.constraints[lowered.constraint_of[check.id]].relations[0]
    implied = solved_for(relation, lowered.variable_of[node.fact], lowered.strict)
    low, high = fact.readings.strict.low, fact.readings.strict.high
    if implied is None or implied.low is None or implied.high is None or low is None or high is None:
        return None
    implied = in_unit(implied, unit.factor)
    assert implied.low is not None
    assert implied.high is not None
    if implied.high - implied.low < TOO_FINE * (high - low):
        return None
    return ExcessDigits(check=check.id, fact=node.fact, implied=implied, digit_unit=high - low, unit=unit)
