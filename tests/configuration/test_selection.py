"""What select, ignore, severity and patterns do to a run, through the program itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from program import run_program

CLAIMS = """\
facts:
  甲: 3人
  乙: 4人
checks:
  - 甲 = 乙
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "claims" / "old").mkdir(parents=True)
    for name in ("claims/a.yaml", "claims/old/b.yaml"):
        (tmp_path / name).write_text(CLAIMS, encoding="utf-8")
    return tmp_path


def lines(folder: Path, *arguments: str, **environment: str) -> tuple[int, list[str]]:
    done = run_program("run", "-f", "concise", "--lang", "en", *arguments, folder=folder, **environment)
    assert not done.stderr
    return done.returncode, [" ".join(line.split()[:3]) for line in done.stdout.splitlines()]


def test_select_replaces_the_profile(folder: Path) -> None:
    assert lines(folder, "--select", "no-source", "claims/a.yaml") == (
        0,
        ["claims/a.yaml:2:6: info FC602", "claims/a.yaml:3:6: info FC602"],
    )


def test_the_more_exact_selector_decides(folder: Path) -> None:
    assert lines(folder, "--select", "FC209", "--ignore", "FC2", "claims/a.yaml")[1] == [
        "claims/a.yaml:2:6: error FC209"
    ]
    assert lines(folder, "--select", "FC2", "--ignore", "FC209", "claims/a.yaml") == (0, [])


def test_severity_decides_the_exit_code(folder: Path) -> None:
    assert lines(folder, "--severity", "FC2=warning", "claims/a.yaml") == (
        0,
        ["claims/a.yaml:2:6: warning FC209"],
    )
    assert (
        lines(folder, "--extend-select", "FC602", "--severity", "FC602=error,FC209=info", "claims/a.yaml")[0]
        == 1
    )


def test_a_check_keeps_the_severity_it_states(folder: Path) -> None:
    stated = CLAIMS.replace("甲 = 乙", "{that: 甲 = 乙, severity: warning}")
    (folder / "claims/a.yaml").write_text(stated, encoding="utf-8")
    assert lines(folder, "--severity", "FC209=info", "claims/a.yaml")[1] == [
        "claims/a.yaml:2:6: warning FC209"
    ]


def test_what_was_not_read_cannot_be_left_out(folder: Path) -> None:
    (folder / "claims/a.yaml").write_text("facts: [\n", encoding="utf-8")
    for arguments in (["--select", "FC3"], ["--ignore", "FC"], ["--ignore", "FC001,FC002,FC003"]):
        code, found = lines(folder, *arguments, "claims/a.yaml")
        assert code == 1, arguments
        assert found, arguments


def test_excludes_hold_for_folders_and_by_force_for_named_files(folder: Path) -> None:
    (folder / "factcheck.toml").write_text('exclude = ["old/"]\n')
    named = "claims/old/b.yaml"
    assert run_program("run", "--show-files", folder=folder).stdout == "claims/a.yaml\n"
    assert run_program("run", "--show-files", named, folder=folder).stdout == f"{named}\n"
    assert run_program("run", "--show-files", "--force-exclude", named, folder=folder).returncode == 3


def test_per_file_ignores_are_relative_to_the_settings_file(folder: Path) -> None:
    (folder / "pyproject.toml").write_text('[tool.factcheck.per-file-ignores]\n"claims/old/*" = ["FC209"]\n')
    assert lines(folder)[1] == ["claims/a.yaml:2:6: error FC209"]
    assert lines(folder / "claims")[1] == ["a.yaml:2:6: error FC209"]


def test_wrong_settings_are_exit_code_2_in_every_format(folder: Path) -> None:
    (folder / "factcheck.toml").write_text("profle = 1\n")
    for name in ("terminal", "json", "sarif"):
        done = run_program("run", "-f", name, "--lang", "en", folder=folder)
        assert done.returncode == 2
        assert not done.stdout
        assert (
            done.stderr == 'error: factcheck.toml:1:1: there is no setting "profle"; did you mean profile?\n'
        )
    assert lines(folder, "--isolated", "claims/a.yaml")[0] == 1


def test_the_settings_say_in_which_language(folder: Path) -> None:
    (folder / "factcheck.toml").write_text('lang = "en"\noutput-format = "concise"\n')
    done = run_program("run", "claims/a.yaml", folder=folder)
    assert "the article gives" in done.stdout
    assert "原文" in run_program("run", "--lang", "zh", "claims/a.yaml", folder=folder).stdout
