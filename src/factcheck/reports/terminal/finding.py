"""A finding as a block: heading, frames of article and claims, and what follows from them."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.check.model import Report
from factcheck.findings import Finding, Label, Severity
from factcheck.findings.codes import CODES
from factcheck.findings.messages import Message
from factcheck.reports.line import Line
from factcheck.reports.phrases import words
from factcheck.reports.phrases.details import EXPLAIN, labelled_details, own_label
from factcheck.reports.phrases.repairs import letters_of, repair_sentence
from factcheck.reports.repairs import diagnosis_of
from factcheck.reports.terminal.frame import FramePainter
from factcheck.reports.terminal.painter import Painter

SEVERITY_STYLES = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.INFO: "blue"}
SHOWN_REPAIRS = 3


def finding_lines(finding: Finding, report: Report, painter: Painter) -> Iterator[Line]:
    """The whole block of one finding."""
    style = SEVERITY_STYLES[finding.severity]
    yield from painter.heading(head_of(finding, painter), f"bold {style}", painter.say(finding.message))
    labels = shown_labels(finding)
    gutter = max(len(str(label.position.line)) for label in labels)
    frames = FramePainter(
        painter.language, painter.width, painter.screen, painter.symbols, max(gutter, 2), style
    )
    for group in by_file(labels):
        yield from frames.frame(group)
    for label, message in labelled_details(finding):
        label, sentence = own_label(label, message)
        yield from painter.detail(label, sentence.in_language(painter.language), frames.gutter)
    yield from _repairs(finding, report, painter, frames.gutter)
    yield from painter.detail(words.DETAILS, f"{EXPLAIN}{finding.code}", frames.gutter)


def shown_labels(finding: Finding) -> tuple[Label, ...]:
    """The places to show: those in the article, then those in the claims unless they are only the file as a whole."""
    whole_file = finding.article and len(finding.labels) == 1 and finding.primary.end == 0
    return finding.article if whole_file else (*finding.article, *finding.labels)


def head_of(finding: Finding, painter: Painter) -> str:
    """``错误[FC201 合计不符]``."""
    severity = painter.say(words.SEVERITIES[finding.severity])
    title = CODES[finding.code].title if finding.code in CODES else Message(finding.slug, finding.slug)
    return f"{severity}[{finding.code} {painter.say(title)}]"


def by_file(labels: tuple[Label, ...]) -> list[list[Label]]:
    """The labels of each file together, files in the order in which they come up, primary labels first."""
    groups: dict[str, list[Label]] = {}
    for label in labels:
        groups.setdefault(label.source.path, []).append(label)
    return [sorted(group, key=lambda label: not label.primary) for group in groups.values()]


def _repairs(finding: Finding, report: Report, painter: Painter, gutter: int) -> Iterator[Line]:
    """The finding's own repairs, unless a diagnosis ranks them for several findings at once."""
    if not finding.repairs or diagnosis_of(finding, report):
        return
    letters = letters_of([finding], report)
    for repair in finding.repairs[:SHOWN_REPAIRS]:
        sentence = repair_sentence(repair, report, letters, painter.language, painter.symbols.arrow)
        yield from painter.detail(words.POSSIBLE, sentence, gutter)
