"""``same``: all are the same quantity, printed more than once."""

from __future__ import annotations

from factcheck.claims.expressions import Node
from factcheck.claims.model import Check
from factcheck.findings import Message
from factcheck.rules.kinds.interface import ANY_FIELD, Kind, Role, others
from factcheck.rules.wording.formulas import Naming, write


def _list_field(check: Check) -> str:
    return next(iter(check.fields))


def _chain(nodes: list[Node], naming: Naming) -> str:
    return " = ".join(write(node, naming) for node in nodes)


SAME = Kind(
    "same",
    "FC210",
    "FC310",
    lambda check, naming: _chain(list(check.fields[_list_field(check)]), naming),
    {
        ANY_FIELD: Role(
            Message("文中另处的同一数字只可能{range}", "elsewhere the same figure can only be {range}"),
            lambda check, fact, naming: _chain(others(check, _list_field(check), fact), naming),
        )
    },
)
