"""Facts decoded: short and long forms, hidden quantities, what the printed value means in the fact's unit."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from typing import Any, cast

from factcheck.claims.decoding import values
from factcheck.claims.decoding.bounds import between, reading
from factcheck.claims.decoding.context import FileContext
from factcheck.claims.decoding.keys import duplicate_key, fields_of, merge_key, repaired_pairs
from factcheck.claims.decoding.per import NOT_COUNTED, divisor
from factcheck.claims.decoding.quantity_values import misread, printed_quantity, unit_name
from factcheck.claims.decoding.quote_checks import check_quotes
from factcheck.claims.decoding.quote_values import value_from_quotes
from factcheck.claims.decoding.quoting import WrittenQuote, quotes
from factcheck.claims.decoding.silent_traps import opened_as_block
from factcheck.claims.fields import FACT, FieldType
from factcheck.claims.model import Extent, Fact
from factcheck.claims.syntax.nodes import Mapping, Node, Scalar
from factcheck.findings import say
from factcheck.lazily import expression
from factcheck.quantities.interval import Interval
from factcheck.quantities.model import PrintedQuantity, Readings, Unit

_ALL = expression(r"全部|全覆盖|(?<![人户村乡镇县校班家亩年月日次平])均|\ball\b", re.IGNORECASE)
_NOT_NEGATIVE = Interval(0, None)
"""What a hidden quantity may be unless it says otherwise."""
_UNREAD = Readings(_NOT_NEGATIVE, _NOT_NEGATIVE)


def decode_facts(file: FileContext, node: Node) -> None:
    """Decode a mapping of names to facts into ``file.facts``; a fact that cannot be decoded is reported and left out."""
    if not isinstance(node, Mapping):
        if not (isinstance(node, Scalar) and node.absent):
            file.wrong_type(node, say("名字与数字的对照", "a mapping of names to facts"))
        return
    first: dict[str, Node] = {}
    facts, stem = file.facts, file.stem
    for key, value in repaired_pairs(file, node) if node.flow else node.pairs:
        if not isinstance(key, Scalar):
            file.wrong_type(key, say("名字", "a name"))
            continue
        name = key.value if key.value.isidentifier() else fact_name(file, key)
        if name is None:
            continue
        if name in first:
            duplicate_key(file, name, key, first[name])
            continue
        first[name] = key
        fact = _fact(file, f"{stem}.{name}", name, key, value)
        if fact is not None:
            facts[name] = fact
        else:
            file.broken.add(name)


def fact_name(file: FileContext, key: Scalar) -> str | None:
    """The name under which a fact stands; back-quotes around it are taken off."""
    name = key.value
    if name.isidentifier():
        return name
    if name == "<<" and not key.style:
        merge_key(file, key)
        return None
    if len(name) > 2 and (name[0] + name[-1]) in ("``", "「」"):
        return name[1:-1]
    if not name.strip():
        file.wrong_type(key, say("名字", "a name"))
        return None
    return name


def _fact(file: FileContext, fact_id: str, name: str, key: Scalar, node: Node) -> Fact | None:
    if isinstance(node, Scalar):
        return _short(file, fact_id, name, key, node)
    if isinstance(node, Mapping):
        return _long(file, fact_id, name, key, node)
    file.wrong_type(node, say("所印的数，或几个字段", "the printed number, or fields"))
    return None


def _short(file: FileContext, fact_id: str, name: str, key: Scalar, node: Scalar) -> Fact | None:
    """``name: 35个``."""
    if not node.value and node.absent:
        if node.style != "*":
            file.problems.add(
                "FC010", say("“{name}”没有写数", "“{name}” has no number", name=name), key.start, key.end, key=name, facts=(fact_id,),
                advice=say("隐藏量写成 {name}: {{}}", "write a hidden quantity as {name}: {{}}", name=name),
            )  # fmt: skip
        return None
    quantity = printed_quantity(file, node, name)
    if quantity is None:
        return None
    text = node.value
    return Fact(
        id=fact_id,
        name=name,
        readings=file.printer.plain_readings(text, quantity),
        quantity=quantity,
        printed=quantity.text if text == quantity.text else text,
        unit=quantity.unit,
        name_start=key.start,
        name_end=key.end,
        value_start=node.start,
        value_end=node.end,
    )


def _long(file: FileContext, fact_id: str, name: str, key: Scalar, node: Mapping) -> Fact | None:
    """The long form, or a hidden quantity."""
    before = len(file.problems.findings)
    nodes = fields_of(file, node, FACT)
    simple = _simple_fields(file, nodes)
    unit = unit_name(file, nodes["unit"]) if "unit" in nodes else None
    written = quotes(file, nodes["quote"]) if "quote" in nodes else []
    value = nodes.get("value")
    if value is None and "quote" not in nodes:
        if len(file.problems.findings) > before and not nodes.keys() & {"unit", "between"}:
            return None  # what it was meant to say was reported, and is hardly that nothing is printed
        return _hidden(file, fact_id, name, key, nodes, unit, simple)
    taken = _value(file, name, value, written, unit)
    if taken is None:
        return None
    quantity, extent, printed = taken
    in_unit = misread(file, quantity, unit, extent, nodes.get("unit"), name) if unit is not None else quantity
    if in_unit is None:
        return None
    return _printed(
        file,
        Fact(
            id=fact_id,
            name=name,
            readings=_UNREAD,
            quantity=in_unit,
            printed=printed if printed != in_unit.text else in_unit.text,
            unit=in_unit.unit,
            name_start=key.start,
            name_end=key.end,
            value_start=extent.start,
            value_end=extent.end,
            quotes=tuple([each.quote for each in written]) if written else (),
            **simple,
        ),
        nodes,
    )


def _simple_fields(file: FileContext, nodes: dict[str, Node]) -> dict[str, Any]:
    """The fields that any fact may have, decoded by the type that the table gives them."""
    simple: dict[str, Any] = {}
    for name, node in nodes.items():
        decode = _SIMPLE.get(name)
        if decode is not None:
            attribute, value = decode(file, node, name)
            if value is not None:
                simple[attribute] = value
    return simple


_Decode = Callable[[FileContext, Node, str], tuple[str, Any]]
_DECODE_TYPE: dict[FieldType, _Decode] = {
    "text": lambda file, node, name: (name, values.text(file, node)),
    "flag": lambda file, node, name: (name, values.flag(file, node, name)),
    "date": lambda file, node, name: ("period", values.date_as_period(file, node)),
    "period": lambda file, node, name: ("period", values.period(file, node)),
}
_SIMPLE = {name: _DECODE_TYPE[field.type] for name, field in FACT.items() if field.type in _DECODE_TYPE}
"""How the fields that stand for themselves are decoded: the attribute of the fact, and its value."""


def _value(
    file: FileContext, name: str, value: Node | None, written: list[WrittenQuote], unit: Unit | None
) -> tuple[PrintedQuantity, Extent, str] | None:
    """The printed quantity with its place and text: the value, or what the quote holds."""
    if value is None:
        found = value_from_quotes(file, name, written, unit) if written else None
        return (*found, found[0].text) if found else None
    if not isinstance(value, Scalar) or value.absent:
        file.wrong_type(value, say("所印的数", "the printed number"))
        return None
    if value.style in ("|", ">") and opened_as_block(file, value, "value"):
        return None
    quantity = printed_quantity(file, value, name, written if unit is None else None)
    if quantity is None:
        return None
    if written:
        check_quotes(file, name, value, quantity, written)
    return quantity, Extent(value.start, value.end), value.value


def _printed(file: FileContext, fact: Fact, nodes: dict[str, Node]) -> Fact:
    """Complete a printed fact: what the quote adds, overrides, and the readings that follow."""
    quantity = cast(PrintedQuantity, fact.quantity)
    for each in fact.quotes:
        fact.per = fact.per or divisor(each.exact)
    fact.is_ratio = fact.per not in NOT_COUNTED and any("每" in each.exact for each in fact.quotes)
    if quantity.kind == "percent" and quantity.value == 100:
        fact.whole_of_all = any(_ALL.search(each.exact) for each in fact.quotes)
    if "precision" in nodes:
        fact.precision = _precision(file, nodes["precision"], quantity.unit)
    if "reading" in nodes:
        fact.reading = reading(file, nodes["reading"], quantity.unit)
        if isinstance(fact.reading, Interval) and quantity.unit.is_count and not fact.is_ratio:
            fact.reading = replace(fact.reading, integer=True)
    if "between" in nodes:
        file.wrong_type(
            nodes["between"],
            say("只有隐藏量可写 between", "only a hidden quantity may have between"),
            advice=say("印出的数请用 reading: [低, 高]", "for a printed number use reading: [low, high]"),
        )
    printed = fact.printed or ""
    plain = not (fact.whole_of_all or fact.is_ratio) and fact.precision is None and fact.reading is None
    if plain and quantity is file.printer.quantity(printed):
        fact.readings = file.printer.plain_readings(printed, quantity)
        return fact
    fact.readings = file.printer.readings(
        quantity,
        whole_of_all=fact.whole_of_all,
        precision=fact.precision,
        reading=fact.reading,
        is_ratio=fact.is_ratio,
    )
    return fact


def _precision(file: FileContext, node: Node, unit: Unit) -> Fraction | None:
    """The place of the last digit that counts, in the fact's unit."""
    if not isinstance(node, Scalar) or node.absent:
        file.wrong_type(node, say("如 10元 这样的数", "a quantity such as 10元"))
        return None
    quantity = printed_quantity(file, node, "precision")
    if quantity is None:
        return None
    value = quantity.value
    if quantity.unit.dimension == unit.dimension:
        value = value * quantity.unit.factor / unit.factor
    if value <= 0:
        file.wrong_type(node, say("大于 0 的数", "a quantity above 0"))
        return None
    return value


