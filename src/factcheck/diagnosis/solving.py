"""One quantity explained: what all others imply for it, by which steps, and how much slack they leave."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction
from functools import cached_property

from factcheck.claims.model import Fact, Project
from factcheck.diagnosis.board import Board
from factcheck.diagnosis.intervals import meet, width
from factcheck.diagnosis.model import DerivedRange, Explanation, ReadingName
from factcheck.diagnosis.others import Others
from factcheck.judgement import lower
from factcheck.judgement.cluster import Cluster
from factcheck.judgement.derivation import chain
from factcheck.judgement.lowering.scaling import is_empty
from factcheck.judgement.model import DerivationStep, Judgement
from factcheck.quantities import Interval


def solve(project: Project, judgement: Judgement, fact: str) -> Explanation:
    """Explain the fact with this id; KeyError where there is none."""
    return solve_all(project, judgement, [fact])[0]


def solve_all(project: Project, judgement: Judgement, facts: Iterable[str]) -> list[Explanation]:
    """Explain several facts by id; KeyError where there is none."""
    solving = Solving(Board(project, judgement, lower(project)))
    return [solving.explain(fact) for fact in facts]


class Solving:
    """Explains the quantities of one project."""

    def __init__(self, board: Board) -> None:
        self.board = board
        self._others = Others(board)

    def explain(self, name: str) -> Explanation:
        """All there is to say of one quantity."""
        fact = self.board.facts[name]
        strict, loose = self._derived(fact, "strict"), self._derived(fact, "loose")
        if strict is not None and loose is not None and strict.bounds == loose.bounds:
            strict = loose  # what is left loosely is what bounds it strictly: the same steps show it
        told = strict or loose
        used = dict.fromkeys(use for step in (told.steps if told else ()) for use in step.uses)
        return Explanation(
            fact=name,
            name=fact.name,
            printed=fact.printed,
            unit=self.board.lowered.units.get(name) or fact.unit,
            strict=strict,
            loose=loose,
            pinned_by=tuple(use for use in used if use != name and not self.board.facts[use].hidden),
            checks=tuple(sorted(self.board.checks_of(name))),
            slack=_slack(strict),
            agrees=_agrees(fact, strict or loose),
        )

    def _derived(self, fact: Fact, reading: ReadingName) -> DerivedRange | None:
        asked = self._others.asked(fact, reading, assumed=True)
        found = self._others.imply(fact, reading, assumed=True)
        if (found.bounds.low is None and found.bounds.high is None) or is_empty(found.bounds):
            return None
        steps = () if asked is None else self._steps(fact, reading, asked)
        return DerivedRange(bounds=found.bounds, steps=steps, tight=found.tight)

    def _steps(self, fact: Fact, reading: ReadingName, asked: Sequence[int]) -> tuple[DerivationStep, ...]:
        board = self.board
        domains = dict(enumerate(board.network.networks[reading].domains))
        variable = board.lowered.variable_of[fact.id]
        if not fact.hidden:
            domains[variable] = board.network.freed(variable)[0]
        return essential(chain(self._cluster, asked, [fact.id], domains))

    @cached_property
    def _cluster(self) -> Cluster:
        board = self.board
        checks = [board.checks_by_id[name] for name in board.lowered.check_of]
        return Cluster(checks, board.facts, board.lowered)


def essential(steps: Sequence[DerivationStep]) -> tuple[DerivationStep, ...]:
    """The steps without those that a later one outdoes before anything uses them."""
    kept = []
    known: dict[str, Interval] = {}
    for at, step in enumerate(steps):
        before = known.get(step.fact, Interval())
        known[step.fact] = step.bounds
        last = _last_before_use(steps, at).bounds
        raised = step.bounds.low != before.low and step.bounds.low == last.low
        lowered = step.bounds.high != before.high and step.bounds.high == last.high
        if raised or lowered:
            kept.append(step)
    return tuple(kept)


def _last_before_use(steps: Sequence[DerivationStep], at: int) -> DerivationStep:
    """The last step on the same fact before another step uses it."""
    last = steps[at]
    for later in steps[at + 1 :]:
        if last.fact in later.uses:
            break
        if later.fact == last.fact:
            last = later
    return last


def _slack(strict: DerivedRange | None) -> Fraction | None:
    return None if strict is None else width(strict.bounds)


def _agrees(fact: Fact, implied: DerivedRange | None) -> bool | None:
    if fact.hidden or implied is None:
        return None
    return meet(fact.readings.strict, implied.bounds)
