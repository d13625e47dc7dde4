"""The verifier's sum of products: facts as polynomials ≥ 0, multiplied out and added up."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import Any

from factcheck.engine.verification.forms import Forms, Polynomial, Ratio, valued

_MULTIPLIED_OUT = ("form", "product", "power")
_EQUATIONS = ("Product", "Power", "Absolute", "Greatest")


def combine_to_less_than_nothing(leaf: Any, definitions: Mapping[int, Any]) -> bool:
    """Whether the leaf's multiples, all ≥ 0 where its facts are true, add up to a number below 0 (or to 0 though one is > 0)."""
    total = _total(leaf, definitions)
    if total is None:
        return False
    strict = any(
        not _is_equation(multiple) and all(fact.strict for fact in multiple.factors)
        for multiple in leaf.multiples
    )
    number = total.pop((), Fraction(0))
    return not any(total.values()) and (number < 0 or (number == 0 and strict))


def combine_to_no_whole_number(
    leaf: Any, definitions: Mapping[int, Any], integer: Callable[[int], bool]
) -> bool:
    """Whether multiples of equations add up to whole multiples of products of whole numbers, and a number that is not whole."""
    total = _total(leaf, definitions)
    if total is None or not all(map(_is_equation, leaf.multiples)):
        return False
    number = total.pop((), Fraction(0))
    whole = all(
        not c or (c.denominator == 1 and all(integer(atom) for atom, _ in monomial))
        for monomial, c in total.items()
    )
    return whole and number.denominator != 1


def _total(leaf: Any, definitions: Mapping[int, Any]) -> Polynomial | None:
    """The sum of the multiples, known values put in; ``None`` if one of them proves nothing.

    Quotients, absolute values and maxima are variables here: what is said of them enters as equations.
    """
    known = {fact.terms[0][1]: Fraction(fact.constant) for fact in leaf.facts}
    forms = Forms({v: d for v, d in definitions.items() if v not in known and d.kind in _MULTIPLIED_OUT})
    total: Polynomial = {}
    for multiple in leaf.multiples:
        if not _allowed(multiple, _is_equation(multiple)):
            return None
        product = Ratio({(): Fraction(multiple.weight)})
        for variable in multiple.by:
            product = product * forms.of_variable(variable)
        for fact in multiple.factors:
            product = product * _polynomial(fact, forms)
        for monomial, coefficient in valued(product.top, known).items():
            total[monomial] = total.get(monomial, Fraction(0)) + coefficient
    return total


def _is_equation(multiple: Any) -> bool:
    return any(fact.kind in ("equation", "signed") for fact in multiple.factors)


def _allowed(multiple: Any, equation: bool) -> bool:
    """Equations alone, of a known kind; everything else times a number above 0. No square is called > 0."""
    if equation:
        primitive = multiple.factors[0].primitive
        if multiple.factors[0].kind == "signed":
            return len(multiple.factors) == 1
        kind = type(primitive).__name__
        return len(multiple.factors) == 1 and (kind in _EQUATIONS or (kind == "Row" and primitive.equal))
    squares = [fact for fact in multiple.factors if fact.kind == "square"]
    return (
        bool(multiple.factors)
        and multiple.weight > 0
        and not multiple.by
        and not any(f.strict for f in squares)
    )


def _polynomial(fact: Any, forms: Forms) -> Ratio:
    """A fact as what is ≥ 0, an equation as what is 0."""
    if fact.kind == "square":
        base = forms.linear(fact.terms, fact.constant)
        return base * base
    if fact.kind == "signed":
        return forms.linear(fact.terms, fact.constant)
    if fact.kind != "equation":
        return -forms.linear(fact.terms, fact.constant)
    p, of = fact.primitive, forms.of_variable
    kind = type(p).__name__
    if kind == "Row":
        return forms.linear(p.terms, p.constant)
    if kind == "Product":
        return of(p.result) - of(p.left) * of(p.right)
    if kind == "Power":
        return of(p.result) - of(p.base).power(p.exponent)
    if kind == "Absolute":
        return of(p.result).power(2) - of(p.operand).power(2)
    found = Ratio({(): Fraction(1)})
    for gap in p.gaps:
        found = found * of(gap)
    return found
