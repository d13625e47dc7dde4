"""The one part of a report that differs between two runs on the same files."""

from __future__ import annotations

from factcheck.findings import Message
from factcheck.findings.messages import say


def time_taken(duration: float | None) -> Message:
    """How long the run took, in brackets.

    >>> time_taken(0.094).en
    ' (0.09 s)'
    """
    if duration is None:
        return Message("", "")
    return say("（{time} 秒）", " ({time} s)", time=f"{duration:.2f}")
