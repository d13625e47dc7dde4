"""Files written whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path
from tempfile import NamedTemporaryFile

from factcheck.cli.output import fail
from factcheck.cli.speech import either


def write_new(path: Path, text: str, force: bool) -> None:
    """Write a file; one that exists is left alone unless ``force``. Exits where it cannot be written."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, text, replace=force)
    except FileExistsError:
        fail(either(f"{path} 已有；要覆盖请加 --force", f"{path} exists; --force overwrites it"))
    except OSError as error:
        fail(either(f"无法写入 {path}：{error.strerror}", f"cannot write {path}: {error.strerror}"))


def write_whole(path: Path, text: str, *, replace: bool) -> None:
    """Put a file with this text in its place in one step: readers see the old one or the new one, never a part.

    Raises ``FileExistsError`` where there is one and it is not to be replaced.
    """
    target = path.resolve()
    with NamedTemporaryFile(
        "w", encoding="utf-8", newline="", dir=target.parent, prefix=f".{path.name}.", delete=False
    ) as file:
        file.write(text)
    try:
        Path(file.name).chmod(_mode(target))
        if replace:
            Path(file.name).replace(target)
        else:
            target.hardlink_to(file.name)
    finally:
        Path(file.name).unlink(missing_ok=True)


def _mode(target: Path) -> int:
    """The permissions of the file that is replaced, or those that a new file gets."""
    if target.exists():
        return target.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
