"""One run: the use case with progress on stderr, and its refusals as exit codes."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.cli.speech import either

if TYPE_CHECKING:
    from factcheck.check.model import Report
    from factcheck.check.settings import Settings


def checked(paths: Sequence[Path], settings: Settings) -> Report:
    """The report on the paths."""
    from factcheck.check.policy import NOTHING_TO_CHECK
    from factcheck.check.run import check
    from factcheck.cli.output import warn
    from factcheck.cli.progress import Progress

    progress = Progress()
    try:
        report = check(paths, settings, progress)
    finally:
        progress.done()
    if report.summary.exit_code == NOTHING_TO_CHECK:
        where = ", ".join(path.as_posix() for path in paths)
        warn(either(f"没有找到 claims 文件（*.yaml）：{where}", f"no claims file (*.yaml) found: {where}"))
    return report
