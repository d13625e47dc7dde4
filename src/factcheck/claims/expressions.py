"""The tree of a check's formula, with places: what the parser builds and the judgement reads."""

from __future__ import annotations

from typing import Literal

from factcheck.quantities.interval import Interval, Rational
from factcheck.quantities.model import Unit
from factcheck.records import record


@record(frozen=True, slots=True)
class Number:
    """An exact number, percentage or quoted quantity written in a check, in ``unit`` (``None``: a bare number).

    ``domain`` is set where a quoted quantity keeps the meaning of a hedge or range; otherwise the number is exactly ``value``.
    ``text`` is how it was written; ``start`` and ``end`` are offsets in the claims file.
    """

    value: Rational
    unit: Unit | None
    text: str
    start: int
    end: int
    domain: Interval | None = None


@record(frozen=True, slots=True)
class Reference:
    """A fact named in a check: ``name`` as written (``低保人数`` or ``census.人口``), ``fact`` its resolved id (file stem, dot, name)."""

    name: str
    fact: str
    start: int
    end: int


@record(frozen=True, slots=True)
class Negation:
    """Unary minus."""

    operand: Node
    start: int
    end: int


@record(frozen=True, slots=True)
class Operation:
    """``left`` and ``right`` joined by ``+ - * /``."""

    operator: Literal["+", "-", "*", "/"]
    left: Node
    right: Node
    start: int
    end: int


@record(frozen=True, slots=True)
class Call:
    """``min``, ``max``, ``abs`` or ``sum`` of its arguments."""

    function: Literal["min", "max", "abs", "sum"]
    arguments: tuple[Node, ...]
    start: int
    end: int


Node = Number | Reference | Negation | Operation | Call


@record(frozen=True, slots=True)
class Comparison:
    """A chain ``operands[0] operators[0] operands[1] …`` with operators ``= < <= > >=``."""

    operands: tuple[Node, ...]
    operators: tuple[Literal["=", "<", "<=", ">", ">="], ...]
    start: int
    end: int
