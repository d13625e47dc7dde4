"""Findings that are known: written, recognised by their meaning, stale when nothing fits them any more."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from program import run_program

CLAIMS = "facts:\n  甲: 3人\n  乙: 4人\n  丙: 5人\nchecks:\n  - 甲 = 乙\n  - 乙 = 丙\n"
FILE = "factcheck-baseline.json"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "claims").mkdir()
    (tmp_path / "claims" / "a.yaml").write_text(CLAIMS, encoding="utf-8")
    (tmp_path / "claims" / "b.yaml").write_text(CLAIMS, encoding="utf-8")
    (tmp_path / "factcheck.toml").write_text(f'baseline = "{FILE}"\n')
    done = run_program("baseline", "write", "--lang", "en", folder=tmp_path)
    assert (done.returncode, done.stdout) == (0, f"{FILE}: 4 entries\n")
    return tmp_path


def edit(folder: Path, old: str, new: str, name: str = "a.yaml") -> None:
    path = folder / "claims" / name
    path.write_text(path.read_text("utf-8").replace(old, new), encoding="utf-8")


def run(folder: Path, *arguments: str) -> tuple[int, list[str], int]:
    """The exit code, where findings are, how many stale entries are told."""
    done = run_program("run", "-f", "concise", *arguments, folder=folder)
    return (
        done.returncode,
        [line.split(": ")[0] for line in done.stdout.splitlines()],
        len(done.stderr.splitlines()),
    )


def test_what_is_known_does_not_count(folder: Path) -> None:
    assert run(folder) == (0, [], 0)
    assert run(folder, "claims/a.yaml") == (0, [], 0)
    summary = json.loads(run_program("run", "-f", "json", folder=folder).stdout)["summary"]
    assert (summary["errors"], summary["ignored"], summary["exit_code"]) == (0, 4, 0)


def test_lines_may_move(folder: Path) -> None:
    edit(folder, "facts:", "# a remark\n\nfacts:")
    assert run(folder) == (0, [], 0)


def test_from_another_folder(folder: Path) -> None:
    assert run(folder / "claims") == (0, [], 0)


def test_another_number_is_another_finding(folder: Path) -> None:
    edit(folder, "甲: 3人", "甲: 2人")
    code, found, stale = run(folder)
    assert (code, found, stale) == (1, ["claims/a.yaml:2:6"], 1)


def test_each_entry_is_for_one_finding(folder: Path) -> None:
    edit(folder, "checks:\n", "checks:\n  - {id: again, that: 甲 = 乙}\n")
    assert run(folder)[0] == 1


def test_stale_entries_are_told_and_pruned(folder: Path) -> None:
    edit(folder, "甲: 3人", "甲: 4人")
    assert run(folder) == (0, [], 1)
    assert run(folder, "claims/b.yaml") == (0, [], 0), "an entry of a file that was not checked is not stale"
    assert run(folder, "--select", "FC3") == (0, [], 0), "nor is one whose code was not asked for"
    done = run_program("baseline", "prune", "--lang", "en", folder=folder)
    assert done.stdout == f"{FILE}: 1 removed, 3 kept\n"
    assert run(folder) == (0, [], 0)
    (folder / "claims" / "b.yaml").unlink()
    assert run(folder)[2] == 2, "entries of a file that is gone are stale"


def test_reasons_survive_being_written_again(folder: Path) -> None:
    document = json.loads((folder / FILE).read_text("utf-8"))
    document["findings"][0]["reason"] = "见更正"
    (folder / FILE).write_text(json.dumps(document), encoding="utf-8")
    log = json.loads(run_program("run", "-f", "sarif", folder=folder).stdout)
    suppressed = [result["suppressions"][0] for result in log["runs"][0]["results"]]
    assert {each["kind"] for each in suppressed} == {"external"}
    assert sorted({each["justification"] for each in suppressed}) == ["baseline", "见更正"]
    run_program("baseline", "write", folder=folder)
    assert "见更正" in (folder / FILE).read_text("utf-8")


def test_the_file_is_the_same_however_often_it_is_written(folder: Path) -> None:
    before = (folder / FILE).read_bytes()
    run_program("baseline", "write", "claims/b.yaml", "claims/a.yaml", folder=folder)
    assert (folder / FILE).read_bytes() == before


@pytest.mark.parametrize(
    "text",
    [None, "", "[]", "{}", '{"version": 2, "findings": []}', '{"version": 1, "findings": [1]}', "[" * 9999],
)
def test_a_baseline_that_cannot_be_read_is_exit_code_2(folder: Path, text: str | None) -> None:
    if text is None:
        (folder / FILE).unlink()
    else:
        (folder / FILE).write_text(text)
    for command in (["run"], ["baseline", "prune"]):
        done = run_program(*command, "--lang", "en", folder=folder)
        assert (done.returncode, done.stdout) == (2, "")
        assert done.stderr.startswith("error: cannot read the baseline")
