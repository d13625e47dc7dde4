"""Composing a file that may be broken: each slip is reported, its entry set aside, and the rest composed again."""

from __future__ import annotations

import re

from factcheck.claims.problems import Problems
from factcheck.claims.syntax.composing import Composition, Feature, compose
from factcheck.claims.syntax.lines import blanked, entry_end
from factcheck.claims.syntax.nodes import Node
from factcheck.findings import Message, say
from factcheck.lazily import expression

MOST_SLIPS = 50
"""Slips looked for in one file."""

MOST_WORK = 20_000_000
"""Characters composed in all: after that the rest of a large broken file is left unread."""

_FORBIDDEN = expression("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What YAML does not allow in a file: control characters and lone surrogates."""

_NAME = expression(
    r"^[ \t\u3000\u00a0]*[\"'`「]?(?P<name>[^\"'`」:：#\n]+)[\"'`」]?[ \t]*[:：]", re.MULTILINE
)
"""What stands before the first colon of a line."""

_FEATURES: dict[Feature, tuple[str, Message, Message]] = {
    "tag": (
        "FC011",
        say("不允许 YAML 标签（!）", "YAML tags (!) are not allowed"),
        say("删去标签；值以 ! 开头时加引号", "remove the tag; put a value that begins with ! in quotes"),
    ),
    "anchor": (
        "FC011",
        say("不允许 YAML 锚点（&）", "YAML anchors (&) are not allowed"),
        say("删去锚点；值以 & 开头时加引号", "remove the anchor; put a value that begins with & in quotes"),
    ),
    "alias": (
        "FC011",
        say("不允许 YAML 别名（*）", "YAML aliases (*) are not allowed"),
        say("请把内容直接写在这里；值以 * 开头时加引号", "write it out here; put a value that begins with * in quotes"),
    ),
    "document": (
        "FC012",
        say("一个文件只能有一个文档，--- 之后的内容没有读", "a file holds one document: what follows --- is not read"),
        say("拆成几个文件", "make several files of it"),
    ),
}  # fmt: skip


def compose_all(text: str, problems: Problems) -> tuple[Node | None, set[str]]:
    """Compose what can be composed of ``text``; everything wrong is reported.

    Also the names of what was set aside: they stand in the file, and nobody need be told that they are missing.
    """
    lost: set[str] = set()
    composition = compose(text)
    work = len(text)
    if composition.problem is not None and _FORBIDDEN.search(text):
        text = _without_forbidden(text, problems)
        composition = compose(text)
    for _ in range(MOST_SLIPS):
        if composition.problem is None or work > MOST_WORK:
            break
        repaired = _set_aside(text, composition, problems, lost)
        if repaired is None:
            break
        text = repaired
        composition = compose(text)
        work += len(text)
    for feature, name, start, end in composition.features:
        code, message, advice = _FEATURES[feature]
        problems.add(code, message, start, end, key=name, advice=advice)
    return composition.root, lost


def _without_forbidden(text: str, problems: Problems) -> str:
    """Report the characters that YAML forbids (once, with their number) and put a replacement character for each."""
    found = [match.start() for match in _FORBIDDEN.finditer(text)]
    at = found[0]
    problems.add(
        "FC026",
        say(
            "文件里有控制字符 U+{code}（共 {count} 处）",
            "the file holds the control character U+{code} ({count} in all)",
            code=f"{ord(text[at]):04X}",
            count=len(found),
        ),
        at,
        at + 1,
        advice=say("删去它；需要时在双引号里写 \\u{code}", "remove it; if it is needed write \\u{code} in double quotes", code=f"{ord(text[at]):04X}"),
    )  # fmt: skip
    return _FORBIDDEN.sub("\ufffd", text)


def _set_aside(text: str, composition: Composition, problems: Problems, lost: set[str]) -> str | None:
    """Report why composing stopped and blank the entry at fault; ``None`` where nothing is left to blank."""
    from factcheck.claims.syntax.traps import find_slip

    assert composition.problem is not None
    slip = find_slip(text, composition.problem)
    problems.add(
        slip.code,
        slip.message,
        slip.start,
        slip.end,
        key=text[slip.start : slip.end].strip(),
        advice=slip.advice,
    )
    end = slip.line.end if slip.alone else entry_end(text, slip.line)
    if not text[slip.line.start : end].strip():
        return None
    lost.update(found["name"].strip() for found in _NAME.finditer(text, slip.line.start, end))
    return blanked(text, slip.line.start, end)
