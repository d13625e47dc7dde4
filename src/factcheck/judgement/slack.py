"""How much room a check that holds has left."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from factcheck.claims.model import Check, Fact
from factcheck.judgement.bounds import interval_of
from factcheck.judgement.lowering.network import Lowered
from factcheck.judgement.solving import minus
from factcheck.judgement.units.completion import facts_of
from factcheck.quantities.interval import Rational


def slack_of(check: Check, lowered: Lowered, facts: Mapping[str, Fact], factor: Fraction) -> Rational | None:
    """How much further the two sides may move apart, as strictly read, before the check fails; in a unit of size ``factor``.

    ``None`` where hidden quantities stand in the check, and where there is no limit.
    """
    if any(facts[name].hidden for name in facts_of(check)):
        return None
    room: Rational | None = None
    for relation in lowered.network.constraints[lowered.constraint_of[check.id]].relations:
        left, right = interval_of(relation.left, lowered.strict), interval_of(relation.right, lowered.strict)
        apart = minus(right, left)
        ends = (
            [apart.high]
            if relation.operator != "="
            else [apart.high, None if apart.low is None else -apart.low]
        )
        for end in ends:
            if end is not None and (room is None or end < room):
                room = end
    return None if room is None or room < 0 else room / factor
