"""Comparisons with an earlier revision that could not be made are exit code 2."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.cli.speech import spoken_language

if TYPE_CHECKING:
    from factcheck.changes.repository import Refusal
    from factcheck.changes.since import Compared


def accepted(both: Compared | Refusal) -> Compared:
    """The comparison; exits where there is none."""
    from factcheck.changes.repository import Refusal
    from factcheck.cli.output import fail

    if isinstance(both, Refusal):
        fail(both.message.in_language(spoken_language()))
    return both
