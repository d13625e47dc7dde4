"""One file of a project read again from its edited text, among the files that are there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from posixpath import dirname, join, normpath

from factcheck.claims.decoding.context import FileContext
from factcheck.claims.linking import link
from factcheck.claims.model import ClaimsFile
from factcheck.claims.reading import read_text
from factcheck.claims.syntax.nodes import Scalar
from factcheck.text import SourceText


def read_again(files: Mapping[str, ClaimsFile], path: str, text: str) -> ClaimsFile:
    """The file at ``path`` with this text. Files that it uses are those of the project, by path; nothing is read from disk."""
    old = files.get(path)

    def locate(_: FileContext, written: str, node: Scalar) -> tuple[str, str] | None:
        used = files.get(normpath(join(dirname(path), written)))
        return None if used is None else (used.path, used.stem)

    file = read_text(SourceText(path, text), stem=None if old is None else old.stem, locate=locate)
    if file.uses:
        others = [replace(files[used], uses={}) for used in dict.fromkeys(file.uses.values()) if used != path]
        link([file, *others])
    return file
