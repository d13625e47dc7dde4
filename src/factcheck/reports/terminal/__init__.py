"""The report for people: frames, letters, derivations, a diagnosis and one last line that sums up."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.check.model import Report
from factcheck.reports.console import write_lines
from factcheck.reports.interface import RenderOptions
from factcheck.reports.line import Line
from factcheck.reports.terminal.painter import Painter
from factcheck.reports.terminal.summary import summary_lines


def render(report: Report, options: RenderOptions) -> str:
    """The whole report, ready to be written to a terminal or a pipe."""
    painter = Painter.of(options)
    lines = list(report_lines(report, painter, options.show_passed))
    return write_lines(lines, painter.screen, colour=options.colour)


def report_lines(report: Report, painter: Painter, show_passed: bool) -> Iterator[Line]:
    """Findings as the article reads, then diagnoses, then what passed if asked for, then the summary."""
    yield from _found(report, painter)
    if show_passed:
        from factcheck.reports.terminal.passed import passed_lines

        passed = list(passed_lines(report, painter))
        yield from passed
        if passed:
            yield Line()
    if report.since is not None:
        from factcheck.reports.terminal.since import since_lines

        yield from since_lines(report.since, painter)
    yield from summary_lines(report, painter)


def _found(report: Report, painter: Painter) -> Iterator[Line]:
    """What was found; a report without findings needs no frames."""
    if not report.findings:
        return
    from factcheck.reports.terminal.diagnosis import diagnosis_lines
    from factcheck.reports.terminal.finding import finding_lines

    for finding in report.findings:
        if finding.ignored is None:
            yield from finding_lines(finding, report, painter)
            yield Line()
    for diagnosis in report.diagnoses:
        yield from diagnosis_lines(diagnosis, report, painter)
        yield Line()
