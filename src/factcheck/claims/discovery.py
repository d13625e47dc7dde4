"""Which files are claims files: those named, and every YAML file of a folder; and how reports show their paths."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

SUFFIXES = (".yaml", ".yml")


def claims_files(paths: Sequence[Path]) -> list[Path]:
    """The files named and the YAML files of the folders named, each once; hidden files and folders below those named are left out.

    In the order given, a folder's files sorted by their path.
    """
    return list(
        by_real_path(file for path in paths for file in (_below(path) if path.is_dir() else (path,))).values()
    )


def by_real_path(files: Iterable[Path]) -> dict[str, Path]:
    """The files by where they really are, each once: under the first of its names."""
    result: dict[str, Path] = {}
    folders: dict[str, str] = {}
    for file in files:
        parent, name = os.path.split(file)
        if parent not in folders:
            folders[parent] = os.path.realpath(parent)
        plain = name not in ("", ".", "..") and not os.path.islink(file)  # noqa: PTH114 - asked for every file of an archive
        real = os.path.join(folders[parent], name) if plain else os.path.realpath(file)  # noqa: PTH118
        result.setdefault(real, file)
    return result


def _below(folder: Path) -> Iterator[Path]:
    found: list[Path] = []
    for parent, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        found.extend(
            Path(parent, name) for name in names if name.endswith(SUFFIXES) and not name.startswith(".")
        )
    yield from sorted(found, key=lambda path: path.parts)


def shown_path(path: Path) -> str:
    """The path as reports show it: relative to the working folder where it lies in it, with ``/``."""
    absolute = os.path.abspath(path)  # noqa: PTH100  (links are shown as named, not resolved)
    here = os.path.join(os.getcwd(), "")  # noqa: PTH109, PTH118 - asked for every file of an archive
    return absolute.removeprefix(here).replace(os.sep, "/")
