"""Findings about a claims file, collected while it is read."""

from __future__ import annotations

from factcheck.findings import Finding, Label, Message, Severity
from factcheck.findings.codes import CODES
from factcheck.text import SourceText


class Problems:
    """Collects the findings of one file; every place is an offset in its text."""

    __slots__ = ("findings", "source")

    def __init__(self, source: SourceText) -> None:
        self.source = source
        self.findings: list[Finding] = []

    def add(
        self,
        code: str,
        message: Message,
        start: int,
        end: int,
        *,
        key: str = "",
        note: Message | None = None,
        advice: Message | None = None,
        also: tuple[Label, ...] = (),
        severity: Severity | None = None,
        facts: tuple[str, ...] = (),
        check: str | None = None,
        instead: str = "",
    ) -> None:
        """Add a finding about the text from ``start`` to ``end``; ``key`` tells it from others of its code by meaning.

        ``instead`` is what should stand there, where that is known.
        """
        row = CODES[code]
        start = min(start, len(self.source.text))
        label = Label(
            self.source, start, min(max(end, start), len(self.source.text)), note=note, primary=True
        )
        self.findings.append(
            Finding(
                code=row.code,
                slug=row.slug,
                severity=severity or row.severity,
                message=message,
                labels=(label, *also),
                facts=facts,
                check=check,
                help=advice,
                key=key,
                instead=instead,
            )
        )

    def secondary(self, start: int, end: int, note: Message) -> Label:
        """A further place to show beside the primary one."""
        return Label(self.source, start, end, note=note)

    def in_order(self) -> list[Finding]:
        """The findings as the file reads."""
        return sorted(self.findings, key=lambda finding: (finding.primary.start, finding.code))
