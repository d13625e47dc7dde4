"""Printed quantities and units in fields: read, or reported with what was meant."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from factcheck.claims.decoding.context import FileContext
from factcheck.claims.decoding.silent_traps import cut_by_comment, opened_as_block
from factcheck.claims.model import Extent
from factcheck.claims.syntax.nodes import Node, Scalar
from factcheck.findings import Message, say
from factcheck.quantities.model import PrintedQuantity, Unit

if TYPE_CHECKING:
    from factcheck.claims.decoding.quoting import WrittenQuote

WILDCARD = (("count", 1),)
"""The dimension of things whose kind the number itself does not say (35个)."""


def printed_quantity(
    file: FileContext, node: Scalar, name: str, written: list[WrittenQuote] | None = None
) -> PrintedQuantity | None:
    """The quantity that a value prints; in the words of its quote where there is one, for the noun that follows the number."""
    if file.text.startswith(" #", node.end):
        cut_by_comment(file, node)
    if node.style in ("|", ">") and opened_as_block(file, node, name):
        return None
    printed = node.value
    quantity = file.printer.quantity(printed)
    if quantity is None:
        unreadable(file, node, name)
        return None
    if written and quantity.unit.dimension == WILDCARD:
        return _in_its_quote(file, printed, quantity, written)
    return quantity


def _in_its_quote(
    file: FileContext, printed: str, quantity: PrintedQuantity, written: list[WrittenQuote]
) -> PrintedQuantity:
    """The same quantity as its quote has it: 35个 in 全县35个贫困村 counts 贫困村."""
    for each in written:
        if printed in each.quote.exact:
            found = file.printer.in_context(printed, each.quote.exact)
            if found is not None and found.noun:
                return found
    return quantity


def unreadable(file: FileContext, node: Scalar, name: str) -> None:
    """Report a value in which no quantity can be read."""
    advice: Message | None = say(
        "写成原文所印的样子，如 35个、2.23亿元、51.8%",
        "write it as the article prints it: 35个, 2.23亿元, 51.8%",
    )
    found = file.printer.scan(node.value)
    if found:
        advice = say(
            "能读出的是 {found}", "what can be read: {found}", found="、".join(each.text for each in found)
        )
    file.problems.add(
        "FC007",
        say("读不出“{text}”是多少", "“{text}” cannot be read as a quantity", text=node.value),
        node.start,
        file.end_of(node),
        key=name,
        facts=(f"{file.stem}.{name}",),
        advice=advice,
    )  # fmt: skip


def unit_name(file: FileContext, node: Node) -> Unit | None:
    """The unit that a field names."""
    if isinstance(node, Scalar) and not node.absent and node.value.strip():
        return file.printer.unit(node.value)
    file.wrong_type(node, say("单位名", "the name of a unit"))
    return None


def misread(
    file: FileContext,
    quantity: PrintedQuantity,
    unit: Unit,
    extent: Extent,
    node: Node | None,
    name: str,
) -> PrintedQuantity | None:
    """The quantity counted in the unit that the fact names; ``None`` (reported) where the two cannot be the same thing."""
    printed = quantity.unit
    if printed.dimension == unit.dimension and printed.dimension:
        return quantity
    if not printed.name or (not printed.dimension and quantity.kind == "number"):
        return _bare(file, quantity, unit)
    if printed.is_count and unit.is_count:
        return replace(quantity, unit=unit)
    ratio = _with_divisor(file, printed, unit)
    if ratio is not None:
        return replace(quantity, unit=ratio)
    place = node or Scalar("", extent.start, extent.end)
    file.problems.add(
        "FC401",
        say("印的是“{printed}”，单位却写作“{unit}”", "printed in {printed}, but the unit says {unit}", printed=printed.name, unit=unit.name),
        place.start,
        place.end,
        key=name,
        facts=(f"{file.stem}.{name}",),
        also=(file.problems.secondary(extent.start, extent.end, say("所印的数", "as printed")),),
    )  # fmt: skip
    return None


def _bare(file: FileContext, quantity: PrintedQuantity, unit: Unit) -> PrintedQuantity:
    """A number printed without a unit takes the fact's; read together they may mean more (2018 with 年 is a date)."""
    together = file.printer.quantity(quantity.text + unit.name)
    if together is not None and together.value == quantity.value and together.unit.name:
        return replace(quantity, unit=together.unit, kind=together.kind)
    return replace(quantity, unit=unit, kind="count" if unit.is_count else "measure")


def _with_divisor(file: FileContext, printed: Unit, unit: Unit) -> Unit | None:
    """``2890元`` in 元/户: the printed unit with the divisor that the fact's unit adds."""
    numerator_name, slash, rest = unit.name.partition("/")
    if not slash:
        return None
    numerator = file.printer.unit(numerator_name)
    if numerator.dimension != printed.dimension and not (numerator.is_count and printed.is_count):
        return None
    return Unit(f"{printed.name}/{rest}", unit.dimension, unit.factor / numerator.factor * printed.factor)
