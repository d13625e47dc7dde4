"""Breaking text into lines by the rules of Chinese and English setting."""

from __future__ import annotations

import unicodedata

from factcheck.lazily import expression
from factcheck.reports.screen import Screen, character_cells

CLOSING = frozenset("，。、；：？！）》】〉」』”’%％‰…—～,.;:?!)]}°")
"""Never at the beginning of a line."""
OPENING = frozenset("（《【〈「『“‘([{￥¥$")
"""Never at the end of a line."""
EITHER = frozenset("`\"'")
"""Quotes that may open or close: they stay with both neighbours."""

_INTERVAL = expression(r"[\[(][^\[\]()\s]{1,40}[,，] ?[^\[\]()\s]{1,40}[\])]")
_ONE_PIECE = expression(
    r"factcheck explain FC[0-9]{3}|\S{1,16} (?:→|->) \S{1,16}|（[^（）]{1,10}）|\([^()]{1,10}\)"
)
_WITH_UNIT = expression(
    r"[0-9][%％]? ?[十百千万亿]*(?:人次|千瓦时|兆瓦|平方公里|公里|公顷|个百分点|[\u4e00-\u9fff])"
)


KEPT = (_INTERVAL, _ONE_PIECE, _WITH_UNIT)
"""What is never taken apart: an interval, a command, an edit, a short remark in brackets, a number and its unit."""
LOOK_AHEAD = 60
"""How many characters beyond a line's end may belong to what is not taken apart."""


def wrap(text: str, width: int, screen: Screen, *, first: int | None = None) -> list[str]:
    """The text in lines of at most ``width`` cells; ``first`` is the room on the first line, if it differs.

    A number keeps its unit and an interval its two ends, closing punctuation never begins a line, opening punctuation
    never ends one. What has no place to break is cut where the room ends.

    >>> wrap("原文合计 21.5 万吨，分项相加只有 20.9 万吨", 17, Screen())
    ['原文合计', '21.5 万吨，分项相', '加只有 20.9 万吨']
    """
    lines: list[str] = []
    room = width if first is None else first
    for paragraph in text.split("\n"):
        start, end = 0, len(paragraph.rstrip())
        while True:
            near = paragraph[start : min(end, start + 2 * width + LOOK_AHEAD)]
            cut = _cut(near, max(room, 2), screen)
            lines.append(near[:cut].rstrip())
            start += cut
            while start < end and paragraph[start].isspace():
                start += 1
            room = width
            if start >= end:
                break
    return lines


def _cut(text: str, room: int, screen: Screen) -> int:
    """How many characters go on a line: up to the last place to break, else as many as fit."""
    fits = _fitting(text, room, screen)
    if fits >= len(text):
        return len(text)
    near = text[: fits + LOOK_AHEAD]
    possible = [at for at in range(1, fits + 1) if _may_break(near, at)]
    kept = [match.span() for pattern in KEPT for match in pattern.finditer(near)]
    whole = [at for at in possible if not any(start < at < end for start, end in kept)]
    return (whole or possible or [max(fits, 1)])[-1]


def _fitting(text: str, room: int, screen: Screen) -> int:
    """How many characters fit, not counting the spaces that a line end swallows."""
    used, ambiguous = 0, screen.ambiguous_width or 1
    for at, character in enumerate(text):
        used += character_cells(character, ambiguous)
        if used > room:
            return at + 1 if character == " " else at
    return len(text)


def _may_break(text: str, at: int) -> bool:
    """Whether a line may end after so many characters, by the signs on both sides."""
    before, after = text[at - 1], text[at]
    if after == " " or after in CLOSING or before in OPENING:
        return False
    if before == " ":
        return True
    if before in EITHER or after in EITHER:
        return False
    return is_chinese(before) or is_chinese(after) or before in CLOSING - frozenset(",.:%-—°")


def is_chinese(character: str) -> bool:
    """Whether the character is set solid, without spaces: ideographs, kana, full-width punctuation."""
    return unicodedata.east_asian_width(character) in {"W", "F"}
