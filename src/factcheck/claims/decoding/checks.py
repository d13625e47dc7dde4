"""Checks decoded: formulas and named kinds, with the fields that any check may have."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import Any, cast

from factcheck.claims.decoding import values
from factcheck.claims.decoding.context import FileContext
from factcheck.claims.decoding.keys import fields_of
from factcheck.claims.expressions import Node as Expression
from factcheck.claims.expressions import Number
from factcheck.claims.fields import CHECK, KIND_MEANINGS, KINDS, Field, Table
from factcheck.claims.formulas.resolving import Formulas
from factcheck.claims.model import Check, CheckKind, Extent, Tolerance
from factcheck.claims.syntax.lines import LineCounter
from factcheck.claims.syntax.nodes import Mapping, Node, Scalar, Sequence
from factcheck.findings import Severity, say

_THAT = Field("that", "formula", KIND_MEANINGS["expression"])
_SAME = Field("same", "expressions", KIND_MEANINGS["same"])
_KIND_FIELDS = Table((_THAT, _SAME, *(Field(kind, "expressions", KIND_MEANINGS[kind]) for kind in KINDS)))
CHECK_FIELDS = Table((*_KIND_FIELDS.values(), *CHECK.values()))
"""Everything that may stand in a check."""

_NAMED = frozenset(_KIND_FIELDS)


def decode_checks(file: FileContext, node: Node) -> list[Check]:
    """Decode a list of checks; one that cannot be decoded is reported and left out."""
    if not isinstance(node, Sequence):
        if not (isinstance(node, Scalar) and node.absent):
            file.wrong_type(
                node, say("关系的列表", "a list of checks"), advice=say("每条以 - 开头", "begin each with -")
            )
        return []
    decoder = _Decoder(file)
    return [check for item in node.items if (check := decoder.check(item)) is not None]


class _Decoder:
    def __init__(self, file: FileContext) -> None:
        self.file = file
        self.formulas = Formulas(file)
        self.ids: dict[str, Node] = {}
        self.lines = LineCounter(file.text)

    def check(self, node: Node) -> Check | None:
        if isinstance(node, Scalar):
            comparison = self.formulas.comparison(node)
            if comparison is None:
                return None
            check_id, line = self._place(node)
            return Check(
                id=check_id,
                kind="expression",
                line=line,
                start=node.start,
                end=node.end,
                comparison=comparison,
            )
        if isinstance(node, Mapping):
            return self._mapping(node)
        self.file.wrong_type(node, say("一条关系", "a check"))
        return None

    def _mapping(self, node: Mapping) -> Check | None:
        nodes = fields_of(self.file, node, CHECK_FIELDS)
        named = [name for name in nodes if name in _NAMED]
        if not named:
            self.file.problems.add(
                "FC010", say("这条关系没有说是什么关系", "the check does not say what must hold"), node.start,
                self.file.end_of(node), advice=say("写 that: 式子，或 {kinds} 之一", "write that: formula, or one of {kinds}", kinds=", ".join(KINDS)),
            )  # fmt: skip
        elif len(named) > 1:
            self._two_kinds(nodes, named)
        common = self._common(nodes) if len(nodes) > len(named) else {}
        check_id, line = self._place(node, nodes.get("id"))
        if len(named) != 1:
            return None
        kind = cast(CheckKind, "expression" if named[0] == "that" else named[0])
        body = nodes[named[0]]
        check = Check(id=check_id, kind=kind, line=line, start=node.start, end=node.end, **common)
        if kind == "expression":
            check.comparison = self.formulas.comparison(body)
            return check if check.comparison is not None else None
        fields = self._fields(kind, body)
        if fields is None:
            return None
        check.fields = fields
        return check

    def _two_kinds(self, nodes: dict[str, Node], named: list[str]) -> None:
        second = nodes[named[1]]
        self.file.problems.add(
            "FC009",
            say(
                "一条关系只能有一种：{names}", "a check is of one kind only: {names}", names=", ".join(named)
            ),
            second.start,
            self.file.end_of(second),
            key="/".join(named),
            advice=say("拆成两条", "make two checks of it"),
        )

    def _fields(self, kind: CheckKind, body: Node) -> dict[str, tuple[Expression, ...]] | None:
        """The fields of a named kind; ``None`` where one is missing or cannot be read (reported)."""
        if kind == "same" or (kind == "shares" and isinstance(body, Sequence)):
            members = self._members(body, KIND_MEANINGS[kind], least=2 if kind == "same" else 1)
            return None if members is None else {"of": members}
        table = KINDS[kind]
        if not isinstance(body, Mapping):
            self.file.wrong_type(
                body,
                say("几个字段：{names}", "fields: {names}", names=", ".join(table)),
                advice=say("写成 {kind}: {{{names}}}", "write {kind}: {{{names}}}", kind=kind, names=", ".join(f"{name}: …" for name in table)),
            )  # fmt: skip
            return None
        nodes = fields_of(self.file, body, table)
        complete = table.needed <= nodes.keys()
        if kind == "within" and ("part" in nodes) == ("parts" in nodes):
            self._part_or_parts(body)
            complete = False
        result: dict[str, tuple[Expression, ...]] = {}
        for name, node in nodes.items():
            field = table[name]
            if field.type == "expressions":
                members = self._members(node, field.meaning)
                complete = complete and members is not None
                result[name] = members or ()
            else:
                expression = self.formulas.expression(node, field.meaning)
                if expression is None:
                    complete = False
                else:
                    result[name] = (expression,)
        return result if complete else None

    def _part_or_parts(self, body: Mapping) -> None:
        self.file.problems.add(
            "FC010",
            say("within 要写 part 或 parts，二者取一", "within takes either part or parts"),
            body.start,
            self.file.end_of(body),
            key="part",
        )

    def _members(self, node: Node, meaning: Any, least: int = 1) -> tuple[Expression, ...] | None:
        if not isinstance(node, Sequence) or len(node.items) < least:
            self.file.wrong_type(
                node,
                say("列表（{meaning}），至少 {least} 项", "a list ({meaning}) of at least {least}", meaning=meaning, least=least),
            )  # fmt: skip
            return None
        members = [self.formulas.expression(item, meaning) for item in node.items]
        if any(member is None for member in members):
            return None
        return tuple(cast("list[Expression]", members))

    def _common(self, nodes: dict[str, Node]) -> dict[str, Any]:
        common: dict[str, Any] = {}
        file = self.file
        if "because" in nodes:
            common["because"] = values.text(file, nodes["because"]) or ""
        if "assumption" in nodes:
            common["assumption"] = values.flag(file, nodes["assumption"], "assumption")
        if "severity" in nodes and (word := values.choice(file, nodes["severity"], CHECK["severity"])):
            common["severity"] = Severity(word)
        if "tolerance" in nodes:
            common["tolerance"] = self._tolerance(nodes["tolerance"])
        if "ignore" in nodes:
            node = nodes["ignore"]
            common["ignore"] = (values.text(file, node) or "").strip()
            common["ignore_extent"] = Extent(node.start, node.end)
        return common

    def _tolerance(self, node: Node) -> Tolerance | None:
        amount = self.formulas.expression(node, CHECK["tolerance"].meaning)
        if not isinstance(amount, Number):
            if amount is not None:
                self.file.wrong_type(node, say("1% 或 10元 这样的数", "a percentage or a quantity"))
            return None
        if amount.value < 0:
            self.file.wrong_type(node, say("不小于 0 的数", "a number not below 0"))
            return None
        if amount.unit is None or amount.unit.dimension:
            return Tolerance(amount, relative=False)
        share = Fraction(amount.value) * amount.unit.factor
        return Tolerance(replace(amount, value=share, unit=None), relative=True)

    def _place(self, node: Node, id_node: Node | None = None) -> tuple[str, int]:
        """The check's id and line; a name given twice is reported, the second is then known by its line."""
        file = self.file
        line = self.lines.line(node.start)
        name = values.text(file, id_node) if id_node is not None else None
        if name and id_node is not None:
            if name not in self.ids:
                self.ids[name] = id_node
                return f"{file.stem}.{name}", line
            first = self.ids[name]
            file.problems.add(
                "FC004", say("编号“{name}”重复了", "the id “{name}” is given twice", name=name), id_node.start, id_node.end,
                key=f"id/{name}", also=(file.problems.secondary(first.start, first.end, say("先在这里", "first here")),),
            )  # fmt: skip
        check_id = f"{file.stem}:{line}"
        if check_id in self.ids:
            check_id = f"{check_id}:{file.source.position(node.start).column}"
        self.ids[check_id] = node
        return check_id, line
