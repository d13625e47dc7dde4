"""YAML's traps: for each slip that stops the parser, its own message and the corrected line. An explicit table, most telling first."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from factcheck.claims.composing import SyntaxProblem
from factcheck.claims.fields import CHECK
from factcheck.claims.lines import Line, line_at, line_before
from factcheck.claims.silent_traps import quoted
from factcheck.findings import Message, say


@dataclass(frozen=True, slots=True)
class Slip:
    """What went wrong: code, words, place; ``line`` is the one to set aside (alone when ``alone``, else with what hangs below it)."""

    code: str
    message: Message
    start: int
    end: int
    line: Line
    advice: Message | None = None
    alone: bool = False


@dataclass(frozen=True, slots=True)
class Scene:
    """The broken text and where the parser gave up: ``here`` is that line, ``opened`` the one where what it was reading began."""

    text: str
    problem: SyntaxProblem
    here: Line
    opened: Line | None

    def suspects(self) -> Iterator[Line]:
        """The lines to look at, likeliest first."""
        yield self.here
        before = line_before(self.text, self.here)
        if before is not None:
            yield before
        if self.opened is not None and self.opened.start not in (
            self.here.start,
            before.start if before else -1,
        ):
            yield self.opened


def find_slip(text: str, problem: SyntaxProblem) -> Slip:
    """The slip that explains why the parser gave up; the parser's own words where no trap fits."""
    here = line_at(text, problem.offset)
    opened = line_at(text, problem.context_offset) if problem.context_offset is not None else None
    if here.blank:
        here = line_before(text, here) or here
    scene = Scene(text, problem, here, opened)
    for look in TRAPS:
        slip = look(scene)
        if slip is not None:
            return slip
    return unexplained(scene)


def corrected(line: str) -> Message:
    """The corrected line as help."""
    return say("改为：{line}", "write: {line}", line=line.strip())


_KEY = r"(?P<lead>\s*(?:- +)?(?:[^\s:：\"'`#{\[][^:：\"'`]*: +)?)"
_QUOTED_THEN_MORE = re.compile(_KEY + r'(?P<rest>"[^"]*"\s*[-+*/×÷=<>≤≥＝＜＞＋－].*)$')
_QUOTE_START = re.compile(r"(?:^|[:\-,{\[] *)(?P<quote>[\"'])")
_INNER = re.compile(r'(?<=[\s{\[:,])"(?P<inner>[^"]*"[^"]+(?:"[^"]*)*?)"(?=\s*(?:,\s*[\w]+\s*:|[}\]]|$))')
_BACKQUOTED_KEY = re.compile(r"\s*(?P<name>`[^`]*`)\s*[:：]")
_BACKQUOTE_START = re.compile(_KEY + r"(?P<rest>`.*)$")
_BLOCK_VALUE = re.compile(r"(?P<lead>\s*(?:- +)?(?:[^\s:#][^:]*: +)?)(?P<rest>[>|][^\s].*|[>|] +[^\s#].*)$")
_STRING_ENTRY = re.compile(r"(?P<lead>\s*- +)(?!\w+: )(?P<rest>\S.*)$")
_FULL_WIDTH = re.compile(
    r"(?P<lead>\s*(?:- +)?(?:\{ *)?)(?P<key>[^\s\"'`:：#{\[][^:：\"']*)(?P<colon>：)(?P<rest>.*)$"
)
_NO_SPACE = re.compile(r"(?P<lead>\s*(?:- +)?)(?P<key>[^\s\"'`:：#{\[，。]+):(?P<rest>[^\s/].*)$")
_COMMON = re.compile(r"\s+(?:" + "|".join(CHECK) + r")\s*[:：]")


def tab_indentation(scene: Scene) -> Slip | None:
    """A tab among the blanks before a line."""
    for line in scene.suspects():
        indent = line.text[: line.indent]
        if "\t" in indent:
            at = line.start + indent.index("\t")
            return Slip(
                "FC024",
                say("缩进用了制表符，YAML 只认空格", "the indentation holds a tab; YAML takes only spaces"),
                at, at + 1, line,
                say("每个制表符改为两个空格", "write two spaces for each tab"),
            )  # fmt: skip
    return None


def wide_indentation(scene: Scene) -> Slip | None:
    """A full-width or no-break space among the blanks before a line."""
    for line in scene.suspects():
        wide = re.match(r"[ \t]*([\u3000\u00a0]+)", line.text)
        if wide is not None:
            return Slip(
                "FC030",
                say("缩进用了全角空格或不换行空格", "the indentation holds full-width or no-break spaces"),
                line.start + wide.start(1), line.start + wide.end(1), line,
                say("改用半角空格", "use plain spaces"),
            )  # fmt: skip
    return None


