"""What a conflict needs, told by turning a check round, is what deciding tells."""

from __future__ import annotations

from unittest.mock import patch

from engine.networks import network_from
from factcheck.engine import Solver, needed
from factcheck.engine import conflicts as engine_conflicts


def test_turning_a_check_round_tells_what_deciding_tells() -> None:
    conflicts = 0
    for seed in range(64_000, 64_150):
        network = network_from(seed)
        constraints = range(len(network.constraints))
        short = Solver(network).conflict(constraints)
        with patch.object(needed, "_made_up_for", lambda *_: False):
            long = Solver(network).conflict(constraints)
        assert (short and short.variables) == (long and long.variables), seed
        conflicts += short is not None
    assert conflicts > 20


def test_what_a_changed_witness_shows_is_what_deciding_shows() -> None:
    conflicts = 0
    for seed in range(65_000, 65_450):
        network = network_from(seed)
        constraints = range(len(network.constraints))
        short = Solver(network).conflict(constraints)
        with patch.object(engine_conflicts, "rotated", lambda *_: None):
            long = Solver(network).conflict(constraints)
        assert short == long, seed
        conflicts += short is not None and len(short.constraints) > 1
    assert conflicts > 5
