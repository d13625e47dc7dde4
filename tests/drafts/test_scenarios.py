"""The edit scenarios on drafts in our own words: what is there is found, and nothing is verified that is not true."""

from __future__ import annotations

import pytest

from drafts.edits import SCENARIOS
from drafts.outcomes import DRAFTS, ELSEWHERE, FLAGGED, RIGHT, SILENT, Bench

ROUNDS = 3
ALL_RIGHT = (
    "nothing changed",
    "one number changed",
    "all numbers changed",
    "paragraphs shuffled",
    "15 → 十五",
)
MOSTLY_RIGHT = {
    "40 insertions": 99,
    "rewording": 85,
    "30 % numbers, rewording, punctuation": 85,
    "the claim's clause deleted": 97,
    "clause deleted, all else edited": 75,
    "everything at once": 80,
}
"""The least share (in %) that is judged right; the rest is flagged."""


@pytest.fixture(scope="module", params=DRAFTS)
def bench(request: pytest.FixtureRequest) -> Bench:
    return Bench.named(request.param)


@pytest.mark.parametrize("with_earlier", [False, True], ids=["quotes only", "with the earlier text"])
@pytest.mark.parametrize("scenario", SCENARIOS)
def test_nothing_false_is_verified(bench: Bench, scenario: str, with_earlier: bool) -> None:
    total = bench.scenario(scenario, ROUNDS, with_earlier)
    asked = total[RIGHT] + total[ELSEWHERE] + total[FLAGGED]
    assert total[SILENT] == 0
    if scenario in ALL_RIGHT:
        assert total[RIGHT] == asked
    else:
        assert total[RIGHT] * 100 >= asked * MOSTLY_RIGHT[scenario]
