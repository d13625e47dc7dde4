"""A diagnosis as a block: what several findings have in common, and the repairs in their order."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.check.model import Diagnosis, Report
from factcheck.findings.messages import say
from factcheck.reports.line import Line
from factcheck.reports.phrases import words
from factcheck.reports.phrases.repairs import letters_of, repair_sentence
from factcheck.reports.terminal.painter import Painter

SHOWN_REPAIRS = 4
GUTTER = 2


def diagnosis_lines(diagnosis: Diagnosis, report: Report, painter: Painter) -> Iterator[Line]:
    """The whole block of one diagnosis."""
    head = f"{painter.say(words.DIAGNOSIS)}[{painter.say(diagnosis.title)}]"
    yield from painter.heading(head, "bold green", painter.say(diagnosis.message))
    members = [finding for finding in report.findings if finding.fingerprint in diagnosis.members]
    letters = letters_of(members, report, diagnosis.repairs)
    for rank, repair in enumerate(diagnosis.repairs[:SHOWN_REPAIRS]):
        label = words.RANKS[min(rank, len(words.RANKS) - 1)]
        sentence = repair_sentence(repair, report, letters, painter.language, painter.symbols.arrow)
        yield from painter.detail(label, sentence, GUTTER)
    left = len(diagnosis.repairs) - SHOWN_REPAIRS
    if left > 0:
        more = say("还有 {count} 种改法", "{count} more repairs", count=left)
        yield from painter.detail(words.NOTE, painter.say(more), GUTTER)
    if diagnosis.note is not None:
        yield from painter.detail(words.NOTE, painter.say(diagnosis.note), GUTTER)
