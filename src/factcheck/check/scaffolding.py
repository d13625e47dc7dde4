"""A claims file for a draft: its numbers as facts, and the relations that hold among them as proposals."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.claims.model import ClaimsFile, Project
from factcheck.drafts.numbers import DraftNumbers
from factcheck.drafts.states import DraftCheck
from factcheck.findings import Language, Message, say
from factcheck.records import record


@record(frozen=True, slots=True)
class NewClaims:
    """The text of a new claims file, what it says, how it holds against the draft, and how many checks it proposes."""

    text: str
    file: ClaimsFile
    check: DraftCheck
    proposals: int


def new_claims(draft: DraftNumbers, path: str, text_path: str) -> NewClaims:
    """Claims for a draft, as they would stand in a file at ``path`` that calls the draft ``text_path``."""
    from factcheck.diagnosis import suggest
    from factcheck.drafts.scaffolding.scaffold import scaffold
    from factcheck.drafts.scaffolding.writing import claims_text
    from factcheck.drafts.verification import verify

    made = scaffold(draft, text_path)
    file = _read(path, claims_text(made.header, made.facts))
    proposals = [(found.message, found.yaml) for found in suggest(Project([file])).found]
    lines = list(_proposed(proposals, draft.language)) if proposals else []
    text = claims_text(made.header, made.facts, lines)
    return NewClaims(text, file, verify([file], draft), len(proposals))


def _read(path: str, text: str) -> ClaimsFile:
    from factcheck.claims import read_text
    from factcheck.text import SourceText

    return read_text(SourceText(path, text))


def _proposed(proposals: list[tuple[Message, str]], language: Language) -> Iterator[str]:
    """Lines to be commented out: ``checks:`` with each proposal under the reason for it."""
    yield say(
        "下列关系在数字上成立，但也可能只是巧合；核实后去掉 # 即可启用。",
        "These relations hold among the numbers, which may be chance; take off the # once they are known to be meant.",
    ).in_language(language)
    yield "checks:"
    for message, check in proposals:
        yield f"  # {message.in_language(language)}"
        yield f"  {check}"
