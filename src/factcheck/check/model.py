"""The report as a value: everything that any output format may say about one run."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import field, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from factcheck.check.counting import Counts, counts_of
from factcheck.claims.model import Project
from factcheck.findings import Finding, Message, Repair, Severity
from factcheck.judgement.model import Judgement
from factcheck.records import record

if TYPE_CHECKING:
    from factcheck.diagnosis.model import Coverage, Explanation
    from factcheck.drafts.states import DraftCheck


class Guard(StrEnum):
    """Down to which digit the checks protect a printed number: would an edit of one digit be noticed?"""

    ALL = "all digits"
    LEADING = "leading digits"
    NONE = "none"


SMALLEST_EDIT = Message("最小改动", "smallest edit")
ONLY_ARITHMETIC = Message(
    "以上只是算术上的可能，不代表事实；请回查来源后由编辑定稿",
    "this is only what the arithmetic allows, not what is true; go back to the source before you change a number",
)


@record(frozen=True, slots=True, kw_only=True)
class Diagnosis:
    """Several findings with one common cause, and the repairs for all of them, best first.

    ``members`` are the fingerprints of the findings gathered, in the order of the report. ``title`` stands in the brackets
    of the heading; ``note`` closes the block. ``order`` is how early the report tells it: root causes first, then by claims file.
    """

    message: Message
    members: tuple[str, ...]
    repairs: tuple[Repair, ...] = ()
    note: Message | None = ONLY_ARITHMETIC
    title: Message = SMALLEST_EDIT
    order: tuple[bool, bool, int, str] = (False, False, 0, "")


@record(frozen=True, slots=True, kw_only=True)
class Summary:
    """What was counted in one run. ``errors``, ``warnings`` and ``infos`` leave out what is ignored; ``unchecked`` facts are in no check."""

    files: int = 0
    facts: int = 0
    checks: int = 0
    errors: int = 0
    warnings: int = 0
    infos: int = 0
    ignored: int = 0
    not_judged: int = 0
    unchecked: int = 0
    exit_code: int = 0


@record(frozen=True, slots=True, kw_only=True)
class Since:
    """How a run compares with an earlier ``revision``: the findings that are ``fixed``, how many are ``new`` and how many the same as then.

    ``unaffected`` files were not checked, because nothing that changed can affect them.
    """

    revision: str
    new: int
    unchanged: int
    fixed: tuple[Finding, ...] = ()
    unaffected: int = 0


@record(slots=True, kw_only=True, eq=False)
class Report:
    """All that one run found; every output format is a pure function of it.

    ``files`` are the paths of the claims files that were to be checked, also those that could not be read. ``findings`` are
    sorted with :func:`in_reading_order`. ``guards`` gives each printed fact's guard, ``None`` where it was not worked out.
    ``coverages`` and ``explanations`` are the same digit by digit and step by step, empty where nobody asked for them.
    Where nobody asked for all claims (:attr:`factcheck.check.settings.Settings.whole`), ``project`` may hold of each file only its name and
    the facts that findings name, and ``judgement`` only what was not judged.
    ``drafts`` are the articles' texts held against their claims. ``since`` is there where the run is compared with an earlier
    revision. ``duration`` is in seconds; only reports for people show it.
    """

    files: tuple[str, ...] = ()
    project: Project = field(default_factory=Project)
    findings: tuple[Finding, ...] = ()
    judgement: Judgement = field(default_factory=Judgement)
    diagnoses: tuple[Diagnosis, ...] = ()
    guards: dict[str, Guard] | None = None
    coverages: dict[str, Coverage] = field(default_factory=dict)
    explanations: dict[str, Explanation] = field(default_factory=dict)
    drafts: tuple[DraftCheck, ...] = ()
    summary: Summary = field(default_factory=Summary)
    since: Since | None = None
    duration: float | None = None


def in_reading_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings as a reader meets them: by claims file, then by place in the article, else in the claims, then by code."""
    return tuple(sorted(findings, key=_reading_key))


def _reading_key(finding: Finding) -> tuple[str, bool, int, int, str, str]:
    place = finding.article[0] if finding.article else finding.primary
    claims = finding.primary
    return (
        claims.source.path,
        bool(finding.article),
        place.start,
        claims.start,
        finding.code,
        finding.key,
    )


def summarize(
    *,
    files: Iterable[str],
    project: Project,
    findings: Iterable[Finding],
    judgement: Judgement,
    exit_code: int,
) -> Summary:
    """Count what a report holds.

    >>> summarize(files=["a.yaml"], project=Project(), findings=[], judgement=Judgement(), exit_code=0).files
    1
    """
    return recounted(
        summary_of(tuple(files), counts_of(project, judgement)), findings=findings, exit_code=exit_code
    )


def summary_of(files: tuple[str, ...], counts: Counts) -> Summary:
    """A summary that knows of no findings yet."""
    return Summary(
        files=len(files),
        facts=counts.facts,
        checks=counts.checks,
        unchecked=counts.unchecked,
        not_judged=counts.not_judged,
    )


def recounted(summary: Summary, *, findings: Iterable[Finding], exit_code: int) -> Summary:
    """The summary with these findings counted."""
    kept = list(findings)
    counted = [finding.severity for finding in kept if finding.ignored is None]
    return replace(
        summary,
        errors=counted.count(Severity.ERROR),
        warnings=counted.count(Severity.WARNING),
        infos=counted.count(Severity.INFO),
        ignored=sum(finding.ignored is not None and finding.ignored_in != "revision" for finding in kept),
        exit_code=exit_code,
    )
