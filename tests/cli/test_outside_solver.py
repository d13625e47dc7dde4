"""``--solver z3``: only where it is asked for, and said wherever it decided."""

from __future__ import annotations

import json
from importlib.util import find_spec
from pathlib import Path

import jsonschema
import pytest

from factcheck.reports.json import schema
from program import run_program

CLAIMS = """\
facts:
  甲: {unit: 元}
  乙: {unit: 元}
  丙: 3人
  丁: 2人
checks:
  - 甲 * 甲 + 乙 * 乙 < 2 * 甲 * 乙
  - 丙 > 丁
"""
needs_z3 = pytest.mark.skipif(find_spec("z3") is None, reason="z3 is not installed")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "claims.yaml").write_text(CLAIMS, encoding="utf-8")
    return tmp_path


def report(folder: Path, *options: str, **environment: str) -> dict[str, object]:
    done = run_program(
        "run", "claims.yaml", "--output-format", "json", *options, folder=folder, **environment
    )
    document: dict[str, object] = json.loads(done.stdout)
    jsonschema.Draft202012Validator(schema()).validate(document)
    return document


def verdicts(document: dict[str, object]) -> list[tuple[str, str | None]]:
    checks = document["checks"]
    assert isinstance(checks, list)
    return [(check["verdict"], check.get("decided_by")) for check in checks]


def test_not_judged_where_nobody_asks(folder: Path) -> None:
    assert verdicts(report(folder)) == [("not-judged", None), ("holds", None)]


@needs_z3
def test_decided_and_said(folder: Path) -> None:
    document = report(folder, "--solver", "z3", "--lang", "en")
    assert verdicts(document) == [("impossible", "z3"), ("holds", None)]
    findings = document["findings"]
    assert isinstance(findings, list)
    assert findings[0]["derivation"] == ["found impossible by Z3, without a proof of our own"]


@needs_z3
def test_asked_for_in_the_settings(folder: Path) -> None:
    (folder / "factcheck.toml").write_text('solver = "z3"\n', encoding="utf-8")
    assert verdicts(report(folder))[0] == ("impossible", "z3")


def test_what_is_missing_is_said(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    hidden = tmp_path_factory.mktemp("hiding")
    (hidden / "sitecustomize.py").write_text(
        "import importlib.util as found\nreal = found.find_spec\n"
        "found.find_spec = lambda name, *more: None if name == 'z3' else real(name, *more)\n",
        encoding="utf-8",
    )
    done = run_program(
        "run", "claims.yaml", "--solver", "z3", "--lang", "en", folder=folder, PYTHONPATH=str(hidden)
    )
    assert done.returncode == 2
    assert "pip install 'factcheck-claims[z3]'" in done.stderr
