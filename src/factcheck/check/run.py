"""The use case: paths and settings to a report. The only place that knows all stages."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from time import perf_counter

from factcheck.check.archive import in_parts
from factcheck.check.articles import read_articles
from factcheck.check.details import details_of
from factcheck.check.discovery import files_to_check
from factcheck.check.examination import examine
from factcheck.check.model import Report, Summary, in_reading_order, recounted, summary_of
from factcheck.check.observer import Observer, Silent
from factcheck.check.outcome import Outcome, outcome_of
from factcheck.check.policy import COULD_NOT_CHECK, NOTHING_TO_CHECK, exit_code
from factcheck.check.reading import read
from factcheck.check.settings import Settings
from factcheck.claims.naming import Names, names_of
from factcheck.findings import Finding

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
    names = names_of(files)
    outcome = in_parts(names, settings, watcher) or _at_once(names, settings, watcher)
    findings = in_reading_order(outcome.findings)
    paths_read = tuple(file.path for file in outcome.project.files)
    code = (
        COULD_NOT_CHECK if _named_file_unreadable(paths, findings) else exit_code(findings, settings.fail_on)
    )
    return Report(
        files=paths_read,
        project=outcome.project,
        findings=findings,
        judgement=outcome.judgement,
        guards=outcome.details.guards,
        coverages=outcome.details.coverages or {},
        explanations=outcome.details.explanations,
        drafts=tuple(outcome.drafts),
        diagnoses=tuple(sorted(outcome.diagnoses, key=lambda each: each.order)),
        summary=recounted(summary_of(paths_read, outcome.counts), findings=findings, exit_code=code),
        duration=perf_counter() - started,
    )


def _at_once(names: Names, settings: Settings, observer: Observer) -> Outcome:
    """Everything read, then everything judged."""
    asked = [real for real, shown in names.shown.items() if settings.only is None or shown in settings.only]
    project = read(names, asked, settings.contents)
    articles = read_articles(project, settings.draft)
    examined = examine(project, articles, settings, observer)
    outcome = outcome_of(project, examined, settings)
    outcome.drafts = articles.drafts
    outcome.details = details_of(project, examined.judgement, settings)
    return outcome


def _nothing(started: float) -> Report:
    summary = Summary(exit_code=NOTHING_TO_CHECK)
    return Report(summary=summary, duration=perf_counter() - started)


def _named_file_unreadable(paths: Sequence[Path], findings: Sequence[Finding]) -> bool:
    named = {path.as_posix() for path in paths if not path.is_dir()}
    return any(finding.code == "FC001" and finding.primary.source.path in named for finding in findings)
