"""Small networks with known answers: each decided right, and its proof checked."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml

from engine.writing import network
from factcheck.engine import Network, Solver
from factcheck.engine.verification import verify

HERE = Path(__file__).parent
SHARED = HERE.parents[2] / "shared" / "data" / "tricky-cases.json"
CASES: list[dict[str, Any]] = yaml.safe_load((HERE / "cases.yaml").read_text(encoding="utf-8"))


def assert_decided(built: Network, holds: bool) -> None:
    constraints = range(len(built.constraints))
    decision = Solver(built).decide(constraints)
    assert decision.status == ("satisfiable" if holds else "unsatisfiable")
    assert verify(built, constraints, None, decision)


@pytest.mark.parametrize("case", CASES, ids=[case["id"] for case in CASES])
def test_case(case: dict[str, Any]) -> None:
    built, _ = network({name: str(domain) for name, domain in case["facts"].items()}, case["checks"])
    assert_decided(built, case["holds"])


def shared_cases() -> list[dict[str, Any]]:
    return json.loads(SHARED.read_text(encoding="utf-8")) if SHARED.exists() else []


@pytest.mark.skipif(not SHARED.exists(), reason="../shared/data/tricky-cases.json is not here")
def test_shared_tricky_cases() -> None:
    undecided, wrong = [], []
    for case in shared_cases():
        built, _ = network({name: _domain(fact) for name, fact in case["facts"].items()}, case["checks"])
        constraints = range(len(built.constraints))
        decision = Solver(built).decide(constraints)
        if decision.status == "undecided":
            undecided.append(case["id"])
        elif (decision.status == "satisfiable") != case["satisfiable"] or not verify(
            built, constraints, None, decision
        ):
            wrong.append(case["id"])
    assert (undecided, wrong) == (["fermat3"], [])


def _domain(fact: dict[str, Any]) -> str:
    low = "-inf" if fact["low"] is None else fact["low"]
    high = "inf" if fact["high"] is None else fact["high"]
    opening, closing = "(" if fact["low_open"] else "[", ")" if fact["high_open"] else "]"
    return f"{opening}{low}, {high}{closing}{' int' if fact['integer'] else ''}"
