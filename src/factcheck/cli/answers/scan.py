"""The answer of ``factcheck scan``: every number of a draft as it was read."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.drafts.numbers import DraftNumbers
from factcheck.findings import Language, Message, say
from factcheck.quantities import Embedded, PrintedQuantity, Readings, exact_string, format_interval, readings

_EMBEDDED = Message("不作数", "no claim")


def as_text(draft: DraftNumbers, language: Language) -> str:
    """One line for each numeral, in the order of the text, then the counts."""
    lines = [_line(draft, item) for item in _items(draft)]
    return "".join(f"{line.in_language(language)}\n" for line in (*lines, summary(draft)))


def _items(draft: DraftNumbers) -> Iterator[PrintedQuantity | Embedded]:
    items: list[PrintedQuantity | Embedded] = [*draft.numbers, *draft.embedded]
    yield from sorted(items, key=lambda item: item.start)


def _line(draft: DraftNumbers, item: PrintedQuantity | Embedded) -> Message:
    place = _place(draft, item)
    if isinstance(item, Embedded):
        return say(
            "{place}  {text}  {none}（{kind}）",
            "{place}  {text}  {none} ({kind})",
            place=place,
            text=item.text,
            none=_EMBEDDED,
            kind=item.kind,
        )
    read = readings(item)
    return say(
        "{place}  {text}  {kind}  {strict}；放宽 {loose}",
        "{place}  {text}  {kind}  {strict}; loosely {loose}",
        place=place,
        text=item.text,
        kind=item.kind,
        strict=format_interval(read.strict, item.unit.name),
        loose=format_interval(read.loose, item.unit.name),
    )


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
