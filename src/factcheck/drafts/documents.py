"""Drafts as files: text, Markdown, HTML and Word, read into plain text whose offsets lead back to the file."""

from __future__ import annotations

from dataclasses import field
from pathlib import Path

from factcheck.drafts.encoding import UndecodableError, decode
from factcheck.records import record
from factcheck.text import Position, SourceText

LARGEST_DRAFT = 16 * 1024 * 1024
"""Bytes above which a file is refused: no article is that long, but a wrong path often is."""


class UnreadableDraftError(Exception):
    """A draft that cannot be read; ``reason`` is a short word the finding explains (``binary``, ``docx``, ``size``, ``encoding``, ``missing``)."""

    def __init__(self, reason: str, detail: str = "") -> None:
        super().__init__(detail or reason)
        self.reason = reason
        self.detail = detail


@record(frozen=True)
class Document:
    """The plain text of a draft and the way back to the file.

    ``text`` is what readers see. ``source`` is the file as positions count it: for text, Markdown and HTML the file itself; for Word one line
    for each paragraph, so a line number is a paragraph number. ``offsets`` gives for each code point of ``text`` (and one past the
    end) its offset in ``source``; it is empty where the two are the same.
    """

    path: str
    text: str = field(repr=False)
    source: SourceText = field(repr=False)
    offsets: tuple[int, ...] = field(default=(), repr=False)
    encoding: str = "utf-8"
    counts_paragraphs: bool = False

    def source_offset(self, offset: int) -> int:
        """The offset in the file's own text of an offset in ``text``."""
        return self.offsets[offset] if self.offsets else offset

    def source_span(self, start: int, end: int) -> tuple[int, int]:
        """The stretch of the file's own text that holds ``text[start:end]``."""
        if not self.offsets:
            return start, end
        return self.offsets[start], (self.offsets[end - 1] + 1 if end > start else self.offsets[start])

    def position(self, offset: int) -> Position:
        """Line and column in the file (paragraph and column for Word) of an offset in ``text``."""
        return self.source.position(self.source_offset(offset))


def read_document(path: Path, shown_as: str | None = None) -> Document:
    """Read a draft by its ending; anything that is not HTML or Word is text.

    Raises :class:`UnreadableDraftError` with the reason.
    """
    try:
        if path.stat().st_size > LARGEST_DRAFT:
            raise UnreadableDraftError("size", str(path.stat().st_size))
        content = path.read_bytes()
    except OSError as error:
        raise UnreadableDraftError("missing", error.strerror or str(error)) from error
    return document_from_bytes(content, shown_as or path.as_posix(), path.suffix.lower())


def document_from_bytes(content: bytes, path: str, ending: str = ".txt") -> Document:
    """The document in these bytes, as ``ending`` (``.txt``, ``.md``, ``.html``, ``.docx``) says."""
    if ending == ".docx":
        from factcheck.drafts.word import read_word

        return read_word(content, path)
    try:
        text, encoding = decode(content)
    except UndecodableError as error:
        raise UnreadableDraftError(error.reason, error.detail) from error
    source = SourceText(path, text)
    if ending in (".html", ".htm", ".xhtml"):
        from factcheck.drafts.html import visible_text

        shown, offsets = visible_text(source.text)
        return Document(path, shown, source, offsets, encoding)
    return Document(path, text, source, encoding=encoding)
