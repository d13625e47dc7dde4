"""Progress on stderr, only where a person is looking and the work is long."""

from __future__ import annotations

import sys
from time import monotonic

from factcheck.cli.speech import either

PATIENCE = 1.0
"""Seconds of work before anything is shown."""


class Progress:
    """One line that is written over, and wiped when the run is over."""

    def __init__(self) -> None:
        self._started = monotonic()
        self._wanted = sys.stderr.isatty()
        self._files = self._checked = 0
        self._checks = self._judged = 0
        self._shown = False

    def reading(self, files: int) -> None:
        """Show how many files there are."""
        self._files = files
        self._show(either(f"读取 {files} 个文件……", f"reading {files} files …"))

    def judging(self, checks: int) -> None:
        """Show how many checks there are."""
        self._checks = checks
        self._show(either(f"判定 {checks} 条关系……", f"judging {checks} checks …"))

    def judged(self, checks: int) -> None:
        """Show how many checks are done."""
        self._judged += checks
        self._show(
            either(f"已判定 {self._judged}/{self._checks}", f"judged {self._judged} of {self._checks}")
        )

    def checked(self, files: int) -> None:
        """Show how many files are done."""
        self._checked += files
        self._show(
            either(
                f"已检查 {self._checked}/{self._files} 个文件",
                f"checked {self._checked} of {self._files} files",
            )
        )

    def done(self) -> None:
        """Wipe the line."""
        if self._shown:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()
            self._shown = False

    def _show(self, text: str) -> None:
        if self._wanted and (self._shown or monotonic() - self._started > PATIENCE):
            sys.stderr.write(f"\r\x1b[K{text}")
            sys.stderr.flush()
            self._shown = True
