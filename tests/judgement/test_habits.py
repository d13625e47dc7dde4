"""How a file shortens its numbers, told from its own residuals."""

from __future__ import annotations

import random
from decimal import ROUND_CEILING, ROUND_DOWN, ROUND_HALF_UP, Decimal

import pytest

from factcheck.claims.model import Check, Fact
from factcheck.judgement import Judgement, judge
from judgement.building import check, project, rounded

TENTH = Decimal("0.1")


def _tables(roundings: list[str], seed: int = 1, tables: int = 40) -> tuple[list[Fact], list[Check]]:
    """Tables of true numbers to five places, printed to one; each of the roundings in turn."""
    generator = random.Random(seed)
    facts: list[Fact] = []
    checks: list[Check] = []
    for table in range(tables):
        rounding = roundings[table % len(roundings)]
        parts = [Decimal(generator.randrange(10**5, 10**7)) / 10**5 for _ in range(4)]
        names = [f"r{table}_{index}" for index in range(4)]
        for name, value in zip([*names, f"t{table}"], [*parts, sum(parts)], strict=True):
            facts.append(rounded(name, str(Decimal(value).quantize(TENTH, rounding))))
        checks.append(check("sum", f"c{table}", whole=f"t{table}", parts=list(names)))
    return facts, checks


def _judged(roundings: list[str], seed: int = 1, **article: object) -> Judgement:
    return judge(project(*_tables(roundings, seed), **article))


def test_truncation_is_told_and_judged_under() -> None:
    judgement = _judged([ROUND_DOWN])
    assert [(c.code, c.kind, c.applied) for c in judgement.conventions] == [("FC502", "truncate", True)]
    assert {verdict.verdict.value for verdict in judgement.verdicts.values()} == {"holds"}


def test_always_up() -> None:
    judgement = _judged([ROUND_CEILING])
    assert [(c.code, c.kind) for c in judgement.conventions] == [("FC504", "up")]
    assert {verdict.verdict.value for verdict in judgement.verdicts.values()} == {"holds"}


@pytest.mark.parametrize("seed", range(12))
def test_rounding_to_nearest_is_nothing_to_say(seed: int) -> None:
    judgement = _judged([ROUND_HALF_UP], seed)
    assert judgement.conventions == []
    assert {verdict.verdict.value for verdict in judgement.verdicts.values()} == {"holds"}


def test_mixed_conventions() -> None:
    judgement = _judged([ROUND_DOWN, ROUND_CEILING])
    assert [(c.code, c.kind, c.applied) for c in judgement.conventions] == [("FC503", "mixed", False)]


def test_what_the_file_says_itself_is_left_alone() -> None:
    judgement = _judged([ROUND_DOWN], rounding="nearest")
    assert [(c.code, c.applied) for c in judgement.conventions] == [("FC502", False)]
    assert "doubtful" in {verdict.verdict.value for verdict in judgement.verdicts.values()}
    assert _judged([ROUND_DOWN], rounding="either").conventions == []
