"""One quantity explained: what all others imply for it, by which steps, and how much slack they leave."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from factcheck.claims.model import Fact, Project
from factcheck.diagnosis.board import Board
from factcheck.diagnosis.intervals import meet, width
from factcheck.diagnosis.model import DerivedRange, Explanation, ReadingName
from factcheck.diagnosis.others import Others
from factcheck.engine import Step
from factcheck.judgement import lower
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
        found = self._others.imply(fact, reading, assumed=True)
        if (found.bounds.low is None and found.bounds.high is None) or is_empty(found.bounds):
            return None
        steps = self._steps(found.derivation)
        return DerivedRange(bounds=found.bounds, steps=steps, tight=found.tight)

    def _steps(self, derivation: tuple[Step, ...]) -> tuple[DerivationStep, ...]:
        """One step for each quantity that a check narrows, both its ends together, in the order of the proof."""
        lowered = self.board.lowered
        ends: dict[tuple[int, str], Interval] = {}
        for step in derivation:
            fact = lowered.fact_of[step.variable] if step.variable < len(lowered.fact_of) else None
            if fact is not None:
                key = (step.constraint, fact)
                ends[key] = _narrowed(ends.get(key, Interval()), step)
        return tuple(
            DerivationStep(
                check := lowered.check_of[constraint], fact, self._own(fact, bounds), self._uses(check, fact)
            )
            for (constraint, fact), bounds in ends.items()
        )

    def _own(self, fact: str, bounds: Interval) -> Interval:
        return self.board.own_unit(fact, bounds)

    def _uses(self, check: str, fact: str) -> tuple[str, ...]:
        return tuple(name for name in self.board.facts_of(check) if name != fact)


def _narrowed(bounds: Interval, step: Step) -> Interval:
    if step.side == "low":
        return Interval(step.bound, bounds.high, step.open, bounds.high_open)
    return Interval(bounds.low, step.bound, bounds.low_open, step.open)


def _slack(strict: DerivedRange | None) -> Fraction | None:
    return None if strict is None else width(strict.bounds)


def _agrees(fact: Fact, implied: DerivedRange | None) -> bool | None:
    if fact.hidden or implied is None:
        return None
    return meet(fact.readings.strict, implied.bounds)
