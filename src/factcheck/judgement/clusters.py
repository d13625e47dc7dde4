"""Checks that can be judged apart: they share no quantity that is not exactly known."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from factcheck.claims.model import Check
from factcheck.judgement.lowering.domains import Domains
from factcheck.judgement.units.completion import facts_of


def unknown_facts(check: Check, domains: Mapping[str, Domains]) -> list[str]:
    """The facts of a check that are not exactly known."""
    return [
        name for name in facts_of(check) if (domain := domains.get(name)) is not None and not domain.known
    ]


def clusters_of(
    checks: Iterable[Check],
    domains: Mapping[str, Domains],
    narrowed: set[str] | None = None,
    unknown: Mapping[str, Sequence[str]] | None = None,
) -> list[list[Check]]:
    """The checks grouped so that groups share only exactly known facts; groups and members in the order written.

    ``narrowed`` is filled with the facts that the checks may narrow: those that are not exactly known. ``unknown`` are these by check id, where
    they are told already.
    """
    parent: list[int] = []
    owner: dict[str, int] = {}
    members: list[Check] = []

    def find(item: int) -> int:
        while parent[item] != item:
            parent[item] = parent[parent[item]]
            item = parent[item]
        return item

    joined = False
    for index, check in enumerate(checks):
        parent.append(index)
        members.append(check)
        for name in unknown_facts(check, domains) if unknown is None else unknown[check.id]:
            first = owner.setdefault(name, index)
            if first != index:
                low, high = sorted((find(first), find(index)))
                parent[high] = low
                joined = True
    if narrowed is not None:
        narrowed.update(owner)
    if not joined:
        return [[check] for check in members]
    groups: dict[int, list[Check]] = {}
    for index, check in enumerate(members):
        groups.setdefault(find(index), []).append(check)
    return list(groups.values())
