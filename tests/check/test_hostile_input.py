"""Input that wants to break the program: each is a finding, none a traceback."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.check.run import check
from program import run_program

OK = "facts:\n  村: {value: 35个, alone: true}\n"
NESTED = "facts: {甲: 3人, 乙: 3人}\nchecks:\n  - that: " + "(" * 1000 + "甲" + ")" * 1000 + " = 乙\n"
SUMS = "facts: {甲: 3人, 乙: 3000人}\nchecks:\n  - that: " + " + ".join(["甲"] * 1000) + " = 乙\n"
ALIASES = "facts:\n  甲: &a [x, x]\n" + "".join(f"  乙{n}: &b{n} [*a, *a, *a]\n" for n in range(20))

CASES = {
    "nested": (NESTED, set()),
    "long sum": (SUMS, set()),
    "byte order mark": ("\ufeff" + OK, set()),
    "windows lines": (OK.replace("\n", "\r\n"), set()),
    "aliases": (ALIASES, {"FC011"}),
    "empty": ("", {"FC013"}),
    "only a scalar": ("35个\n", {"FC009"}),
    "null": ("\x00\n", {"FC026"}),
}


@pytest.mark.parametrize("name", CASES)
def test_text(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    text, expected = CASES[name]
    Path("claims.yaml").write_bytes(text.encode())
    found = {finding.code for finding in check([Path("claims.yaml")]).findings}
    assert expected <= found
    assert "FC901" not in found
    if not expected:
        assert not found


def test_five_megabytes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    note = "一" * 1000
    facts = "".join(f"  村{n}: {{value: {n}个, alone: true, note: {note}}}\n" for n in range(1700))
    Path("large.yaml").write_text(f"facts:\n{facts}", encoding="utf-8")
    assert Path("large.yaml").stat().st_size > 5_000_000
    report = check([Path("large.yaml")])
    assert not report.findings
    assert report.summary.facts == 1700


def test_ten_thousand_facts_in_one_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    facts = "".join(f"  甲{n}: {n}人\n  乙{n}: {n}人\n" for n in range(5000))
    checks = "".join(f"  - 甲{n} = 乙{n}\n" for n in range(5000))
    Path("many.yaml").write_text(f"facts:\n{facts}checks:\n{checks}", encoding="utf-8")
    report = check([Path("many.yaml")])
    assert not report.findings
    assert (report.summary.facts, report.summary.checks) == (10_000, 5_000)


@pytest.mark.parametrize("name", ["terminal", "concise", "markdown", "github"])
def test_escape_sequences_never_reach_the_screen(name: str, tmp_path: Path) -> None:
    quote = "\\e]0;owned\\a\\e[31m35个村"
    text = f'facts:\n  "村\\e[5m": {{value: 36个, quote: "{quote}", alone: true}}\n'
    (tmp_path / "claims.yaml").write_text(text, encoding="utf-8")
    done = run_program("run", "claims.yaml", "--output-format", name, folder=tmp_path)
    assert done.returncode == 1
    assert "\x1b" not in done.stdout
    assert "\x07" not in done.stdout