def too_deep(scene: Scene) -> Slip | None:
    """Containers in containers in containers."""
    if "nesting depth" not in scene.problem.problem:
        return None
    at = scene.problem.offset
    return Slip("FC029", say("嵌套太深", "nested too deep"), at, min(at + 1, scene.here.end), scene.here)


def formula_begins_with_quote(scene: Scene) -> Slip | None:
    """``- "1500元/人次" * a = b``: YAML takes the quoted part for the whole."""
    for line in scene.suspects():
        found = _QUOTED_THEN_MORE.match(line.text)
        if found is not None:
            return _whole_entry(line, found, say("YAML 把开头的引号当作整条的引号", "YAML takes the opening quote for that of the whole entry"))  # fmt: skip
    return None


def formula_begins_with_backquote(scene: Scene) -> Slip | None:
    """An entry that starts with a back-quote."""
    line = scene.here
    key = _BACKQUOTED_KEY.match(line.text)
    message = say("反引号不能开头", "nothing can begin with a back-quote")
    if key is not None and line.text.lstrip().startswith("`"):
        start = line.start + key.start("name")
        name = key["name"]
        return Slip(
            "FC020",
            message,
            start,
            start + len(name),
            line,
            corrected(line.text.replace(name, name[1:-1], 1)),
        )
    found = _BACKQUOTE_START.match(line.text)
    if found is not None:
        return _whole_entry(line, found, message)
    at = scene.problem.offset
    if scene.text[at : at + 1] == "`":
        end = scene.text.find("`", at + 1, line.end) + 1 or line.end
        written = scene.text[at:end]
        whole = line.text.replace(written, f"'{written}'", 1)
        return Slip("FC020", message, at, end, line, corrected(whole))
    return None


def _whole_entry(line: Line, found: re.Match[str], message: Message) -> Slip:
    lead, rest = found["lead"], found["rest"].rstrip()
    fixed = lead + "'" + rest.replace("'", "''") + "'"
    start = line.start + found.start("rest")
    return Slip(
        "FC020", message, start, start + len(rest), line,
        say("整条加单引号：{line}", "put the whole entry in single quotes: {line}", line=fixed.strip()),
    )  # fmt: skip


def block_value(scene: Scene) -> Slip | None:
    """``value: >3000元``: > and | open a block of text."""
    for line in scene.suspects():
        found = _BLOCK_VALUE.match(line.text)
        if found is not None:
            rest = found["rest"].rstrip()
            start = line.start + found.start("rest")
            return Slip(
                "FC021",
                say("开头的“{sign}”在 YAML 里另有含义", "a leading “{sign}” means something else to YAML", sign=rest[0]),
                start, start + len(rest), line,
                say("加引号：{line}", "use quotes: {line}", line=(found["lead"] + quoted(rest)).strip()),
            )  # fmt: skip
    return None


def fields_after_string(scene: Scene) -> Slip | None:
    """A string check followed by ``because:``."""
    if not _COMMON.match(scene.here.text):
        return None
    before = line_before(scene.text, scene.here)
    while before is not None and before.indent >= scene.here.indent and _COMMON.match(before.text):
        before = line_before(scene.text, before)
    found = _STRING_ENTRY.match(before.text) if before is not None else None
    if before is None or found is None or before.indent >= scene.here.indent:
        return None
    start = scene.here.start + scene.here.indent
    return Slip(
        "FC023",
        say("式子后面要另写字段，式子须写在 that 里", "to give a formula more fields, write it under that"),
        start, scene.here.end, scene.here,
        say("上面一行改为：{line}", "write the line above as: {line}", line=(found["lead"] + "that: " + found["rest"]).strip()),
    )  # fmt: skip


def inner_quote(scene: Scene) -> Slip | None:
    """An ASCII quote inside a value in the same quotes."""
    for line in scene.suspects():
        found = _INNER.search(line.text)
        if found is not None:
            inner = found["inner"]
            at = line.start + found.start("inner") + inner.index('"')
            fixed = line.text[: found.start()] + quoted(inner) + line.text[found.end() :]
            return Slip(
                "FC022",
                say("引号里又有引号，这个值提前结束了", "a quote inside the quotes ends the value early"),
                at, at + 1, line, corrected(fixed),
            )  # fmt: skip
    return None


def unclosed_quote(scene: Scene) -> Slip | None:
    """A quote that is never closed, or only by the next one further down."""
    if "quoted scalar" in scene.problem.context and scene.problem.context_offset is not None:
        return _unclosed(scene.opened or scene.here, scene.problem.context_offset)
    line: Line | None = scene.here
    for _ in range(3):
        line = line_before(scene.text, line) if line is not None else None
        if line is None:
            return None
        for found in _QUOTE_START.finditer(line.text):
            if line.text.count(found["quote"]) % 2:
                return _unclosed(line, line.start + found.start("quote"))
    return None


