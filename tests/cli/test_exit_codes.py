"""Exit codes are the same in every output format."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

from factcheck.reports.formats import FORMATS
from program import run_program, surroundings

HOLDS = "facts: {甲: 3人, 乙: 3人}\nchecks:\n  - 甲 = 乙\n"
FAILS = "facts: {甲: 3人, 乙: 4人}\nchecks:\n  - 甲 = 乙\n"
DOUBTFUL = "facts: {甲: 12.6万吨, 乙: 8.3万吨, 丙: 21.1万吨}\nchecks:\n  - 甲 + 乙 = 丙\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in {"holds": HOLDS, "fails": FAILS, "doubtful": DOUBTFUL}.items():
        (tmp_path / f"{name}.yaml").write_text(text, encoding="utf-8")
    (tmp_path / "empty").mkdir()
    return tmp_path


@pytest.mark.parametrize("name", sorted(name for name, each in FORMATS.items() if find_spec(each.module)))
def test_in_every_format(name: str, folder: Path) -> None:
    codes = {
        path: run_program("run", path, "--output-format", name, folder=folder).returncode
        for path in ("holds.yaml", "fails.yaml", "doubtful.yaml", "missing.yaml", "empty")
    }
    assert codes == {"holds.yaml": 0, "fails.yaml": 1, "doubtful.yaml": 0, "missing.yaml": 2, "empty": 3}


@pytest.mark.parametrize(("fail_on", "expected"), [("error", 0), ("warning", 1), ("info", 1), ("never", 0)])
def test_fail_on(fail_on: str, expected: int, folder: Path) -> None:
    assert run_program("run", "doubtful.yaml", "--fail-on", fail_on, folder=folder).returncode == expected


@pytest.mark.parametrize(
    "arguments",
    [
        ("run", "--profile", "loud"),
        ("run", "--output-format", "xml"),
        ("run", "--report", "json"),
        ("run", "--report", "xml=x.xml"),
        ("run", "--width", "3"),
        ("run", "--lang", "fr"),
        ("run", "--nonsense"),
        ("runn",),
        ("explain", "FC999"),
    ],
)
def test_wrong_options(arguments: tuple[str, ...], folder: Path) -> None:
    done = run_program(*arguments, folder=folder)
    assert done.returncode == 2
    assert not done.stdout
    assert done.stderr
    assert "Traceback" not in done.stderr


def test_broken_file_does_not_hide_others(folder: Path) -> None:
    (folder / "broken.yaml").write_text("facts: [\n", encoding="utf-8")
    done = run_program("run", ".", "--output-format", "json", folder=folder)
    files = {finding["file"] for finding in json.loads(done.stdout)["findings"]}
    assert {"broken.yaml", "fails.yaml"} <= files


def test_report_that_cannot_be_written(folder: Path) -> None:
    done = run_program("run", "holds.yaml", "--report", "json=holds.yaml/x.json", folder=folder)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="a named pipe shows when the program has begun to read")
def test_interrupt(folder: Path) -> None:
    os.mkfifo(folder / "endless.yaml")
    command = [sys.executable, "-m", "factcheck", "run", "endless.yaml"]
    with (
        subprocess.Popen(
            command, cwd=folder, env=surroundings(), stdout=subprocess.PIPE, stderr=subprocess.PIPE
        ) as process,
        (folder / "endless.yaml").open("w"),
    ):  # waits until the program reads
        process.send_signal(signal.SIGINT)
        _, errors = process.communicate()
    assert process.returncode == 130
    assert not errors


def test_closed_pipe_is_quiet() -> None:
    command = f"{sys.executable} -m factcheck rules | head -n 1"
    done = subprocess.run(command, shell=True, env=surroundings(), capture_output=True, check=False)
    assert done.stdout.startswith(b"FC001")
    assert not done.stderr
