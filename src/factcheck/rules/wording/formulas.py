"""Formulas written with letters, with names, or with the numbers as printed."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from factcheck.claims.expressions import Call, Comparison, Negation, Node, Number, Operation, Reference
from factcheck.claims.model import Fact
from factcheck.records import record


@record(frozen=True, slots=True)
class Naming:
    """How facts are written in a formula: ``name`` turns one into its letter, its name or its printed number."""

    facts: Mapping[str, Fact]
    name: Callable[[Fact], str]

    def __call__(self, fact: str) -> str:
        """The fact with this id as it is to be written."""
        return self.name(self.facts[fact]) if fact in self.facts else fact

    def is_percent(self, node: Node) -> bool:
        """Whether an expression is one number in percent, printed or written in the check."""
        if isinstance(node, Reference):
            quantity = self.facts[node.fact].quantity if node.fact in self.facts else None
            return quantity is not None and quantity.kind == "percent"
        return isinstance(node, Number) and node.text.rstrip().endswith(("%", "％"))


_SIGNS = {"*": "×", "/": "÷", "+": "+", "-": "−"}
_COMPARISONS = {"<=": "≤", ">=": "≥", "=": "=", "<": "<", ">": ">"}
_BINDING = {"+": 1, "-": 1, "*": 2, "/": 2}
_ATOM = 3


def write(node: Node, naming: Naming) -> str:
    """An expression as text, with no more brackets than it needs."""
    return _written(node, naming)[0]


def write_factor(node: Node, naming: Naming) -> str:
    """An expression as text that may stand beside × or ÷: sums are bracketed."""
    return _bracketed(node, naming, 2)


def product(left: Node, right: Node, naming: Naming) -> str:
    """``left × right``."""
    return f"{write_factor(left, naming)} × {write_factor(right, naming)}"


def quotient(left: Node, right: Node, naming: Naming) -> str:
    """``left ÷ right``."""
    return f"{write_factor(left, naming)} ÷ {_bracketed(right, naming, _ATOM)}"


def difference(left: Node, right: Node, naming: Naming) -> str:
    """``left − right``."""
    return f"{write(left, naming)} − {write_factor(right, naming)}"


def write_comparison(comparison: Comparison, naming: Naming) -> str:
    """A whole chain: ``A + B = C``."""
    parts = [write(comparison.operands[0], naming)]
    for operator, operand in zip(comparison.operators, comparison.operands[1:], strict=True):
        parts += [_COMPARISONS[operator], write(operand, naming)]
    return " ".join(parts)


def _written(node: Node, naming: Naming) -> tuple[str, int]:
    match node:
        case Number():
            return node.text, _ATOM
        case Reference():
            return naming(node.fact), _ATOM
        case Negation():
            return f"−{_bracketed(node.operand, naming, 2)}", 1
        case Operation():
            strength = _BINDING[node.operator]
            left = _bracketed(node.left, naming, strength)
            right = _bracketed(node.right, naming, strength + (node.operator in "-/"))
            return f"{left} {_SIGNS[node.operator]} {right}", strength
        case Call():
            return f"{node.function}({', '.join(write(each, naming) for each in node.arguments)})", _ATOM


def _bracketed(node: Node, naming: Naming, needed: int) -> str:
    text, strength = _written(node, naming)
    return text if strength >= needed else f"({text})"
