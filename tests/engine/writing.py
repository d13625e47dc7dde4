"""Networks written as text: ``a: [0, 100]``, ``b: (3, inf) int`` and checks such as ``a + b = 100``."""

from __future__ import annotations

import ast
import re
from fractions import Fraction

from factcheck.engine import (
    Absolute,
    Constant,
    Expression,
    Extreme,
    Network,
    Power,
    Product,
    Quotient,
    Relation,
    Sum,
    Variable,
)
from factcheck.quantities.interval import Interval

_DOMAIN = re.compile(r"([\[(])\s*(\S+)\s*,\s*(\S+?)\s*([\])])\s*(int)?$")
_COMPARISON = re.compile(r"(.*?)(<=|>=|==|=|<|>)(.*)")


def interval(text: str) -> Interval:
    """``[1, 2)``, ``(0, inf) int``, or a single number for an exact value."""
    found = _DOMAIN.match(text.strip())
    if found is None:
        words = text.split()
        return Interval(Fraction(words[0]), Fraction(words[0]), integer="int" in words)
    opening, low, high, closing, integer = found.groups()
    return Interval(
        None if low == "-inf" else Fraction(low),
        None if high == "inf" else Fraction(high),
        opening == "(",
        closing == ")",
        integer is not None,
    )


def network(facts: dict[str, str], checks: list[str]) -> tuple[Network, dict[str, int]]:
    """A network and the index of each name."""
    built = Network()
    names = {name: built.variable(interval(domain)).index for name, domain in facts.items()}
    for check in checks:
        built.require(relation(check, names), name=check)
    return built, names


def relation(text: str, names: dict[str, int]) -> Relation:
    """One comparison."""
    found = _COMPARISON.match(text)
    assert found is not None
    left, operator, right = found.groups()
    sides = [_convert(ast.parse(side.strip(), mode="eval").body, names) for side in (left, right)]
    if operator in (">", ">="):
        sides.reverse()
        operator = operator.replace(">", "<")
    return Relation(sides[0], {"==": "="}.get(operator, operator), sides[1])  # type: ignore[arg-type]


def _convert(node: ast.expr, names: dict[str, int]) -> Expression:
    match node:
        case ast.Name(name):
            return Variable(names[name])
        case ast.Constant(value):
            return Constant(Fraction(str(value)))
        case ast.UnaryOp(ast.USub(), operand):
            return Product((Constant(-1), _convert(operand, names)))
        case ast.Call(ast.Name(function), arguments):
            members = tuple(_convert(a, names) for a in arguments)
            return Absolute(members[0]) if function == "abs" else Extreme(members, function == "max")
        case ast.BinOp(left, ast.Pow(), ast.Constant(exponent)):
            return Power(_convert(left, names), int(str(exponent)))
        case ast.BinOp(left, operator, right):
            one, other = _convert(left, names), _convert(right, names)
            if isinstance(operator, ast.Add):
                return Sum((one, other))
            if isinstance(operator, ast.Sub):
                return Sum((one, Product((Constant(-1), other))))
            return Product((one, other)) if isinstance(operator, ast.Mult) else Quotient(one, other)
    raise ValueError(ast.dump(node))
