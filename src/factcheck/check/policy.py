"""What is shown under a profile, and what the run's exit code is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from factcheck.check.settings import Profile
from factcheck.findings import Finding, Severity

OK, FAILED, COULD_NOT_CHECK, NOTHING_TO_CHECK = 0, 1, 2, 3

_CONTRADICTIONS = ("FC0", "FC2", "FC9")
"""Families that every profile shows: what cannot be read, what cannot be true, what went wrong inside."""

_GAPS = frozenset({"FC602", "FC701", "FC702", "FC703"})
"""Codes that only ``strict`` shows: sources and hygiene. FC704 to FC706 are not among them: an ignore without a reason, one
that hides nothing and a check that was not judged say that the report itself is not what it seems."""

_GAP_SLUGS = frozenset({"uncovered-number"})


_SETTLED_BY_A_REASON = frozenset({"FC403"})
"""Comparing two kinds of things needs a reason; where the check gives one, only ``strict`` still mentions it."""


def may_be_shown(code: str, profile: Profile) -> bool:
    """Whether the profile shows findings under this code at all.

    >>> may_be_shown("FC602", Profile.DESK), may_be_shown("FC206", Profile.DRAFT)
    (False, True)
    """
    match profile:
        case Profile.STRICT:
            return True
        case Profile.DESK:
            return code not in _GAPS
        case Profile.DRAFT:
            return code.startswith((*_CONTRADICTIONS, "FC1"))


def is_shown(finding: Finding, profile: Profile, reasons: Mapping[str, str]) -> bool:
    """Whether the profile shows the finding; ``reasons`` gives the ``because`` of each check.

    A changed number in a draft (an error of family FC1) is a contradiction too.
    """
    if profile is Profile.STRICT:
        return True
    if not may_be_shown(finding.code, profile) or finding.slug in _GAP_SLUGS:
        return False
    if profile is Profile.DRAFT and finding.code.startswith("FC1"):
        return finding.severity is Severity.ERROR
    return not (finding.code in _SETTLED_BY_A_REASON and reasons.get(finding.check or ""))


def exit_code(findings: Iterable[Finding], fail_on: Severity | None) -> int:
    """0, or 1 where a finding that nobody ignored reaches ``fail_on``."""
    if fail_on is None:
        return OK
    reached = any(finding.ignored is None and finding.severity.rank <= fail_on.rank for finding in findings)
    return FAILED if reached else OK
