"""Misspelt keys: the one field that is at most two letters away."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.claims.model import ClaimsFile
from factcheck.claims.names import distance
from factcheck.findings import Message
from factcheck.fixing.model import Edit

MOST_SLIPS = 2
_REASON = Message("字段名拼错", "the key is misspelt")


def misspelt_keys(file: ClaimsFile) -> Iterator[Edit]:
    """An edit for each unknown key that is a slip of a known one."""
    for finding in file.findings:
        known = finding.instead
        if finding.code == "FC005" and known and distance(finding.key, known, MOST_SLIPS) <= MOST_SLIPS:
            label = finding.primary
            written = file.source.text[label.start : label.end]
            if written == finding.key:
                yield Edit(file.source, label.start, label.end, known, finding.code, _REASON)
