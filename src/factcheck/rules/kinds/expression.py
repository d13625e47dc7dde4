"""A free equation or inequality."""

from __future__ import annotations

from factcheck.claims.expressions import Node, Operation, Reference
from factcheck.claims.model import Check
from factcheck.findings import Message
from factcheck.rules.kinds.interface import Kind, Role
from factcheck.rules.wording.formulas import Naming, write, write_comparison

_FLIPPED = {"=": "=", "<=": "≥", ">=": "≤", "<": ">", ">": "<"}
_AS_WRITTEN = {"=": "=", "<=": "≤", ">=": "≥", "<": "<", ">": ">"}


def _relation(check: Check, naming: Naming) -> str:
    return write_comparison(check.comparison, naming) if check.comparison else check.id


def _alone(node: Node, fact: str) -> bool:
    return isinstance(node, Reference) and node.fact == fact


class _Expression(Kind):
    """The role of a fact depends on where it stands in the formula."""

    def role_of(self, check: Check, fact: str) -> Role | None:
        """The other side, where the fact stands alone on one side of a single comparison."""
        chain = check.comparison
        if chain is None or len(chain.operators) != 1:
            return None
        left, right = chain.operands
        if _alone(left, fact):
            return _other_side(right, _AS_WRITTEN[chain.operators[0]])
        if _alone(right, fact):
            return _other_side(left, _FLIPPED[chain.operators[0]])
        return None


def _other_side(node: Node, sign: str) -> Role:
    words = _SAYS[node.operator] if isinstance(node, Operation) else _SAYS[""]
    return Role(words, lambda check, fact, naming: write(node, naming), sign)


_SAYS = {
    "+": Message("各数相加只可能{range}", "adding up, it can only be {range}"),
    "-": Message("两数相减只可能{range}", "by subtraction it can only be {range}"),
    "*": Message("两数相乘只可能{range}", "by multiplication it can only be {range}"),
    "/": Message("两数相除只可能{range}", "by division it can only be {range}"),
    "": Message("按关系式只可能{range}", "by the relation it can only be {range}"),
}

EXPRESSION = _Expression("expression", "FC209", "FC309", _relation)
