"""Which codes a run reports, where, and how severe each is: the profile, corrected by what the user selects and ignores."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import field, replace
from functools import cache

from factcheck.check.patterns import Patterns
from factcheck.check.policy import is_shown, may_be_shown
from factcheck.check.settings import Profile, Settings
from factcheck.findings import Finding, Severity
from factcheck.findings.codes import CODES
from factcheck.records import record

FAMILY_LENGTHS = range(2, 5)
"""Characters of a selector that means a family: ``FC`` is every code, ``FC2`` the impossible, ``FC20`` those of one check alone."""

ALWAYS = frozenset({"FC001", "FC002", "FC003", "FC901"})
"""What cannot be left out: that a file was not checked at all."""

NOT_BY_SELECTING_OTHERS = ("FC0", "FC9")
"""Families that only ``ignore`` leaves out: a run that selects others still says what it could not read."""


@record(frozen=True)
class Selection:
    """What is reported. Selectors are codes (``FC201``) or families (beginnings of codes: ``FC2``).

    ``select`` replaces the profile's choice of codes, where it is not empty; ``extend`` adds to it; ``ignore`` leaves out. Where several
    selectors fit a code, the longest decides, among equals ``ignore``. ``severities`` replace the usual severity of a code; a check that says
    its own ``severity`` keeps it. ``in_files`` leaves further codes out for some paths. ``families`` bounds all of it.

    >>> Selection(select=("FC3",), ignore=("FC331",)).may_show("FC331"), Selection(ignore=("FC3",), extend=("FC331",)).may_show("FC331")
    (False, True)
    """

    profile: Profile = Profile.DESK
    select: tuple[str, ...] = ()
    extend: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severities: Mapping[str, Severity] = field(default_factory=dict)
    in_files: tuple[tuple[Patterns, tuple[str, ...]], ...] = ()
    families: tuple[str, ...] = ("FC",)

    @classmethod
    def of(cls, settings: Settings) -> Selection:
        """The selection that a run's settings ask for."""
        return cls(
            settings.profile,
            settings.select,
            settings.extend_select,
            settings.ignore,
            settings.severities,
            tuple((Patterns((pattern,), settings.root), codes) for pattern, codes in settings.in_files),
            settings.families,
        )

    def may_show(self, code: str) -> bool:
        """Whether findings of this code can be reported at all."""
        if not code.startswith(self.families):
            return False
        chosen = self._chosen(code)
        return may_be_shown(code, self.profile) if chosen is None else chosen

    def apply(self, findings: Iterable[Finding], reasons: Mapping[str, str]) -> Iterable[Finding]:
        """The findings that are reported, with their severities; ``reasons`` gives the ``because`` of each check."""
        for finding in findings:
            if self._shows(finding, reasons) and not self._left_out(finding):
                yield self._with_severity(finding)

    def _shows(self, finding: Finding, reasons: Mapping[str, str]) -> bool:
        if not finding.code.startswith(self.families):
            return False
        chosen = self._chosen(finding.code)
        return is_shown(finding, self.profile, reasons) if chosen is None else chosen

    def _chosen(self, code: str) -> bool | None:
        """What the selectors say of a code; ``None``: they leave it to the profile."""
        if code in ALWAYS:
            return True
        wanted = max(_fit(code, self.select), _fit(code, self.extend))
        unwanted = _fit(code, self.ignore)
        if unwanted and unwanted >= wanted:
            return False
        if wanted:
            return True
        return False if self.select and not code.startswith(NOT_BY_SELECTING_OTHERS) else None

    def _left_out(self, finding: Finding) -> bool:
        if finding.code in ALWAYS:
            return False
        path = finding.primary.source.path
        return any(_fit(finding.code, codes) and patterns.match(path) for patterns, codes in self.in_files)

    def _with_severity(self, finding: Finding) -> Finding:
        if not self.severities or finding.severity is not CODES[finding.code].severity:
            return finding
        fitting = [selector for selector in self.severities if finding.code.startswith(selector)]
        if not fitting:
            return finding
        return replace(finding, severity=self.severities[max(fitting, key=len)])


def _fit(code: str, selectors: Iterable[str]) -> int:
    """How exactly the selectors name the code: the length of the longest that fits."""
    return max((len(selector) for selector in selectors if code.startswith(selector)), default=0)


@cache
def selector_of(written: str) -> str | None:
    """The code or family that a user's word means: a code, a slug or the beginning of codes; ``None`` where it means none.

    >>> selector_of("FC201"), selector_of("sum-impossible"), selector_of("fc2"), selector_of("FC8")
    ('FC201', 'FC201', 'FC2', None)
    """
    name = written.strip()
    for code in CODES.values():
        if name.lower() == code.slug:
            return code.code
    upper = name.upper()
    if upper in CODES:
        return upper
    if len(upper) in FAMILY_LENGTHS and any(code.startswith(upper) for code in CODES):
        return upper
    return None
