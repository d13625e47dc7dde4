"""FC505: the hedge points the wrong way: "nearly 60 %" of what can only be more than 60 %."""

from __future__ import annotations

from collections.abc import Iterable

from factcheck.findings import Finding, say
from factcheck.judgement.model import ConflictSet
from factcheck.quantities.interval import Interval, Rational
from factcheck.rules.interface import Context
from factcheck.rules.wording.at_check import at_fact
from factcheck.rules.wording.intervals import bounds_of, in_words
from factcheck.rules.wording.numbers import display_of


class HedgeRule:
    """Reported beside the conflict itself: the number may be right and only the word wrong."""

    codes = ("FC505",)

    def findings(self, context: Context) -> Iterable[Finding]:
        """One finding for each conflict whose hedged number would be right without its direction."""
        for conflict in context.conflicts:
            finding = _finding(context, conflict)
            if finding is not None:
                yield finding


def _finding(context: Context, conflict: ConflictSet) -> Finding | None:
    compared = conflict.comparison
    fact = context.facts.get(compared.fact) if compared and compared.fact else None
    if compared is None or fact is None or fact.quantity is None or not fact.quantity.hedge:
        return None
    quantity, implied = fact.quantity, compared.implied
    if not _wrong_side(fact.readings.strict, quantity.value, implied):
        return None
    display = display_of(fact, compared.unit)
    return at_fact(
        context,
        "FC505",
        fact,
        say(
            "原文写作“{printed}”，而其余数字说明它{range}：“{hedge}”的方向不对",
            'the article says "{printed}", but the rest says it is {range}: "{hedge}" points the wrong way',
            printed=fact.printed,
            hedge=quantity.hedge,
            range=in_words(implied, display),
        ),
        check=conflict.primary,
        reading=conflict.reading,
        implied=bounds_of(implied, compared.unit.name),
        ignored=context.checks[conflict.primary].ignore,
    )


def _wrong_side(strict: Interval, value: Rational, implied: Interval) -> bool:
    """The hedge puts the true value on one side of the printed one, the rest on the other."""
    if strict.low == strict.high:
        return False
    below = strict.high is not None and strict.high <= value
    above = strict.low is not None and strict.low >= value
    if below == above:
        return False
    if below:
        return implied.low is not None and implied.low >= value
    return implied.high is not None and implied.high <= value
