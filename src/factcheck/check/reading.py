"""Reading, with a failure inside kept to the file it happened in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.check.internal import internal_error
from factcheck.claims.model import Article, ClaimsFile, Project
from factcheck.claims.naming import Names
from factcheck.claims.project import NOTHING, Contents, read_named
from factcheck.text import SourceText


def read(names: Names, asked: Sequence[str] | None = None, contents: Contents = NOTHING) -> Project:
    """The files asked for (by real path; all, unless told which) at once; should that fail, without those that fail on their own, which keep a finding that says so."""
    if asked is None:
        asked = list(names.paths)
    try:
        return read_named(names, asked, contents)
    except Exception:
        return _read_apart(names, asked, contents)


def _read_apart(names: Names, asked: Sequence[str], contents: Contents) -> Project:
    failed = dict(_failing(names, asked, contents))
    project = read_named(names, [real for real in asked if real not in failed], contents)
    known = {file.path for file in project.files}
    for real, error in failed.items():
        file = _unread(names.shown[real], names.stems[real])
        file.findings.append(internal_error(file, error))
        if file.path not in known:
            project.files.append(file)
    return project


def _failing(names: Names, asked: Sequence[str], contents: Contents) -> Iterator[tuple[str, Exception]]:
    for real in asked:
        try:
            read_named(names, [real], contents)
        except Exception as error:
            yield real, error


def _unread(shown: str, stem: str) -> ClaimsFile:
    """The file with nothing in it but its name."""
    return ClaimsFile(
        stem=stem, path=shown, source=SourceText(shown, ""), article=Article(), facts={}, checks=[]
    )
