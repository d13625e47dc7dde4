"""The result of an unchanged run from the cache, or a new one that is kept for the next run."""

from __future__ import annotations

import os
from time import perf_counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factcheck.cache.results import Result
    from factcheck.check.model import Report
    from factcheck.cli.rendering import Output
    from factcheck.cli.running import Run

STEP_SUMMARY = "GITHUB_STEP_SUMMARY"
"""As in :mod:`factcheck.reports.step_summary`, which takes the report apart and is not needed for a result that is reused."""


def reused_or_made(run: Run) -> int:
    """Write the reports, from the cache where that is possible; the exit code."""
    from factcheck.cli.rendering import deliver

    if not _may_be_reused(run):
        return _made(run).summary.exit_code
    from factcheck.cache.inputs import inputs_of
    from factcheck.cache.results import keep, now, recall
    from factcheck.cache.store import Store
    from factcheck.configuration.running import cache_folder

    started, began = perf_counter(), now()
    store = Store(cache_folder(run.configuration))
    inputs = inputs_of(run.paths, run.settings, map(_looks, run.outputs))
    result = recall(store, inputs) if inputs else None
    if result is not None and len(result.texts) == len(run.outputs):
        duration = perf_counter() - started
        for output, parts in zip(run.outputs, result.texts, strict=True):
            deliver(output, _time_of(output, duration).join(parts))
        return result.exit_code
    report = report_of(run)
    result = _deliver_all(run, report)
    if inputs:
        keep(store, inputs, report, result, began)
    return result.exit_code


def _may_be_reused(run: Run) -> bool:
    """A comparison, and a baseline whose stale entries are told, take the report itself; so do pages in a folder and the step's summary. An error is to be seen as it happens."""
    return (
        run.configuration.values.cache
        and run.since is None
        and not run.settings.contents
        and run.configuration.values.baseline is None
        and not any(output.is_folder for output in run.outputs)
        and not os.environ.get(STEP_SUMMARY)
        and not os.environ.get("FACTCHECK_DEBUG")
    )


def _made(run: Run) -> Report:
    from factcheck.cli.rendering import show, write_reports

    report = report_of(run)
    write_reports(report, run.targets, run.look)
    show(report, run.configuration.values.output_format, run.look)
    return report


def report_of(run: Run) -> Report:
    """The run itself, under the baseline where there is one."""
    report = _report_alone(run)
    if run.configuration.values.baseline is None:
        return report
    from pathlib import Path

    from factcheck.cli.baselines import under_baseline

    return under_baseline(report, run.settings, Path(run.configuration.values.baseline))


def _report_alone(run: Run) -> Report:
    if run.since is None:
        from factcheck.cli.session import checked

        return checked(run.paths, run.settings)
    from factcheck.changes.since import compared, since_report
    from factcheck.cli.comparing import accepted

    return since_report(accepted(compared(run.paths, run.settings, run.since)), run.settings)


def _deliver_all(run: Run, report: Report) -> Result:
    from factcheck.cache.results import Result
    from factcheck.cli.rendering import deliver, rendered

    texts = []
    for output in run.outputs:
        text = rendered(report, output)
        deliver(output, text)
        texts.append(_around_the_time(text, _time_of(output, report.duration)))
    return Result(report.summary.exit_code, tuple(texts))


def _looks(output: Output) -> str:
    """All of an output that its text depends on."""
    return f"{output.name} {output.options}"


def _time_of(output: Output, duration: float | None) -> str:
    from factcheck.reports.phrases.duration import time_taken

    return time_taken(duration).in_language(output.options.language)


def _around_the_time(text: str, time: str) -> tuple[str, ...]:
    """The text before and after the time that the run took.

    >>> _around_the_time("Checked 1 file (0.31 s)\\n", " (0.31 s)")
    ('Checked 1 file', '\\n')
    """
    before, found, after = text.rpartition(time) if time else ("", "", "")
    return (before, after) if found else (text,)
