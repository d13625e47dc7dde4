"""Claims and drafts as they were at a commit, in a folder of their own; the work tree is not touched."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from factcheck.changes.repository import Repository


@contextmanager
def snapshot(
    repository: Repository, tree: dict[str, str], whole: Iterable[str], names_only: Iterable[str]
) -> Iterator[Path]:
    """A folder with the files of ``tree`` that are asked for: ``whole``, or empty where only their names count."""
    wanted = [path for path in dict.fromkeys(whole) if path in tree]
    contents = repository.contents([tree[path] for path in wanted])
    with TemporaryDirectory(prefix="factcheck-") as folder:
        root = Path(folder).resolve()
        for path in wanted:
            _write(root / path, contents[tree[path]])
        for path in set(names_only).difference(wanted):
            _write(root / path, b"")
        yield root


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
