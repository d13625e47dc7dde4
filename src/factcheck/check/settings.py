"""What a run is asked to show, and from where on it fails."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from enum import StrEnum
from pathlib import Path

from factcheck.findings import Severity
from factcheck.records import record


class Profile(StrEnum):
    """How much is shown: contradictions only; also doubts, units and wording; also gaps, sources and hygiene."""

    DRAFT = "draft"
    DESK = "desk"
    STRICT = "strict"


@record(frozen=True, slots=True, kw_only=True)
class Settings:
    """What a run is asked to do; it changes no verdict.

    ``fail_on`` is the severity from which the exit code is 1, ``None``: never. ``processes`` is how many may judge at once,
    ``None``: as many as there are processors when the project is large. ``draft`` is the text that the claims are held against, ``None``:
    the one that each file names. ``families`` are the beginnings of the codes reported. Without ``judging`` the checks are judged only
    where a draft changed a value, whose effect has to be known.
    ``guards`` asks which printed digits the checks protect, ``derivations`` also what the others imply for each quantity, step by step.
    ``article_guards`` asks for the guards where a project is no larger than an article, whose reader does not notice the time.

    ``select``, ``extend_select``, ``ignore``, ``severities`` and ``in_files`` (patterns with what is ignored there) are explained at
    :class:`factcheck.check.selection.Selection`. ``exclude`` are patterns of files that folders do not yield; with ``force_exclude`` they hold
    for files that are named, too. Patterns are relative to ``root``. ``contents`` stands in for what is on disk, by real path.
    ``only`` are the paths (as reports show them) of the files that are read, of all those found; ``None``: all.
    ``outside`` puts what the engine leaves undecided to Z3, which has to be installed.
    ``whole`` asks for a report with all claims and verdicts; without it an archive is checked part by part, and nothing is kept of what
    no finding names.
    """

    profile: Profile = Profile.DESK
    fail_on: Severity | None = Severity.ERROR
    processes: int | None = None
    draft: Path | None = None
    families: tuple[str, ...] = ("FC",)
    judging: bool = True
    guards: bool = False
    article_guards: bool = False
    derivations: bool = False
    select: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severities: Mapping[str, Severity] = field(default_factory=dict)
    in_files: tuple[tuple[str, tuple[str, ...]], ...] = ()
    exclude: tuple[str, ...] = ()
    force_exclude: bool = False
    root: Path = Path()
    contents: Mapping[str, bytes] = field(default_factory=dict)
    only: frozenset[str] | None = None
    whole: bool = True
    outside: bool = False
