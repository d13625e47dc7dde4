"""Findings of another time under the names of today: renamed files keep their findings, facts and checks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field, replace

from factcheck.findings import Finding, Label
from factcheck.records import record
from factcheck.text import SourceText


@record(frozen=True, slots=True)
class Renames:
    """``paths`` as reports show them, and ``stems`` of ids, each from the earlier name to the present one.

    ``folder`` is where the earlier files lay for the time of their check, and the folder whose place it took.
    """

    paths: Mapping[str, str] = field(default_factory=dict)
    stems: Mapping[str, str] = field(default_factory=dict)
    folder: tuple[str, str] = ("", "")

    def path(self, path: str) -> str:
        """The path as it is now."""
        temporary, real = self.folder
        if temporary and path.startswith(f"{temporary}/"):
            path = real + path.removeprefix(temporary)
        return self.paths.get(path, path)

    def fact(self, identifier: str) -> str:
        """The id of a fact or check (``stem.name`` or ``stem:line``) as it is now."""
        for mark in (".", ":"):
            stem, found, rest = identifier.partition(mark)
            if found and stem in self.stems:
                return f"{self.stems[stem]}{mark}{rest}"
        return identifier

    def finding(self, finding: Finding) -> Finding:
        """The finding as it would be told now."""
        return replace(
            finding,
            labels=tuple(map(self._label, finding.labels)),
            article=tuple(map(self._label, finding.article)),
            check=self.fact(finding.check) if finding.check else None,
            facts=tuple(map(self.fact, finding.facts)),
            key="+".join(map(self.fact, finding.key.split("+"))),
            subject=self.fact(finding.subject) if finding.subject else "",
        )

    def _label(self, label: Label) -> Label:
        path = self.path(label.source.path)
        if path == label.source.path:
            return label
        return replace(label, source=SourceText(path, label.source.text))
