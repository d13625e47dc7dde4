"""One edit of a project, and what it is between two versions of a file: only what says something else counts, wherever it stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import field

from factcheck.claims.expressions import Node, Reference
from factcheck.claims.model import Check, ClaimsFile, Fact
from factcheck.records import record

_PLACES = frozenset({"start", "end"})


@record(slots=True)
class Edit:
    """Facts and checks that are new or say something else, and the ids of those that are gone; of a check that says something else both.

    ``moved`` facts say what they said, from another place, as do the ``moved`` checks, by the id that they had. ``files`` are the paths of
    those whose habit of rounding is to be told again whatever else became of them.
    """

    facts: dict[str, Fact] = field(default_factory=dict)
    checks: dict[str, Check] = field(default_factory=dict)
    gone_facts: list[str] = field(default_factory=list)
    gone_checks: list[str] = field(default_factory=list)
    moved_facts: dict[str, Fact] = field(default_factory=dict)
    moved_checks: dict[str, Check] = field(default_factory=dict)
    files: set[str] = field(default_factory=set)


def difference(old: ClaimsFile, new: ClaimsFile) -> Edit:
    """What became of the file ``old``. Most checks are called by their line: one that is moved keeps its meaning under another id."""
    edit = Edit()
    before = {fact.id: fact for fact in old.facts.values()}
    for fact in new.facts.values():
        was = before.pop(fact.id, None)
        same = was is not None and _meaning(was) == _meaning(fact)
        (edit.moved_facts if same else edit.facts)[fact.id] = fact
    edit.gone_facts += before
    first, last = _alike(old.checks, new.checks)
    ends = len(old.checks) - last, len(new.checks) - last
    kept = [*zip(old.checks[:first], new.checks[:first], strict=True)]
    kept += zip(old.checks[ends[0] :], new.checks[ends[1] :], strict=True)
    edit.moved_checks.update((one.id, other) for one, other in kept)
    edit.gone_checks += (check.id for check in old.checks[first : ends[0]])
    edit.checks.update((check.id, check) for check in new.checks[first : ends[1]])
    return edit


def _alike(old: Sequence[Check], new: Sequence[Check]) -> tuple[int, int]:
    """How many checks say the same at the beginning of both lists, and at their ends."""
    shorter = min(len(old), len(new))
    first = 0
    while first < shorter and same_check(old[first], new[first]):
        first += 1
    last = 0
    while last < shorter - first and same_check(old[-1 - last], new[-1 - last]):
        last += 1
    return first, last


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
        and one.fields.keys() == other.fields.keys()
        and all(_same_nodes(nodes, other.fields[name]) for name, nodes in one.fields.items())
        and _same(one.comparison, other.comparison)
        and _same(one.tolerance, other.tolerance)
    )


def _same_nodes(one: Sequence[Node], other: Sequence[Node]) -> bool:
    if len(one) != len(other):
        return False
    return all(
        left.fact == right.fact
        if isinstance(left, Reference) and isinstance(right, Reference)
        else _same(left, right)
        for left, right in zip(one, other, strict=True)
    )


def _same(one: object, other: object) -> bool:
    """Whether two trees are equal but for the places of their parts."""
    if one is None and other is None:
        return True
    waiting = [(one, other)]
    while waiting:
        left, right = waiting.pop()
        if type(left) is not type(right):
            return False
        if isinstance(left, tuple) and isinstance(right, tuple):
            if len(left) != len(right):
                return False
            waiting += zip(left, right, strict=True)
        elif hasattr(left, "start"):
            names = type(left).__slots__  # type: ignore[attr-defined]
            waiting += ((getattr(left, name), getattr(right, name)) for name in names if name not in _PLACES)
        elif left != right:
            return False
    return True
