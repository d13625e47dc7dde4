"""One solver answers for both readings where no number that counts is read in two ways: with the same answers as each its own."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diagnosis.reading import judged
from factcheck.diagnosis.board import Board
from factcheck.diagnosis.model import ReadingName
from factcheck.diagnosis.network import MOST_KEPT, TwoReadings
from factcheck.judgement import lower
from factcheck.quantities import Interval

READINGS: tuple[ReadingName, ReadingName] = ("strict", "loose")
CLAIMS = """facts:
  a: 1213名
  b: 2054名
  c: {total}名
  d: {round}名
  s: {share}%
  f: 4107名
checks:
  - a + b = c
  - c <= d
  - share: {{part: a, whole: c, is: s}}
  - f <= d
"""


def board_of(total: int, near: int, share: str) -> Board:
    project, judgement = judged(CLAIMS.format(total=total, round=near, share=share))
    return Board(project, judgement, lower(project))


class Apart(TwoReadings):
    """Each reading asked of its own solver, nothing remembered."""

    def _solver(self, reading, constraints, changed):  # type: ignore[no-untyped-def]
        self._left.clear()
        return self.solvers[reading]


@given(
    st.sampled_from([3267, 3627, 3200, 4200]),
    st.sampled_from([4200, 3300, 4107, 5001]),
    st.sampled_from(["37.1", "33.4", "71.3"]),
    st.sets(st.integers(0, 3), min_size=1),
    st.integers(0, 5),
)
def test_the_answers_are_those_of_each_reading_alone(
    total: int, near: int, share: str, active: set[int], changed: int
) -> None:
    board = board_of(total, near, share)
    together, apart = board.network, Apart(board.lowered.network, board.lowered.strict)
    other = {changed: Interval(3000, 3300, integer=True)}
    for reading in (*READINGS, *READINGS):
        for variable in range(6):
            for domains in ({}, other) if variable != changed else ({},):
                question = reading, variable, domains, sorted(active)[:1], frozenset(active)
                assert together.left(*question) == apart.left(*question)
            constraints = frozenset(active)
            here = together.outer(reading, variable, constraints, hidden=False)
            assert here == apart.outer(reading, variable, constraints, hidden=False)
        assert together.possible(reading, other, [], frozenset(active)) == apart.possible(
            reading, other, [], frozenset(active)
        )


def test_counts_share_a_solver_and_rounded_numbers_do_not() -> None:
    board = board_of(3267, 4108, "37.1")
    solver_of, network = board.network._solver, board.network
    check_of = {name: constraint for constraint, name in enumerate(board.lowered.check_of)}
    assert len(check_of) == 4
    assert solver_of("strict", [0], {}) is network.solvers["loose"]
    assert solver_of("strict", [2], {}) is network.solvers["strict"]
    share = board.lowered.variable_of["a.s"]
    assert solver_of("strict", [2], {share: Interval(0, 1)}) is network.solvers["loose"]


@pytest.mark.parametrize("reading", READINGS)
def test_answers_are_not_kept_for_ever(reading: ReadingName) -> None:
    board = board_of(3267, 4108, "37.1")
    variables = board.lowered.variable_of
    for value in range(MOST_KEPT + 6):
        other = {variables["a.b"]: Interval(value, value, integer=True)}
        found = board.network.left(reading, variables["a.a"], other, [0], frozenset([0]))
        assert found is not None
        assert found.bounds.low == 3267 - value
        assert len(board.network._left) <= MOST_KEPT
