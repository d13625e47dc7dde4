"""Quotes that end too early or not at all."""

from __future__ import annotations

import re

from factcheck.claims.syntax.lines import Line, line_before
from factcheck.claims.syntax.quoting import quoted
from factcheck.claims.syntax.traps.scene import Scene, Slip, corrected
from factcheck.findings import say

_OPENING = re.compile(r"(?:^|[:\-,{\[] *)(?P<quote>[\"'])")
_ENDING = r"(?=\s*(?:,\s*[\w]+\s*:|[}\]]|$))"
_INNER = (
    re.compile(r'(?<=[\s{\[:,])"(?P<inner>[^"]*"[^"]+(?:"[^"]*)*?)"' + _ENDING),
    re.compile(r"(?<=[\s{\[:,])'(?P<inner>[^']*(?<!')'(?!')[^']+(?:'[^']*)*?)'" + _ENDING),
)
_LINES_BACK = 3
"""How far above the complaint an unclosed quote is looked for."""


def unknown_escape(scene: Scene) -> Slip | None:
    r"""``"\d"``: in double quotes a backslash begins an escape."""
    problem = scene.problem
    if "quoted scalar" not in problem.context or "stream" in problem.problem or "document" in problem.problem:
        return None
    at = min(problem.offset, max(len(scene.text) - 1, 0))
    start = scene.text.rfind("\\", scene.here.start, at + 1)
    return Slip(
        "FC002",
        say("双引号里的反斜杠写法不对", "the backslash in double quotes is no escape that YAML knows"),
        start if start >= 0 else at,
        (start if start >= 0 else at) + 2,
        scene.here,
        say("改用单引号：其中的反斜杠就是它本身", "use single quotes: there a backslash is only a backslash"),
    )


def inner_quote(scene: Scene) -> Slip | None:
    """An ASCII quote inside a value in the same quotes."""
    for line in scene.suspects():
        for pattern in _INNER:
            found = pattern.search(line.text)
            if found is not None:
                return _ends_early(line, found)
    return None


def _ends_early(line: Line, found: re.Match[str]) -> Slip:
    inner = found["inner"]
    mark = found[0][0]
    at = line.start + found.start("inner") + inner.index(mark)
    fixed = line.text[: found.start()] + quoted(inner) + line.text[found.end() :]
    return Slip(
        "FC022",
        say("引号里又有引号，这个值提前结束了", "a quote inside the quotes ends the value early"),
        at,
        at + 1,
        line,
        corrected(fixed),
    )


def unclosed_quote(scene: Scene) -> Slip | None:
    """A quote that is never closed, or only by the next one further down."""
    if "quoted scalar" in scene.problem.context and scene.problem.context_offset is not None:
        return _unclosed(scene.opened or scene.here, scene.problem.context_offset)
    line: Line | None = scene.here
    for _ in range(_LINES_BACK):
        line = line_before(scene.text, line) if line is not None else None
        if line is None:
            return None
        for found in _OPENING.finditer(line.text):
            if line.text.count(found["quote"]) % 2:
                return _unclosed(line, line.start + found.start("quote"))
    return None


def _unclosed(line: Line, at: int) -> Slip:
    mark = line.text[at - line.start : at - line.start + 1] or '"'
    return Slip(
        "FC025",
        say("引号没有闭合", "the quote is not closed"),
        at,
        max(line.end, at + 1),
        line,
        corrected(line.text.rstrip() + mark),
    )
