"""The files that other tools read, held against those tools and their schemas."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from program import ROOT, run_program, surroundings

DOCUMENT = ROOT / "docs" / "ci.md"
BIN = Path(sys.executable).parent
CONTRADICTION = "facts:\n  甲: 3人\n  乙: 4人\nchecks:\n  - 甲 = 乙\n"


def tool(name: str) -> str:
    path = BIN / name
    if not path.exists():
        pytest.skip(f"{name} is not installed")
    return str(path)


def snippet(name: str) -> str:
    """The example in the documentation that starts with this file name."""
    found = re.search(
        rf"```yaml\n# {re.escape(name)}\n(.*?)```", DOCUMENT.read_text(encoding="utf-8"), re.DOTALL
    )
    assert found, name
    return found[1]


@pytest.mark.parametrize(
    ("schema", "name"),
    [
        ("github-workflows", ".github/workflows/factcheck.yml"),
        ("gitlab-ci", ".gitlab-ci.yml"),
        ("github-actions", "action.yml"),
    ],
)
def test_examples_fit_their_schemas(tmp_path: Path, schema: str, name: str) -> None:
    path = ROOT / name
    if name != "action.yml":
        path = tmp_path / Path(name).name
        path.write_text(snippet(name), encoding="utf-8")
    done = subprocess.run(
        [tool("check-jsonschema"), "--builtin-schema", f"vendor.{schema}", str(path)],
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout.decode()


def test_options_in_the_documentation_exist() -> None:
    text = DOCUMENT.read_text(encoding="utf-8")
    known = "".join(
        run_program(command, "--help", folder=ROOT).stdout for command in ("run", "diff", "baseline")
    )
    known += run_program("--help", folder=ROOT).stdout
    for option in set(re.findall(r"(?<![\w-])--[a-z][a-z-]+", text)) - {
        "--unshallow",
        "--porcelain",
        "--quiet",
    }:
        assert option in known, option


def steps() -> list[dict[str, Any]]:
    action = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
    return list(action["runs"]["steps"])


def step(folder: Path, name: str, **environment: str) -> int:
    """Run one step of the action as the runner would."""
    (script,) = [each["run"] for each in steps() if each.get("name") == name]
    surrounding = surroundings(PATH=f"{BIN}{os.pathsep}{os.environ['PATH']}", **environment)
    done = subprocess.run(
        ["bash", "-eo", "pipefail", "-c", script],
        cwd=folder,
        env=surrounding,
        capture_output=True,
        check=False,
    )
    assert b"Traceback" not in done.stderr
    return done.returncode


@pytest.mark.parametrize(
    ("text", "code"), [(CONTRADICTION, "1"), (CONTRADICTION.replace("3人", "4人"), "0"), (None, "3")]
)
def test_the_steps_of_the_action(tmp_path: Path, text: str | None, code: str) -> None:
    (tmp_path / "claims").mkdir()
    if text is not None:
        (tmp_path / "claims" / "a b.yaml").write_text(text, encoding="utf-8")
    output, sarif = tmp_path / "output", tmp_path / "out.sarif"
    given = {"CLAIMS": "claims", "SINCE": "", "MORE": "--profile strict", "SARIF": str(sarif)}
    assert step(tmp_path, "Check the numbers", GITHUB_OUTPUT=str(output), **given) == 0
    assert output.read_text() == f"exit-code={code}\nsarif={sarif}\n"
    assert sarif.exists()
    assert step(tmp_path, "Result", CODE=code) == int(code)


def test_the_action_puts_no_input_into_a_script() -> None:
    for each in steps():
        assert "${{" not in each.get("run", "")


@pytest.mark.slow
def test_the_hooks_of_pre_commit(tmp_path: Path) -> None:
    """The hook's manifest is read, and its command and file patterns are run, by pre-commit itself on a local repository."""
    manifest = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    hooks = [{**hook, "language": "system", "entry": str(BIN / hook["entry"])} for hook in manifest]
    (tmp_path / ".pre-commit-config.yaml").write_text(
        yaml.safe_dump({"repos": [{"repo": "local", "hooks": hooks}]})
    )
    (tmp_path / "claims").mkdir()
    (tmp_path / "claims" / "a.yaml").write_text(CONTRADICTION, encoding="utf-8")
    subprocess.run(["git", "init", "-q"], cwd=tmp_path, check=True)
    subprocess.run(["git", "add", "."], cwd=tmp_path, check=True)

    def hook(name: str) -> int:
        return subprocess.run(
            [tool("pre-commit"), "run", name],
            cwd=tmp_path,
            env=surroundings(),
            capture_output=True,
            check=False,
        ).returncode

    assert (hook("factcheck"), hook("factcheck-project")) == (1, 1)
    (tmp_path / "claims" / "a.yaml").write_text(CONTRADICTION.replace("3人", "4人"), encoding="utf-8")
    subprocess.run(["git", "add", "."], cwd=tmp_path, check=True)
    assert (hook("factcheck"), hook("factcheck-project")) == (0, 0)


def test_the_manifest_of_the_hooks() -> None:
    done = subprocess.run(
        [tool("pre-commit"), "validate-manifest", str(ROOT / ".pre-commit-hooks.yaml")],
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout.decode()
