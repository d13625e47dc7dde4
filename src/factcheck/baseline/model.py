"""A baseline: findings that were there when it was written, each known by its meaning and the numbers it is about."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from factcheck.findings import Finding
from factcheck.records import record

REASON = "baseline"
"""The reason of an entry that states none."""


@record(frozen=True, slots=True)
class Entry:
    """One finding; ``file`` is relative to the baseline's folder, ``facts`` are its numbers as printed, ``message`` and ``reason`` are for people."""

    code: str
    file: str
    check: str
    facts: tuple[tuple[str, str], ...]
    key: str
    message: str = ""
    reason: str = ""

    @property
    def meaning(self) -> tuple[object, ...]:
        """By what the entry and a finding are the same."""
        return (self.code, self.file, self.check, self.facts, self.key)


def entry_of(finding: Finding, printed: Mapping[str, str], folder: Path) -> Entry:
    """The entry of a finding; ``printed`` gives the numbers of the facts by id."""
    return Entry(
        finding.code,
        relative(finding.primary.source.path, folder),
        finding.subject or finding.check or "",
        tuple((fact, printed.get(fact, "")) for fact in finding.facts),
        finding.key,
        finding.message.en,
    )


def relative(path: str, folder: Path) -> str:
    """A path as the baseline writes it, whatever folder the program was started in."""
    return Path(os.path.relpath(path, folder)).as_posix()
