"""Every kind of check: what holds, what does not add up as printed, what cannot be; and the rules of the protocol."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from judgement.reading import judged

CASES = [
    (f"{path.stem}: {case['name']}", case)
    for path in sorted((Path(__file__).parent / "cases").glob("*.yaml"))
    for case in yaml.safe_load(path.read_text(encoding="utf-8"))
]


@pytest.mark.parametrize("case", [case for _, case in CASES], ids=[name for name, _ in CASES])
def test_case(case: dict[str, Any]) -> None:
    """``verdicts`` by check id, ``codes`` of the conflicts in order, ``problems`` by code, ``implied`` strict ranges as low..high."""
    judgement = judged(case["claims"])
    verdicts = {name.partition(".")[2]: verdict.verdict.value for name, verdict in judgement.verdicts.items()}
    if isinstance(case["verdicts"], str):
        assert set(verdicts.values()) == {case["verdicts"]}
    else:
        assert {name: verdicts[str(name)] for name in case["verdicts"]} == case["verdicts"]
    assert [conflict.code for conflict in judgement.conflicts] == case.get("codes", [])
    assert [problem.code for problem in judgement.problems] == case.get("problems", [])
    for name, wanted in case.get("implied", {}).items():
        strict = judgement.implied[f"t.{name}"].strict
        assert strict is not None
        assert f"{strict.low}..{strict.high}" == wanted
    for name, wanted in case.get("comparison", {}).items():
        comparison = judgement.verdicts[f"t.{name}"].conflict.comparison  # type: ignore[union-attr]
        assert comparison is not None
        stated, implied = comparison.stated, comparison.implied
        assert f"{stated.low}..{stated.high} | {implied.low}..{implied.high} | {comparison.gap}" == wanted
    ties = [name.partition(".")[2] for name, verdict in judgement.verdicts.items() if verdict.tie_only]
    assert ties == case.get("ties", [])
