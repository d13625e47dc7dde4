"""A draft from a file, or from standard input by way of a file that goes away again."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def draft_file(path: Path) -> Iterator[Path]:
    """The draft's path; for ``-`` a file that holds what standard input brings, as long as it is needed. Exits where there is no such file."""
    from factcheck.cli.output import fail
    from factcheck.cli.speech import either

    if path.as_posix() != "-":
        if not path.is_file():
            fail(either(f"找不到草稿 {path}", f"draft {path} not found"))
        yield path
        return
    from tempfile import TemporaryDirectory

    with TemporaryDirectory() as folder:
        kept = Path(folder) / "stdin.txt"
        kept.write_bytes(sys.stdin.buffer.read())
        yield kept
