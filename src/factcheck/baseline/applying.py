"""A report under a baseline: what stands in it is kept and counted, and not held against the run; what it names in vain is stale."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from factcheck.baseline.model import REASON, Entry, entry_of, relative
from factcheck.check.model import Report
from factcheck.check.retelling import retold
from factcheck.check.selection import Selection
from factcheck.check.settings import Settings
from factcheck.findings import Finding
from factcheck.records import record


@record(frozen=True, slots=True)
class Applied:
    """The report, and the entries that no finding fits any more."""

    report: Report
    stale: tuple[Entry, ...]


def apply_baseline(report: Report, entries: Sequence[Entry], folder: Path, settings: Settings) -> Applied:
    """Set aside the findings that stand in the baseline, each entry for one finding."""
    printed = printed_numbers(report)
    left = Counter(entry.meaning for entry in entries)
    reasons = {entry.meaning: entry.reason for entry in entries}
    findings: list[Finding] = []
    for finding in report.findings:
        meaning = entry_of(finding, printed, folder).meaning
        if finding.ignored is None and left[meaning] > 0:
            left[meaning] -= 1
            finding = replace(finding, ignored=reasons[meaning] or REASON, ignored_in="baseline")
        elif finding.ignored_in == "revision" and left[meaning] > 0:
            left[meaning] -= 1
        findings.append(finding)
    return Applied(
        retold(report, findings, settings.fail_on), tuple(_stale(report, entries, left, folder, settings))
    )


def _stale(
    report: Report,
    entries: Sequence[Entry],
    left: Counter[tuple[object, ...]],
    folder: Path,
    settings: Settings,
) -> list[Entry]:
    """Of the entries that no finding fits, those that this run would have met: its files (or none any more), its codes."""
    checked = {relative(path, folder) for path in report.files}
    selection = Selection.of(settings)
    stale: list[Entry] = []
    for entry in entries:
        if left[entry.meaning] > 0:
            left[entry.meaning] -= 1
            met = entry.file in checked or not (folder / entry.file).exists()
            if met and selection.may_show(entry.code):
                stale.append(entry)
    return stale


def entries_of(report: Report, folder: Path) -> list[Entry]:
    """An entry for every finding of the report that counts."""
    printed = printed_numbers(report)
    return [entry_of(finding, printed, folder) for finding in report.findings if finding.ignored is None]


def printed_numbers(report: Report) -> dict[str, str]:
    """Every fact's number as printed, by the fact's id."""
    return {fact.id: fact.printed or "" for file in report.project.files for fact in file.facts.values()}
