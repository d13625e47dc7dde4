"""What is to be said of a kind of check."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import field

from factcheck.claims.expressions import Node, Reference
from factcheck.claims.model import Check, CheckKind
from factcheck.findings import Message
from factcheck.records import record
from factcheck.rules.wording.formulas import Naming

ANY_FIELD = "*"
"""Stands in ``roles`` for every field of a kind whose fields are all alike."""


@record(frozen=True, slots=True)
class Role:
    """One field of a kind: what the rest of the check says of it, with ``{range}``, and the formula that says it.

    ``solve`` writes the right side of ``field = …`` (or ``field ≤ …``, by ``sign``) for the fact in question.
    """

    implied: Message
    solve: Callable[[Check, str, Naming], str]
    sign: str = "="


SIDES = Message(
    "关系式一边{stated}，另一边只可能{implied}",
    "one side of the relation is {stated}, the other can only be {implied}",
)


@record(frozen=True, slots=True)
class Kind:
    """One kind of check: its two codes, its whole formula, its fields, and its two sides where no one field stands for a side."""

    name: CheckKind
    impossible: str
    doubtful: str
    relation: Callable[[Check, Naming], str]
    roles: Mapping[str, Role] = field(default_factory=dict)
    sides: Message = SIDES

    def role_of(self, check: Check, fact: str) -> Role | None:
        """The role that a fact plays by itself in a check; ``None`` where it is only part of an expression."""
        for name, nodes in check.fields.items():
            if any(isinstance(node, Reference) and node.fact == fact for node in nodes):
                return self.roles.get(name) or self.roles.get(ANY_FIELD)
        return None


def one(check: Check, name: str) -> Node:
    """The expression in a field that takes one."""
    return check.fields[name][0]


def others(check: Check, name: str, fact: str) -> list[Node]:
    """The expressions of a list field without the fact's own (its first mention)."""
    nodes = list(check.fields[name])
    for index, node in enumerate(nodes):
        if isinstance(node, Reference) and node.fact == fact:
            return nodes[:index] + nodes[index + 1 :]
    return nodes
