"""One run: the use case with progress on stderr, and its refusals as exit codes."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factcheck.check.model import Report
    from factcheck.check.settings import Settings


def checked(paths: Sequence[Path], settings: Settings) -> Report:
    """The report on the paths."""
    from factcheck.check.run import check
    from factcheck.cli.progress import Progress

    progress = Progress()
    try:
        return check(paths, settings, progress)
    finally:
        progress.done()
