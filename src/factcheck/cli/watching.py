"""``run --watch``: check again whenever a claims file, an article or the settings change."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.cli.output import fail, print_text
from factcheck.cli.speech import either

if TYPE_CHECKING:
    from factcheck.cli.running import Run

WATCHED = (".yaml", ".yml", ".txt", ".md", ".html", ".htm", ".docx")


def watch(run: Run, check: Callable[[], int]) -> int:
    """Check now and after every change, until interrupted; the exit code is that of the last check."""
    try:
        from watchfiles import watch as changes
    except ImportError:
        fail(
            either(
                "--watch 需要 watchfiles：pip install 'factcheck-claims[watch]'",
                "--watch needs watchfiles: pip install 'factcheck-claims[watch]'",
            )
        )
    code = check()
    folders = {path if path.is_dir() else path.parent for path in run.paths}
    for _ in changes(*folders, watch_filter=lambda _, path: _matters(path), raise_interrupt=True):
        print_text(either("\n—— 文件有变，重新检查 ——\n", "\n-- files changed, checking again --\n"))
        code = check()
    return code


def _matters(path: str) -> bool:
    """Whether a change of the file can change the report: no hidden files, no caches."""
    file = Path(path)
    return file.suffix.lower() in WATCHED and not any(part.startswith(".") for part in file.parts[-2:])
