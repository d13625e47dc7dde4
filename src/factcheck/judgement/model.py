"""Verdicts as data: what the rules phrase and the diagnosis explains."""

from __future__ import annotations

from dataclasses import field
from enum import StrEnum
from typing import Literal

from factcheck.claims.model import Extent
from factcheck.findings import Message
from factcheck.quantities.interval import Interval, Rational
from factcheck.quantities.model import Unit
from factcheck.records import record


class Verdict(StrEnum):
    """What became of a check (the words of the JSON report)."""

    HOLDS = "holds"
    IMPOSSIBLE = "impossible"
    IN_CONFLICT = "in-conflict"
    DOUBTFUL = "doubtful"
    IMPLAUSIBLE = "implausible"
    PROVES_NOTHING = "proves-nothing"
    IGNORED = "ignored"
    NOT_JUDGED = "not-judged"


@record(frozen=True, slots=True)
class Comparison:
    """The primary field of a check against what everything else implies for it, in ``unit`` (display unit), in the deciding reading.

    ``gap`` is the distance between the two intervals (0 where they overlap or touch at an open end).
    """

    fact: str | None
    stated: Interval
    implied: Interval
    unit: Unit
    gap: Rational


@record(frozen=True, slots=True)
class DerivationStep:
    """One line of a derivation: ``fact`` comes to lie in ``bounds`` (its own unit) because of ``check`` and the facts it ``uses``."""

    check: str
    fact: str
    bounds: Interval
    uses: tuple[str, ...] = ()


@record(slots=True, kw_only=True)
class ConflictSet:
    """A minimal set of checks that cannot hold together in the ``reading``; leave any one out and the rest can.

    ``primary`` is the check that carries the code and was set aside; ``code`` says under which. ``facts`` are those whose printed values it
    needs. ``assumption``: it takes an assumed check to get it. ``mixed_periods``: the facts are of different dates or of a cumulative and a
    standing kind. ``printed_comparison`` is ``comparison`` once more in the strict readings, where the conflict is one of the loose ones (for
    the report, which shows both). ``by`` names the outside solver on whose word it rests, which gives no proof.
    """

    reading: Literal["loose", "strict"]
    checks: tuple[str, ...]
    facts: tuple[str, ...]
    primary: str
    code: str
    comparison: Comparison | None = None
    printed_comparison: Comparison | None = None
    steps: tuple[DerivationStep, ...] = ()
    assumption: bool = False
    mixed_periods: bool = False
    minimal: bool = True
    rests_on_zeros: bool = False
    by: str = ""


@record(frozen=True, slots=True)
class Implausible:
    """A check that holds only if many roundings lean the same way: ``residual`` is ``sigmas`` standard deviations out."""

    residual: Rational
    sigmas: str  # exact enough for people: one decimal
    unit: Unit


@record(slots=True, kw_only=True)
class CheckVerdict:
    """The verdict on one check; ``conflict`` is the set it is primary of, ``reason`` why it was not judged.

    Of an ignored check ``conflict`` (or ``implausible``, or a problem of units) is what the ignoring hides: nothing of these, nothing hidden.
    ``slack`` is how much further the two sides may move apart before the check fails, ``None`` where hidden quantities make that no one number.
    ``decided_by`` names the outside solver without which there were no verdict.
    """

    check: str
    verdict: Verdict
    conflict: ConflictSet | None = None
    slack: Rational | None = None
    tie_only: bool = False
    implausible: Implausible | None = None
    reason: str = ""
    decided_by: str = ""


@record(frozen=True, slots=True)
class Implied:
    """What all checks that were not set aside leave of a fact, in its own unit, in each reading; ``tight`` when both ends are the true bounds.

    A reading is ``None`` where nothing can be said (the component was not judged).
    """

    strict: Interval | None
    loose: Interval | None
    tight: bool = True
    unit: Unit | None = None


@record(frozen=True, slots=True, kw_only=True)
class UnitProblem:
    """Something wrong with units or values that no arithmetic need decide; ``code`` is one of FC4xx.

    ``check`` is the check it shows in (``None``: the fact alone), ``extents`` the places in that check, offending ones first. ``file`` is the
    path of the file of both. Where ``blocks`` is true the check says nothing sensible and takes no part in the judgement.
    """

    code: str
    file: str
    check: str | None
    facts: tuple[str, ...]
    explanation: Message
    extents: tuple[Extent, ...] = ()
    blocks: bool = True


@record(frozen=True, slots=True, kw_only=True)
class Convention:
    """How a file shortens its numbers, told from its own residuals; ``code`` is FC502, FC503 or FC504.

    ``kind`` ``truncate`` cuts digits off, ``up`` always takes the next larger, ``mixed`` does both. ``supporting`` residuals lean that way,
    ``opposed`` the other. ``applied``: the file does not say ``rounding`` itself, and was judged under the convention.
    """

    code: str
    file: str
    kind: Literal["truncate", "up", "mixed"]
    supporting: int
    opposed: int
    checks: tuple[str, ...]
    applied: bool


@record(frozen=True, slots=True, kw_only=True)
class ExcessDigits:
    """A printed result finer than the rounding of its inputs allows (FC501): they leave ``implied``, its own last digit is worth ``digit_unit``."""

    check: str
    fact: str
    implied: Interval
    digit_unit: Rational
    unit: Unit


@record(slots=True)
class ClusterResult:
    """What came of one cluster of checks; plain data that can be sent between processes."""

    verdicts: list[CheckVerdict] = field(default_factory=list)
    conflicts: list[ConflictSet] = field(default_factory=list)
    implied: dict[str, Implied] = field(default_factory=dict)
    excess_digits: list[ExcessDigits] = field(default_factory=list)


@record(slots=True)
class Judgement:
    """All verdicts of a project, with what was seen on the way: problems of units, habits of rounding, digits in excess.

    ``units`` holds the unit of every fact as the checks complete it: inferred for hidden quantities, with the divisor for averages.
    """

    verdicts: dict[str, CheckVerdict] = field(default_factory=dict)
    conflicts: list[ConflictSet] = field(default_factory=list)
    implied: dict[str, Implied] = field(default_factory=dict)
    not_judged: dict[str, str] = field(default_factory=dict)  # check id -> reason
    problems: list[UnitProblem] = field(default_factory=list)
    conventions: list[Convention] = field(default_factory=list)
    excess_digits: list[ExcessDigits] = field(default_factory=list)
    units: dict[str, Unit] = field(default_factory=dict)
