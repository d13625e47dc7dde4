"""The use case: paths and settings to a report. The only place that knows all stages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from time import perf_counter

from factcheck.check.articles import read_articles
from factcheck.check.details import details_of
from factcheck.check.discovery import files_to_check
from factcheck.check.examination import examine
from factcheck.check.model import Report, in_reading_order, summarize
from factcheck.check.observer import Observer, Silent
from factcheck.check.policy import COULD_NOT_CHECK, NOTHING_TO_CHECK, exit_code
from factcheck.check.reading import read
from factcheck.check.selection import Selection
from factcheck.check.settings import Settings
from factcheck.claims.model import Project
from factcheck.findings import Finding
from factcheck.judgement.model import Judgement

DEFAULTS = Settings()


def check(paths: Sequence[Path], settings: Settings = DEFAULTS, observer: Observer | None = None) -> Report:
    """Check the claims files named and those in the folders named.

    The exit code in the summary is 0 or 1 for a run that was done, 2 where a named file cannot be read, 3 where no claims file matched.
    """
    started = perf_counter()
    watcher = observer or Silent()
    files = files_to_check(paths, settings)
    if not files:
        return _nothing(started)
    watcher.reading(len(files))
    project = read(files, settings.contents, settings.only)
    articles = read_articles(project, settings.draft)
    examined = examine(project, articles, settings, watcher)
    details = details_of(project, examined.judgement, settings)
    reasons = {check.id: check.because for check in project.checks()}
    findings = in_reading_order(
        Selection.of(settings).apply((*project.findings, *examined.findings), reasons)
    )
    shown = {finding.fingerprint for finding in findings}
    paths_read = tuple(file.path for file in project.files)
    code = (
        COULD_NOT_CHECK if _named_file_unreadable(paths, findings) else exit_code(findings, settings.fail_on)
    )
    return Report(
        files=paths_read,
        project=project,
        findings=findings,
        judgement=examined.judgement,
        guards=details.guards,
        coverages=details.coverages or {},
        explanations=details.explanations,
        drafts=tuple(articles.drafts),
        diagnoses=tuple(
            replace(each, members=kept)
            for each in examined.diagnoses
            if (kept := tuple(member for member in each.members if member in shown))
        ),
        summary=summarize(
            files=paths_read,
            project=project,
            findings=findings,
            judgement=examined.judgement,
            exit_code=code,
        ),
        duration=perf_counter() - started,
    )


def _nothing(started: float) -> Report:
    empty = Project()
    summary = summarize(
        files=(), project=empty, findings=(), judgement=Judgement(), exit_code=NOTHING_TO_CHECK
    )
    return Report(summary=summary, duration=perf_counter() - started)


def _named_file_unreadable(paths: Sequence[Path], findings: Sequence[Finding]) -> bool:
    named = {path.as_posix() for path in paths if not path.is_dir()}
    return any(finding.code == "FC001" and finding.primary.source.path in named for finding in findings)