def _hidden(
    file: FileContext,
    fact_id: str,
    name: str,
    key: Scalar,
    nodes: dict[str, Node],
    unit: Unit | None,
    simple: dict[str, Any],
) -> Fact:
    """A quantity that the article does not print: what ``between`` allows, else not negative; whole where things are counted."""
    for field in ("reading", "precision"):
        if field in nodes:
            file.wrong_type(
                nodes[field],
                say("隐藏量没有印出的数，不能写 {field}", "a hidden quantity has no printed number, so no {field}", field=field),
            )  # fmt: skip
    bounds = between(file, nodes["between"], unit) if "between" in nodes else None
    if bounds is not None and not simple.get("because"):
        file.problems.add(
            "FC010",
            say("between 要写明 because", "between needs because"),
            nodes["between"].start,
            nodes["between"].end,
            key=f"{name}/because",
            facts=(fact_id,),
            severity=None,
        )
    domain = replace(bounds or _NOT_NEGATIVE, integer=unit is not None and unit.is_count)
    return Fact(
        id=fact_id,
        name=name,
        readings=Readings(domain, domain),
        unit=unit,
        name_start=key.start,
        name_end=key.end,
        value_start=key.start,
        value_end=key.end,
        hidden=True,
        between=bounds,
        **simple,
    )
