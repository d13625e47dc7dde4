"""Entries and values whose first character means something else to YAML, and fields written below a plain formula."""

from __future__ import annotations

import re

from factcheck.claims.fields import CHECK
from factcheck.claims.syntax.lines import Line, line_before
from factcheck.claims.syntax.quoting import quoted
from factcheck.claims.syntax.traps.scene import Scene, Slip, corrected
from factcheck.findings import Message, say

_LEAD = r"(?P<lead>\s*(?:- +)?(?:[^\s:：\"'`#{\[][^:：\"'`]*: +)?)"
_QUOTED_THEN_MORE = re.compile(_LEAD + r'(?P<rest>"[^"]*"\s*[-+*/×÷=<>≤≥＝＜＞＋－].*)$')
_BACKQUOTED_KEY = re.compile(r"\s*(?P<name>`[^`]*`)\s*[:：]")
_BACKQUOTED = re.compile(_LEAD + r"(?P<rest>`.*)$")
_BLOCK = re.compile(
    r"(?P<lead>\s*(?:- +)?(?:[^\s:#{\[][^:{\[]*: +)?)(?P<rest>[>|][^\s].*|[>|] +[^\s#].*)(?P<tail>)$"
)
_BLOCK_IN_BRACES = re.compile(r"(?P<lead>.*[:,\[] *)(?P<rest>[>|][^,}\]]*)(?P<tail>[,}\]].*)$")
_STRING_ENTRY = re.compile(r"(?P<lead>\s*- +)(?!\w+: )(?P<rest>\S.*)$")
_COMMON_FIELD = re.compile(r"\s+(?:" + "|".join(CHECK) + r")\s*[:：]")


def begins_with_quote(scene: Scene) -> Slip | None:
    """``- "1500元/人次" * a = b``: YAML takes the quoted part for the whole."""
    for line in scene.suspects():
        found = _QUOTED_THEN_MORE.match(line.text)
        if found is not None:
            words = (
                "YAML 把开头的引号当作整条的引号",
                "YAML takes the opening quote for that of the whole entry",
            )
            return _whole_entry(line, found, say(*words))
    return None


def begins_with_backquote(scene: Scene) -> Slip | None:
    """An entry that starts with a back-quote."""
    line = scene.here
    message = say("反引号不能开头", "nothing can begin with a back-quote")
    key = _BACKQUOTED_KEY.match(line.text)
    if key is not None:
        start, name = line.start + key.start("name"), key["name"]
        fixed = line.text.replace(name, name[1:-1], 1)
        return Slip("FC020", message, start, start + len(name), line, corrected(fixed))
    found = _BACKQUOTED.match(line.text)
    if found is not None:
        return _whole_entry(line, found, message)
    at = scene.problem.offset
    if scene.text[at : at + 1] != "`":
        return None
    end = scene.text.find("`", at + 1, line.end) + 1 or line.end
    written = scene.text[at:end]
    return Slip("FC020", message, at, end, line, corrected(line.text.replace(written, f"'{written}'", 1)))


def _whole_entry(line: Line, found: re.Match[str], message: Message) -> Slip:
    lead, rest = found["lead"], found["rest"].rstrip()
    fixed = lead + "'" + rest.replace("'", "''") + "'"
    start = line.start + found.start("rest")
    advice = say("整条加单引号：{line}", "put the whole entry in single quotes: {line}", line=fixed.strip())
    return Slip("FC020", message, start, start + len(rest), line, advice)


def begins_as_block(scene: Scene) -> Slip | None:
    """``value: >3000元``: > and | open a block of text."""
    for line in scene.suspects():
        at = scene.problem.offset - line.start
        in_braces = 0 <= at < len(line.text) and line.text[at] in ">|"
        found = (_BLOCK_IN_BRACES if in_braces else _BLOCK).match(line.text)
        if found is None:
            continue
        rest = found["rest"].rstrip()
        start = line.start + found.start("rest")
        return Slip(
            "FC021",
            say("开头的“{sign}”在 YAML 里另有含义", "a leading “{sign}” means something else to YAML", sign=rest[0]),
            start,
            start + len(rest),
            line,
            say("加引号：{line}", "use quotes: {line}", line=(found["lead"] + quoted(rest) + found["tail"]).strip()),
        )  # fmt: skip
    return None


def fields_after_string(scene: Scene) -> Slip | None:
    """A string check followed by ``because:``."""
    here = scene.here
    if not _COMMON_FIELD.match(here.text):
        return None
    before = line_before(scene.text, here)
    while before is not None and before.indent >= here.indent and _COMMON_FIELD.match(before.text):
        before = line_before(scene.text, before)
    found = _STRING_ENTRY.match(before.text) if before is not None else None
    if before is None or found is None or before.indent >= here.indent:
        return None
    fixed = (found["lead"] + "that: " + found["rest"]).strip()
    return Slip(
        "FC023",
        say("式子后面要另写字段，式子须写在 that 里", "to give a formula more fields, write it under that"),
        here.start + here.indent,
        here.end,
        here,
        say("上面一行改为：{line}", "write the line above as: {line}", line=fixed),
    )
