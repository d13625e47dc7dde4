"""What all other facts imply for one: the common ground of explaining a quantity and of guarding its digits."""

from __future__ import annotations

from dataclasses import replace

from factcheck.claims.model import Fact
from factcheck.diagnosis.board import Board
from factcheck.diagnosis.model import ReadingName
from factcheck.engine import Range
from factcheck.judgement.derivation import intersection
from factcheck.judgement.model import ConflictSet
from factcheck.quantities import Interval


class Others:
    """Asks the checks that are not set aside; where a fact is itself in conflict, also those that were set aside over it."""

    def __init__(self, board: Board) -> None:
        self.board = board
        self._conflicts = board.judgement.conflicts

    def imply(self, fact: Fact, reading: ReadingName, *, assumed: bool) -> Range:
        """The range, in the fact's own unit; everything where no check says anything.

        Strictly more checks may be set aside than loosely: what they leave loosely bounds the strict range too.
        """
        found = self._imply(fact, reading, assumed)
        if reading == "loose" or not self._told_more_loosely(fact, assumed):
            return found
        loose = self._imply(fact, "loose", assumed)
        return replace(found, bounds=intersection(found.bounds, loose.bounds))

    def _told_more_loosely(self, fact: Fact, assumed: bool) -> bool:
        """Whether a check that is set aside strictly only bears on the fact loosely."""
        loose, _ = self._aside(fact, "loose", assumed)
        strict, _ = self._aside(fact, "strict", assumed)
        if fact.id not in self.board.lowered.variable_of or loose == strict:
            return False
        checks = self.board.lowered.check_of
        return any(
            checks[constraint] in strict
            for constraint in self.board.reached("loose", fact.id, (), loose, assumed=assumed)
        )

    def _imply(self, fact: Fact, reading: ReadingName, assumed: bool) -> Range:
        if fact.id not in self.board.lowered.variable_of:
            return Range(Interval(), tight=True)
        aside, own = self._aside(fact, reading, assumed)
        if own:
            left = self.board.left(reading, fact.id, {}, own, aside, assumed=assumed)
            if left is not None:
                return left
        return self.board.outer(reading, fact.id, aside | set(own), assumed=assumed)

    def asked(self, fact: Fact, reading: ReadingName, *, assumed: bool) -> list[int]:
        """The constraints that :meth:`imply` asks."""
        if fact.id not in self.board.lowered.variable_of:
            return []
        aside, own = self._aside(fact, reading, assumed)
        if own and self.board.left(reading, fact.id, {}, own, aside, assumed=assumed) is None:
            aside, own = aside | set(own), ()
        return self.board.reached(reading, fact.id, own, aside, assumed=assumed)

    def _aside(
        self, fact: Fact, reading: ReadingName, assumed: bool
    ) -> tuple[frozenset[str], tuple[str, ...]]:
        """The checks set aside over other facts, and those set aside over this one."""
        counted = [each for each in self._conflicts if self._counts(each, reading, assumed)]
        own = tuple(each.primary for each in counted if fact.id in each.facts)
        return frozenset(each.primary for each in counted) - set(own), own

    def _counts(self, conflict: ConflictSet, reading: ReadingName, assumed: bool) -> bool:
        """Whether the conflict's primary check was set aside before this reading was asked."""
        return (reading == "strict" or conflict.reading == "loose") and (assumed or not conflict.assumption)
