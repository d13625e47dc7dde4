"""A text in which every number is one mark: what contexts are compared in."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import field

from factcheck.records import record

MARK = "\ue000"
"""Stands for one number; a private character, so no text holds it by chance."""

Stretch = tuple[int, int]


@record(frozen=True)
class Masked:
    """``text`` with each number replaced by :data:`MARK`; ``marks`` are the places of the marks, in the order of the numbers.

    Spaces and line ends are dropped: they are layout, and a reflowed paragraph is the same text. Stops of all kinds are one character:
    a comma that became a full stop says nothing of where a number is.
    """

    text: str = field(repr=False)
    marks: tuple[int, ...]

    def before(self, number: int, width: int) -> str:
        """Up to ``width`` characters before a number."""
        at = self.marks[number]
        return self.text[max(0, at - width) : at]

    def after(self, number: int, width: int) -> str:
        """Up to ``width`` characters after a number."""
        at = self.marks[number] + 1
        return self.text[at : at + width]

    def windows(self, before: int, after: int) -> list[str]:
        """For every number the text around it, so many characters wide on either side."""
        return [
            self.window_of(self.before(index, before), self.after(index, after))
            for index in range(len(self.marks))
        ]

    @staticmethod
    def window_of(before: str, after: str) -> str:
        """Words before and after a number, with its mark between them."""
        return f"{before}{MARK}{after}"

    def sites_between(self, before: str, after: str) -> list[int]:
        """The numbers that stand between exactly these words."""
        wanted = self.window_of(before, after)
        found = []
        at = self.text.find(wanted)
        while at >= 0:
            found.append(bisect_left(self.marks, at + len(before)))
            at = self.text.find(wanted, at + 1)
        return found


def mask(text: str, numbers: Sequence[Stretch]) -> Masked:
    """Replace the stretches (in order, not overlapping) of a text by marks, and drop its white space.

    >>> mask("共 35 个村。", [(2, 4)]).text == f"共{MARK}个村,"
    True
    """
    pieces: list[str] = []
    marks: list[int] = []
    length = at = 0
    for start, end in numbers:
        words = _solid(text[at:start])
        pieces += [words, MARK]
        length += len(words)
        marks.append(length)
        length += 1
        at = end
    pieces.append(_solid(text[at:]))
    return Masked("".join(pieces), tuple(marks))


def _solid(words: str) -> str:
    return "".join(words.translate(_ONE_PUNCTUATION).split())


_ONE_PUNCTUATION = dict.fromkeys(map(ord, "，。；：、！？,.;:!?"), ",")
