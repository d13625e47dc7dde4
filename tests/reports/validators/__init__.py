"""Where the official schemas and readers are; a test that needs one which is not installed is skipped and says so."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).parent
MODULES = HERE / "node_modules"
HOW = "not installed: npm install --prefix tests/reports/validators"


def sarif_schema() -> Any:
    """The schema of SARIF 2.1.0 that comes with Microsoft's multitool."""
    return json.loads(_needed("@microsoft/sarif-multitool-linux/sarif-2.1.0.json").read_text("utf-8"))


def multitool(log: Path) -> tuple[int, str]:
    """Run the multitool's validation with GitHub's ingestion rules; its exit code and what it said."""
    program = _needed("@microsoft/sarif-multitool-linux/Sarif.Multitool")
    program.chmod(program.stat().st_mode | 0o100)
    done = subprocess.run(
        [program, "validate", log, "--rule-kind", "Sarif;Ghas", "--output", f"{log}.validation", "--log", "ForceOverwrite"],
        env={"PATH": os.environ["PATH"], "HOME": str(log.parent), "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT": "1"},
        capture_output=True,
        text=True,
        check=False,
    )  # fmt: skip
    return done.returncode, done.stdout + done.stderr


def rdjson_reader(document: Path) -> tuple[int, str]:
    """Run the validator of reviewdog's format, strictly."""
    program = _needed("@umbrelladocs/rdformat-validator/bin/rdformat-validator.js")
    done = subprocess.run(
        ["node", program, "--strict", "--no-extra-fields", document], capture_output=True, text=True, check=False
    )  # fmt: skip
    return done.returncode, done.stdout + done.stderr


def junit_schema() -> Path:
    """The schema that Jenkins reads JUnit reports by."""
    return HERE.parent / "schemas" / "junit-10.xsd"


def _needed(name: str) -> Path:
    path = MODULES / name
    if not path.exists():
        pytest.skip(f"{name} is {HOW}")
    return path
