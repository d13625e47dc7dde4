"""The engine against independent answers on random networks (a long run: ``bench/engine_oracle.py``)."""

from __future__ import annotations

import pytest

pytest.importorskip("z3", reason="the oracle needs z3-solver")

from engine.agreement import compare, conflict_problems, range_problems, state_problems

SEEDS = range(50_000, 50_240)


def test_decisions_agree_with_the_oracle_and_verify() -> None:
    outcomes = [compare(seed) for seed in SEEDS]
    assert [o.problem for o in outcomes if o.problem] == []
    assert sum(o.status == "undecided" for o in outcomes) <= 1
    assert {"satisfiable", "unsatisfiable"} <= {o.status for o in outcomes}


def test_ranges_are_sound_and_tight_where_they_say_so() -> None:
    assert [problem for seed in range(61_000, 61_040) for problem in range_problems(seed)] == []


def test_edits_give_the_same_as_deciding_anew() -> None:
    assert [problem for seed in range(62_000, 62_080) for problem in state_problems(seed)] == []


def test_conflicts_are_minimal() -> None:
    assert [problem for seed in range(63_000, 63_120) for problem in conflict_problems(seed)] == []
