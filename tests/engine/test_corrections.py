"""Ranges, conflict sizes and single-fact corrections with known answers."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from engine.writing import interval, network
from factcheck.engine import Network, Solver
from factcheck.quantities.interval import Interval, Rational

HERE = Path(__file__).parent
SHARED = HERE.parents[2] / "shared" / "data" / "tricky-corrections.yaml"

RANGES = [
    ({"part": "1692 int", "s": "[0.5175, 0.5185)", "T": "[0, inf) int"}, ["part = s * T"], "T", "[3264, 3269] int"),
    ({"n": "[395000, 405000) int", "s": "[0.1225, 0.1235)", "p": "[0, inf) int"}, ["p = s * n"], "p", "[48388, 50017] int"),
    ({"a": "[0, 100]", "b": "[0, 100]", "d": "[10, 20]"}, ["a + b = 100", "a - b = d"], "a", "[55, 60]"),
    ({"a": "(3000, inf) int", "b": "(-inf, 3010) int"}, ["a = b"], "a", "[3001, 3009] int"),
    ({"t": "5000", "a": "[1150, 1250)", "b": "2300", "rest": "[0, inf)"}, ["a + b + rest = t"], "rest", "(1450, 1550]"),
    ({"cur": "150", "g": "[0.245, 0.255)", "prev": "[0, inf) int"}, ["g = (cur - prev) / prev"], "prev", "[120, 120] int"),
    ({"a": "[0, 1)", "b": "[0, 2)", "t": "[0, inf)"}, ["a + b = t"], "t", "[0, 3)"),
    ({"a": "(0, inf)", "b": "[2, 3]", "r": "[0, inf)"}, ["a = r * b", "a <= 6"], "r", "(0, 3]"),
    ({"T": "(0, inf)", "a": "[5, 6]", "b": "[0, inf)", "s": "[0, 1]", "r": "[0, 1]"}, ["a = s * T", "b = r * T", "a + b = T", "T <= 20"], "r", "[0, 0.75]"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("facts", "checks", "name", "expected"), RANGES, ids=[r[1][0] + ": " + r[2] for r in RANGES]
)
def test_range(facts: dict[str, str], checks: list[str], name: str, expected: str) -> None:
    built, names = network(facts, checks)
    found = Solver(built).ranges(range(len(checks)), [names[name]])[names[name]]
    assert found.bounds == interval(expected)
    assert found.tight


CONFLICTS = [
    ({"a": "1200", "b": "2067", "total": "3627", "women": "1692", "share": "[0.5175, 0.5185)"}, ["a + b = total", "women = share * total"], 2),
    ({"a": "10", "b": "20", "t": "31", "c": "5", "d": "6", "u": "12"}, ["a + b = t", "c + d = u"], 2),
    ({"a": "1200", "b": "2068", "t": "3267"}, ["a + b = t"], 1),
]  # fmt: skip


@pytest.mark.parametrize(
    ("facts", "checks", "wrong"), CONFLICTS, ids=["wrong total", "two errors", "one sum"]
)
def test_every_wrong_check_is_found_one_conflict_at_a_time(
    facts: dict[str, str], checks: list[str], wrong: int
) -> None:
    """A known total joins nothing, so its two checks are refuted one by one."""
    built, _ = network(facts, checks)
    solver = Solver(built)
    left = set(range(len(checks)))
    sizes = []
    while conflict := solver.conflict(sorted(left)):
        sizes.append(len(conflict.constraints))
        left -= set(conflict.constraints)
    assert sizes == [1] * wrong


def corrections(built: Network, name: int) -> Interval | None:
    """What one fact would have to be for everything to hold, all else as printed; ``None`` where nothing helps."""
    constraints = range(len(built.constraints))
    freed = {name: Interval(0, None, integer=built.domains[name].integer)}
    solver = Solver(built)
    if solver.decide(constraints, domains=freed).status != "satisfiable":
        return None
    return solver.ranges(constraints, [name], domains=freed)[name].bounds


CORRECTIONS: list[tuple[dict[str, str], list[str], dict[str, tuple[Rational, Rational]]]] = [
    ({"a": "1200 int", "b": "2068 int", "t": "3267 int"}, ["a + b = t"], {"a": (1199, 1199), "b": (2067, 2067), "t": (3268, 3268)}),
    ({"part": "1692 int", "total": "3267 int", "share": "[0.5805, 0.5815)"}, ["part = share * total"],
     {"part": (1897, 1899), "total": (2910, 2914), "share": (interval("188/363").low or 0, interval("188/363").low or 0)}),
    ({"a": "1200 int", "b": "2067 int", "total": "3627 int", "women": "1692 int", "share": "[0.5175, 0.5185)"},
     ["a + b = total", "women = share * total"], {"total": (3267, 3267)}),
    ({"a": "10 int", "b": "20 int", "t": "31 int", "c": "5 int", "d": "6 int", "u": "12 int"}, ["a + b = t", "c + d = u"], {}),
    ({"pc": "558 int", "n": "400000 int", "amt": "[22250, 22350)"}, ["pc * n = amt"],
     {"n": (40, 40), "amt": (223200000, 223200000)}),
]  # fmt: skip


@pytest.mark.parametrize(
    ("facts", "checks", "expected"),
    CORRECTIONS,
    ids=["sum", "share", "wrong total", "two errors", "unit slip"],
)
def test_single_fact_corrections(
    facts: dict[str, str], checks: list[str], expected: dict[str, tuple[Rational, Rational]]
) -> None:
    built, names = network(facts, checks)
    found = {name: corrections(built, index) for name, index in names.items()}
    assert {name: (i.low, i.high) for name, i in found.items() if i is not None} == expected


@pytest.mark.skipif(not SHARED.exists(), reason="../shared/data/tricky-corrections.yaml is not here")
def test_all_shared_cases_are_covered() -> None:
    """The numbers above are those of the shared file: each of its ranges and sets is asked here."""
    text = SHARED.read_text(encoding="utf-8")  # prose inside makes it no YAML
    assert text.count("- {facts") == 11
    ranges = dict(re.findall(r"range: \{(\w+): \"?(.+?)\"?\}\}", text))
    asked = {name: interval(expected) for _, _, name, expected in RANGES[:6]}
    assert set(ranges) == set(asked)
    for name, value in ranges.items():
        given, mine = interval(value.replace(",", ", ")), asked[name]
        assert (given.low, given.high, given.low_open, given.high_open) == (
            mine.low,
            mine.high,
            mine.low_open,
            mine.high_open,
        )
