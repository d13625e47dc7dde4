"""Conflicts gathered by common cause: those that share a fact which could be wrong belong to one case."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Protocol

from factcheck.judgement.model import ConflictSet


class InDoubt(Protocol):
    """Tells whether a fact could be the wrong one."""

    def __call__(self, fact: str, /) -> bool:
        """Whether the fact could be wrong."""


def gathered(conflicts: Iterable[ConflictSet], in_doubt: InDoubt) -> list[list[ConflictSet]]:
    """Groups of conflicts that hang together through facts in doubt, in the order of their first members."""
    groups: list[tuple[set[str], list[ConflictSet]]] = []
    for conflict in conflicts:
        facts = {fact for fact in conflict.facts if in_doubt(fact)}
        joined = [group for group in groups if group[0] & facts]
        if not joined:
            groups.append((facts, [conflict]))
            continue
        first, *others = joined
        first[0].update(facts)
        first[1].append(conflict)
        for other in others:
            first[0].update(other[0])
            first[1].extend(other[1])
            groups = [group for group in groups if group is not other]
    return [members for _, members in groups]


def most_common_cause(
    conflicts: Sequence[ConflictSet], in_doubt: InDoubt
) -> tuple[list[ConflictSet], list[ConflictSet]]:
    """The conflicts that share the fact which most of them contain, and the rest."""
    count: dict[str, int] = {}
    for conflict in conflicts:
        for fact in filter(in_doubt, conflict.facts):
            count[fact] = count.get(fact, 0) + 1
    if not count:
        return list(conflicts), []
    cause = max(count, key=lambda fact: count[fact])
    return (
        [conflict for conflict in conflicts if cause in conflict.facts],
        [conflict for conflict in conflicts if cause not in conflict.facts],
    )
