"""The keys of a mapping checked against the table of fields: unknown, duplicate, misspelt, split by a comma."""

from __future__ import annotations

from factcheck.claims.context import FileContext
from factcheck.claims.fields import Table
from factcheck.claims.names import nearest
from factcheck.claims.nodes import Mapping, Node, Scalar
from factcheck.claims.silent_traps import split_by_comma
from factcheck.findings import Message, say

YAML_MERGE = "<<"


def fields_of(file: FileContext, mapping: Mapping, table: Table) -> dict[str, Node]:
    """The nodes of the known fields by name; whatever else the mapping holds is reported. The first of a duplicate counts."""
    result: dict[str, Node] = {}
    keys: dict[str, Node] = {}
    last: str | None = None
    for key, value in mapping.pairs:
        if key.__class__ is not Scalar:
            file.wrong_type(key, say("字段名", "the name of a field"))
            continue
        name: str = key.value
        if name in table:
            if name in result:
                duplicate_key(file, name, key, keys[name])
            else:
                result[name] = value
                keys[name] = key
                last = name
        elif mapping.flow and last is not None and (joined := split_by_comma(file, result[last], key, value)):
            result[last] = joined
        else:
            unknown_key(file, key, table)
    for field in table.values():
        if field.required and field.name not in result:
            missing_field(file, mapping, field.name, field.meaning)
    return result


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


def unknown_key(file: FileContext, key: Scalar, table: Table) -> None:
    """Report a key that no field has, with the nearest that one has."""
    name = key.value
    if name == YAML_MERGE and not key.style:
        merge_key(file, key)
        return
    if name.endswith("：") or "：" in name:
        guess = name.split("：")[0].strip()
        if guess in table:
            full_width_colon(file, key)
            return
    guess_ = nearest(name, table)
    file.problems.add(
        "FC005",
        say("没有“{name}”这个字段", "there is no field “{name}”", name=name),
        key.start,
        key.end,
        key=name,
        advice=say("是不是 {guess}？", "did you mean {guess}?", guess=guess_)
        if guess_
        else say("可用的字段：{names}", "fields are: {names}", names=", ".join(table)),
    )


def full_width_colon(file: FileContext, key: Scalar) -> None:
    """Report a key whose colon is full-width."""
    at = key.start + key.value.index("：")
    corrected = key.value.replace("：", ": ", 1).rstrip()
    file.problems.add(
        "FC019",
        say("键后的冒号是全角的“：”，YAML 只认半角“: ”", "the colon is full-width; YAML takes only “: ”"),
        at,
        at + 1,
        key=key.value,
        advice=say("改为：{corrected}", "write: {corrected}", corrected=corrected),
    )


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
