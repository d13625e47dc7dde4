"""Simple values decoded from nodes: texts, flags, choices, dates. A wrong one is reported and left out (``None``)."""

from __future__ import annotations

from functools import lru_cache

from factcheck.claims.decoding.context import FileContext
from factcheck.claims.fields import Field
from factcheck.claims.model import Period
from factcheck.claims.names import nearest
from factcheck.claims.syntax.nodes import Node, Scalar, Sequence
from factcheck.findings import say
from factcheck.lazily import expression

_DATE = expression(r"[0-9]{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12][0-9]|3[01]))?)?")
_MONTH_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_MEANT_TRUE = frozenset(("true", "yes", "on", "y", "1", "是"))
OPEN_END = ".."


def text(file: FileContext, node: Node, name: str = "") -> str | None:
    """Any text; nothing at all is the empty text. What stands in a file again and again is kept once."""
    if isinstance(node, Scalar):
        return file.said.setdefault(node.value, node.value)
    file.wrong_type(node, say("一段文字", "a text"))
    return None


def texts(file: FileContext, node: Node) -> tuple[str, ...]:
    """One text or a list of them."""
    items = node.items if isinstance(node, Sequence) else [node]
    return tuple(value for item in items if (value := text(file, item)) is not None)


def flag(file: FileContext, node: Node, name: str) -> bool:
    """``true`` or ``false``; anything else is reported, and taken for what it was meant to be."""
    if isinstance(node, Scalar) and node.value in ("true", "false") and not node.style:
        return node.value == "true"
    file.wrong_type(
        node,
        say("true 或 false", "true or false"),
        advice=say("写成 {name}: true", "write {name}: true", name=name),
    )
    return isinstance(node, Scalar) and node.value.casefold() in _MEANT_TRUE


def choice(file: FileContext, node: Node, field: Field) -> str | None:
    """One of the field's words."""
    if isinstance(node, Scalar):
        if node.value in field.choices:
            return node.value
        guess = nearest(node.value, field.choices)
    else:
        guess = None
    options = ", ".join(field.choices)
    file.wrong_type(
        node,
        say("其中之一：{options}", "one of {options}", options=options),
        advice=say("是不是 {guess}？", "did you mean {guess}?", guess=guess) if guess else None,
    )
    return None


@lru_cache(maxsize=4096)
def is_date(written: str) -> bool:
    """Whether this is a date of ISO 8601 to the year, month or day.

    >>> is_date("2020-04"), is_date("2020-02-30"), is_date("2020/04")
    (True, False, False)
    """
    if not _DATE.fullmatch(written):
        return False
    parts = [int(part) for part in written.split("-")]
    if len(parts) < 3:
        return True
    year, month, day = parts
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return day <= _MONTH_DAYS[month - 1] and not (month == 2 and day == 29 and not leap)


def date(file: FileContext, node: Node) -> str | None:
    """A date as written."""
    if isinstance(node, Scalar) and is_date(node.value):
        return node.value
    file.wrong_type(
        node,
        say("日期", "a date"),
        advice=say("写成 2020、2020-04 或 2020-04-21", "write 2020, 2020-04 or 2020-04-21"),
    )
    return None


def date_as_period(file: FileContext, node: Node) -> Period | None:
    """A date as a period with both ends the same."""
    if isinstance(node, Scalar) and is_date(node.value):
        return _period(node.value)
    date(file, node)
    return None


def period(file: FileContext, node: Node) -> Period | None:
    """Two dates parted by a slash, ``..`` for an open end; one date alone is both ends."""
    if isinstance(node, Scalar):
        found = _period(node.value)
        if found is not None:
            if found.start is None or found.end is None or _in_order(found.start, found.end):
                return found
            file.wrong_type(node, say("先早后晚的两个日期", "two dates, the earlier first"))
            return None
    file.wrong_type(
        node,
        say("一段时间", "a period"),
        advice=say("写成 2016/2020-04；未定的一端写 ..", "write 2016/2020-04, an open end as .."),
    )
    return None


@lru_cache(maxsize=4096)
def _period(written: str) -> Period | None:
    """The period that is written, shared by all facts that write the same; ``None`` where it is none."""
    start, slash, end = written.partition("/")
    ends = (start, end if slash else start)
    if ends == (OPEN_END, OPEN_END) or not all(
        is_date(each) or (slash and each == OPEN_END) for each in ends
    ):
        return None
    return Period(*(None if each == OPEN_END else each for each in ends))


def _in_order(start: str, end: str) -> bool:
    return start[: len(end)] <= end[: len(start)]
