"""Where the settings file is: in the folder of what is checked, or above."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from pathlib import Path

from factcheck.records import record

OWN = "factcheck.toml"
SHARED = "pyproject.toml"


@record(frozen=True, slots=True)
class SettingsFile:
    """A file with settings: its path, its bytes, and the tables that lead to them."""

    path: Path
    data: bytes
    tables: tuple[str, ...]


def settings_file(paths: Sequence[Path]) -> SettingsFile | None:
    """The nearest one for these paths; ``factcheck.toml`` goes before a ``pyproject.toml`` in the same folder.

    A ``pyproject.toml`` counts only where it has a table ``tool.factcheck``.
    """
    for folder in _upwards(paths):
        for name in (OWN, SHARED):
            data = _bytes(folder / name)
            if data is not None and (name == OWN or _has_table(data)):
                return named_file(folder / name, data)
    return None


def named_file(path: Path, data: bytes) -> SettingsFile:
    """The file as one that holds settings, whatever the name: ``pyproject.toml`` under ``tool.factcheck``, others at the top."""
    return SettingsFile(path, data, ("tool", "factcheck") if path.name == SHARED else ())


def _upwards(paths: Sequence[Path]) -> Iterable[Path]:
    real = [Path(os.path.realpath(path)) for path in paths] or [Path(os.path.realpath("."))]
    folders = [path if path.is_dir() else path.parent for path in real]
    start = Path(os.path.commonpath(folders))
    return (start, *start.parents)


def _bytes(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except OSError:
        return None


def _has_table(data: bytes) -> bool:
    if b"factcheck" not in data:
        return False
    import tomllib

    try:
        document = tomllib.loads(data.decode("utf-8"))
    except (UnicodeDecodeError, tomllib.TOMLDecodeError):
        return b"[tool.factcheck" in data  # then the mistake is worth telling
    return isinstance(document.get("tool"), dict) and "factcheck" in document["tool"]
