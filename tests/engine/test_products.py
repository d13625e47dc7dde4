"""Products of facts: the algebra under them, what their programmes refute, and that no changed certificate passes."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.writing import network, relation
from factcheck.engine import Solver
from factcheck.engine.box import HIGH, LOW, Box
from factcheck.engine.certificate import Certificate, Leaf, Multiple, leaves
from factcheck.engine.model import Decision, Network
from factcheck.engine.products.elimination import Elimination
from factcheck.engine.products.polynomials import Polynomial, cross_multiplied, degree, plus, times
from factcheck.engine.products.statements import bounds_in
from factcheck.engine.verification import verify

numbers = st.fractions(min_value=-9, max_value=9, max_denominator=6)
monomials = st.lists(st.integers(0, 4), max_size=3).map(lambda found: tuple(sorted(found)))
polynomials = st.dictionaries(monomials, numbers.filter(bool), max_size=5)
linear = st.dictionaries(
    st.lists(st.integers(0, 4), max_size=1).map(tuple), numbers.filter(bool), min_size=1, max_size=4
).filter(degree)


def at(polynomial: Polynomial, point: list[Fraction]) -> Fraction:
    total = Fraction(0)
    for monomial, coefficient in polynomial.items():
        term = Fraction(coefficient)
        for variable in monomial:
            term *= point[variable]
        total += term
    return total


@given(polynomials, polynomials, numbers, st.lists(numbers, min_size=5, max_size=5))
def test_sums_and_products_are_those_of_the_values(
    one: Polynomial, other: Polynomial, factor: Fraction, point: list[Fraction]
) -> None:
    assert at(plus(one, other, factor), point) == at(one, point) + factor * at(other, point)
    assert at(times(one, other), point) == at(one, point) * at(other, point)
    assert all(plus(one, other, factor).values())


@given(st.lists(linear, min_size=1, max_size=4), polynomials)
def test_what_elimination_takes_away_are_multiples_of_the_equations(
    equations: list[Polynomial], polynomial: Polynomial
) -> None:
    elimination = Elimination(equations)
    rest, taken = elimination.divided(polynomial)
    assert not {v for monomial in rest for v in monomial} & set(elimination.solved)
    for (index, by), weight in taken.items():
        rest = plus(rest, times(equations[index], {by: 1}), weight)
    assert rest == polynomial


@pytest.mark.parametrize(
    ("text", "zero"),
    [
        ("x * x / x = x", True),
        ("(x + y) * (x - y) = x * x - y * y", True),
        ("x / y + y / x = (x * x + y * y) / (x * y)", True),
        ("x / y = y", False),
        ("min(x, x) = x", True),
    ],
)
def test_cross_multiplying_finds_what_always_holds(text: str, zero: bool) -> None:
    polynomial = cross_multiplied(relation(text, {"x": 0, "y": 1}))
    assert polynomial is not None
    assert (not polynomial) == zero


def test_no_polynomial_where_a_choice_is_made() -> None:
    assert cross_multiplied(relation("max(x, y) = x", {"x": 0, "y": 1})) is None


@given(st.fractions(), st.fractions(min_value=0), st.booleans(), st.booleans())
def test_shortened_bounds_leave_nothing_out(
    low: Fraction, width: Fraction, low_open: bool, high_open: bool
) -> None:
    box = Box()
    box.bounds[0] = (low, low_open, low + width, high_open)
    for bound in bounds_in(box, 0):
        own, is_open = (low, low_open) if bound.side == LOW else (low + width, high_open)
        assert bound.value <= own if bound.side == LOW else bound.value >= own
        assert not bound.open or is_open or bound.value != own
    assert {bound.side for bound in bounds_in(box, 0)} == {LOW, HIGH}


REFUTED = [
    ({"x": "[8, inf) int", "y": "(1.75, inf) int", "z": "(1, inf)"}, ["z = x * (1 + y)", "x = z / y"]),
    ({"x": "(3, inf)", "y": "(-inf, inf) int"}, ["(2 * x + y) ** 3 < x ** 3", "x < y"]),
    ({"x": "(-inf, 0] int", "y": "[10, inf)"}, ["x ** 9 = x * y", "abs(x) = 3 + 2 * y"]),
]


def test_a_polynomial_equation_between_whole_numbers_is_refuted_by_divisibility() -> None:
    checks = ["(6.25 + x + y) ** 3 = x + y + 3.4"]
    built, _ = network({"x": "(19, inf) int", "y": "(-inf, inf) int"}, checks)
    decision = Solver(built).decide([0])
    assert isinstance(decision.certificate, Certificate)
    (leaf,) = (leaf for _, leaf in leaves(decision.certificate.proof))
    assert leaf.kind == "divisible"
    assert verify(built, [0], None, decision)
    reals, _ = network({"x": "(19, inf) int", "y": "(-inf, inf)"}, checks)
    assert not verify(reals, [0], None, decision)
    (multiple,) = leaf.multiples
    leaf.multiples = (multiple._replace(weight=multiple.weight * 20),)
    assert not verify(built, [0], None, decision)


def refuted(facts: dict[str, str], checks: list[str]) -> tuple[Network, Decision, list[Leaf]]:
    built, _ = network(facts, checks)
    decision = Solver(built).decide(range(len(checks)))
    assert isinstance(decision.certificate, Certificate)
    found = [leaf for _, leaf in leaves(decision.certificate.proof) if leaf.kind == "polynomial"]
    return built, decision, found


@pytest.mark.parametrize(("facts", "checks"), REFUTED)
def test_the_certificate_is_verified_and_none_that_was_changed(
    facts: dict[str, str], checks: list[str]
) -> None:
    built, decision, found = refuted(facts, checks)
    everything = range(len(checks))
    assert verify(built, everything, None, decision)
    assert found
    for leaf in found:
        original = leaf.multiples
        for index, multiple in enumerate(original):
            for changed in (
                (),
                (multiple._replace(weight=-multiple.weight),),
                (multiple._replace(weight=multiple.weight * 2),),
                (multiple._replace(by=(*multiple.by, 0)),),
                (Multiple(multiple.weight, ()),),
            ):
                leaf.multiples = (*original[:index], *changed, *original[index + 1 :])
                assert not verify(built, everything, None, decision), (index, changed)
        leaf.multiples = original
    assert verify(built, everything, None, decision)


def test_a_certificate_for_other_domains_does_not_pass() -> None:
    facts, checks = REFUTED[0]
    _, decision, _ = refuted(facts, checks)
    wider, _ = network({**facts, "x": "[0, inf) int"}, checks)
    assert not verify(wider, range(len(checks)), None, decision)
