"""A cluster of checks at work: their network, its solver, and the state of each check."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import field
from typing import TYPE_CHECKING

from factcheck.claims.model import Check, Fact
from factcheck.judgement.lowering.network import Lowered
from factcheck.judgement.model import (
    CheckVerdict,
    ConflictSet,
    Verdict,
)
from factcheck.judgement.settling import Overrides, Settler
from factcheck.quantities.interval import Interval
from factcheck.records import record

if TYPE_CHECKING:
    from factcheck.engine import Solver


@record(slots=True)
class Cluster:
    """A cluster at work: its checks in the order written, their network and the state of each.

    ``outside``: what the engine leaves undecided is put to Z3. ``alone``: it is a single check that its formula decides.
    """

    checks: Sequence[Check]
    facts: Mapping[str, Fact]
    lowered: Lowered
    solver: Solver = field(init=False)
    settler: Settler = field(init=False)
    by_index: list[Check] = field(init=False)
    loose: Overrides = field(default_factory=dict)
    strict: Overrides = field(init=False)
    inner: Overrides = field(init=False)
    verdicts: dict[str, CheckVerdict] = field(default_factory=dict)
    conflicts: list[ConflictSet] = field(default_factory=list)
    outside: bool = False
    alone: bool = field(init=False)

    def __post_init__(self) -> None:
        from factcheck.engine import Solver
        from factcheck.judgement.lone import LoneSolver, lone_relation

        lowered = self.lowered
        relation = lone_relation(lowered.network)
        self.alone = relation is not None
        self.solver = (
            Solver(lowered.network, outside=self.outside)
            if relation is None
            else LoneSolver(lowered.network, relation, outside=self.outside)
        )
        by_id = {check.id: check for check in self.checks}
        self.by_index = [by_id[name] for name in lowered.check_of]
        self.strict = _differences(lowered.strict, lowered.loose)
        self.inner = _differences(lowered.inner, lowered.loose)
        self.settler = Settler(self.solver, self.inner)

    def holding(self, name: str) -> CheckVerdict | None:
        """The verdict on a check that holds, made where there is none yet; ``None`` for a check of any other verdict."""
        verdict = self.verdicts.setdefault(name, CheckVerdict(check=name, verdict=Verdict.HOLDS))
        return verdict if verdict.verdict is Verdict.HOLDS else None

    def indices(self, wanted: Sequence[Check]) -> list[int]:
        """The constraints of checks that have one."""
        of = self.lowered.constraint_of
        return [of[check.id] for check in wanted if check.id in of]


@record(slots=True)
class Kept:
    """The plain constraints not set aside after the loose and after the strict pass, without those that ran into a limit."""

    loose: list[int]
    strict: list[int]


def _differences(domains: Sequence[Interval], base: Sequence[Interval]) -> dict[int, Interval]:
    return {
        index: domain
        for index, (domain, wide) in enumerate(zip(domains, base, strict=True))
        if domain != wide
    }
