"""What all other facts imply for one: the common ground of explaining a quantity and of guarding its digits."""

from __future__ import annotations

from collections.abc import Sequence
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
        self._set_aside: dict[tuple[ReadingName, bool], _SetAside] = {}

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
        told = self._set_aside.get((reading, assumed))
        if told is None:
            conflicts = self.board.judgement.conflicts
            counted = [each for each in conflicts if _counts(each, reading, assumed)]
            told = self._set_aside[reading, assumed] = _SetAside(counted)
        own = told.over(fact.id)
        return told.checks.difference(own) if own else told.checks, own


class _SetAside:
    """The checks set aside over conflicts, all of them and by the facts that the conflicts are about."""

    def __init__(self, conflicts: Sequence[ConflictSet]) -> None:
        self.checks = frozenset(each.primary for each in conflicts)
        self._over: dict[str, list[str]] = {}
        for each in conflicts:
            for fact in dict.fromkeys(each.facts):
                self._over.setdefault(fact, []).append(each.primary)

    def over(self, fact: str) -> tuple[str, ...]:
        """The checks set aside over conflicts about a fact."""
        return tuple(self._over.get(fact, ()))


def _counts(conflict: ConflictSet, reading: ReadingName, assumed: bool) -> bool:
    """Whether the conflict's primary check was set aside before this reading was asked."""
    return (reading == "strict" or conflict.reading == "loose") and (assumed or not conflict.assumption)
