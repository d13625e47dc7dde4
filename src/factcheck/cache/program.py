"""Which program this is: results of another version, or of other libraries, are not reused."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

from factcheck import __version__

INSTALLED = ("site-packages", "dist-packages")


def program() -> list[str]:
    """The version, that of Python, the libraries installed; and, where the program is run from its sources, the state of those."""
    package = Path(__file__).parent.parent
    parts = [__version__, sys.version, *sorted(set(_libraries()))]
    return parts if package.parent.name in INSTALLED else parts + sorted(_sources(package))


def _libraries() -> Iterator[str]:
    """Names and versions, as the folders of their metadata are called."""
    for folder in sys.path:
        if folder.rstrip("/\\").endswith(INSTALLED):
            try:
                names = os.listdir(folder)  # noqa: PTH208 - names are all that is wanted
            except OSError:
                continue
            yield from (name for name in names if name.endswith((".dist-info", ".egg-info")))


def _sources(folder: Path) -> Iterator[str]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name == "__pycache__":
                continue
            if entry.is_dir():
                yield from _sources(Path(entry.path))
            else:
                status = entry.stat()
                yield f"{entry.path}:{status.st_size}:{status.st_mtime_ns}"
