"""A result under other ids of its checks: most checks are called by the line they stand in, and lines move."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from factcheck.judgement.model import CheckVerdict, ClusterResult, ConflictSet

Ids = Mapping[str, str]
"""New ids by old ones; what is not among them keeps its id."""


def renamed(result: ClusterResult, ids: Ids) -> ClusterResult:
    """The result with the checks' new ids throughout; a conflict that a verdict shares with the list stays one object."""
    conflicts: dict[int, ConflictSet] = {}

    def conflict_of(conflict: ConflictSet) -> ConflictSet:
        found = conflicts.get(id(conflict))
        if found is None:
            found = conflicts[id(conflict)] = _conflict(conflict, ids)
        return found

    def verdict_of(verdict: CheckVerdict) -> CheckVerdict:
        conflict = verdict.conflict
        name = ids.get(verdict.check, verdict.check)
        return replace(verdict, check=name, conflict=None if conflict is None else conflict_of(conflict))

    return replace(
        result,
        verdicts=[verdict_of(verdict) for verdict in result.verdicts],
        conflicts=[conflict_of(conflict) for conflict in result.conflicts],
        excess_digits=[
            replace(excess, check=ids.get(excess.check, excess.check)) for excess in result.excess_digits
        ],
    )


def _conflict(conflict: ConflictSet, ids: Ids) -> ConflictSet:
    return replace(
        conflict,
        checks=tuple(ids.get(name, name) for name in conflict.checks),
        primary=ids.get(conflict.primary, conflict.primary),
        steps=tuple(replace(step, check=ids.get(step.check, step.check)) for step in conflict.steps),
    )
