"""The answer of ``factcheck scan``: every number of a draft as it was read."""

from __future__ import annotations

from factcheck.drafts.numbers import DraftNumbers
from factcheck.findings import Language, Message, say
from factcheck.quantities import Embedded, PrintedQuantity, Readings, exact_string, format_interval, readings
from factcheck.text.cells import cell_width

_KINDS = {
    "count": Message("计数", "count"),
    "money": Message("金额", "money"),
    "percent": Message("百分数", "percent"),
    "percentage_point": Message("百分点", "percentage points"),
    "ratio": Message("倍数", "ratio"),
    "fraction": Message("分数", "fraction"),
    "measure": Message("度量", "measure"),
    "number": Message("数", "number"),
    "year": Message("年份", "year"),
    "date": Message("日期", "date"),
    "duration": Message("时长", "duration"),
    "ordinal": Message("序数", "ordinal"),
}
_NO_CLAIM = {
    "name": Message("名称", "name"),
    "idiom": Message("成语、套话", "idiom"),
    "vague": Message("概数词", "vague"),
    "phone": Message("电话", "phone number"),
    "licence": Message("编号", "licence number"),
    "address": Message("地址", "address"),
    "url": Message("网址", "address on the web"),
    "code": Message("代号", "code"),
    "time": Message("时刻", "time of day"),
    "numbering": Message("序号", "numbering"),
    "stray": Message("残字", "stray"),
}
WIDEST_COLUMN = 28
"""Cells to which a column after the first is filled up; longer entries push the next one aside."""


def as_text(draft: DraftNumbers, language: Language) -> str:
    """One line for each numeral, in columns, in the order of the text, then the counts."""
    rows = [
        [cell.in_language(language) for cell in _cells(draft, item)]
        for item in sorted(_items(draft), key=lambda item: item.start)
    ]
    lines = [*in_columns(rows), summary(draft).in_language(language)]
    return "".join(f"{line}\n" for line in lines)


def in_columns(rows: list[list[str]]) -> list[str]:
    """Rows with their cells one under another.

    >>> in_columns([["a", "合计", "x"], ["bbb", "5", "y"]])
    ['a    合计  x', 'bbb  5     y']
    """
    cells = [list(map(cell_width, column)) for column in zip(*rows, strict=True)]
    widths = [
        max(column) if index == 0 else max((width for width in column if width <= WIDEST_COLUMN), default=0)
        for index, column in enumerate(cells)
    ]
    return ["  ".join(map(_filled, row, widths)).rstrip() for row in rows]


def _filled(cell: str, width: int) -> str:
    return cell + " " * max(0, width - cell_width(cell))


def _items(draft: DraftNumbers) -> list[PrintedQuantity | Embedded]:
    return [*draft.numbers, *draft.embedded]


def _cells(draft: DraftNumbers, item: PrintedQuantity | Embedded) -> list[Message]:
    """Place, text, kind and readings."""
    start = [_same(_place(draft, item)), _same(" ".join(item.text.split()))]
    if isinstance(item, Embedded):
        kind = _NO_CLAIM.get(item.kind, _same(item.kind))
        return [*start, kind, Message("不作数", "no claim"), _same("")]
    if item.kind in ("date", "year"):
        return [*start, _KINDS[item.kind], _same(_calendar(item)), _same("")]
    read = readings(item)
    strict, loose = (format_interval(each, item.unit.name) for each in (read.strict, read.loose))
    wider = say("放宽 {loose}", "loosely {loose}", loose=loose) if loose != strict else _same("")
    return [*start, _KINDS.get(item.kind, _same(item.kind)), _same(strict), wider]


def _calendar(item: PrintedQuantity) -> str:
    """A year or a date in ISO 8601, with ``-`` for what is not printed: ``2020-04-21``, ``--04-21``.

    >>> from factcheck.quantities import scan
    >>> [_calendar(item) for item in scan("2018-2020年，2020年4月21日，4月21日")]
    ['2018/2020', '2020-04-21', '--04-21']
    """
    if item.kind == "year":
        ends = [item.value] if item.upper is None else [item.value, item.upper]
        return "/".join(map(exact_string, ends))
    year, rest = divmod(int(item.value), 10000)
    month, day = divmod(rest, 100)
    return f"{year:04}" * (year > 0) + "-" * (not year) + f"-{month:02}" + f"-{day:02}" * (day > 0)


def _same(text: str) -> Message:
    return Message(text, text)


def _place(draft: DraftNumbers, item: PrintedQuantity | Embedded) -> str:
    start, _ = draft.span(item.start, item.end)
    position = draft.document.source.position(start)
    return f"{draft.document.path}:{position.line}:{position.column}"


def summary(draft: DraftNumbers) -> Message:
    """How many numbers there are, and how many numerals are none."""
    return say(
        "{path}：{numbers} 个数{embedded}",
        "{path}: {numbers} numbers{embedded}",
        path=draft.document.path,
        numbers=len(draft.numbers),
        embedded=names_and_idioms(len(draft.embedded)),
    )


def names_and_idioms(count: int) -> Message:
    """How many numerals are no numbers; nothing where there are none."""
    if not count:
        return Message("", "")
    return say(
        "；另有 {n} 个名称、成语里的数字不作数",
        "; {n} more numerals are parts of names and idioms",
        n=count,
    )


def as_json(draft: DraftNumbers) -> dict[str, object]:
    """The same for programs: offsets are code points of the file's text, numbers exact strings."""
    return {
        "version": 1,
        "file": draft.document.path,
        "language": draft.language,
        "numbers": [_number_json(draft, number) for number in draft.numbers],
        "embedded": [_embedded_json(draft, item) for item in draft.embedded],
    }


def _number_json(draft: DraftNumbers, number: PrintedQuantity) -> dict[str, object]:
    read = readings(number)
    return _where(draft, number) | {
        "kind": number.kind,
        "value": exact_string(number.value),
        "upper": None if number.upper is None else exact_string(number.upper),
        "unit": number.unit.name,
        "scale": number.scale,
        "decimals": number.decimals,
        "hedge": number.hedge,
        "noun": number.noun,
        "readings": _readings_json(read),
    }


def _embedded_json(draft: DraftNumbers, item: Embedded) -> dict[str, object]:
    return _where(draft, item) | {"kind": item.kind}


def _where(draft: DraftNumbers, item: PrintedQuantity | Embedded) -> dict[str, object]:
    start, end = draft.span(item.start, item.end)
    position = draft.document.source.position(start)
    return {"text": item.text, "start": start, "end": end, "line": position.line, "column": position.column}


def _readings_json(read: Readings) -> dict[str, object]:
    from factcheck.cli.answers.wording import interval_json

    return {"strict": interval_json(read.strict), "loose": interval_json(read.loose)}
