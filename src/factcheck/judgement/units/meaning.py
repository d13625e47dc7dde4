"""What each kind of check says, as comparisons of expressions: the one table that units and arithmetic both follow."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise
from typing import Literal

from factcheck.claims.expressions import Call, Node, Number, Operation
from factcheck.claims.model import Check
from factcheck.records import record

Operator = Literal["=", "<=", "<"]


@record(frozen=True, slots=True)
class Compared:
    """``left`` compared with ``right``."""

    left: Node
    operator: Operator
    right: Node


def comparisons(check: Check) -> Iterator[Compared]:
    """The comparisons that a check consists of, without its side conditions.

    ``change`` and ``per_year`` are given as growth by a ratio; whoever knows the units tells when a change is an amount or in
    percentage points.
    """
    field = check.fields
    match check.kind:
        case "expression":
            yield from _chain(check)
        case "sum":
            yield Compared(field["whole"][0], "=", total(field["parts"]))
        case "share":
            yield Compared(field["part"][0], "=", times(field["is"][0], field["whole"][0]))
        case "average":
            yield Compared(field["total"][0], "=", times(field["is"][0], field["over"][0]))
        case "times":
            yield Compared(field["a"][0], "=", times(field["is"][0], field["b"][0]))
        case "within":
            yield Compared(total(field.get("parts") or field["part"]), "<=", field["whole"][0])
        case "shares":
            yield Compared(total(field["of"]), "=", number(1))
        case "change" | "per_year":
            yield Compared(field["to"][0], "=", times(field["from"][0], plus(number(1), field["by"][0])))
        case "same":
            members = same_members(check)
            yield from (Compared(left, "=", right) for left, right in pairwise(members))


def same_members(check: Check) -> tuple[Node, ...]:
    """The expressions of a ``same`` check."""
    return next(iter(check.fields.values()), ())


def _chain(check: Check) -> Iterator[Compared]:
    chain = check.comparison
    if chain is None:
        return
    for index, operator in enumerate(chain.operators):
        left, right = chain.operands[index], chain.operands[index + 1]
        match operator:
            case ">":
                yield Compared(right, "<", left)
            case ">=":
                yield Compared(right, "<=", left)
            case _:
                yield Compared(left, operator, right)


def number(value: int) -> Number:
    """A bare number that no file writes."""
    return Number(Fraction(value), None, str(value), 0, 0)


def total(nodes: tuple[Node, ...]) -> Node:
    """The sum of the nodes."""
    return nodes[0] if len(nodes) == 1 else Call("sum", nodes, nodes[0].start, nodes[-1].end)


def times(left: Node, right: Node) -> Node:
    """The product of two nodes."""
    return Operation("*", left, right, left.start, right.end)


def plus(left: Node, right: Node) -> Node:
    """The sum of two nodes."""
    return Operation("+", left, right, right.start, right.end)
