"""Possible, not plausible: many roundings that would all have to lean the same way."""

from __future__ import annotations

from fractions import Fraction

from factcheck.judgement import judge
from judgement.building import PERCENT, check, hidden, project, rounded


def _table(off: str, rows: int = 41) -> object:
    cells = [rounded(f"r{index}", f"{index + 1}.{index % 10}") for index in range(rows)]
    total = sum(cell.quantity.value for cell in cells if cell.quantity) + Fraction(off)
    whole = rounded("total", f"{float(total):.1f}")
    return judge(project([*cells, whole], [check("sum", whole="total", parts=[cell.name for cell in cells])]))


def test_a_total_of_41_rows_off_by_2_is_not_plausible() -> None:
    verdict = _table("2.0").verdicts["t.sum"]  # type: ignore[attr-defined]
    assert verdict.verdict.value == "implausible"
    assert verdict.implausible.residual == 2
    assert verdict.implausible.sigmas == "10.6"


def test_off_by_three_tenths_is_ordinary() -> None:
    verdict = _table("0.3").verdicts["t.sum"]  # type: ignore[attr-defined]
    assert verdict.verdict.value == "holds"
    assert verdict.slack == Fraction(18, 10)


def test_off_by_more_than_all_roundings_does_not_add_up() -> None:
    assert _table("2.2").verdicts["t.sum"].verdict.value == "doubtful"  # type: ignore[attr-defined]


def test_through_a_hidden_total() -> None:
    """Two tables of one hidden total: neither row says anything alone."""
    left = [rounded(f"a{index}", "1.0") for index in range(20)]
    right = [rounded(f"b{index}", "1.1") for index in range(20)]
    facts = [*left, *right, hidden("total")]
    checks = [
        check("sum", "one", whole="total", parts=[fact.name for fact in left]),
        check("sum", "two", whole="total", parts=[fact.name for fact in right]),
    ]
    verdicts = judge(project(facts, checks)).verdicts
    assert [verdict.verdict.value for verdict in verdicts.values()] == ["holds", "implausible"]


def test_shares_of_many_parts() -> None:
    shares = [rounded(f"s{index}", "4.1", PERCENT) for index in range(24)]  # 98.4 %, at most 99.6
    assert judge(project(shares, [check("shares", of=[f.name for f in shares])])).verdicts[
        "t.shares"
    ].verdict.value in ("impossible", "doubtful")
    shares = [rounded(f"s{index}", "4.2", PERCENT) for index in range(23)] + [rounded("s23", "2.3", PERCENT)]
    verdict = judge(project(shares, [check("shares", of=[f.name for f in shares])])).verdicts["t.shares"]
    assert verdict.verdict.value == "implausible"
