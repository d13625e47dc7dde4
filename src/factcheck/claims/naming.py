"""Under which path a report shows each file, and under which name other files know its facts."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import field
from pathlib import Path, PurePosixPath

from factcheck.claims.discovery import by_real_path, shown_path
from factcheck.records import record


@record(slots=True)
class Names:
    """The files of a project by where they really are: ``shown`` gives their path in reports, ``stems`` the name before the dot of their facts' ids."""

    root: Path
    paths: dict[str, Path] = field(default_factory=dict)
    shown: dict[str, str] = field(default_factory=dict)
    stems: dict[str, str] = field(default_factory=dict)

    def add(self, real: str, path: Path) -> None:
        """A further file that one of these uses; its name is its own unless another file has it."""
        shown = shown_path(path)
        taken = path.stem in self.stems.values()
        self.paths[real], self.shown[real] = path, shown
        self.stems[real] = _without_suffix(shown) if taken else path.stem


def names_of(files: Sequence[Path], root: Path | None = None) -> Names:
    """Names for all files of a project: a file's own, or with its folders where several files share it.

    ``root`` is the project's folder: by default the working folder where everything lies in it, else the folder that holds all the files.
    """
    paths = by_real_path(files)
    names = Names((root or _holding({os.path.dirname(real) for real in paths})).resolve(), paths)  # noqa: PTH120
    sharing: dict[str, list[str]] = {}
    for real, path in paths.items():
        names.shown[real] = shown_path(path)
        sharing.setdefault(path.stem, []).append(real)
    for stem, shared in sharing.items():
        for real in shared:
            names.stems[real] = stem if len(shared) == 1 else _without_suffix(names.shown[real])
    return names


def common_root(paths: Sequence[Path]) -> Path:
    """The working folder where all these files and folders lie in it, else the folder that holds them all."""
    real = [path.resolve() for path in paths]
    return _holding({str(path if path.is_dir() else path.parent) for path in real})


def _holding(folders: set[str]) -> Path:
    here = Path.cwd()
    if all(Path(folder).is_relative_to(here) for folder in folders):
        return here
    return Path(os.path.commonpath(folders))


def _without_suffix(shown: str) -> str:
    return PurePosixPath(shown).with_suffix("").as_posix()
