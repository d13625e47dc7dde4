"""Which check of a conflict is set aside, and the most suspect where none stands out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import field
from typing import TYPE_CHECKING

from factcheck.claims.model import Check, CheckKind
from factcheck.engine import Conflict
from factcheck.judgement.primary import choose_primary
from factcheck.judgement.units.completion import facts_of
from factcheck.records import record

if TYPE_CHECKING:
    from factcheck.judgement.cluster import Cluster
    from factcheck.judgement.settling import Overrides

LARGEST_TRIED = 2000
"""In larger components it is not tried what setting a check aside would heal: the last written goes."""


@record(slots=True)
class Chooser:
    """Chooses for one pass over a cluster; ``kinds`` remembers under which kind's code each choice stands (``None``: jointly)."""

    cluster: Cluster
    overrides: Overrides
    fixed: frozenset[int]
    kinds: dict[int, CheckKind | None] = field(default_factory=dict)

    def choose(self, conflict: Conflict, component: Sequence[int]) -> int:
        """The constraint set aside; checks that are ``fixed`` are not, for they are known to hold together."""
        cluster = self.cluster
        members = [cluster.by_index[c] for c in sorted(conflict.constraints) if c not in self.fixed]

        def most_suspect(candidates: Sequence[Check]) -> Check:
            return self._most_suspect(candidates, component)

        check, kind = choose_primary(members, cluster.facts, most_suspect)
        constraint = cluster.lowered.constraint_of[check.id]
        self.kinds[constraint] = kind
        return constraint

    def _most_suspect(self, candidates: Sequence[Check], component: Sequence[int]) -> Check:
        """Of checks that can all be blamed: one not of trusted facts alone, one whose leaving heals everything, the one written last."""
        facts = self.cluster.facts
        doubted = [
            check
            for check in candidates
            if not all(facts[name].trusted or facts[name].hidden for name in facts_of(check))
        ]
        candidates = doubted or candidates
        if len(component) <= LARGEST_TRIED:
            healing = [check for check in candidates if self._heals(check, component)]
            candidates = healing or candidates
        return candidates[-1]

    def _heals(self, check: Check, component: Sequence[int]) -> bool:
        left_out = self.cluster.lowered.constraint_of[check.id]
        rest = [constraint for constraint in component if constraint != left_out]
        return self.cluster.settler.can_hold(rest, self.overrides)
