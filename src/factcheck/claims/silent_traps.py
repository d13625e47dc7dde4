"""What YAML reads without complaint but otherwise than it was meant: values cut at a comma or a #, blocks opened by > and |."""

from __future__ import annotations

import re

from factcheck.claims.context import FileContext
from factcheck.claims.nodes import Node, Scalar
from factcheck.findings import say

_COMMENT = re.compile(r" (#[^\r\n]*)")
_BLOCK_HEADER = re.compile(r"[|>][0-9+-]*[0-9][0-9+-]*")


def quoted(text: str) -> str:
    """The text as a quoted YAML value, in whichever quotes need no escape.

    >>> quoted("1,200元"), quoted('他说"好"')
    ('"1,200元"', '\\'他说"好"\\'')
    """
    if '"' not in text and "\\" not in text:
        return f'"{text}"'
    return "'" + text.replace("'", "''") + "'"


def split_by_comma(file: FileContext, value: Node, key: Scalar | Node, rest: Node) -> Scalar | None:
    """In braces, ``value: 1,200元`` is the value ``1`` and a key ``200元`` of nothing: report it and join them again.

    ``None`` when ``key`` is no such piece.
    """
    if not (isinstance(value, Scalar) and isinstance(key, Scalar) and isinstance(rest, Scalar)):
        return None
    between = file.text[value.end : key.start]
    if value.style or key.style or not rest.absent or "," not in between or between.strip(" ,\n"):
        return None
    if "：" in key.value or ":" in key.value:
        return None
    joined = file.text[value.start : key.end]
    file.problems.add(
        "FC017",
        say("花括号里的逗号把这个值切成了两段", "in braces the comma cuts this value in two"),
        value.start,
        key.end,
        key=joined,
        advice=say(
            "整个值加引号：{corrected}", "put the value in quotes: {corrected}", corrected=quoted(joined)
        ),
    )
    return Scalar(joined, value.start, key.end)


def cut_by_comment(file: FileContext, value: Scalar) -> None:
    """After one space a ``#`` opens a comment, so ``12 # 千克`` is 12: say so (two spaces show that a comment is meant)."""
    found = _COMMENT.match(file.text, value.end)
    if found is None or value.style:
        return
    written = value.value + found[0].rstrip()
    file.problems.add(
        "FC018",
        say("# 之后的文字不算在值里", "what follows # is not part of the value"),
        found.start(1),
        found.start(1) + len(found[1].rstrip()),
        key=written,
        advice=say(
            "若属于这个值，加引号：{corrected}；若是注释，# 前空两格",
            "if it belongs to the value, write {corrected}; if it is a comment, put two spaces before #",
            corrected=quoted(written),
        ),
    )


def opened_as_block(file: FileContext, value: Scalar, key: str) -> bool:
    """``value: >3000`` opens a block of text instead of saying more than 3000; whether that happened here."""
    if value.style not in ("|", ">"):
        return False
    header = _BLOCK_HEADER.match(file.text, value.start)
    if header is None:
        return False
    line_end = file.text.find("\n", value.start)
    written = file.text[value.start : line_end if line_end >= 0 else len(file.text)].rstrip()
    file.problems.add(
        "FC021",
        say("行首的“{sign}”在 YAML 里另有含义，这个值没有读到", "a leading “{sign}” means something else to YAML: the value is lost", sign=value.style),
        value.start,
        value.start + len(written),
        key=key,
        advice=say("加引号：{key}: {corrected}", "use quotes: {key}: {corrected}", key=key, corrected=quoted(written)),
    )  # fmt: skip
    return True
