"""Several processes find what one finds."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.check.run import check
from factcheck.check.settings import Profile, Settings
from factcheck.reports.formats import render
from factcheck.reports.interface import RenderOptions


def claims(number: int) -> str:
    facts = "".join(
        f"  甲{n}: {n}.5万吨\n  乙{n}: {n + number % 3}.5万吨\n  计{n}: {2 * n + 1}.0万吨\n"
        for n in range(10)
    )
    checks = "".join(f"  - sum: {{whole: 计{n}, parts: [甲{n}, 乙{n}]}}\n" for n in range(10))
    return f"facts:\n{facts}checks:\n{checks}"


@pytest.mark.parametrize("processes", [2, 3])
def test_same_report(processes: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for number in range(6):
        Path(f"{number}.yaml").write_text(claims(number), encoding="utf-8")
    reports = [
        render("json", check([Path()], Settings(profile=Profile.STRICT, processes=each)), RenderOptions())
        for each in (1, processes)
    ]
    assert reports[0] == reports[1]
    assert '"errors": 0' not in reports[0]
