"""Claims from standard input, shell completion, and the same exit codes in every format."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from program import run_program, surroundings

CONTRADICTION = "facts:\n  甲: 3人\n  乙: 4人\nchecks:\n  - 甲 = 乙\n"
FORMATS = ["terminal", "concise", "json", "sarif", "github", "gitlab", "junit", "rdjson", "markdown"]


def given(text: str, folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "factcheck", "run", "-f", "concise", *arguments],
        cwd=folder,
        env=surroundings(),
        input=text,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def test_standard_input_stands_for_a_file(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(CONTRADICTION.replace("3人", "4人"), encoding="utf-8")
    done = given(CONTRADICTION, tmp_path, "-", "--stdin-filename", "a.yaml")
    assert done.returncode == 1
    assert done.stdout.startswith("a.yaml:2:6: error FC209")
    assert given(CONTRADICTION, tmp_path, "-", "--stdin-filename", "new/b.yaml").stdout.startswith(
        "new/b.yaml:2:6"
    )
    assert given(CONTRADICTION, tmp_path, "-").stdout.startswith("stdin.yaml:2:6")
    assert not (tmp_path / ".factcheck_cache").exists()


def test_other_files_see_what_standard_input_holds(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("facts: {甲: 4人}\n", encoding="utf-8")
    (tmp_path / "b.yaml").write_text(
        "uses: {a: a.yaml}\nfacts: {乙: 4人}\nchecks:\n  - 乙 = a.甲\n", encoding="utf-8"
    )
    done = given("facts: {甲: 3人}\n", tmp_path, "-", "b.yaml", "--stdin-filename", "a.yaml")
    assert "FC209" in done.stdout


def test_settings_are_looked_for_beside_the_file_it_stands_for(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "factcheck.toml").write_text('ignore = ["FC2"]\n')
    assert given(CONTRADICTION, tmp_path, "-", "--stdin-filename", "sub/a.yaml").returncode == 0


def test_a_name_without_standard_input(tmp_path: Path) -> None:
    assert given("", tmp_path, "--stdin-filename", "a.yaml").returncode == 2


@pytest.mark.parametrize("name", FORMATS)
def test_the_same_exit_codes_and_bytes(tmp_path: Path, name: str) -> None:
    good, bad = tmp_path / "good", tmp_path / "bad"
    for folder, text in ((good, CONTRADICTION.replace("3人", "4人")), (bad, CONTRADICTION)):
        folder.mkdir()
        (folder / "a.yaml").write_text(text, encoding="utf-8")
    (tmp_path / "none").mkdir()
    for arguments, code in (
        (["good"], 0),
        (["bad"], 1),
        (["missing.yaml"], 2),
        (["none"], 3),
        (["bad", "--fail-on", "never"], 0),
    ):
        assert run_program("run", "-f", name, *arguments, folder=tmp_path).returncode == code
    runs = [
        run_program("run", "--no-cache", "-f", name, "bad", folder=tmp_path, PYTHONHASHSEED=seed).stdout
        for seed in "12"
    ]
    if name != "terminal":
        assert runs[0] == runs[1]


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion(shell: str) -> None:
    done = run_program("--show-completion", shell)
    if "shell" in done.stderr.lower() and done.returncode:
        done = run_program("--show-completion")
    assert "FACTCHECK" in done.stdout.upper()
