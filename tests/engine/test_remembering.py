"""What was found once answers the next question, where it fits it."""

from __future__ import annotations

from unittest.mock import patch

import pytest

from engine.networks import network_from
from factcheck.engine import Network, Relation, Solver, Sum, solver
from factcheck.quantities.interval import Interval


def test_a_witness_inside_narrower_domains_is_the_answer() -> None:
    network = Network()
    a, b, c = (network.variable(Interval(low, low + 10)) for low in (0, 0, 5))
    check = network.require(Relation(Sum((a, b)), "=", c))
    asked = Solver(network)
    first = asked.decide([check])
    assert first.witness is not None
    narrow = {
        index: Interval(value, value)
        for index, value in first.witness.items()
        if not isinstance(value, Interval)
    }
    with patch.object(solver, "solve", side_effect=AssertionError("searched again")):
        assert asked.decide([check], domains=narrow).witness == first.witness
        with pytest.raises(AssertionError, match="searched again"):
            asked.decide([check], domains={a.index: Interval(narrow[a.index].high, None, low_open=True)})


def test_remembering_changes_no_answer() -> None:
    for seed in range(66_000, 66_100):
        network = network_from(seed)
        constraints = range(len(network.constraints))
        parts = [list(constraints), *([c for c in constraints if c != left_out] for left_out in constraints)]
        asked = Solver(network)
        remembered = [asked.decide(part).status for part in parts]
        assert remembered == [Solver(network).decide(part).status for part in parts], seed
