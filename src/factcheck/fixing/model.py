"""A correction as data."""

from __future__ import annotations

from factcheck.findings import Message
from factcheck.records import record
from factcheck.text import SourceText


@record(frozen=True, slots=True)
class Edit:
    """``source.text[start:end]`` is to become ``replacement``; ``code`` is the finding it settles, ``reason`` why there is no doubt."""

    source: SourceText
    start: int
    end: int
    replacement: str
    code: str
    reason: Message

    @property
    def before(self) -> str:
        """What stands there now."""
        return self.source.text[self.start : self.end]


def edited(text: str, edits: list[Edit]) -> str:
    """A text with edits made at their offsets; of two that overlap the first counts.

    >>> source = SourceText("a.yaml", "valeu: 53个")
    >>> edited(source.text, [Edit(source, 0, 5, "value", "FC005", Message("", "")), Edit(source, 7, 10, "35个", "FC101", Message("", ""))])
    'value: 35个'
    """
    pieces: list[str] = []
    at = 0
    for edit in sorted(edits, key=lambda edit: edit.start):
        if edit.start >= at:
            pieces += [text[at : edit.start], edit.replacement]
            at = edit.end
    return "".join([*pieces, text[at:]])
