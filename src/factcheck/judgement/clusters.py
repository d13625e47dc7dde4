"""Checks that can be judged apart: they share no quantity that is not exactly known."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from factcheck.claims.model import Check
from factcheck.judgement.lowering.domains import Domains
from factcheck.judgement.units.completion import facts_of


def clusters_of(
    checks: Iterable[Check], domains: Mapping[str, Domains], narrowed: set[str] | None = None
) -> list[list[Check]]:
    """The checks grouped so that groups share only exactly known facts; groups and members in the order written.

    ``narrowed`` is filled with the facts that the checks may narrow: those that are not exactly known.
    """
    parent: list[int] = []
    owner: dict[str, int] = {}
    members: list[Check] = []

    def find(item: int) -> int:
        while parent[item] != item:
            parent[item] = parent[parent[item]]
            item = parent[item]
        return item

    for index, check in enumerate(checks):
        parent.append(index)
        members.append(check)
        for name in facts_of(check):
            domain = domains.get(name)
            if domain is None or domain.known:
                continue
            if name in owner:
                low, high = sorted((find(owner[name]), find(index)))
                parent[high] = low
            else:
                owner[name] = index
    if narrowed is not None:
        narrowed.update(owner)
    groups: dict[int, list[Check]] = {}
    for index, check in enumerate(members):
        groups.setdefault(find(index), []).append(check)
    return list(groups.values())
