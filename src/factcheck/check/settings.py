"""What a run is asked to show, and from where on it fails."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from factcheck.findings import Severity


class Profile(StrEnum):
    """How much is shown: contradictions only; also doubts, units and wording; also gaps, sources and hygiene."""

    DRAFT = "draft"
    DESK = "desk"
    STRICT = "strict"


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What a run is asked to do; it changes no verdict.

    ``fail_on`` is the severity from which the exit code is 1, ``None``: never. ``processes`` is how many may judge at once,
    ``None``: as many as there are processors when the project is large. ``draft`` is the text that the claims are held against, ``None``:
    the one that each file names. ``families`` are the beginnings of the codes reported.
    ``guards`` asks which printed digits the checks protect, ``derivations`` also what the others imply for each quantity, step by step.
    """

    profile: Profile = Profile.DESK
    fail_on: Severity | None = Severity.ERROR
    processes: int | None = None
    draft: Path | None = None
    families: tuple[str, ...] = ("FC",)
    guards: bool = False
    derivations: bool = False
