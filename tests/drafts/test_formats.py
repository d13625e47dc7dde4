"""One draft in every format and encoding: the same numbers, the same states, and places that lead back to the file."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from html import escape
from io import BytesIO
from pathlib import Path

import pytest

from drafts.outcomes import Bench
from factcheck.drafts.documents import Document, document_from_bytes
from factcheck.drafts.numbers import numbers_of
from factcheck.drafts.states import State
from factcheck.drafts.verification import verify

HARBOUR, LIUHE = Bench.named("harbour"), Bench.named("liuhe")


def word(text: str) -> bytes:
    docx = pytest.importorskip("docx")
    document = docx.Document()
    for line in text.split("\n"):
        paragraph = document.add_paragraph()
        for start in range(0, len(line), 3):  # numbers fall into pieces
            paragraph.add_run(line[start : start + 3]).bold = bool(start % 2)
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


def page(text: str) -> bytes:
    lines = (escape(line).replace("9", "<b>9</b>") for line in text.split("\n"))
    return f"<html><head><title>99</title></head><body><p>{'</p><p>'.join(lines)}</p></body></html>".encode()


FORMATS: dict[str, tuple[str, Callable[[str], bytes]]] = {
    "utf-8": (".txt", lambda text: text.encode()),
    "utf-8 with a mark": (".md", lambda text: text.encode("utf-8-sig")),
    "utf-16": (".txt", lambda text: text.encode("utf-16")),
    "gb18030": (".txt", lambda text: text.encode("gb18030")),
    "html": (".html", page),
    "word": (".docx", word),
    "decomposed": (".txt", lambda text: unicodedata.normalize("NFD", text).encode()),
    "spaces that do not break": (".txt", lambda text: text.replace(" ", "\u00a0").encode()),
    "soft hyphens": (".txt", lambda text: "\u00ad".join(text).encode()),
    "line ends of Windows": (".txt", lambda text: text.replace("\n", "\r\n").encode()),
    "full-width digits": (".txt", lambda text: text.translate({48 + digit: 0xFF10 + digit for digit in range(10)}).encode()),
}  # fmt: skip


def read(bench: Bench, name: str) -> Document:
    ending, encode = FORMATS[name]
    return document_from_bytes(encode(bench.text), f"draft{ending}", ending)


@pytest.mark.parametrize("bench", [HARBOUR, LIUHE], ids=["en", "zh"])
@pytest.mark.parametrize("name", FORMATS)
def test_every_number_is_found_in_every_format(bench: Bench, name: str) -> None:
    if name == "full-width digits" and bench is HARBOUR:
        pytest.skip("full-width digits are not written in English")
    draft = numbers_of(read(bench, name), bench.language)
    check = verify([bench.file], draft)
    assert [quote.fact.name for quote in check.quotes if quote.state is not State.VERIFIED] == []
    assert len(draft.numbers) == len(bench.earlier.numbers)


@pytest.mark.parametrize("name", FORMATS)
def test_places_lead_back_to_the_file(name: str) -> None:
    draft = numbers_of(read(LIUHE, name), "zh")
    source = draft.document.source.text
    for number in draft.numbers:
        start, end = draft.span(number.start, number.end)
        shown = source[start:end].replace("\u00ad", "").replace("\u00a0", " ")
        assert shown.replace("<b>", "").replace("</b>", "").replace("<b", "") in (
            number.text,
            number.text + "<",
        )


def test_the_language_is_detected() -> None:
    assert numbers_of(read(HARBOUR, "utf-8")).language == "en"
    assert numbers_of(read(LIUHE, "utf-8")).language == "zh"


def test_paragraph_numbers_of_word(tmp_path: Path) -> None:
    document = read(LIUHE, "word")
    assert document.counts_paragraphs
    assert (
        document.position(document.text.index("3267名")).line
        == LIUHE.text[: LIUHE.text.index("3267名")].count("\n") + 1
    )
