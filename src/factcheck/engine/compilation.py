"""From checks to primitives: expressions become linear forms over variables and auxiliary variables.

Rewriting comes with it: equal terms cancel (x − x), a quotient sheds what it shares with its denominator ((b − a)/a → b/a − 1),
repeated factors become powers, and a constraint's equal sub-expressions share one auxiliary variable.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import gcd, lcm

from factcheck.engine.arithmetic import divide, normal, size
from factcheck.engine.curves import Absolute, Greatest, Power
from factcheck.engine.definitions import Compiled, Definition, Form
from factcheck.engine.expressions import in_evaluation_order
from factcheck.engine.linear_forms import combined, scaled, total_of
from factcheck.engine.model import (
    Absolute as AbsoluteExpression,
)
from factcheck.engine.model import (
    Constant,
    Constraint,
    Expression,
    Extreme,
    Quotient,
    Relation,
    Sum,
    Variable,
)
from factcheck.engine.model import (
    Power as PowerExpression,
)
from factcheck.engine.model import (
    Product as ProductExpression,
)
from factcheck.engine.primitives import Nonzero, Primitive, Product, Row
from factcheck.quantities.interval import Rational


class Compiler:
    """Compiles one constraint; auxiliary variables are numbered by ``fresh``."""

    def __init__(self, constraint: int, fresh: Iterator[int]) -> None:
        self.constraint = constraint
        self.fresh = fresh
        self.definitions: dict[int, Definition] = {}
        self.rows: list[tuple[Form, bool, bool]] = []
        self.nonzero: list[int] = []
        self.named: dict[object, int] = {}
        self.factors: dict[int, dict[int, int]] = {}
        """The variables, with exponents, that a product or power consists of."""

    def compile(self, constraint: Constraint) -> Compiled:
        """All relations of the constraint."""
        for relation in constraint.relations:
            self._relation(relation)
        self._forget_unused()
        alias = self._aliases()
        primitives = tuple(self._primitives(alias))
        definitions = {}
        for variable, definition in self.definitions.items():
            if variable not in alias:
                definition.operands = tuple(_renamed(alias, v) for v in definition.operands)
                if definition.form is not None:
                    terms, constant = definition.form
                    definition.form = {_renamed(alias, v): c for v, c in terms.items()}, constant
                definitions[variable] = definition
        return Compiled(primitives, definitions)

    def _forget_unused(self) -> None:
        """Drop auxiliary variables that only led to others (products that grew into longer ones)."""
        used: set[int] = set()
        stack = [variable for (terms, _), _, _ in self.rows for variable in terms] + self.nonzero
        while stack:
            variable = stack.pop()
            if variable in self.definitions and variable not in used:
                used.add(variable)
                stack.extend(self.definitions[variable].operands)
        self.definitions = {v: d for v, d in self.definitions.items() if v in used}

    def _relation(self, relation: Relation) -> None:
        form = combined(self._form(relation.left), self._form(relation.right), -1)
        self.rows.append((form, relation.operator == "=", relation.operator == "<"))

    def _form(self, expression: Expression) -> Form:
        if type(expression) is Variable:
            return {expression.index: 1}, 0
        values: list[Form] = []
        for part, count in in_evaluation_order(expression):
            arguments = values[len(values) - count :]
            del values[len(values) - count :]
            values.append(self._combine(part, arguments))
        return values[0]

    def _combine(self, part: Expression, arguments: list[Form]) -> Form:
        match part:
            case Variable(index):
                return {index: 1}, 0
            case Constant(value):
                return {}, normal(value)
            case Sum():
                return total_of(arguments)
            case ProductExpression():
                return self._product(arguments)
            case Quotient():
                return self._quotient(*arguments)
            case PowerExpression(_, exponent):
                return self._product(arguments * exponent)
            case Extreme(_, greatest):
                return (
                    self._greatest(arguments)
                    if greatest
                    else scaled(self._greatest([scaled(a, -1) for a in arguments]), -1)
                )
            case AbsoluteExpression():
                return self._absolute(arguments[0])
        raise TypeError(part)

    def _split(self, form: Form) -> tuple[Rational, int]:
        """A form that is not constant as coefficient · variable, through an auxiliary variable where needed."""
        terms, constant = form
        first = next(iter(terms.values()))
        if len(terms) == 1 and not constant:
            return first, next(iter(terms))
        coefficient: Rational = 1
        if len(terms) > 1:  # whole coefficients without a common factor: a sum of whole numbers stays one
            coefficient = divide(
                gcd(*(c.numerator for c in terms.values())), lcm(*(c.denominator for c in terms.values()))
            )
            coefficient = coefficient if first > 0 else -coefficient
        monic = scaled(form, divide(1, coefficient))
        key = ("form", tuple(sorted(monic[0].items())), monic[1])
        return coefficient, self._named(key, Definition("form", tuple(monic[0]), form=monic))

    def _named(self, key: object, definition: Definition) -> int:
        found = self.named.get(key)
        if found is None:
            found = self.named[key] = next(self.fresh)
            self.definitions[found] = definition
        return found

    def _product(self, factors: list[Form]) -> Form:
        scale: Rational = 1
        counts: dict[int, int] = {}
        for terms, constant in factors:
            if terms:
                coefficient, variable = self._split((terms, constant))
                scale = scale * coefficient
                for factor, exponent in self.factors.get(variable, {variable: 1}).items():
                    counts[factor] = counts.get(factor, 0) + exponent
            else:
                scale = scale * constant
        if not scale or not counts:
            return {}, normal(scale)
        product = -1
        so_far: dict[int, int] = {}
        for factor, exponent in sorted(counts.items()):
            so_far = {**so_far, factor: exponent}
            name = factor
            if exponent > 1:
                name = self._named(("power", factor, exponent), Definition("power", (factor,), exponent))
                self.factors[name] = {factor: exponent}
            if product >= 0:
                name = self._named(("product", product, name), Definition("product", (product, name)))
                self.factors[name] = so_far
            product = name
        return {product: normal(scale)}, 0

    def _quotient(self, numerator: Form, denominator: Form) -> Form:
        terms, constant = denominator
        if not terms:
            if constant:
                return scaled(numerator, divide(1, constant))
            self.rows.append((({}, 1), True, False))
            return {}, 0
        coefficient, below = self._split(denominator)
        if below not in self.nonzero:
            self.nonzero.append(below)
        whole, rest = self._shed(numerator, denominator)
        if not rest[0] and not rest[1]:
            return {}, whole
        if rest[0]:
            scale, above = self._split(rest)
        else:
            scale, above = rest[1], self._named(("one",), Definition("form", (), form=({}, 1)))
        quotient = self._named(("quotient", above, below), Definition("quotient", (above, below)))
        return {quotient: divide(scale, coefficient)}, whole

    def _shed(self, numerator: Form, denominator: Form) -> tuple[Rational, Form]:
        """``numerator`` = whole · ``denominator`` + rest with as few variables in the rest as possible."""
        shared = [v for v in denominator[0] if v in numerator[0]]
        whole: Rational = 0
        rest = numerator
        for variable in shared:
            candidate = divide(numerator[0][variable], denominator[0][variable])
            left = combined(numerator, denominator, -candidate)
            if len(left[0]) < len(rest[0]):
                whole, rest = candidate, left
        return whole, rest

    def _greatest(self, members: list[Form]) -> Form:
        unique = [m for i, m in enumerate(members) if m not in members[:i]]
        if len(unique) == 1:
            return unique[0]
        names = []
        for form in unique:
            terms, constant = form
            if len(terms) == 1 and not constant and next(iter(terms.values())) == 1:
                names.append(next(iter(terms)))
            else:
                key = ("exact form", tuple(sorted(terms.items())), constant)
                names.append(self._named(key, Definition("form", tuple(terms), form=form)))
        naming: object = ("greatest", tuple(sorted(names)))
        return {self._named(naming, Definition("greatest", tuple(names))): 1}, 0

    def _absolute(self, operand: Form) -> Form:
        if not operand[0]:
            return {}, size(operand[1])
        coefficient, variable = self._split(operand)
        return {
            self._named(("absolute", variable), Definition("absolute", (variable,))): size(coefficient)
        }, 0

    def _aliases(self) -> dict[int, int]:
        """Auxiliary results that a row equates with a variable: the variable takes their place and the row goes."""
        alias: dict[int, int] = {}
        kept: list[tuple[Form, bool, bool]] = []
        for row in self.rows:
            (terms, constant), equal, _ = row
            if equal and not constant and len(terms) == 2 and sum(terms.values()) == 0:
                for one, other in (tuple(terms), tuple(terms)[::-1]):
                    definition = self.definitions.get(one)
                    free = (
                        definition is not None
                        and definition.kind != "form"
                        and one not in alias
                        and other not in alias
                    )
                    if free and other not in self._below(one, alias) and one not in self._below(other, alias):
                        alias[one] = other
                        break
                else:
                    kept.append(row)
            else:
                kept.append(row)
        self.rows = kept
        return alias

    def _below(self, variable: int, alias: dict[int, int]) -> set[int]:
        """Everything a variable's definition mentions, itself included."""
        found = {variable}
        stack = [variable]
        while stack:
            definition = self.definitions.get(stack.pop())
            for operand in definition.operands if definition else ():
                operand = _renamed(alias, operand)
                if operand not in found:
                    found.add(operand)
                    stack.append(operand)
        return found

    def _primitives(self, alias: dict[int, int]) -> Iterator[Primitive]:
        for form, equal, strict in self.rows:
            yield self._row(form, equal, strict, alias)
        for variable, definition in list(self.definitions.items()):
            operands = tuple(_renamed(alias, v) for v in definition.operands)
            yield from self._defining(_renamed(alias, variable), definition, operands, alias)
        for variable in self.nonzero:
            yield Nonzero(self.constraint, _renamed(alias, variable))

    def _row(self, form: Form, equal: bool, strict: bool, alias: dict[int, int]) -> Row:
        terms: dict[int, Rational] = {}
        for variable, coefficient in form[0].items():
            renamed = _renamed(alias, variable)
            terms[renamed] = normal(terms.get(renamed, 0) + coefficient)
        terms = {v: c for v, c in terms.items() if c}
        scale = lcm(*(c.denominator for c in terms.values())) if terms else 1
        whole = {v: int(c * scale) for v, c in terms.items()}
        common = gcd(*whole.values()) if whole else 1
        constant = divide(-form[1] * scale, common)
        return Row(
            self.constraint, tuple((c // common, v) for v, c in whole.items()), constant, equal, strict
        )

    def _defining(
        self, result: int, definition: Definition, operands: tuple[int, ...], alias: dict[int, int]
    ) -> Iterator[Primitive]:
        c = self.constraint
        match definition.kind:
            case "form":
                assert definition.form is not None
                terms, constant = definition.form
                yield self._row(({**terms, result: -1}, constant), True, False, alias)
            case "product":
                yield (
                    Product(c, result, *operands)
                    if operands[0] != operands[1]
                    else Power(c, result, operands[0], 2)
                )
            case "power":
                yield Power(c, result, operands[0], definition.exponent)
            case "quotient":
                above, below = operands
                yield Product(c, above, result, below)
            case "absolute":
                yield Absolute(c, result, operands[0])
            case "greatest":
                gaps = tuple(next(self.fresh) for _ in operands)
                for gap, member in zip(gaps, operands, strict=True):
                    self.definitions[gap] = Definition(
                        "form", (result, member), form=({result: 1, member: -1}, 0)
                    )
                    yield self._row(({result: 1, member: -1, gap: -1}, 0), True, False, alias)
                yield Greatest(c, result, operands, gaps)


def _renamed(alias: dict[int, int], variable: int) -> int:
    """The name a variable goes by after aliasing."""
    while variable in alias:
        variable = alias[variable]
    return variable
