"""Rational functions of the verifier: expressions multiplied out, so that two of them can be compared."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from factcheck.engine.verification.walk import value, walk
from factcheck.quantities.interval import Interval

Monomial = tuple[tuple[Any, int], ...]
"""Atoms (variable indices, or what stands for an absolute value or a maximum) with exponents, sorted."""
Polynomial = dict[Monomial, Fraction]


def _multiply(one: Polynomial, other: Polynomial) -> Polynomial:
    found: Polynomial = {}
    for m, c in one.items():
        for n, d in other.items():
            exponents = dict(m)
            for atom, e in n:
                exponents[atom] = exponents.get(atom, 0) + e
            key = tuple(sorted(exponents.items(), key=repr)) if m and n else m or n
            found[key] = found.get(key, Fraction(0)) + c * d
    return {m: c for m, c in found.items() if c}


def _reduced(top: Polynomial, bottom: Polynomial) -> tuple[Polynomial, Polynomial]:
    """Without common powers of atoms; a number where one is a multiple of the other."""
    if not top or bottom.keys() == {()}:
        scale = bottom.get((), Fraction(1)) if top else Fraction(1)
        return (top if scale == 1 else {m: c / scale for m, c in top.items()}), {(): Fraction(1)}
    if top.keys() == bottom.keys():
        factors = {top[m] / bottom[m] for m in top}
        if len(factors) == 1:
            return {(): factors.pop()}, {(): Fraction(1)}
    common = _content([*top, *bottom])
    if not common:
        return top, bottom
    return _without(top, common), _without(bottom, common)


def _content(monomials: list[Monomial]) -> dict[Any, int]:
    """The powers of atoms that divide every monomial."""
    common = dict(monomials[0])
    for monomial in monomials[1:]:
        exponents = dict(monomial)
        common = {a: min(e, exponents[a]) for a, e in common.items() if a in exponents}
    return common


def factors_of(ratio: Ratio) -> set[Any]:
    """Atoms that divide the top of a ratio: not 0 where the ratio is not."""
    return set(_content(list(ratio.top))) if ratio.top else set()


def vanishes_with(top: Polynomial, other: Polynomial, nonzero: set[Any]) -> bool:
    """Whether ``top`` is ``other`` times a number and powers of atoms (divided only by ``nonzero`` ones): it is 0 where ``other`` is."""
    if not top or not other:
        return not top
    mine, theirs = _content(list(top)), _content(list(other))
    if any(mine.get(atom, 0) < exponent and atom not in nonzero for atom, exponent in theirs.items()):
        return False
    return same_up_to_scale(Ratio(_without(top, mine)), Ratio(_without(other, theirs)))


def _without(polynomial: Polynomial, common: dict[Any, int]) -> Polynomial:
    return {
        tuple((a, e - common.get(a, 0)) for a, e in m if e > common.get(a, 0)): c
        for m, c in polynomial.items()
    }


def valued(polynomial: Polynomial, known: Mapping[int, Fraction]) -> Polynomial:
    """The polynomial with the known values put in, terms that cancel left out."""
    found: Polynomial = {}
    for monomial, coefficient in polynomial.items():
        left: Monomial = ()
        for atom, exponent in monomial:
            if atom in known:
                coefficient *= known[atom] ** exponent
            else:
                left += ((atom, exponent),)
        found[left] = found.get(left, Fraction(0)) + coefficient
    return {monomial: c for monomial, c in found.items() if c}


class Ratio:
    """``top`` / ``bottom``; an empty ``top`` is 0."""

    __slots__ = ("bottom", "top")

    def __init__(self, top: Polynomial, bottom: Polynomial | None = None) -> None:
        self.top, self.bottom = _reduced(top, bottom or {(): Fraction(1)})

    def __add__(self, other: Ratio) -> Ratio:
        if self.bottom == other.bottom:
            left, right, bottom = self.top, other.top, self.bottom
        else:
            left, right = _multiply(self.top, other.bottom), _multiply(other.top, self.bottom)
            bottom = _multiply(self.bottom, other.bottom)
        found = dict(left)
        for m, c in right.items():
            found[m] = found.get(m, Fraction(0)) + c
        return Ratio({m: c for m, c in found.items() if c}, bottom)

    def __mul__(self, other: Ratio) -> Ratio:
        return Ratio(_multiply(self.top, other.top), _multiply(self.bottom, other.bottom))

    def __truediv__(self, other: Ratio) -> Ratio:
        return Ratio(_multiply(self.top, other.bottom), _multiply(self.bottom, other.top))

    def __neg__(self) -> Ratio:
        return Ratio({m: -c for m, c in self.top.items()}, self.bottom)

    def __sub__(self, other: Ratio) -> Ratio:
        return self + -other

    def power(self, exponent: int) -> Ratio:
        """Multiplied with itself."""
        found = Ratio({(): Fraction(1)})
        for _ in range(exponent):
            found = found * self
        return found

    def key(self) -> Any:
        """Equal for equal ratios built the same way."""
        return tuple(sorted(self.top.items(), key=repr)), tuple(sorted(self.bottom.items(), key=repr))

    def absolute(self) -> Ratio:
        """An atom for the absolute value, the leading coefficient taken out."""
        if not self.top:
            return self
        if set(self.top) == {()} and set(self.bottom) == {()}:
            return Ratio({(): abs(self.top[()])}, {(): abs(self.bottom[()])})
        lead = self.top[min(self.top, key=repr)] / self.bottom[min(self.bottom, key=repr)]
        monic = self * Ratio({(): 1 / lead})
        return Ratio({((("abs", monic.key()), 1),): abs(lead)})

    @staticmethod
    def greatest(members: list[Ratio]) -> Ratio:
        """An atom for the greatest of the members."""
        keys = {member.key(): member for member in members}
        if len(keys) == 1:
            return members[0]
        return Ratio({((("max", tuple(sorted(keys, key=repr))), 1),): Fraction(1)})

    def factor_of(self, other: Ratio) -> Fraction | None:
        """The number that ``other`` times it is this ratio, if there is one."""
        left, right = _multiply(self.top, other.bottom), _multiply(other.top, self.bottom)
        if left.keys() != right.keys():
            return None
        factors = {left[m] / right[m] for m in left} or {Fraction(1)}
        return factors.pop() if len(factors) == 1 else None


def same_up_to_scale(one: Ratio, other: Ratio) -> bool:
    """Whether one is a number other than 0 times the other."""
    return one.factor_of(other) not in (None, 0)


class Forms:
    """Expressions and auxiliary variables as rational functions of the facts' variables."""

    def __init__(self, definitions: Mapping[int, Any]) -> None:
        self.definitions = definitions
        self.known: dict[int, Ratio] = {}

    def of_variable(self, variable: int) -> Ratio:
        """A variable, or what its definition says."""
        stack = [variable]
        while stack:
            top = stack[-1]
            definition = self.definitions.get(top)
            missing = (
                [v for v in definition.operands if v not in self.known] if definition is not None else []
            )
            if top in self.known or not missing:
                stack.pop()
                if top not in self.known:
                    self.known[top] = (
                        Ratio({((top, 1),): Fraction(1)}) if definition is None else self._defined(definition)
                    )
            else:
                stack += missing
        return self.known[variable]

    def _defined(self, definition: Any) -> Ratio:
        operands = [self.known[v] for v in definition.operands]
        if definition.kind == "form":
            terms, constant = definition.form
            return self.linear([(c, v) for v, c in terms.items()], -constant)
        if definition.kind == "product":
            return operands[0] * operands[1]
        if definition.kind == "quotient":
            return operands[0] / operands[1]
        if definition.kind == "power":
            return operands[0].power(definition.exponent)
        return operands[0].absolute() if definition.kind == "absolute" else Ratio.greatest(operands)

    def linear(self, terms: Any, constant: Any) -> Ratio:
        """Σ coefficient · variable − constant."""
        plain: Polynomial = {(): -Fraction(constant)} if constant else {}
        found = Ratio({})
        for coefficient, variable in terms:
            if variable in self.definitions:
                found = found + self.of_variable(variable) * Ratio({(): Fraction(coefficient)})
            else:
                key = ((variable, 1),)
                plain[key] = plain.get(key, Fraction(0)) + coefficient
        return found + Ratio({m: c for m, c in plain.items() if c})

    def of(self, expression: Any) -> Ratio:
        """An expression of the network."""
        found: Ratio = walk(expression, _COMBINE)
        return found

    def integer(self, variable: int, domains: Mapping[int, Interval]) -> bool:
        """Whether a definition takes whole values only."""
        stack = [variable]
        while stack:
            part = stack.pop()
            if part in domains:
                if not domains[part].integer:
                    return False
                continue
            definition = self.definitions[part]
            numbers = [*definition.form[0].values(), definition.form[1]] if definition.kind == "form" else []
            if definition.kind == "quotient" or any(Fraction(n).denominator != 1 for n in numbers):
                return False
            stack += definition.operands
        return True

    @staticmethod
    def is_false(constraint: Any, point: Mapping[int, Any]) -> bool:
        """Whether a relation of the constraint is wrong, or undefined, at a point."""
        for relation in constraint.relations:
            left, right = value(relation.left, point), value(relation.right, point)
            if left is None or right is None:
                return True
            if not (
                left == right
                if relation.operator == "="
                else left < right
                if relation.operator == "<"
                else left <= right
            ):
                return True
        return False


def _sum(parts: list[Ratio]) -> Ratio:
    found = Ratio({})
    for part in parts:
        found = found + part
    return found


def _product(parts: list[Ratio]) -> Ratio:
    found = Ratio({(): Fraction(1)})
    for part in parts:
        found = found * part
    return found


_COMBINE: dict[str, Any] = {
    "Variable": lambda e, parts: Ratio({((e.index, 1),): Fraction(1)}),
    "Constant": lambda e, parts: Ratio({(): Fraction(e.value)} if e.value else {}),
    "Sum": lambda e, parts: _sum(parts),
    "Product": lambda e, parts: _product(parts),
    "Quotient": lambda e, parts: parts[0] / parts[1],
    "Power": lambda e, parts: parts[0].power(e.exponent),
    "Absolute": lambda e, parts: parts[0].absolute(),
    "Extreme": lambda e, parts: Ratio.greatest(parts) if e.greatest else -Ratio.greatest([-p for p in parts]),
}
