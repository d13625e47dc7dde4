"""Z3 on what the engine leaves undecided: confirmed solutions, refutations marked as without proof, limits kept."""

from __future__ import annotations

from fractions import Fraction

import pytest

from engine.networks import network_from
from factcheck.engine import Constant, Limits, Network, Power, Product, Relation, Solver, Sum, Variable
from factcheck.engine.verification import verify
from factcheck.quantities.interval import Interval

pytest.importorskip("z3")

from factcheck.engine import outside

HARDLY = Limits(revisions=1, fixings=0, nodes=0)
"""So little work that the engine gives up on anything that is not plain."""


def squares_below_twice_the_product() -> Network:
    """a² + b² < 2ab, which is (a − b)² < 0; and a + b = 10, which is innocent."""
    network = Network()
    a, b = (network.variable(Interval(0, None)) for _ in range(2))
    network.require(
        Relation(Sum((Product((a, a)), Product((b, b)))), "<", Product((Constant(2), a, b))), name="squares"
    )
    network.require(Relation(Sum((a, b)), "=", Constant(10)), name="sum")
    return network


def cubes() -> Network:
    """x³ + y³ = z³ in positive whole numbers."""
    network = Network()
    x, y, z = (network.variable(Interval(1, None, integer=True)) for _ in range(3))
    network.require(Relation(Sum((Power(x, 3), Power(y, 3))), "=", Power(z, 3)))
    return network


def test_what_nobody_asks_for_stays_undecided() -> None:
    network = squares_below_twice_the_product()
    assert Solver(network).decide_by_all_means([0], limits=HARDLY).status == "undecided"
    assert Solver(network, outside=True).decide([0], limits=HARDLY).status == "undecided"


def test_a_refutation_is_marked_and_brings_no_proof() -> None:
    network = squares_below_twice_the_product()
    decision = Solver(network, outside=True).decide_by_all_means([0], limits=HARDLY)
    assert (decision.status, decision.by, decision.certificate) == ("unsatisfiable", "z3", None)
    assert not verify(network, [0], None, decision)


def test_a_conflict_without_proof_is_still_minimal() -> None:
    network = squares_below_twice_the_product()
    conflict = Solver(network, outside=True).conflict([0, 1], limits=HARDLY)
    assert conflict is not None
    assert (conflict.constraints, conflict.variables, conflict.by) == ((0,), (0, 1), "z3")
    assert conflict.minimal
    assert not conflict.derivation


@pytest.mark.parametrize("seed", [700465, 1034520, 2013716])
def test_solutions_are_true_ones(seed: int) -> None:
    network = network_from(seed)
    constraints = range(len(network.constraints))
    decision = outside.decide_outside(Solver(network), constraints, None)
    assert decision is not None
    assert (decision.status, decision.by) == ("satisfiable", "z3")
    assert verify(network, constraints, None, decision)


def test_irrational_solutions_are_enclosed_by_the_engine() -> None:
    network = Network()
    a, b = (network.variable(Interval(0, 10)) for _ in range(2))
    network.require(Relation(Product((a, a)), "=", Constant(2)))
    network.require(Relation(Product((b, b, b)), "=", Sum((a, Constant(5)))))
    decision = outside.decide_outside(Solver(network), [0, 1], None)
    assert decision is not None
    assert decision.witness is not None
    assert all(isinstance(value, Interval) for value in decision.witness.values())
    assert verify(network, [0, 1], None, decision)


@pytest.mark.parametrize("wrong", [Fraction(3), Fraction(-2), Fraction(5, 2)])
def test_solutions_that_are_none_count_for_nothing(monkeypatch: pytest.MonkeyPatch, wrong: Fraction) -> None:
    network = Network()
    whole = network.variable(Interval(0, None, integer=True))
    network.require(Relation(Product((whole, whole)), "=", Constant(4)))
    monkeypatch.setattr(outside._Question, "solution", lambda *_: {whole.index: wrong})
    assert outside.decide_outside(Solver(network), [0], None) is None


def test_domains_given_are_those_asked_about() -> None:
    network = Network()
    a = network.variable(Interval(0, None))
    network.require(Relation(Product((a, a)), "=", Constant(4)))
    narrow = {a.index: Interval(3, None)}
    decisions = [outside.decide_outside(Solver(network), [0], domains) for domains in (None, narrow)]
    assert [decision and decision.status for decision in decisions] == ["satisfiable", "unsatisfiable"]


def test_a_denominator_of_zero_is_no_solution() -> None:
    from factcheck.engine import Quotient

    network = Network()
    a = network.variable(Interval(0, 0))
    network.require(Relation(Quotient(Constant(1), a), "=", Variable(network.variable(Interval()).index)))
    decision = outside.decide_outside(Solver(network), [0], None)
    assert decision is not None
    assert decision.status == "unsatisfiable"


def test_the_work_is_limited() -> None:
    assert outside.decide_outside(Solver(cubes()), [0], None, work=20_000) is None
