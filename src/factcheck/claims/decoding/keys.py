"""The keys of a mapping checked against the table of fields: unknown, duplicate, misspelt, split by a comma."""

from __future__ import annotations

from factcheck.claims.decoding.context import FileContext
from factcheck.claims.decoding.silent_traps import split_by_comma
from factcheck.claims.fields import Table
from factcheck.claims.names import nearest
from factcheck.claims.syntax.lines import Line
from factcheck.claims.syntax.nodes import Mapping, Node, Scalar
from factcheck.findings import Message, say

YAML_MERGE = "<<"


def fields_of(file: FileContext, mapping: Mapping, table: Table) -> dict[str, Node]:
    """The nodes of the known fields by name; whatever else the mapping holds is reported. The first of a duplicate counts.

    A misspelt key is reported, and its value still read as that of the field it was meant for.
    """
    plain = _plain_fields(mapping, table)
    if plain is not None:
        return plain
    result: dict[str, Node] = {}
    keys: dict[str, Node] = {}
    last: str | None = None
    for key, value in mapping.pairs:
        if not isinstance(key, Scalar):
            file.wrong_type(key, say("字段名", "the name of a field"))
            continue
        name = key.value
        if name not in table:
            if (
                mapping.flow
                and last is not None
                and (joined := split_by_comma(file, result[last], key, value))
            ):
                result[last] = joined
                continue
            meant, value = _meant(file, key, value, table)
            if meant is None or meant in result:
                continue
            name = meant
        elif name in result:
            duplicate_key(file, name, key, keys[name])
            continue
        result[name] = value
        keys[name] = key
        last = name
    for field in table.required:
        if field.name not in result:
            missing_field(file, mapping, field.name, field.meaning)
    return result


def _plain_fields(mapping: Mapping, table: Table) -> dict[str, Node] | None:
    """The fields of a mapping in which nothing is wrong, as most are; ``None`` where something has to be reported."""
    result = {key.value: value for key, value in mapping.pairs if key.__class__ is Scalar}
    if len(result) != len(mapping.pairs) or not result.keys() <= table.keys():
        return None
    return result if table.needed <= result.keys() else None


def repaired_pairs(file: FileContext, mapping: Mapping) -> list[tuple[Node, Node]]:
    """The pairs of a mapping in braces whose keys are free, with values that a comma cut joined and colons that are none mended."""
    result: list[tuple[Node, Node]] = []
    for key, value in mapping.pairs:
        if isinstance(key, Scalar) and (mended := _colon_mended(file, key, value)) is not None:
            result.append(mended)
        elif result and (joined := split_by_comma(file, result[-1][1], key, value)) is not None:
            result[-1] = (result[-1][0], joined)
        else:
            result.append((key, value))
    return result


def _meant(file: FileContext, key: Scalar, value: Node, table: Table) -> tuple[str | None, Node]:
    """Report a key that is no field; the field that was meant, and its value."""
    if key.value.replace("：", ":").partition(":")[0].strip() in table:
        mended = _colon_mended(file, key, value)
        if mended is not None:
            return mended[0].value, mended[1]
    return unknown_key(file, key, table), value


def _colon_mended(file: FileContext, key: Scalar, value: Node) -> tuple[Scalar, Scalar] | None:
    """A key of nothing that holds a colon of the wrong kind (``value：35个``): reported, and parted at it."""
    if (
        not (isinstance(value, Scalar) and value.absent)
        or key.style
        or not (":" in key.value or "：" in key.value)
    ):
        return None
    from factcheck.claims.syntax.traps.keys import slip_in_line

    slip = slip_in_line(Line(key.value, key.start, key.end))
    if slip is None:
        return None
    file.problems.add(slip.code, slip.message, slip.start, slip.end, key=key.value, advice=slip.advice)
    at = slip.start - key.start
    written = key.value[at + 1 :].lstrip()
    name = key.value[:at].rstrip()
    return Scalar(name, key.start, key.start + len(name)), Scalar(written, key.end - len(written), key.end)


def duplicate_key(file: FileContext, name: str, key: Node, first: Node) -> None:
    """Report a key that stands twice in a mapping."""
    file.problems.add(
        "FC004",
        say("“{name}”重复了", "“{name}” stands here twice", name=name),
        key.start,
        key.end,
        key=name,
        also=(file.problems.secondary(first.start, first.end, say("先在这里", "first here")),),
        advice=say("只有第一个算数；请删去或改名", "only the first counts: remove or rename one"),
    )


def missing_field(file: FileContext, mapping: Mapping, name: str, meaning: Message) -> None:
    """Report a field that a mapping needs."""
    file.problems.add(
        "FC010",
        say("缺少 {name}（{meaning}）", "{name} is missing ({meaning})", name=name, meaning=meaning),
        mapping.start,
        file.end_of(mapping),
        key=name,
    )


def unknown_key(file: FileContext, key: Scalar, table: Table) -> str | None:
    """Report a key that no field has; the nearest that one has."""
    name = key.value
    if name == YAML_MERGE and not key.style:
        merge_key(file, key)
        return None
    guess = nearest(name, table)
    file.problems.add(
        "FC005",
        say("没有“{name}”这个字段", "there is no field “{name}”", name=name),
        key.start,
        key.end,
        key=name,
        instead=guess or "",
        advice=say("是不是 {guess}？", "did you mean {guess}?", guess=guess)
        if guess
        else say("可用的字段：{names}", "fields are: {names}", names=", ".join(table)),
    )
    return guess


def merge_key(file: FileContext, key: Scalar) -> None:
    """Report a merge key."""
    file.problems.add(
        "FC011",
        say("不允许合并键 <<", "merge keys (<<) are not allowed"),
        key.start,
        key.end,
        key=YAML_MERGE,
        advice=say("请把字段直接写在这里", "write the fields out here"),
    )
