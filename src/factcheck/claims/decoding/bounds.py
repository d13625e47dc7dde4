"""Intervals written by hand: ``between: [low, high]`` and ``reading: [low, high]``, in the fact's unit."""

from __future__ import annotations

from typing import Literal, cast

from factcheck.claims.decoding import values
from factcheck.claims.decoding.context import FileContext
from factcheck.claims.decoding.quantity_values import printed_quantity
from factcheck.claims.decoding.silent_traps import rejoin_items
from factcheck.claims.fields import FACT
from factcheck.claims.syntax.nodes import Node, Scalar, Sequence
from factcheck.findings import say
from factcheck.quantities.interval import Interval, Rational
from factcheck.quantities.model import Unit


def reading(
    file: FileContext, node: Node, unit: Unit
) -> Literal["exact", "strict", "loose"] | Interval | None:
    """``exact``, ``strict``, ``loose``, or an interval."""
    if isinstance(node, Sequence):
        return between(file, node, unit)
    return cast('Literal["exact", "strict", "loose"] | None', values.choice(file, node, FACT["reading"]))


def between(file: FileContext, node: Node, unit: Unit | None) -> Interval | None:
    """Two quantities, the lower first; ``..`` where there is no bound. Both ends belong to it."""
    items = rejoin_items(file, node.items) if isinstance(node, Sequence) else []
    if len(items) != 2:
        file.wrong_type(
            node,
            say("[低, 高] 两个数", "[low, high]"),
            advice=say(
                "未定的一端写 ..；数里有逗号要加引号",
                "write .. for an open end; quote a number with a comma in it",
            ),
        )
        return None
    ends: list[Rational | None] = []
    for item in items:
        if not isinstance(item, Scalar) or item.absent:
            file.wrong_type(item, say("一个数", "a quantity"))
            return None
        if item.value == values.OPEN_END:
            ends.append(None)
            continue
        end = _end(file, item, unit)
        if end is None:
            return None
        ends.append(end)
    low, high = ends
    if low is not None and high is not None and low > high:
        file.wrong_type(node, say("先低后高的两个数", "the lower bound first"))
        return None
    return Interval(low, high)


def _end(file: FileContext, item: Scalar, unit: Unit | None) -> Rational | None:
    quantity = printed_quantity(file, item, item.value)
    if quantity is None:
        return None
    if unit is None or not quantity.unit.name or quantity.unit.factor == unit.factor:
        return _whole(quantity.value)
    return _whole(quantity.value * quantity.unit.factor / unit.factor)


def _whole(value: Rational) -> Rational:
    return value.numerator if value.denominator == 1 else value
