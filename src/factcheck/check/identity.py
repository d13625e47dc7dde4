"""When two findings are the same one at different times: the same meaning about the same printed numbers."""

from __future__ import annotations

from collections.abc import Callable

from factcheck.check.model import Report
from factcheck.findings import Finding

Identity = tuple[str, ...]


def identities(
    report: Report, named: Callable[[str], str] = lambda identifier: identifier
) -> Callable[[Finding], Identity]:
    """Gives a finding's fingerprint with the numbers it is about: a contradiction that an edit leaves, with other numbers, is another.

    ``named`` gives the name under which findings know a fact of the report.
    """
    printed = {
        named(fact.id): fact.printed or "" for file in report.project.files for fact in file.facts.values()
    }

    def identity(finding: Finding) -> Identity:
        return (finding.fingerprint, *(printed.get(fact, "") for fact in finding.facts))

    return identity
