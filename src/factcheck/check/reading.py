"""Reading, with a failure inside kept to the file it happened in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from factcheck.check.internal import internal_error
from factcheck.claims.discovery import shown_path
from factcheck.claims.model import Article, ClaimsFile, Project
from factcheck.claims.project import NOTHING, Contents, read_project
from factcheck.text import SourceText


def read(paths: Sequence[Path], contents: Contents = NOTHING, only: frozenset[str] | None = None) -> Project:
    """All files at once; should that fail, without those that fail on their own, which keep a finding that says so."""
    try:
        return read_project(paths, contents=contents, only=only)
    except Exception:
        return _read_apart(_chosen(paths, only), contents)


def _chosen(paths: Sequence[Path], only: frozenset[str] | None) -> Sequence[Path]:
    return paths if only is None else [path for path in paths if shown_path(path) in only]


def _read_apart(paths: Sequence[Path], contents: Contents) -> Project:
    failed = list(_failing(paths, contents))
    broken = {path for path, _ in failed}
    project = read_project([path for path in paths if path not in broken], contents=contents)
    known = {file.path for file in project.files}
    for path, error in failed:
        file = _unread(path)
        file.findings.append(internal_error(file, error))
        if file.path not in known:
            project.files.append(file)
    return project


def _failing(paths: Sequence[Path], contents: Contents) -> Iterator[tuple[Path, Exception]]:
    for path in paths:
        try:
            read_project([path], contents=contents)
        except Exception as error:
            yield path, error


def _unread(path: Path) -> ClaimsFile:
    """The file with nothing in it but its name."""
    return ClaimsFile(
        stem=path.stem,
        path=shown_path(path),
        source=SourceText(shown_path(path), ""),
        article=Article(),
        facts={},
        checks=[],
    )
