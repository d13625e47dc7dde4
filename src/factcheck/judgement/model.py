"""Verdicts as data: what the rules phrase and the diagnosis explains."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Literal

from factcheck.quantities.interval import Interval, Rational
from factcheck.quantities.model import Unit


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


@dataclass(frozen=True, slots=True)
class Comparison:
    """The primary field of a check against what everything else implies for it, in ``unit`` (display unit), in the deciding reading.

    ``gap`` is the distance between the two intervals (0 where they overlap or touch at an open end).
    """

    fact: str | None
    stated: Interval
    implied: Interval
    unit: Unit
    gap: Rational


@dataclass(frozen=True, slots=True)
class DerivationStep:
    """One line of a derivation: ``fact`` comes to lie in ``bounds`` (its own unit) because of ``check`` and the facts it ``uses``."""

    check: str
    fact: str
    bounds: Interval
    uses: tuple[str, ...] = ()


@dataclass(slots=True, kw_only=True)
class ConflictSet:
    """A minimal set of checks that cannot hold together in the ``reading``; leave any one out and the rest can.

    ``primary`` is the check that carries the code and was set aside; ``code`` says under which. ``facts`` are those whose printed values it
    needs. ``assumption``: it takes an assumed check to get it. ``mixed_periods``: the facts are of different dates or of a cumulative and a
    standing kind.
    """

    reading: Literal["loose", "strict"]
    checks: tuple[str, ...]
    facts: tuple[str, ...]
    primary: str
    code: str
    comparison: Comparison | None = None
    steps: tuple[DerivationStep, ...] = ()
    assumption: bool = False
    mixed_periods: bool = False
    minimal: bool = True
    rests_on_zeros: bool = False


@dataclass(frozen=True, slots=True)
class Implausible:
    """A check that holds only if many roundings lean the same way: ``residual`` is ``sigmas`` standard deviations out."""

    residual: Rational
    sigmas: str  # exact enough for people: one decimal
    unit: Unit


@dataclass(slots=True, kw_only=True)
class CheckVerdict:
    """The verdict on one check; ``conflict`` is the set it is primary of, ``reason`` why it was not judged."""

    check: str
    verdict: Verdict
    conflict: ConflictSet | None = None
    slack: Rational | None = None
    tie_only: bool = False
    implausible: Implausible | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Implied:
    """What all checks that were not set aside leave of a fact, in its own unit, in each reading; ``tight`` when both ends are the true bounds.

    A reading is ``None`` where nothing can be said (the component was not judged).
    """

    strict: Interval | None
    loose: Interval | None
    tight: bool = True
    unit: Unit | None = None


@dataclass(slots=True)
class Judgement:
    """All verdicts of a project."""

    verdicts: dict[str, CheckVerdict] = field(default_factory=dict)
    conflicts: list[ConflictSet] = field(default_factory=list)
    implied: dict[str, Implied] = field(default_factory=dict)
    not_judged: dict[str, str] = field(default_factory=dict)  # check id -> reason
