"""Paths as ``.gitignore`` writes them."""

from __future__ import annotations

from dataclasses import field
from functools import cached_property
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from factcheck.records import record

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec


@record(frozen=True)
class Patterns:
    """Paths as ``.gitignore`` writes them, relative to ``root``."""

    lines: tuple[str, ...]
    root: Path = field(default_factory=Path)

    def match(self, path: str) -> bool:
        """Whether the path (as reports show it) is meant; outside ``root`` nothing is."""
        absolute = PurePosixPath(Path.cwd().as_posix(), path)
        root = PurePosixPath((Path.cwd() / self.root).resolve().as_posix())
        here = PurePosixPath(Path(absolute).resolve().as_posix())
        inside = next((each for each in (absolute, here) if each.is_relative_to(root)), None)
        return inside is not None and self._spec.match_file(inside.relative_to(root).as_posix())

    @cached_property
    def _spec(self) -> GitIgnoreSpec:
        from pathspec import GitIgnoreSpec

        return GitIgnoreSpec.from_lines(self.lines)
