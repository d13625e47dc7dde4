"""What all other facts imply for one: the common ground of explaining a quantity and of guarding its digits."""

from __future__ import annotations

from factcheck.claims.model import Fact
from factcheck.diagnosis.board import Board
from factcheck.diagnosis.model import ReadingName
from factcheck.engine import Range
from factcheck.judgement.model import ConflictSet
from factcheck.quantities import Interval


class Others:
    """Asks the checks that are not set aside; where a fact is itself in conflict, also those that were set aside over it."""

    def __init__(self, board: Board) -> None:
        self.board = board
        self._conflicts = board.judgement.conflicts

    def imply(self, fact: Fact, reading: ReadingName, *, assumed: bool) -> Range:
        """The range, in the fact's own unit, with its derivation; everything where no check says anything."""
        if fact.id not in self.board.lowered.variable_of:
            return Range(Interval(), tight=True)
        aside = frozenset(each.primary for each in self._conflicts if self._counts(each, reading, assumed))
        own = [each.primary for each in self._conflicts if each.primary in aside and fact.id in each.facts]
        if own:
            left = self.board.left(reading, fact.id, {}, own, aside - set(own), assumed=assumed)
            if left is not None:
                return left
        return self.board.outer(reading, fact.id, aside, assumed=assumed)

    def _counts(self, conflict: ConflictSet, reading: ReadingName, assumed: bool) -> bool:
        """Whether the conflict's primary check was set aside before this reading was asked."""
        return (reading == "strict" or conflict.reading == "loose") and (assumed or not conflict.assumption)
