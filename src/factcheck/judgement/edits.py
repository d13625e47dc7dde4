"""One edit of a project, and what it is between two versions of a file: only what says something else counts, wherever it stands."""

from __future__ import annotations

from dataclasses import field

from factcheck.claims.model import Check, ClaimsFile, Fact
from factcheck.records import record

_PLACES = frozenset({"start", "end"})


@record(slots=True)
class Edit:
    """Facts and checks that are new or say something else, and the ids of those that are gone.

    ``moved`` facts and checks say what they said, from another place.
    """

    facts: dict[str, Fact] = field(default_factory=dict)
    checks: dict[str, Check] = field(default_factory=dict)
    gone_facts: list[str] = field(default_factory=list)
    gone_checks: list[str] = field(default_factory=list)
    moved_facts: dict[str, Fact] = field(default_factory=dict)
    moved_checks: dict[str, Check] = field(default_factory=dict)


def difference(old: ClaimsFile, new: ClaimsFile) -> Edit:
    """What became of the file ``old``."""
    edit = Edit()
    before = {fact.id: fact for fact in old.facts.values()}
    for fact in new.facts.values():
        was = before.pop(fact.id, None)
        same = was is not None and _meaning(was) == _meaning(fact)
        (edit.moved_facts if same else edit.facts)[fact.id] = fact
    edit.gone_facts += before
    checks = {check.id: check for check in old.checks}
    for check in new.checks:
        earlier = checks.pop(check.id, None)
        same = earlier is not None and same_check(earlier, check)
        (edit.moved_checks if same else edit.checks)[check.id] = check
    edit.gone_checks += checks
    return edit


def _meaning(fact: Fact) -> tuple[object, ...]:
    """All of a fact that its judgement can depend on."""
    quantity = fact.quantity
    value = None if quantity is None else (quantity.text, quantity.value, quantity.digit_unit, quantity.unit)
    return (
        fact.printed,
        value,
        fact.unit,
        fact.readings,
        fact.hidden,
        fact.per,
        fact.period,
        fact.cumulative,
        fact.trusted,
        fact.is_ratio,
    )


def same_check(one: Check, other: Check) -> bool:
    """Whether two checks say the same, wherever they stand."""
    return (
        one.kind == other.kind
        and one.assumption == other.assumption
        and one.ignore == other.ignore
        and _same(one.comparison, other.comparison)
        and one.fields.keys() == other.fields.keys()
        and all(_same(nodes, other.fields[name]) for name, nodes in one.fields.items())
        and _same(one.tolerance, other.tolerance)
    )


def _same(one: object, other: object) -> bool:
    """Whether two trees are equal but for the places of their parts."""
    waiting = [(one, other)]
    while waiting:
        left, right = waiting.pop()
        if type(left) is not type(right):
            return False
        if isinstance(left, tuple) and isinstance(right, tuple):
            if len(left) != len(right):
                return False
            waiting += zip(left, right, strict=True)
        elif (names := getattr(type(left), "__slots__", None)) is not None and hasattr(left, "start"):
            waiting += ((getattr(left, name), getattr(right, name)) for name in names if name not in _PLACES)
        elif left != right:
            return False
    return True
