"""Word documents: one line for each paragraph, in the order of the page, tables and accepted insertions included."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import Any

from factcheck.drafts.documents import Document, UnreadableDraftError
from factcheck.text import SourceText

_SPACES = {"tab": "\t", "br": " ", "cr": " ", "noBreakHyphen": "-"}


def read_word(content: bytes, path: str) -> Document:
    """The text of a .docx file. Insertions that wait for acceptance count as text, deletions do not.

    Raises :class:`UnreadableDraftError` where the bytes are no Word document.
    """
    import docx

    try:
        body = docx.Document(BytesIO(content)).element.body
        lines = [_text(paragraph) for paragraph in _paragraphs(body)]
    except Exception as error:  # the library reports a damaged file by whatever its zip or XML reader raises
        raise UnreadableDraftError("docx", str(error)) from error
    text = "\n".join(lines)
    return Document(path, text, SourceText(path, text), encoding="docx", counts_paragraphs=True)


def _paragraphs(body: Any) -> Iterator[Any]:
    yield from body.iter("{*}p")


def _text(paragraph: Any) -> str:
    pieces = []
    for element in paragraph.iter():
        name = str(element.tag).rpartition("}")[2]
        if name == "t":
            pieces.append(element.text or "")
        elif name in _SPACES:
            pieces.append(_SPACES[name])
    return "".join(pieces).replace("\n", " ").replace("\r", " ")