def _unclosed(line: Line, at: int) -> Slip:
    mark = line.text[at - line.start : at - line.start + 1] or '"'
    return Slip(
        "FC025", say("引号没有闭合", "the quote is not closed"), at, max(line.end, at + 1), line,
        corrected(line.text.rstrip() + mark),
    )  # fmt: skip


def full_width_colon(scene: Scene) -> Slip | None:
    """``贫困村：35个``: only a plain colon and a space make a key."""
    for line in scene.suspects():
        found = _FULL_WIDTH.match(line.text)
        if found is not None:
            at = line.start + found.start("colon")
            fixed = found["lead"] + found["key"] + ": " + found["rest"].lstrip()
            return Slip(
                "FC019",
                say("键后的冒号是全角的“：”，YAML 只认半角“: ”", "the colon is full-width; YAML takes only “: ”"),
                at, at + 1, line, corrected(fixed),
            )  # fmt: skip
    return None


def no_space_after_colon(scene: Scene) -> Slip | None:
    """``贫困村:35个``: a colon makes a key only with a space after it."""
    for line in scene.suspects():
        found = _NO_SPACE.match(line.text)
        if found is not None and ": " not in line.text[: found.start("rest")]:
            at = line.start + found.end("key")
            fixed = found["lead"] + found["key"] + ": " + found["rest"]
            return Slip(
                "FC027",
                say("冒号后要有空格", "a space must follow the colon"),
                at,
                at + 1,
                line,
                corrected(fixed),
            )
    return None


def unclosed_bracket(scene: Scene) -> Slip | None:
    """A brace or bracket that is never closed."""
    at = scene.problem.context_offset
    if at is None or scene.opened is None or "flow" not in scene.problem.context:
        return None
    mark = scene.text[at : at + 1]
    if mark not in ("{", "["):
        return None
    return Slip(
        "FC031", say("“{mark}”没有闭合", "“{mark}” is not closed", mark=mark), at, at + 1, scene.opened,
        say("补上“{mark}”", "add the missing “{mark}”", mark="}" if mark == "{" else "]"),
    )  # fmt: skip


_WORDS: tuple[tuple[str, Message, Message | None], ...] = (
    ("mapping values are not allowed", say("这里不能再有冒号", "no further colon can stand here"),
     say("检查缩进；值里有“: ”时整个值加引号", "check the indentation; put a value with “: ” in it in quotes")),
    ("unknown escape", say("双引号里的反斜杠写法不对", "an unknown escape in double quotes"),
     say("改用单引号，反斜杠就是它本身", "use single quotes: there a backslash is only a backslash")),
    ("alias", say("值不能以 * 开头（YAML 的别名）", "a value cannot begin with * (an alias to YAML)"),
     say("整个值加引号", "put the value in quotes")),
    ("anchor", say("值不能以 & 开头（YAML 的锚点）", "a value cannot begin with & (an anchor to YAML)"),
     say("整个值加引号", "put the value in quotes")),
    ("cannot start any token", say("值不能以这个字符开头", "nothing can begin with this character"),
     say("整个值加引号", "put the value in quotes")),
    ("could not find expected ':'", say("这一行没有键和冒号", "this line has no key and colon"), None),
    ("expected key", say("这里的缩进与上文不合", "the indentation does not fit what stands above"), None),
    ("expected '-'", say("列表的每一条都要以“- ”开头", "each entry of a list begins with “- ”"), None),
    ("block end", say("这里的缩进与上文不合", "the indentation does not fit what stands above"), None),
)  # fmt: skip


def unexplained(scene: Scene) -> Slip:
    """No trap fits: the parser's complaint in plain words, else its own."""
    said = f"{scene.problem.context} {scene.problem.problem}"
    at = min(scene.problem.offset, len(scene.text))
    if not scene.here.start <= at <= scene.here.end:
        at = scene.here.start + scene.here.indent
    end = max(scene.here.end, at)
    for words, message, advice in _WORDS:
        if words in said:
            return Slip("FC002", message, at, end, scene.here, advice)
    own = say(
        "YAML 读不下去：{words}", "YAML cannot go on: {words}", words=scene.problem.problem or said.strip()
    )
    return Slip("FC002", own, at, end, scene.here)


TRAPS: tuple[Callable[[Scene], Slip | None], ...] = (
    too_deep,
    tab_indentation,
    wide_indentation,
    formula_begins_with_quote,
    formula_begins_with_backquote,
    block_value,
    fields_after_string,
    inner_quote,
    unclosed_quote,
    full_width_colon,
    no_space_after_colon,
    unclosed_bracket,
)
