"""What an edit can do to units: they travel through checks, from facts that have one to facts that get theirs from checks."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

from factcheck.claims.expressions import Reference
from factcheck.claims.model import Check, Fact
from factcheck.judgement.units.completion import (
    QUOTIENT_FIELDS,
    Completed,
    complete,
    could_be_year,
    facts_of,
)

Users = Mapping[str, Iterable[str]]
"""The checks that mention a fact, by the fact's id."""


def quotient_of(check: Check) -> str | None:
    """The fact that is the ``is`` of an average or a multiple, if the check is one."""
    if check.kind not in QUOTIENT_FIELDS:
        return None
    node = check.fields["is"][0]
    return node.fact if isinstance(node, Reference) else None


def takes_its_unit(fact: Fact, quotients: Collection[str]) -> bool:
    """Whether the checks may tell, complete or change the fact's unit."""
    return fact.unit is None or bool(fact.per) or fact.id in quotients or could_be_year(fact)


def region_of(
    start: Iterable[str],
    checks: Mapping[str, Check],
    facts: Mapping[str, Fact],
    quotients: Collection[str],
    users: Users,
) -> set[str]:
    """All checks that have a say in units that depend on the ``start`` checks, by id: through facts that take their unit from checks."""
    found: set[str] = set()
    seen: set[str] = set()
    waiting = list(start)
    while waiting:
        name = waiting.pop()
        if name in found:
            continue
        found.add(name)
        for mentioned in facts_of(checks[name]):
            fact = facts.get(mentioned)
            if fact is not None and mentioned not in seen and takes_its_unit(fact, quotients):
                seen.add(mentioned)
                waiting.extend(users.get(mentioned, ()))
    return found


def complete_again(
    completed: Completed, facts: Mapping[str, Fact], names: Iterable[str], region: Sequence[Check]
) -> set[str]:
    """Complete the units of some facts, and of those in a region of checks, anew; the facts whose unit is another now."""
    mentioned = dict.fromkeys((*names, *(name for check in region for name in facts_of(check))))
    here = {name: facts[name] for name in mentioned if name in facts}
    fresh = complete(here, region)
    changed = {
        name
        for name, unit in fresh.units.items()
        if name not in completed.units or completed.units[name] != unit
    }
    for name in here:
        completed.divisors.pop(name, None)
    completed.units.update(fresh.units)
    completed.divisors.update(fresh.divisors)
    return changed
