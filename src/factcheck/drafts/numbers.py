"""The numbers of a draft, in order, with the way back to the file."""

from __future__ import annotations

from dataclasses import field
from itertools import groupby
from typing import Literal

from factcheck.drafts.documents import Document
from factcheck.drafts.masking import Masked, mask
from factcheck.drafts.normal_form import normal_form
from factcheck.quantities import Embedded, PrintedQuantity, scan
from factcheck.records import record

Language = Literal["zh", "en"]


@record(frozen=True)
class DraftNumbers:
    """A draft's quantities (``numbers``), the numerals that are none (``embedded``), and the text with the numbers masked.

    The places in ``numbers`` and ``embedded`` count in ``text``, the draft's normal form; :meth:`span` leads back to the file.
    """

    document: Document
    language: Language
    text: str = field(repr=False)
    numbers: tuple[PrintedQuantity, ...]
    embedded: tuple[Embedded, ...]
    masked: Masked = field(repr=False)
    _offsets: tuple[int, ...] | None = field(default=None, repr=False)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where ``text[start:end]`` stands in the file's own text (offsets of ``document.source``)."""
        if self._offsets is not None:
            start, end = (
                self._offsets[start],
                self._offsets[end - 1] + 1 if end > start else self._offsets[end],
            )
        return self.document.source_span(start, end)

    def contexts(self, width: int) -> list[tuple[str, str]]:
        """For every number the masked words before and after it, at most so wide and within its own line: what moves along with it."""
        found: list[tuple[str, str]] = []
        for line, members in groupby(
            self.numbers, key=lambda number: self.text.rfind("\n", 0, number.start) + 1
        ):
            end = self.text.find("\n", line)
            stretches = [(number.number_start - line, number.number_end - line) for number in members]
            masked = mask(self.text[line : end if end >= 0 else len(self.text)], stretches)
            found += [
                (masked.before(index, width), masked.after(index, width)) for index in range(len(stretches))
            ]
        return found

    def paragraph(self, number: int) -> int:
        """The running number (from 0) of the line that a number stands in."""
        return self.text.count("\n", 0, self.numbers[number].start)


def language_of(text: str) -> Language:
    """Chinese where at least one letter in ten is Chinese: English names in a Chinese article do not change its language."""
    sample = text[:20000]
    chinese = sum("\u4e00" <= character <= "\u9fff" for character in sample)
    latin = sum(character.isascii() and character.isalpha() for character in sample)
    return "zh" if chinese * 10 >= latin else "en"


def numbers_of(document: Document, language: Language | None = None) -> DraftNumbers:
    """Scan a draft. The language is detected where none is given."""
    text, offsets = normal_form(document.text)
    language = language or language_of(text)
    items = scan(text, language)
    numbers = tuple(item for item in items if isinstance(item, PrintedQuantity))
    embedded = tuple(item for item in items if isinstance(item, Embedded))
    masked = mask(text, [(item.number_start, item.number_end) for item in numbers])
    return DraftNumbers(document, language, text, numbers, embedded, masked, offsets)
