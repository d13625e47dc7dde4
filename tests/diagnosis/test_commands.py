"""The commands that ask: solve, what-if, coverage, suggest; each answer whole, in both languages and as JSON."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

POOR = """\
facts:
  低保人数: 3267名
  低保占比: 51.8%
  贫困人口: {unit: 人}
  贫困村: {value: 35个, unit: 村}
  非贫困村: {value: 184个, unit: 村}
  行政村: {value: 219个, unit: 村}
checks:
  - id: 占比
    share: {part: 低保人数, whole: 贫困人口, is: 低保占比}
  - id: 合计
    sum: {whole: 行政村, parts: [贫困村, 非贫困村]}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "claims").mkdir()
    (tmp_path / "claims" / "poor.yaml").write_text(POOR, encoding="utf-8")
    return tmp_path


def run(folder: Path, *arguments: str, language: str = "zh") -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONIOENCODING": "utf-8", "FACTCHECK_LANG": language, "NO_COLOR": "1"}
    return subprocess.run(
        [sys.executable, "-c", "from factcheck.cli import main; main()", *arguments],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def test_solve(folder: Path) -> None:
    answer = run(folder, "solve", "claims/poor.yaml", "贫困人口")
    assert answer.returncode == 0
    assert answer.stdout == (
        "贫困人口（原文没有印出）\n"
        "  按所印数字  6301…6313人，余地 12人\n"
        "  放宽读法  6295…6319人\n"
        "  推算  贫困人口：3267名 ÷ 51.8% → 6301…6313人\n"
        "  由此确定  低保人数 3267名、低保占比 51.8%\n"
    )


def test_solve_in_english(folder: Path) -> None:
    answer = run(folder, "solve", "claims/poor.yaml", "贫困人口", language="en")
    assert answer.stdout.splitlines()[1:4] == [
        "  as printed  6301…6313人, slack 12人",
        "  read loosely  6295…6319人",
        "  derived  贫困人口: 3267名 ÷ 51.8% → 6301…6313人",
    ]


def test_solve_without_a_name_explains_all_hidden_quantities(folder: Path) -> None:
    assert run(folder, "solve", "claims").stdout.startswith("贫困人口（原文没有印出）\n")


def test_solve_as_json(folder: Path) -> None:
    answer = json.loads(run(folder, "solve", "claims", "贫困人口", "--output-format", "json").stdout)
    (quantity,) = answer["quantities"]
    assert quantity["fact"] == "poor.贫困人口"
    assert quantity["implied"]["strict"] == {
        "low": "6301",
        "high": "6313",
        "low_open": False,
        "high_open": False,
    }
    assert quantity["derivation"][0]["check"] == "poor.占比"
    assert quantity["slack"] == "12"


def test_a_name_that_is_nearly_right(folder: Path) -> None:
    answer = run(folder, "solve", "claims", "贫困人囗")
    assert answer.returncode == 2
    assert answer.stderr == "错误：没有名为 贫困人囗 的事实；是否指 贫困人口？\n"


def test_a_file_that_is_not_there(folder: Path) -> None:
    assert run(folder, "solve", "nowhere.yaml").returncode == 2


def test_what_if(folder: Path) -> None:
    answer = run(folder, "what-if", "非贫困村=185个")
    assert answer.returncode == 1
    assert answer.stdout == (
        "如果 非贫困村 184个 → 185个\n"
        "  打破  poor.合计：成立 → 不可能\n"
        "  须随之改动（任取一行）\n"
        "    贫困村 35个 → 34个（只容许 34个）\n"
        "    行政村 219个 → 220个（只容许 220个）\n"
    )


def test_what_if_two_edits_that_agree(folder: Path) -> None:
    answer = run(
        folder, "what-if", "非贫困村=185个", "行政村=220个", "--claims", "claims/poor.yaml", language="en"
    )
    assert answer.returncode == 0
    assert answer.stdout.splitlines()[-1] == "  no verdict changes"


def test_what_if_as_json(folder: Path) -> None:
    answer = json.loads(run(folder, "what-if", "非贫困村=185个", "-f", "json").stdout)
    assert answer["breaks"] == ["poor.合计"]
    assert {each["suggested"] for each in answer["followers"]} == {"34个", "220个"}


@pytest.mark.parametrize("edit", ["非贫困村", "非贫困村=", "非贫困村=许多"])
def test_an_edit_that_cannot_be_read(folder: Path, edit: str) -> None:
    answer = run(folder, "what-if", edit)
    assert answer.returncode == 2
    assert answer.stderr.startswith("错误：")


def test_coverage(folder: Path) -> None:
    answer = run(folder, "coverage")
    assert answer.returncode == 0
    assert answer.stdout == (
        "低保人数 3267名  未防住\n"
        "低保占比 51.8%  未防住\n"
        "贫困村 35个  全部数位\n"
        "非贫困村 184个  全部数位\n"
        "行政村 219个  全部数位\n"
        "5 个数字中有 3 个受检查保护，其中 0 个只护到前几位；另有 0 个只防住一部分改动\n"
    )


def test_coverage_as_json(folder: Path) -> None:
    facts = json.loads(run(folder, "coverage", "-f", "json").stdout)["facts"]
    assert facts[2] == {
        "id": "poor.贫困村",
        "guarded": "all digits",
        "digits": [
            {"digit": "3", "edits": 8, "errors": 8, "noticed": 8},
            {"digit": "5", "edits": 9, "errors": 9, "noticed": 9},
        ],
    }


def test_suggest(folder: Path) -> None:
    (folder / "claims" / "poor.yaml").write_text(POOR.partition("checks:")[0], encoding="utf-8")
    answer = run(folder, "suggest")
    lines = answer.stdout.splitlines()
    assert lines[1] == "checks:"
    assert lines[-1] == "  - 贫困村 + 非贫困村 = 行政村"
    assert lines[0].startswith("# 1 条没有写下的关系")


def test_suggest_as_json(folder: Path) -> None:
    (folder / "claims" / "poor.yaml").write_text(POOR.partition("checks:")[0], encoding="utf-8")
    (found,) = json.loads(run(folder, "suggest", "-f", "json").stdout)["suggestions"]
    assert found["yaml"] == "- 贫困村 + 非贫困村 = 行政村"
    assert found["form"] == "sum"


def test_a_format_that_does_not_exist(folder: Path) -> None:
    answer = run(folder, "coverage", "-f", "jsn", language="en")
    assert answer.returncode == 2
    assert answer.stderr == "error: there is no format jsn; did you mean json?\n"
