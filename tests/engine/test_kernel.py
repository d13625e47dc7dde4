"""Parts of the kernel on their own: exact numbers, bounds, products, the simplex, and what must not leak between questions."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.writing import network
from factcheck.engine import Limits, Solver, State
from factcheck.engine.arithmetic import (
    normal,
    root_down,
    root_up,
    shortened_down,
    shortened_up,
    simplest_between,
)
from factcheck.engine.box import Box, Contradiction, bounds_of, is_empty
from factcheck.engine.interval_products import multiply, solve_factor
from factcheck.engine.simplex import Tableau
from factcheck.engine.verification import verify
from factcheck.engine.verification.intervals import times
from factcheck.quantities.interval import Interval

fractions = st.fractions(min_value=-50, max_value=50, max_denominator=30)


@given(fractions, fractions)
def test_exact_numbers_are_fractions(a: Fraction, b: Fraction) -> None:
    x, y = normal(a), normal(b)
    for mine, theirs in (
        (x + y, a + b),
        (x - y, a - b),
        (x * y, a * b),
        (-x, -a),
        (abs(x), abs(a)),
        (x**3, a**3),
    ):
        assert mine == theirs
        assert hash(mine) == hash(theirs)
        assert type(mine) is int or mine.denominator > 1
    if b:
        assert x / y == a / b if isinstance(x, Fraction) or isinstance(y, Fraction) else True
    assert (x < y, x <= y, x == y, x > y, x >= y) == (a < b, a <= b, a == b, a > b, a >= b)
    assert (a + y, a - y, a * y) == (a + b, a - b, a * b)


@given(st.fractions(min_value=0, max_value=10**9), st.integers(2, 5))
def test_roots_enclose(value: Fraction, degree: int) -> None:
    assert root_down(value, degree) ** degree <= value <= root_up(value, degree) ** degree
    assert root_down(value**degree, degree) == value == root_up(value**degree, degree)


@given(st.fractions(), st.fractions())
def test_simplest_number_lies_between(a: Fraction, b: Fraction) -> None:
    low, high = min(a, b), max(a, b)
    if low < high:
        found = simplest_between(low, high)
        assert low <= found <= high
        assert Fraction(found).denominator <= min(low.denominator, high.denominator)


@given(st.integers(-(2**1000), 2**1000), st.integers(1, 2**1000))
def test_shortened_numbers_lie_outward(top: int, bottom: int) -> None:
    value = Fraction(top, bottom)
    below, above = shortened_down(value), shortened_up(value)
    assert below is None or below <= value
    assert above is None or above >= value


ends = st.one_of(st.none(), st.integers(-4, 4))
intervals = st.builds(
    lambda a, b, c, d: bounds_of(Interval(a, b, c, d)), ends, ends, st.booleans(), st.booleans()
)


@given(intervals, intervals)
def test_products_agree_with_the_verifiers_own(a, b) -> None:  # type: ignore[no-untyped-def]
    if not is_empty(a) and not is_empty(b):
        assert multiply(a, b) == times(a, b)


@given(intervals, intervals, st.integers(-8, 8), st.integers(-8, 8))
def test_factors_are_enclosed(product, factor, x, y) -> None:  # type: ignore[no-untyped-def]
    """Any x with x · y in the product and y in the factor lies in what is solved for."""

    def inside(value, bounds):  # type: ignore[no-untyped-def]
        return Interval(bounds[0], bounds[2], bounds[1], bounds[3]).contains(value)

    x, y = Fraction(x, 2), Fraction(y, 2)
    if not is_empty(product) and not is_empty(factor) and inside(y, factor) and inside(x * y, product):
        assert inside(x, solve_factor(product, factor))


def test_an_open_end_at_a_whole_number_steps_inward() -> None:
    assert bounds_of(Interval(2, 7, True, True, integer=True)) == (3, False, 6, False)
    box = Box()
    box.bounds[0] = (0, False, 10, False)
    box.integers.add(0)
    box.lower_high(0, 7, True, None)
    assert box.bounds[0] == (0, False, 6, False)


def test_undoing_restores_what_a_contradiction_half_changed() -> None:
    box = Box()
    box.bounds[0] = before = (0, False, 10, False)
    box.lower_high(0, 5, False, None)
    with pytest.raises(Contradiction):
        box.raise_low(0, 6, False, None)
    box.undo(0)
    assert box.bounds[0] == before


def test_a_conflict_leaves_nothing_behind() -> None:
    """The same solver answers the same after a refutation that narrowed shared facts."""
    built, names = network(
        {"a": "[0, 10]", "b": "[0, 10]", "c": "[0, 10]"}, ["a + b = 30", "a + c = 12", "c <= 5"]
    )
    solver = Solver(built)
    alone = solver.ranges([1, 2], list(names.values()))
    assert solver.conflict([0, 1, 2]) is not None
    assert solver.ranges([1, 2], list(names.values())) == alone
    assert solver.decide([1, 2]).status == "satisfiable"


def test_a_conflict_gives_its_steps_and_the_facts_it_needs() -> None:
    built, names = network(
        {"a": "10", "b": "[19.5, 20.5)", "t": "[40, 50]", "other": "[0, 5]"}, ["a + b = t", "other <= t"]
    )
    conflict = Solver(built).conflict([0, 1])
    assert conflict is not None
    assert conflict.constraints == (0,)
    assert set(conflict.variables) == {names["a"], names["b"], names["t"]}
    assert conflict.minimal
    assert [(step.constraint, step.variable) for step in conflict.derivation][-1][0] == 0


def test_one_empty_fact_is_a_conflict_of_no_checks() -> None:
    built, names = network({"a": "[0.145, 0.147] int"}, ["a >= 0"])
    conflict = Solver(built).conflict([0])
    assert conflict is not None
    assert (conflict.constraints, conflict.variables) == ((), (names["a"],))


def test_limits_end_in_undecided_never_in_a_verdict() -> None:
    built, _ = network(
        {"x": "[1, inf) int", "y": "[1, inf) int", "z": "[1, inf) int"}, ["x * x * x + y * y * y = z * z * z"]
    )
    decision = Solver(built).decide([0], limits=Limits(nodes=5, fixings=5))
    assert decision.status == "undecided"
    assert decision.reason == "nodes"


def test_known_facts_join_nothing() -> None:
    built, _ = network(
        {"a": "5", "b": "[0, 1]", "c": "[0, 1]", "d": "[0, 1]"}, ["a >= b", "a >= c", "c <= d"]
    )
    assert Solver(built).components([0, 1, 2]) == [(0,), (1, 2)]


def test_a_chain_of_a_thousand_operations_needs_no_recursion() -> None:
    sum_of_many = " + ".join(["a"] * 400)
    built, _ = network({"a": "[0, 1]", "t": "[0, inf)"}, [f"{sum_of_many} = t", "t >= 400"])
    decision = Solver(built).decide([0, 1])
    assert decision.witness is not None
    assert decision.witness[0] == 1
    assert verify(built, [0, 1], None, decision)


def test_overridden_domains_are_the_question() -> None:
    built, names = network({"a": "[0, 10]", "b": "[0, 10]"}, ["a + b = 20"])
    solver = Solver(built)
    assert solver.decide([0]).status == "satisfiable"
    strict = {names["a"]: Interval(0, 10, high_open=True)}
    assert solver.decide([0], domains=strict).status == "unsatisfiable"
    assert solver.decide([0]).status == "satisfiable"


def test_a_wrong_witness_or_proof_does_not_verify() -> None:
    built, _ = network({"a": "[0, 1]", "b": "[0, 1]", "t": "[3, 4]"}, ["a + b = t"])
    solver = Solver(built)
    refuted = solver.decide([0])
    assert verify(built, [0], None, refuted)
    assert not verify(built, [0], {2: Interval(0, 4)}, refuted)
    fits = solver.decide([0], domains={2: Interval(0, 4)})
    assert verify(built, [0], {2: Interval(0, 4)}, fits)
    assert not verify(built, [0], None, fits)


def test_the_simplex_finds_an_end_that_is_not_reached() -> None:
    tableau = Tableau(100)
    x = tableau.add_column((0, 0), None)
    y = tableau.add_column((0, 1), None)
    tableau.add_row({x: 1, y: 1}, None, (1, 0))
    assert tableau.check() is None
    assert tableau.extreme(x, True)[0] == (1, -1)


def test_state_keeps_untouched_components() -> None:
    built, names = network({"a": "[0, 1]", "b": "[0, 1]", "c": "[0, 1]", "d": "[0, 1]"}, ["a <= b", "c <= d"])
    state = State(Solver(built))
    untouched = state.decision(1)
    state.change_domain(names["a"], Interval(2, 3))
    assert state.decision(0).status == "unsatisfiable"
    assert state.decision(1) is untouched
    state.deactivate(0)
    state.activate(0)
    state.change_domain(names["a"], Interval(0, 1))
    assert state.decision(0).status == "satisfiable"
