"""What the diagnosis says, as data: suspects with their repairs, explanations, what-if results, guards, suggestions."""

from __future__ import annotations

from dataclasses import field
from enum import StrEnum
from fractions import Fraction
from typing import Literal

from factcheck.findings import Message, Repair
from factcheck.judgement.model import ConflictSet, DerivationStep, Verdict
from factcheck.quantities.interval import Interval
from factcheck.quantities.model import Unit
from factcheck.records import record

ReadingName = Literal["strict", "loose"]


@record(frozen=True, slots=True, kw_only=True)
class Suspect:
    """A fact that could be the wrong one: with another value in it alone (or together with ``partners``) every check it bears on can hold.

    ``allowed`` is all that the other facts leave for it, in its own unit, in ``reading`` (the strict one where that leaves anything).
    ``repairs`` are printed forms that restore consistency, best first; each was verified against all checks concerned.
    ``reason`` says why it is ranked where it is; ``likelihood`` is what it was ranked by, up to a factor common to the diagnosis.
    """

    fact: str
    partners: tuple[str, ...] = ()
    clears: tuple[str, ...]
    reading: ReadingName
    allowed: Interval | None
    repairs: tuple[Repair, ...]
    reason: Message
    likelihood: Fraction


@record(frozen=True, slots=True, kw_only=True)
class Diagnosis:
    """Conflicts with one common cause, and what would resolve all of them, best first.

    ``conflicts`` are the conflict sets gathered, ``checks`` their primary checks (by which a report finds the findings).
    ``repairs`` are those of all suspects in one ranking. ``complete`` is false where no change of one fact or of two resolves them
    all; then nothing is offered, for a repair of half a conflict misleads. ``note`` closes the block.
    """

    message: Message
    conflicts: tuple[ConflictSet, ...]
    checks: tuple[str, ...]
    suspects: tuple[Suspect, ...]
    repairs: tuple[Repair, ...]
    note: Message
    complete: bool = True


@record(frozen=True, slots=True, kw_only=True)
class DerivedRange:
    """What the other facts imply of one quantity in one reading, in its own unit, step by step; ``tight`` when both ends are the true bounds."""

    bounds: Interval
    steps: tuple[DerivationStep, ...]
    tight: bool


@record(frozen=True, slots=True, kw_only=True)
class Explanation:
    """A quantity explained: what is ``printed`` (``None`` when hidden), what all others imply for it, and which of them pin it.

    ``strict`` and ``loose`` are ``None`` where the checks say nothing sensible of it. ``slack`` is the width of the strict range in the
    fact's unit (``None``: unbounded); ``agrees`` whether what is printed meets it (``None`` when hidden or nothing is implied).
    """

    fact: str
    name: str
    printed: str | None
    unit: Unit | None
    strict: DerivedRange | None
    loose: DerivedRange | None
    pinned_by: tuple[str, ...]
    checks: tuple[str, ...]
    slack: Fraction | None
    agrees: bool | None


@record(frozen=True, slots=True, kw_only=True)
class CheckChange:
    """One check whose verdict an edit changes."""

    check: str
    before: Verdict
    after: Verdict


@record(frozen=True, slots=True, kw_only=True)
class Follower:
    """Another number that would have to change along with an edit: its printed form now and the nearest form that fits.

    ``also`` holds a third number that has to change with it (fact id, printed, suggested).
    """

    fact: str
    printed: str
    suggested: str | None
    allowed: Interval | None
    also: tuple[tuple[str, str, str], ...] = ()


@record(frozen=True, slots=True, kw_only=True)
class WhatIf:
    """The effect of intended edits, without touching files.

    ``edits`` maps fact ids to printed forms now and then. ``breaks`` are checks that hold now and would not, ``heals`` the reverse,
    ``changes`` all verdicts that differ. ``followers`` are numbers which alone, changed too, would make everything hold that held
    before. ``problems`` say why an edit could not be read.
    """

    edits: dict[str, tuple[str, str]]
    changes: tuple[CheckChange, ...] = ()
    breaks: tuple[str, ...] = ()
    heals: tuple[str, ...] = ()
    followers: tuple[Follower, ...] = ()
    problems: tuple[Message, ...] = ()


class GuardLevel(StrEnum):
    """Down to which digit the checks protect a printed number (words of the JSON report)."""

    ALL = "all digits"
    LEADING = "leading digits"
    NONE = "none"


@record(frozen=True, slots=True, kw_only=True)
class DigitGuard:
    """One printed digit: of its ``edits`` (other digits in its place) how many some check would notice, as errors and at all."""

    digit: str
    edits: int
    errors: int
    noticed: int


@record(frozen=True, slots=True, kw_only=True)
class Coverage:
    """How well the checks protect one printed number.

    ``ALL``: every edit of one digit is noticed. ``LEADING``: every edit of the first digit at least is. ``NONE``: otherwise, which can
    still mean that some edits are noticed (a ``within`` sees only edits in one direction): ``digits`` has the counts.
    """

    fact: str
    level: GuardLevel
    digits: tuple[DigitGuard, ...] = ()

    @property
    def noticed(self) -> int:
        """How many one-digit edits would be noticed."""
        return sum(digit.noticed for digit in self.digits)

    @property
    def edits(self) -> int:
        """How many one-digit edits there are."""
        return sum(digit.edits for digit in self.digits)


@record(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """A relation that holds among the facts and that no check states.

    ``expected_by_chance`` is the number of relations of this form at least as close that would be found if the digits meant nothing: the
    smaller, the stronger. ``yaml`` is the check, ready to paste.
    """

    form: Literal["sum", "share", "average", "times", "rate", "change", "ratio", "same"]
    facts: tuple[str, ...]
    yaml: str
    message: Message
    expected_by_chance: Fraction


@record(slots=True, kw_only=True)
class Suggestions:
    """All suggestions, strongest first; ``expected_by_chance`` says how many of them chance alone would have brought."""

    found: list[Suggestion] = field(default_factory=list)
    expected_by_chance: Fraction = Fraction(0)
