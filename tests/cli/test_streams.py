"""What reaches streams that are narrow, coloured, ASCII or GBK, and in which language."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from program import run_program, surroundings

FAILS = "facts: {小麦: 12.6万吨, 稻谷: 8.3万吨, 合计: 21.5万吨}\nchecks:\n  - sum: {whole: 合计, parts: [小麦, 稻谷]}\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "grain.yaml").write_text(FAILS, encoding="utf-8")
    return tmp_path


def raw(folder: Path, *arguments: str, **environment: str) -> bytes:
    command = [sys.executable, "-m", "factcheck", "run", "grain.yaml", *arguments]
    return subprocess.run(
        command, cwd=folder, env=surroundings(**environment), capture_output=True, check=False
    ).stdout


@pytest.mark.parametrize(
    ("arguments", "environment", "word"),
    [
        ((), {}, "错误"),
        (("--lang", "en"), {"FACTCHECK_LANG": "zh"}, "error"),
        (("--lang=zh",), {"LANG": "en_US.UTF-8"}, "错误"),
        ((), {"FACTCHECK_LANG": "en"}, "error"),
        ((), {"LANG": "en_US.UTF-8"}, "error"),
        ((), {"LC_ALL": "zh_CN.UTF-8", "LANG": "en_US.UTF-8"}, "错误"),
    ],
)
def test_language(arguments: tuple[str, ...], environment: dict[str, str], word: str, folder: Path) -> None:
    assert raw(folder, *arguments, **environment).decode().startswith(word)


def test_machine_formats_do_not_follow_the_locale(folder: Path) -> None:
    json_format = ("--output-format", "json")
    assert raw(folder, *json_format, LANG="zh_CN.UTF-8") == raw(folder, *json_format, LANG="en_US.UTF-8")


def test_ascii_stream(folder: Path) -> None:
    text = raw(folder, "--lang", "en", PYTHONIOENCODING="ascii").decode("ascii")
    assert "╭" not in text
    assert "FC201" in text


def test_gbk_stream(folder: Path) -> None:
    text = raw(folder, PYTHONIOENCODING="gbk").decode("gbk")
    assert "合计" in text
    assert "╭" not in text


def test_no_escape_sequences_unless_asked(folder: Path) -> None:
    assert b"\x1b" not in raw(folder)
    assert b"\x1b" in raw(folder, "--color", "always")
    assert b"\x1b" in raw(folder, FORCE_COLOR="1")
    assert b"\x1b" not in raw(folder, FORCE_COLOR="1", NO_COLOR="1")


def test_several_reports_from_one_run(folder: Path) -> None:
    done = run_program(
        "run",
        "grain.yaml",
        "--output-format",
        "concise",
        "--report",
        "json=out/report.json",
        "--report",
        "sarif=out/report.sarif",
        folder=folder,
    )
    assert "FC201" in done.stdout
    report = json.loads((folder / "out" / "report.json").read_text(encoding="utf-8"))
    assert report["summary"]["exit_code"] == done.returncode == 1
    assert json.loads((folder / "out" / "report.sarif").read_text(encoding="utf-8"))["version"] == "2.1.0"


def test_version() -> None:
    from factcheck import __version__

    assert run_program("--version").stdout == f"factcheck {__version__}\n"


@pytest.mark.parametrize("command", ["run", "explain", "rules", "schema"])
def test_help_in_both_languages(command: str) -> None:
    chinese = run_program(command, "--help", "--lang", "zh")
    english = run_program(command, "--help", "--lang", "en")
    assert chinese.returncode == english.returncode == 0
    assert chinese.stdout != english.stdout
    assert english.stdout.isascii() or "…" in english.stdout
