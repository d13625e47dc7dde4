"""The articles' texts: read, held against their claims, and what their changed numbers would do."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from factcheck.claims.model import ClaimsFile, Project
from factcheck.findings import Message, say
from factcheck.records import record
from factcheck.rules.interface import Place

if TYPE_CHECKING:
    from factcheck.diagnosis.model import WhatIf
    from factcheck.drafts.numbers import DraftNumbers
    from factcheck.drafts.states import DraftCheck
    from factcheck.judgement.model import Judgement

MOST_CONSEQUENCES = 100
"""For how many changed numbers of one run the consequences are worked out; a draft with more is another article."""


@record(slots=True)
class Articles:
    """The texts at hand, held against their claims, and why others (by the path of their claims file) could not be read."""

    drafts: list[DraftCheck] = field(default_factory=list)
    unreadable: dict[str, Message] = field(default_factory=dict)

    @property
    def places(self) -> dict[str, Place]:
        """Where each fact stands in its article: the first of its quotes that is found."""
        places: dict[str, Place] = {}
        for drafted in self.drafts:
            for state in drafted.quotes:
                if state.site is not None and state.fact.id not in places:
                    number = drafted.draft.numbers[state.site]
                    start, end = drafted.draft.span(number.start, number.end)
                    places[state.fact.id] = Place(drafted.draft.document.source, start, end)
        return places

    def of(self, files: list[ClaimsFile]) -> Articles:
        """What concerns only these files."""
        paths = {file.path for file in files}
        return Articles(
            [each for each in self.drafts if all(file.path in paths for file in each.files)],
            {path: reason for path, reason in self.unreadable.items() if path in paths},
        )

    @property
    def changed(self) -> list[tuple[str, str]]:
        """The facts whose value a draft changed, each with the draft's printed form."""
        from factcheck.drafts.states import Change, State

        return [
            (state.fact.id, drafted.draft.numbers[state.site].text)
            for drafted in self.drafts
            for state in drafted.quotes
            if state.state is State.CHANGED
            and state.site is not None
            and state.change in (Change.VALUE, Change.UNIT)
        ]


def read_articles(project: Project, draft: Path | None = None) -> Articles:
    """Hold the files against their articles' texts, where they name one; all of them against ``draft`` instead where one is given.

    With a ``draft``, the text that a file names is the earlier one, which tells what moved.
    """
    articles = Articles()
    for path, files in _files_by_text(project, draft).items():
        _read_article(articles, files, path, text_path(files[0]) if draft else None)
    return articles


def _files_by_text(project: Project, draft: Path | None) -> dict[Path, list[ClaimsFile]]:
    if draft is not None:
        return {draft: project.files}
    groups: dict[Path, list[ClaimsFile]] = {}
    for file in project.files:
        path = text_path(file)
        if path is not None:
            groups.setdefault(path, []).append(file)
    return groups


def text_path(file: ClaimsFile) -> Path | None:
    """Where the text of the file's article is, if it names one."""
    return Path(PurePosixPath(file.path).parent / file.article.text) if file.article.text else None


def _read_article(articles: Articles, files: list[ClaimsFile], path: Path, earlier: Path | None) -> None:
    from factcheck.drafts.documents import UnreadableDraftError
    from factcheck.drafts.verification import verify

    try:
        numbers = _numbers(files[0], path)
    except UnreadableDraftError as error:
        reason = unreadable(path.as_posix(), error.reason, error.detail)
        articles.unreadable.update((file.path, reason) for file in files)
        return
    articles.drafts.append(verify(files, numbers, _earlier(files[0], earlier, path)))


def _numbers(file: ClaimsFile, path: Path) -> DraftNumbers:
    from factcheck.drafts.documents import read_document
    from factcheck.drafts.numbers import numbers_of

    return numbers_of(read_document(path, path.as_posix()), file.article.language)


def _earlier(file: ClaimsFile, earlier: Path | None, path: Path) -> DraftNumbers | None:
    from factcheck.drafts.documents import UnreadableDraftError

    if earlier is None or not earlier.exists() or earlier.resolve() == path.resolve():
        return None
    try:
        return _numbers(file, earlier)
    except UnreadableDraftError:
        return None


_REASONS: Mapping[str, Message] = {
    "missing": Message(
        "没有这个文件，或无权读取（{detail}）", "there is no such file, or it may not be read ({detail})"
    ),
    "size": Message("文件太大（{detail} 字节）", "the file is too large ({detail} bytes)"),
    "binary": Message("不是文字文件", "it is not a text file"),
    "docx": Message(
        "不是 Word 文档，或已损坏（{detail}）", "it is not a Word document, or a damaged one ({detail})"
    ),
    "encoding": Message(
        "编码读不出来，或混有几种编码（{detail}）；请另存为 UTF-8",
        "its encoding cannot be told, or it mixes several ({detail}); save it as UTF-8",
    ),
}


def unreadable(path: str, reason: str, detail: str) -> Message:
    """Why a draft cannot be read."""
    known = _REASONS[reason]
    return say(
        "草稿 {path} 无法读取：{reason}",
        "the draft {path} cannot be read: {reason}",
        path=path,
        reason=say(known.zh, known.en, detail=detail or "?"),
    )


def consequences(project: Project, articles: Articles, judgement: Judgement) -> dict[tuple[str, str], WhatIf]:
    """What each changed number would do to the verdicts, and what would have to follow it."""
    changed = list(dict.fromkeys(articles.changed))[:MOST_CONSEQUENCES]
    if not changed:
        return {}
    from factcheck.diagnosis import Trials

    trials = Trials(project)
    return {(fact, text): trials.what_if({fact: text}) for fact, text in changed}
