"""Claims from standard input, in place of a file: what an editor has not saved yet."""

from __future__ import annotations

import os
import sys
from pathlib import Path

UNNAMED = Path("stdin.yaml")
"""What standard input is called where ``--stdin-filename`` does not say."""


def with_standard_input(paths: list[Path], named: Path | None) -> tuple[list[Path], dict[str, bytes]]:
    """The paths with ``-`` (or none, where a name for standard input is given) as the file it stands for, and its content by real path."""
    from factcheck.cli.output import fail
    from factcheck.cli.speech import either

    if not any(path.as_posix() == "-" for path in paths):
        if named is not None:
            fail(either("--stdin-filename 须与路径 - 一起用", "--stdin-filename goes with the path -"))
        return paths, {}
    file = named or UNNAMED
    replaced = [file if path.as_posix() == "-" else path for path in paths]
    return replaced, {os.path.realpath(file): sys.stdin.buffer.read()}
