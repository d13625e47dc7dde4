"""An error inside stays with the file it happened in."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from factcheck.check import examination, reading
from factcheck.check.run import check
from factcheck.check.settings import Settings
from factcheck.claims.model import Project
from factcheck.claims.naming import Names
from factcheck.claims.project import Contents
from factcheck.findings import Finding
from factcheck.judgement.model import Judgement

EITHER = pytest.mark.parametrize("settings", [Settings(), Settings(processes=2, whole=False)])
FAILS = "facts: {甲: 3人, 乙: 4人}\nchecks:\n  - 甲 = 乙\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("FACTCHECK_DEBUG", raising=False)
    for name in ("one", "two", "three"):
        (tmp_path / f"{name}.yaml").write_text(FAILS, encoding="utf-8")
    (tmp_path / "user.yaml").write_text(f"uses: {{two: two.yaml}}\n{FAILS}", encoding="utf-8")
    return tmp_path


def by_file(findings: tuple[Finding, ...]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for finding in findings:
        found.setdefault(finding.primary.source.path, set()).add(finding.code)
    return found


@EITHER
def test_in_the_judgement(folder: Path, settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    real = examination.judged

    def fragile(project: Project, *rest: object) -> Judgement:
        if any(file.stem == "two" for file in project.files):
            raise ZeroDivisionError("two")
        return real(project, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(examination, "judged", fragile)
    found = by_file(check([Path()], settings).findings)
    assert found == {
        "one.yaml": {"FC209"},
        "three.yaml": {"FC209"},
        "two.yaml": {"FC901"},
        "user.yaml": {"FC901"},  # judged together with the file it uses
    }


@EITHER
def test_in_reading(folder: Path, settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    real = reading.read_named

    def fragile(names: Names, asked: Sequence[str], contents: Contents) -> Project:
        if any(names.stems[each] == "one" for each in asked):
            raise KeyError("one")
        return real(names, asked, contents)

    monkeypatch.setattr(reading, "read_named", fragile)
    report = check([Path()], settings)
    found = by_file(report.findings)
    assert found["one.yaml"] == {"FC901"}
    assert found["two.yaml"] == found["three.yaml"] == {"FC209"}
    assert report.summary.files == 4
    assert report.summary.exit_code == 1


def test_debugging_shows_the_error_itself(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> Judgement:
        raise ZeroDivisionError

    monkeypatch.setattr(examination, "judged", broken)
    monkeypatch.setenv("FACTCHECK_DEBUG", "1")
    with pytest.raises(ZeroDivisionError):
        check([Path()])
