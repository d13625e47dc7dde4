"""What a run may import: start-up is mostly imports, and each of these would be felt. How long it takes, ``bench/startup.py`` measures."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from program import run_program, surroundings

HOLDS = "facts: {小麦: 12.6万吨, 稻谷: 8.3万吨, 合计: 20.9万吨}\nchecks:\n  - sum: {whole: 合计, parts: [小麦, 稻谷]}\n"
FAILS = HOLDS.replace("20.9", "21.5")
HEAVY = {
    "asyncio",
    "charset_normalizer",
    "docx",
    "email",
    "importlib.resources",
    "jinja2",
    "multiprocessing",
    "pint",
    "rapidfuzz",
    "rich",
    "rustworkx",
    "typer",
    "watchfiles",
    "z3",
}
ONLY_FOR_CONFLICTS = (
    "factcheck.diagnosis.culprits",
    "factcheck.diagnosis.diagnosing",
    "factcheck.judgement.protocol",
    "factcheck.rules.conflict_findings",
    "factcheck.reports.terminal.frame",
)
LISTS_IMPORTS = """\
import sys
from factcheck.cli import main
try:
    main()
finally:
    print(*sys.modules, sep="\\n", file=sys.stderr)
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "holds.yaml").write_text(HOLDS, encoding="utf-8")
    (tmp_path / "fails.yaml").write_text(FAILS, encoding="utf-8")
    return tmp_path


def imported(folder: Path, *arguments: str) -> set[str]:
    command = [sys.executable, "-c", LISTS_IMPORTS, *arguments]
    done = subprocess.run(
        command, cwd=folder, env=surroundings(), capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode in (0, 1), done.stderr
    return set(done.stderr.split())


def test_a_run_imports_nothing_heavy(folder: Path) -> None:
    modules = imported(folder, "run", "holds.yaml")
    assert "factcheck.check.run" in modules
    assert not modules & {"yaml", *HEAVY}  # a file written as most are needs no parser of YAML
    assert not any(name.startswith(ONLY_FOR_CONFLICTS) for name in modules)


def test_a_run_with_options_imports_their_parser_only(folder: Path) -> None:
    assert imported(folder, "run", "--show-passed", "holds.yaml") & HEAVY == {"typer"}


def test_an_answer_from_the_cache_reads_no_claims(folder: Path) -> None:
    first, again = (imported(folder, "run", "fails.yaml") for _ in range(2))
    assert "factcheck.claims.model" in first
    assert not again & {"yaml", "factcheck.claims.model", "factcheck.engine", "factcheck.judgement", *HEAVY}


def test_the_version_imports_nothing() -> None:
    modules = imported(Path(), "--version")
    assert {name for name in modules if name.startswith("factcheck")} == {"factcheck", "factcheck.cli"}


@pytest.mark.parametrize(
    "paths", [["fails.yaml"], ["holds.yaml"], [], ["absent.yaml"], ["holds.yaml", "fails.yaml"]]
)
def test_a_run_with_only_paths_says_what_the_parser_would_have_it_say(paths: list[str], folder: Path) -> None:
    plain = run_program("run", *paths, folder=folder, FACTCHECK_CACHE="false")
    parsed = run_program("run", "--", *paths, folder=folder, FACTCHECK_CACHE="false")
    without_time = [each.stdout.rpartition("（")[0] for each in (plain, parsed)]
    assert without_time[0] == without_time[1]
    assert (plain.returncode, plain.stderr) == (parsed.returncode, parsed.stderr)
