"""Markdown for a comment on a pull request: what is wrong first, the derivation folded away."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import quote

from factcheck.check.model import Report, Since
from factcheck.findings import Finding, Language
from factcheck.findings.codes import CODES
from factcheck.findings.messages import Message, say
from factcheck.reports.interface import RenderOptions
from factcheck.reports.phrases import words
from factcheck.reports.phrases.details import labelled_details, own_label
from factcheck.reports.phrases.repairs import letters_of, repair_sentence
from factcheck.reports.phrases.since import fixed_sentence, since_sentence
from factcheck.reports.phrases.summary import summary_sentence
from factcheck.reports.places import place_of
from factcheck.reports.screen import on_one_line

LARGEST = 65_000
"""Bytes of the report: a comment may have 65,536 characters."""
ENTITIES = {"<": "&lt;", ">": "&gt;", "&": "&amp;", "@": "@\u200b"}
_MARKS = re.compile(r"([\\`*_{}\[\]<>#|~!@$&])")


def render(report: Report, options: RenderOptions) -> str:
    """The comment."""
    return markdown(report, options.language, largest=LARGEST)


def markdown(report: Report, language: Language, *, largest: int) -> str:
    """The report in at most ``largest`` bytes; findings that do not fit are counted."""
    head = f"### factcheck\n\n{escaped(summary_sentence(_timeless(report)).in_language(language))}\n"
    if report.since is not None:
        head += "".join(f"\n{line}\n" for line in _since(report.since, language))
    tail = "".join(_diagnoses(report, language))
    counted = [finding for finding in report.findings if finding.ignored is None]
    written, size = [], len((head + tail).encode())
    for index, finding in enumerate(counted):
        block = "\n" + "\n".join(_finding(finding, report, language)) + "\n"
        size += len(block.encode("utf-8", "backslashreplace"))
        if size > largest - 200:
            left = len(counted) - index
            more = say("还有 {n} 条没有列出。", "{n} more are not listed here.", n=left)
            written.append(f"\n{more.in_language(language)}\n")
            break
        written.append(block)
    return head + "".join(written) + tail


def _since(since: Since, language: Language) -> Iterator[str]:
    yield escaped(since_sentence(since).in_language(language))
    fixed = (f"- {escaped(fixed_sentence(each).in_language(language))}" for each in since.fixed[:20])
    yield "\n".join(fixed)


def escaped(text: str) -> str:
    r"""A text as Markdown shows it literally, on one line; @names call nobody and <tags> stay text.

    >>> escaped("<b> *a* |")
    '&lt;b&gt; \\*a\\* \\|'
    """
    return _MARKS.sub(lambda mark: ENTITIES.get(mark[0], f"\\{mark[0]}"), on_one_line(text))


def _timeless(report: Report) -> Report:
    """The report without its duration: the same input gives the same comment."""
    from dataclasses import replace

    return replace(report, duration=None)


def _finding(finding: Finding, report: Report, language: Language) -> Iterator[str]:
    title = CODES[finding.code].title if finding.code in CODES else Message(finding.slug, finding.slug)
    severity = words.SEVERITIES[finding.severity].in_language(language)
    sentence = escaped(finding.message.in_language(language))
    yield f"- **{severity} {finding.code} {escaped(title.in_language(language))}**: {sentence}  "
    yield f"  {_where(finding)}"
    details = [own_label(*labelled) for labelled in labelled_details(finding)]
    letters = letters_of([finding], report)
    repairs = [repair_sentence(each, report, letters, language) for each in finding.repairs[:3]]
    if not details and not repairs:
        return
    summary = say("推算过程", "how it follows").in_language(language)
    yield ""
    yield f"  <details><summary>{summary}</summary>"
    yield ""
    for label, message in details:
        yield f"  - {escaped(label.in_language(language))}{words.COLON.in_language(language)}{escaped(message.in_language(language))}"
    for repair in repairs:
        yield f"  - {words.POSSIBLE.in_language(language)}{words.COLON.in_language(language)}{escaped(repair)}"
    yield ""
    yield "  </details>"


def _where(finding: Finding) -> str:
    """The places in the claims and in the article, as links where the file lies in the project."""
    labels = [finding.primary, *finding.article[:1]]
    return ", ".join(_link(place_of(label).file, place_of(label).line) for label in labels)


def _link(path: str, line: int) -> str:
    text = escaped(f"{path}:{line}")
    if path.startswith(("/", "../")):
        return text
    return f"[{text}]({quote(path)}#L{line})"


def _diagnoses(report: Report, language: Language) -> Iterator[str]:
    for diagnosis in report.diagnoses:
        members = [finding for finding in report.findings if finding.fingerprint in diagnosis.members]
        letters = letters_of(members, report, diagnosis.repairs)
        name = f"{words.DIAGNOSIS.in_language(language)} {diagnosis.title.in_language(language)}"
        yield f"\n**{escaped(name)}**: {escaped(diagnosis.message.in_language(language))}\n\n"
        for rank, repair in enumerate(diagnosis.repairs[:3], start=1):
            yield f"{rank}. {escaped(repair_sentence(repair, report, letters, language))}\n"
        if diagnosis.note:
            yield f"\n*{escaped(diagnosis.note.in_language(language))}*\n"
