"""The program as a user runs it, for tests that compare what it prints."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
DURATION = re.compile(r"（\d+(\.\d+)? 秒）| \(\d+(\.\d+)? (s|seconds?)\)")
LANGUAGE_AND_LOOK = ("FACTCHECK_", "LC_", "LANG", "NO_COLOR", "FORCE_COLOR", "COLUMNS")


def surroundings(**more: str) -> dict[str, str]:
    """The environment without anything that changes how reports look, and ``more``."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith(LANGUAGE_AND_LOOK)}
    return kept | {"PYTHONIOENCODING": "utf-8", "TERMINAL_WIDTH": "80"} | more


def run_program(*arguments: str, folder: Path = ROOT, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run ``factcheck`` with these arguments."""
    return subprocess.run(
        [sys.executable, "-m", "factcheck", *arguments],
        cwd=folder,
        env=surroundings(**environment),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def printed_by(*arguments: str) -> str:
    """What the program prints in the project's folder, without the time it took; it must not fail."""
    done = run_program(*arguments)
    if done.returncode not in (0, 1) or done.stderr:
        sys.exit(f"factcheck {' '.join(arguments)}: exit code {done.returncode}\n{done.stderr}")
    text = DURATION.sub("", done.stdout)
    return "".join(f"{line.rstrip()}\n" for line in text.splitlines())
