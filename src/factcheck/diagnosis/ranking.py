"""How likely a fact is the wrong one. Only the order depends on it, never a verdict.

The score is a likelihood in the manner of Bayes: if this fact alone is wrong, its true value is one of those the others leave, and the
printed form comes from it by a slip. Each slip that leads there counts with its likelihood; then how easily the number bends, how well it is
sourced, and how many other checks vouch for it.
"""

from __future__ import annotations

from fractions import Fraction

from factcheck.claims.model import Fact
from factcheck.diagnosis.case import Case
from factcheck.diagnosis.culprits import Culprit

_HEDGED = Fraction(2)
_ROUND = Fraction(5, 4)
_SOURCED = Fraction(2, 3)
_REFERENCE = Fraction(1, 10)
_VOUCHED = Fraction(4, 5)


def score(case: Case, culprit: Culprit) -> Fraction:
    """The likelihood that this is the wrong number, up to a factor common to all of the case."""
    result = sum((form.weight for form in culprit.forms), Fraction(0))
    for fact in (culprit.fact, *([culprit.partner] if culprit.partner else [])):
        result *= _standing(case, fact)
    return result


def vouching(case: Case, fact: Fact) -> int:
    """How many other checks use the number as printed and hold."""
    return len(case.board.checks_of(fact.id) - set(case.concerned))


def is_round(fact: Fact) -> bool:
    """Whether the number has a hedge, or ends in zeros that may not be meant to the unit."""
    quantity = fact.quantity
    return quantity is not None and (bool(quantity.hedge) or fact.readings.rests_on_zeros)


def _standing(case: Case, fact: Fact) -> Fraction:
    """How easily the number bends, how well it is sourced, who vouches for it."""
    standing = Fraction(1)
    if fact.quantity is not None and fact.quantity.hedge:
        standing *= _HEDGED
    elif is_round(fact):
        standing *= _ROUND
    if fact.source:
        standing *= _SOURCED
    if case.board.is_reference(fact.id):
        standing *= _REFERENCE
    return standing * _VOUCHED ** min(vouching(case, fact), 4)
