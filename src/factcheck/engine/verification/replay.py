"""An independent check of decisions: re-evaluates witnesses and replays certificates. It shares no code with the solver.

It reads the certificate as data (who narrowed what, which facts add up to a contradiction) and trusts none of it: every primitive
must follow from a constraint by comparing both as rational functions, every narrowing is refuted forward on the part it leaves
out, every linear fact is rebuilt, every cut must be covered on both sides.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from math import gcd
from typing import Any

from factcheck.engine.model import Decision, Expression, Network, Relation
from factcheck.engine.verification.forms import Forms, Ratio, factors_of, same_up_to_scale, vanishes_with
from factcheck.engine.verification.intervals import (
    ALL,
    Ends,
    absolute,
    add,
    greatest,
    intersect,
    is_void,
    power,
    scale,
    times,
)
from factcheck.engine.verification.products import (
    combine_to_less_than_nothing,
    combine_to_no_whole_number,
)
from factcheck.engine.verification.witness import witness_is_true
from factcheck.quantities.interval import Interval

Box = dict[int, Ends]


def verify(
    network: Network, constraints: Sequence[int], domains: Mapping[int, Interval] | None, decision: Decision
) -> bool:
    """Whether the witness or certificate proves the decision; an undecided one claims nothing and passes.

    >>> from factcheck.engine import Relation, Solver, Constant
    >>> network = Network()
    >>> check = network.require(Relation(network.variable(Interval(1, 2)), "=", Constant(3)))
    >>> verify(network, [check], None, Solver(network).decide([check]))
    True
    """
    reading = {**dict(enumerate(network.domains)), **(domains or {})}
    if decision.status == "undecided":
        return True
    if decision.status == "satisfiable":
        return witness_is_true(network, constraints, reading, decision.witness or {})
    return (
        decision.certificate is not None
        and Replay(network, constraints, reading, decision.certificate).holds()
    )


class Replay:
    """One certificate being replayed."""

    def __init__(
        self, network: Network, constraints: Sequence[int], domains: Mapping[int, Interval], certificate: Any
    ) -> None:
        self.network = network
        self.allowed = set(constraints)
        self.domains = domains
        self.certificate = certificate
        self.forms = Forms(certificate.definitions)
        self.justified: dict[int, bool] = {}
        self.start: Box = {v: _ends(d) for v, d in domains.items()}

    def holds(self) -> bool:
        """Whether every leaf is closed and every cut covered."""
        stack: list[tuple[Any, Box, tuple[int, int, Any, bool] | None]] = [
            (self.certificate.proof, dict(self.start), None)
        ]
        while stack:
            node, box, cut = stack.pop()
            if not all(
                self._step(box, entry, cut if index == 0 else None) for index, entry in enumerate(node.steps)
            ):
                return False
            if hasattr(node, "low"):
                stack.append((node.low, dict(box), (node.variable, 1, node.value, not node.value_low)))
                stack.append((node.high, box, (node.variable, 0, node.value, node.value_low)))
            elif not self._closed(node, box):
                return False
        return True

    def integer(self, variable: int) -> bool:
        """Whether the variable takes whole values only, by its domain or its definition."""
        return (
            self.domains[variable].integer
            if variable in self.domains
            else self.forms.integer(variable, self.domains)
        )

    def _step(self, box: Box, entry: Any, cut: tuple[int, int, Any, bool] | None) -> bool:
        """Apply one narrowing if it is the expected cut or if what it leaves out contradicts its primitive."""
        if entry.variable < 0:
            return self._justified(entry.reason) and self._contradicts(entry.reason, box)
        low, low_open, high, high_open = old = box.get(entry.variable, ALL)
        value, whole = entry.value, self.integer(entry.variable)
        if entry.reason is None:
            if cut is None or not self._is_cut(entry, cut, whole):
                return False
        else:
            away = (value - 1 if entry.side == 0 else value + 1) if whole else value
            gone_open = not whole and not entry.open
            gone: Ends = (None, False, away, gone_open) if entry.side == 0 else (away, gone_open, None, False)
            rest = intersect(old, gone, whole)
            if whole and Fraction(value).denominator != 1:
                return False
            if not is_void(rest) and not (
                self._justified(entry.reason)
                and self._contradicts(entry.reason, {**_part(box, entry.reason), entry.variable: rest})
            ):
                return False
        box[entry.variable] = (
            (value, entry.open, high, high_open) if entry.side == 0 else (low, low_open, value, entry.open)
        )
        return True

    @staticmethod
    def _is_cut(entry: Any, cut: tuple[int, int, Any, bool], whole: bool) -> bool:
        variable, side, value, is_open = cut
        if whole and is_open and Fraction(value).denominator == 1:
            value, is_open = (value + 1 if side == 0 else value - 1), False
        elif whole:
            value, is_open = (-(-value // 1) if side == 0 else value // 1), False
        return (entry.variable, entry.side, entry.value, entry.open) == (variable, side, value, is_open)

    def _contradicts(self, primitive: Any, box: Mapping[int, Ends]) -> bool:
        """Whether no point of the box satisfies the primitive, by forward evaluation."""

        def get(variable: int) -> Ends:
            return box.get(variable, ALL)

        kind = type(primitive).__name__
        if kind == "Row":
            total: Ends = (0, False, 0, False)
            for coefficient, variable in primitive.terms:
                total = add(total, scale(get(variable), coefficient))
            k = primitive.constant
            target: Ends = (k, False, k, False) if primitive.equal else (None, False, k, primitive.strict)
            return is_void(intersect(total, target))
        if kind == "Product":
            return is_void(intersect(get(primitive.result), times(get(primitive.left), get(primitive.right))))
        if kind == "Power":
            return is_void(intersect(get(primitive.result), power(get(primitive.base), primitive.exponent)))
        if kind == "Absolute":
            return is_void(intersect(get(primitive.result), absolute(get(primitive.operand))))
        if kind == "Nonzero":
            return get(primitive.operand) == (0, False, 0, False)
        if kind == "Greatest":
            least_gap = scale(greatest([scale(get(gap), -1) for gap in primitive.gaps]), -1)
            if is_void(intersect(least_gap, (0, False, 0, False))):
                return True
            return is_void(intersect(get(primitive.result), greatest([get(m) for m in primitive.members])))
        return False

    def _justified(self, primitive: Any) -> bool:
        """Whether the primitive follows from the definitions and one relation of its constraint (remembered)."""
        known = self.justified.get(id(primitive))
        if known is None:
            known = self.justified[id(primitive)] = primitive.constraint in self.allowed and self._follows(
                primitive
            )
        return known

    def _follows(self, primitive: Any) -> bool:
        constraint = self.network.constraints[primitive.constraint]
        if any(not self.forms.of(d).top for d in _denominators(constraint.relations)):
            return True  # something is divided by 0: the constraint never holds
        forms, of = self.forms, self.forms.of_variable
        kind = type(primitive).__name__
        if kind == "Nonzero":
            below = of(primitive.operand)
            return any(same_up_to_scale(below, forms.of(d)) for d in _denominators(constraint.relations))
        equal, strict = True, False
        if kind == "Row":
            difference = forms.linear(primitive.terms, primitive.constant)
            equal, strict = primitive.equal, primitive.strict
        elif kind == "Product":
            difference = of(primitive.result) - of(primitive.left) * of(primitive.right)
        elif kind == "Power":
            difference = of(primitive.result) - of(primitive.base).power(primitive.exponent)
        elif kind == "Absolute":
            difference = of(primitive.result) - of(primitive.operand).absolute()
        else:
            members = [of(m) for m in primitive.members]
            if any(
                (of(g) - of(primitive.result) + m).top for g, m in zip(primitive.gaps, members, strict=True)
            ):
                return False
            difference = of(primitive.result) - Ratio.greatest(members)
        if not difference.top and not strict:
            return True
        return any(self._implies(relation, difference, equal, strict) for relation in constraint.relations)

    def _implies(self, relation: Relation, difference: Ratio, equal: bool, strict: bool) -> bool:
        """Whether ``relation`` is ``difference`` compared with 0, up to a factor that keeps the comparison."""
        if (equal and relation.operator != "=") or (strict and relation.operator != "<"):
            return False
        stated = self.forms.of(relation.left) - self.forms.of(relation.right)
        if equal:  # the denominators are not 0 wherever the relation holds
            nonzero = {a for d in _denominators([relation]) for a in factors_of(self.forms.of(d))}
            return vanishes_with(difference.top, stated.top, nonzero)
        factor = difference.factor_of(stated)
        return factor is not None and factor != 0 and (relation.operator == "=" or factor > 0)

    def _closed(self, leaf: Any, box: Box) -> bool:
        if leaf.kind == "empty":
            variable = leaf.steps[-1].variable if leaf.steps else -1
            return variable < 0 if variable not in box else is_void(box[variable])
        if leaf.kind == "domain":
            return is_void(box[leaf.variable])
        if leaf.kind == "false":
            point = {v: low for v, (low, _, high, _) in box.items() if low is not None and low == high}
            return leaf.constraint in self.allowed and self.forms.is_false(
                self.network.constraints[leaf.constraint], point
            )
        if leaf.multiples:
            return self._adds_up(leaf, box)
        if leaf.kind == "gap":
            return self._leaves_a_gap(leaf, box)
        sums: dict[int, Fraction] = {}
        constant, strict = Fraction(0), False
        for fact, weight in zip(leaf.facts, leaf.weights, strict=True):
            if not self._true(fact, box, leaf.kind) or (weight <= 0 and leaf.kind == "farkas"):
                return False
            constant += Fraction(weight) * fact.constant
            strict |= fact.strict
            for coefficient, variable in fact.terms:
                sums[variable] = sums.get(variable, Fraction(0)) + Fraction(weight) * coefficient
        if leaf.kind == "farkas":
            return not any(sums.values()) and (constant < 0 or (constant == 0 and strict))
        whole = all(not c or (c.denominator == 1 and self.integer(v)) for v, c in sums.items())
        return leaf.kind == "divisible" and whole and constant.denominator != 1

    def _leaves_a_gap(self, leaf: Any, box: Box) -> bool:
        """Whether two sums of facts hold a sum of whole numbers between ends that no such sum lies between."""
        ends = []
        for sign in (1, -1):
            sums: dict[int, Fraction] = {}
            end, is_open = Fraction(0), False
            for fact, weight in zip(leaf.facts, leaf.weights, strict=True):
                if weight * sign > 0:
                    if not self._true(fact, box, "farkas"):
                        return False
                    end += abs(weight) * Fraction(fact.constant)
                    is_open |= fact.strict
                    for coefficient, variable in fact.terms:
                        sums[variable] = sums.get(variable, Fraction(0)) + abs(weight) * coefficient
            ends.append(({v: sign * c for v, c in sums.items() if c}, sign * end, is_open))
        (terms, most, most_open), (same, least, least_open) = ends
        if not terms or terms != same:
            return False
        if not all(c.denominator == 1 and self.integer(v) for v, c in terms.items()):
            return False
        step = gcd(*(c.numerator for c in terms.values()))
        first = -(-least // step) * step
        if least_open and first == least:
            first += step
        return first > most or (most_open and first == most)

    def _adds_up(self, leaf: Any, box: Box) -> bool:
        """Whether products of true facts and multiples of equations add up to a number below 0, or to one that is not whole."""
        facts = [fact for multiple in leaf.multiples for fact in multiple.factors]
        for fact in facts:
            if fact.kind == "equation":
                if not self._justified(fact.primitive):
                    return False
            elif fact.kind != "square" and not self._true(fact, box, "farkas"):
                return False
        if not all(fact.kind == "value" and self._true(fact, box, "farkas") for fact in leaf.facts):
            return False
        if leaf.kind == "divisible":
            return combine_to_no_whole_number(leaf, self.certificate.definitions, self.integer)
        return leaf.kind == "polynomial" and combine_to_less_than_nothing(leaf, self.certificate.definitions)

    def _true(self, fact: Any, box: Box, leaf_kind: str) -> bool:
        """Whether a linear fact holds everywhere in the box (as an equation in a leaf about divisibility)."""
        equation = leaf_kind == "divisible"
        for bound in fact.bounds:
            low, low_open, high, high_open = box.get(bound.variable, ALL)
            end, is_open = (low, low_open) if bound.side == 0 else (high, high_open)
            if end is None:
                return False
            slack = end - bound.value if bound.side == 0 else bound.value - end
            if slack < 0 or (slack == 0 and bound.open and not is_open):
                return False
        if fact.primitive is not None and not self._justified(fact.primitive):
            return False
        terms = {v: Fraction(c) for c, v in fact.terms}
        kind, p, signs = fact.kind, fact.primitive, [1 if b.side == 0 else -1 for b in fact.bounds]
        if kind == "row":
            own = {v: Fraction(c) for c, v in p.terms}
            return _is_multiple(terms, fact.constant, own, p.constant, p.equal, p.equal or not equation) and (
                p.strict or not fact.strict
            )
        if kind == "bound":
            (b,) = fact.bounds
            return (
                terms == {b.variable: -signs[0]}
                and fact.constant == -signs[0] * b.value
                and (b.open or not fact.strict)
            )
        if kind == "value":
            one, other = fact.bounds
            fixed = one.variable == other.variable and one.value == other.value and one.side != other.side
            return fixed and terms == {one.variable: 1} and fact.constant == one.value
        if equation:
            return False
        if kind == "product":
            one, other = fact.bounds
            if {one.variable, other.variable} != {p.left, p.right} or (
                fact.strict and not (one.open and other.open)
            ):
                return False
            sign = signs[0] * signs[1]
            expected: dict[int, Fraction] = {}
            for v, c in (
                (p.result, -sign),
                (one.variable, sign * other.value),
                (other.variable, sign * one.value),
            ):
                expected[v] = expected.get(v, Fraction(0)) + c
            return _is_multiple(terms, fact.constant, expected, sign * one.value * other.value, False, True)
        if kind == "fixed":
            low, high = fact.bounds
            fixed = low.variable
            if (
                low.variable != high.variable
                or low.value != high.value
                or low.side == high.side
                or fixed not in (p.left, p.right)
            ):
                return False
            expected = {p.result: Fraction(1)}
            other_factor = p.right if fixed == p.left else p.left
            expected[other_factor] = expected.get(other_factor, Fraction(0)) - low.value
            return _is_multiple(terms, fact.constant, expected, 0, True, True) and not fact.strict
        return not fact.strict and self._true_of_curve(fact, terms, box)

    def _true_of_curve(self, fact: Any, terms: dict[int, Fraction], box: Box) -> bool:
        """Chords and tangents of powers, branches of absolute values, equal products."""
        p = fact.primitive
        if fact.kind == "same":
            q = fact.other
            pair = {p.result: Fraction(1), q.result: Fraction(-1)}
            return (
                self._justified(q)
                and sorted((p.left, p.right)) == sorted((q.left, q.right))
                and _is_multiple(terms, fact.constant, pair, 0, True, True)
            )
        if (
            fact.kind == "signed"
        ):  # read as an equation: the sign is that of the operand's bound, checked before
            (bound,) = fact.bounds
            sign = 1 if bound.side == 0 else -1
            same = bound.variable == p.operand and bound.value == 0
            return same and _is_multiple(
                terms, fact.constant, {p.result: Fraction(1), p.operand: Fraction(-sign)}, 0, True, True
            )
        if fact.kind == "sign":
            low, _, high, _ = box.get(p.operand, ALL)
            allowed = [{p.operand: Fraction(s), p.result: Fraction(-1)} for s in (1, -1)]
            if low is not None and low >= 0:
                allowed.append({p.operand: Fraction(-1), p.result: Fraction(1)})
            if high is not None and high <= 0:
                allowed.append({p.operand: Fraction(1), p.result: Fraction(1)})
            return any(_is_multiple(terms, fact.constant, a, 0, False, True) for a in allowed)
        low, _, high, _ = box.get(p.base, ALL)
        n = p.exponent
        points = [Fraction(x) for x in fact.points]
        if n % 2 == 0 or (low is not None and low >= 0 and all(x >= 0 for x in points)):
            bend = 1
        elif high is not None and high <= 0 and all(x <= 0 for x in points):
            bend = -1
        else:
            return False
        if fact.kind == "tangent":
            (point,) = points
            slope, sign = n * point ** (n - 1), -bend
        elif fact.kind == "secant":
            point, end = sorted(points)
            if low is None or high is None or low < point or high > end or point == end:
                return False
            slope, sign = (end**n - point**n) / (end - point), bend
        else:
            return False
        line = {p.result: Fraction(sign), p.base: -sign * slope}
        return _is_multiple(terms, fact.constant, line, sign * (point**n - slope * point), False, True)


def _is_multiple(
    terms: dict[int, Fraction],
    constant: Any,
    expected: dict[int, Fraction],
    expected_constant: Any,
    either: bool,
    fits: bool,
) -> bool:
    """Whether ``terms <= constant`` is a positive multiple (a negative one too for ``either``) of the expected inequality."""
    terms = {v: c for v, c in terms.items() if c}
    expected = {v: c for v, c in expected.items() if c}
    if not fits or terms.keys() != expected.keys():
        return False
    factor = next((terms[v] / c for v, c in expected.items()), Fraction(1))
    if factor < 0 and not either:
        return False
    return constant == factor * expected_constant and all(terms[v] == factor * c for v, c in expected.items())


def _ends(domain: Interval) -> Ends:
    low_open, high_open = (
        domain.low_open and domain.low is not None,
        domain.high_open and domain.high is not None,
    )
    return intersect((domain.low, low_open, domain.high, high_open), ALL, domain.integer)


def _part(box: Box, primitive: Any) -> Box:
    return {v: box[v] for v in primitive.variables if v in box}


def _denominators(relations: Sequence[Relation]) -> Iterator[Expression]:
    stack: list[Any] = [side for relation in relations for side in (relation.left, relation.right)]
    while stack:
        part = stack.pop()
        if hasattr(part, "denominator") and hasattr(part, "numerator"):
            yield part.denominator
            stack += [part.numerator, part.denominator]
        for name in ("terms", "factors", "members"):
            stack += getattr(part, name, ())
        stack += [getattr(part, name) for name in ("base", "operand") if hasattr(part, name)]
