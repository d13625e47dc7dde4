"""One case to investigate: conflicts that may have one cause, and the questions that can be asked about them."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from factcheck.diagnosis.board import Board
from factcheck.diagnosis.model import ReadingName
from factcheck.diagnosis.setting_aside import set_aside
from factcheck.judgement.derivation import intersection
from factcheck.judgement.model import ConflictSet
from factcheck.quantities.interval import Interval
from factcheck.records import record


@record(frozen=True, slots=True)
class Case:
    """Conflicts taken together. ``aside`` are checks that stay set aside because another case answers for them, by reading.

    The primary checks of the case's own conflicts are *not* set aside: a correction has to satisfy them as well.
    """

    board: Board
    conflicts: tuple[ConflictSet, ...]
    aside: Mapping[ReadingName, frozenset[str]]

    @property
    def reading(self) -> ReadingName:
        """The widest reading in which the case has a conflict: that is the least a correction must restore."""
        return "loose" if any(conflict.reading == "loose" for conflict in self.conflicts) else "strict"

    @property
    def readings(self) -> tuple[ReadingName, ...]:
        """The readings a candidate may satisfy, the better one first."""
        return ("strict", "loose") if self.reading == "loose" else ("strict",)

    def part(self, conflicts: tuple[ConflictSet, ...]) -> Case:
        """The case of some of its conflicts, the others set aside."""
        others = [conflict for conflict in self.conflicts if conflict not in conflicts]
        more = set_aside(self.board, conflicts, others)
        return Case(
            self.board,
            conflicts,
            {"loose": self.aside["loose"] | more["loose"], "strict": self.aside["strict"] | more["strict"]},
        )

    @property
    def assumed(self) -> bool:
        """Whether a conflict of the case rests on an assumption: then the assumptions count as well."""
        return any(conflict.assumption for conflict in self.conflicts)

    @property
    def concerned(self) -> tuple[str, ...]:
        """The checks that have to hold again."""
        return tuple(dict.fromkeys(check for conflict in self.conflicts for check in conflict.checks))

    def possible(self, reading: ReadingName, changed: Mapping[str, Interval]) -> bool:
        """Whether everything the changed facts bear on, and all checks of the case, can hold with these domains (own units).

        What fits strictly has to fit loosely too: a check that is set aside as doubtful must not become impossible.
        """
        return all(
            self.board.possible(each, changed, self.concerned, self.aside[each], assumed=self.assumed)
            for each in self._asked(reading)
        )

    def left(self, reading: ReadingName, fact: str, changed: Mapping[str, Interval]) -> Interval | None:
        """All that is left for a fact when its own printed value does not count; ``None`` when nothing is."""
        bounds: Interval | None = None
        for each in self._asked(reading):
            found = self.board.left(
                each, fact, changed, self.concerned, self.aside[each], assumed=self.assumed
            )
            if found is None:
                return None
            bounds = found.bounds if bounds is None else intersection(bounds, found.bounds)
        return bounds

    def blocking(self, fact: str) -> list[str]:
        """The facts of a conflict set that remains when this fact is set free."""
        free = {fact: self.board.freed(self.board.facts[fact])}
        for each in self._asked(self.reading):
            _, found = self.board.still_contradicting(
                each, free, self.concerned, self.aside[each], assumed=self.assumed
            )
            if found:
                return found
        return []

    def _asked(self, reading: ReadingName) -> tuple[ReadingName, ...]:
        """The readings that answer for ``reading``: the loose one too where more is set aside strictly."""
        if reading == "strict" and self.aside["strict"] - self.aside["loose"]:
            return ("strict", "loose")
        return (reading,)

    def reach(self, facts: Collection[str]) -> set[str]:
        """The checks that hang together with these facts and with the case, however the facts change."""
        return self.board.reach(facts, self.concerned, self.aside["strict"], assumed=self.assumed)
