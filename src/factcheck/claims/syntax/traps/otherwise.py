"""No trap fits: the parser's complaint in plain words, else its own."""

from __future__ import annotations

from factcheck.claims.syntax.traps.scene import Scene, Slip
from factcheck.findings import Message, say

_INDENTED = say("这里的缩进与上文不合", "the indentation does not fit what stands above")
_IN_QUOTES = say("整个值加引号", "put the whole value in quotes")

_WORDS: tuple[tuple[str, Message, Message | None], ...] = (
    (
        "mapping values are not allowed",
        say("这里不能再有冒号", "no further colon can stand here"),
        say("检查缩进；值里有“: ”时整个值加引号", "check the indentation; put a value with “: ” in it in quotes"),
    ),
    ("alias", say("值不能以 * 开头（YAML 的别名）", "a value cannot begin with * (an alias to YAML)"), _IN_QUOTES),
    ("anchor", say("值不能以 & 开头（YAML 的锚点）", "a value cannot begin with & (an anchor to YAML)"), _IN_QUOTES),
    ("tag", say("值不能以 ! 开头（YAML 的标签）", "a value cannot begin with ! (a tag to YAML)"), _IN_QUOTES),
    (
        "cannot start any token",
        say("值不能以这个字符开头", "nothing can begin with this character"),
        _IN_QUOTES,
    ),
    ("could not find expected ':'", say("这一行没有键和冒号", "this line has no key and colon"), None),
    ("expected key", _INDENTED, None),
    ("expected '-'", say("列表的每一条都要以“- ”开头", "each entry of a list begins with “- ”"), None),
    ("block end", _INDENTED, None),
)  # fmt: skip
"""Pieces of libyaml's and PyYAML's complaints, and what they mean to people."""

_BEGUN = ("alias", "anchor", "tag")
"""What the parser complains of behind the character that is at fault."""


def unexplained(scene: Scene) -> Slip:
    """The parser's complaint at its place, to the end of the line."""
    problem = scene.problem
    said = f"{problem.context} {problem.problem}"
    at = min(problem.offset, len(scene.text))
    if any(word in problem.context for word in _BEGUN) and problem.context_offset is not None:
        at = problem.context_offset
    if not scene.here.start <= at <= scene.here.end:
        at = scene.here.start + scene.here.indent
    end = max(scene.here.end, at)
    for words, message, advice in _WORDS:
        if words in said:
            return Slip("FC002", message, at, end, scene.here, advice, alone=message is _INDENTED)
    own = say("YAML 读不下去：{words}", "YAML cannot go on: {words}", words=problem.problem or said.strip())
    return Slip("FC002", own, at, end, scene.here)
