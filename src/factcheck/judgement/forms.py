"""Checks that are nothing but sums of products of printed facts, as such sums: judged without a network."""

from __future__ import annotations

from collections.abc import Mapping

from factcheck.claims.expressions import Negation, Node, Number, Operation, Reference
from factcheck.claims.model import Check, CheckKind
from factcheck.quantities.interval import Rational
from factcheck.records import record

Term = tuple[Rational, tuple[str, ...]]
"""A coefficient (base units) and the facts that it is multiplied by."""

PRODUCTS: dict[CheckKind, tuple[str, str, str]] = {
    "share": ("part", "is", "whole"),
    "average": ("total", "is", "over"),
    "times": ("a", "is", "b"),
}
"""The fields of the kinds that say ``result = ratio × base``."""


@record(frozen=True, slots=True)
class Form:
    """``Σ coefficient · fact · fact … operator 0``; the operator is ``=``, ``<=`` or ``<``."""

    terms: list[Term]
    operator: str

    @property
    def variables(self) -> list[str]:
        """The facts, as often as they occur."""
        return [name for _, names in self.terms for name in names]

    def line(self, variable: str | None, values: Mapping[str, Rational]) -> tuple[Rational, Rational] | None:
        """The form as ``slope · variable + rest`` where all others have values; ``None`` where the variable is multiplied by itself.

        >>> Form([(1, ("a",)), (-1, ("b", "c"))], "=").line("b", {"a": 6, "c": 2})
        (-2, 6)
        """
        slope: Rational = 0
        rest: Rational = 0
        for product, names in self.terms:
            found = 0
            for name in names:
                if name == variable:
                    found += 1
                else:
                    product = product * values[name]
            if found > 1:
                return None
            if found:
                slope += product
            else:
                rest += product
        return slope, rest

    def holds(self, values: Mapping[str, Rational]) -> bool:
        """Whether the values satisfy it."""
        line = self.line(None, values)
        assert line is not None
        rest = line[1]
        return rest == 0 if self.operator == "=" else rest < 0 or (rest == 0 and self.operator == "<=")


def form_of(check: Check) -> Form | None:
    """The check as a form, ``None`` where it says more, or anything else."""
    fields = check.fields
    match check.kind:
        case "expression":
            return _comparison(check)
        case "sum":
            terms, operator = (*_signed(1, fields["whole"]), *_signed(-1, fields["parts"])), "="
        case "within":
            parts = fields.get("parts") or fields["part"]
            terms, operator = (*_signed(1, parts), *_signed(-1, fields["whole"])), "<="
        case "share" | "average" | "times":
            result, ratio, base = (fields[name][0] for name in PRODUCTS[check.kind])
            terms, operator = ((1, result), (-1, Operation("*", ratio, base, 0, 0))), "="
        case _:
            return None
    return _form(terms, operator)


def _signed(sign: int, nodes: tuple[Node, ...]) -> list[tuple[int, Node]]:
    return [(sign, node) for node in nodes]


def _comparison(check: Check) -> Form | None:
    comparison = check.comparison
    if comparison is None or len(comparison.operators) != 1:
        return None
    return _form(signed_terms(comparison.operators[0], *comparison.operands), comparison.operators[0])


def signed_terms(operator: str, left: Node, right: Node) -> list[tuple[int, Node]]:
    """The terms of the smaller side less those of the larger one (of the left one less the right one, where they are equal)."""
    turned = 1 if operator[0] != ">" else -1
    found: list[tuple[int, Node]] = []
    waiting: list[tuple[int, Node]] = [(-turned, right), (turned, left)]
    while waiting:
        sign, part = waiting.pop()
        if type(part) is Operation and part.operator in "+-":
            waiting += ((sign if part.operator == "+" else -sign, part.right), (sign, part.left))
        else:
            found.append((sign, part))
    return found


def _form(signed: list[tuple[int, Node]] | tuple[tuple[int, Node], ...], operator: str) -> Form | None:
    terms = []
    for sign, node in signed:
        term = _term(sign, node)
        if term is None:
            return None
        terms.append(term)
    return Form(terms, "=" if operator == "=" else "<=" if "=" in operator else "<")


def _term(sign: int, node: Node) -> Term | None:
    """A product of facts and exact numbers; a number alone takes the unit of its neighbours, and is not told here."""
    if type(node) is Reference:
        return sign, (node.fact,)
    coefficient: Rational = sign
    names: list[str] = []
    stack = [node]
    while stack:
        part = stack.pop()
        if type(part) is Reference:
            names.append(part.fact)
        elif type(part) is Number and part.domain is None:
            coefficient = coefficient * part.value * (1 if part.unit is None else part.unit.factor)
        elif type(part) is Operation and part.operator == "*":
            stack += (part.right, part.left)
        elif type(part) is Negation:
            coefficient = -coefficient
            stack.append(part.operand)
        else:
            return None
    return (coefficient, tuple(names)) if names else None
