"""All that a run's result depends on, as one hash."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable, Sequence
from pathlib import Path

from factcheck.cache.program import program
from factcheck.check.discovery import files_to_check
from factcheck.check.settings import Settings
from factcheck.claims.discovery import shown_path
from factcheck.records import record

LAYOUT = 1
"""Version of what the cache holds; another one is another cache."""

Digest = str | None


@record(frozen=True, slots=True)
class Inputs:
    """The key of a run, and the paths (as shown) of the files whose contents it holds."""

    key: str
    files: frozenset[str]


def inputs_of(paths: Sequence[Path], settings: Settings, more: Iterable[str]) -> Inputs | None:
    """The hash of the program, the settings, and the name and content of every claims file; ``None`` where a file cannot be read.

    The files that these use, and the articles' texts, are not known before they are read: they are listed with the result.
    """
    files = files_to_check(paths, settings)
    contents = [(shown_path(file), digest_of(file)) for file in files]
    if not files or any(digest is None for _, digest in contents):
        return None
    here = os.path.relpath(os.path.realpath("."), os.path.realpath(settings.root))
    whole = [LAYOUT, program(), repr(settings), here, [path.as_posix() for path in paths], contents, *more]
    return Inputs(hash_of(json.dumps(whole)), frozenset(path for path, _ in contents))


def digest_of(path: Path) -> Digest:
    """The hash of a file's content; ``None`` where there is nothing to read."""
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError:
        return None


def hash_of(text: str) -> str:
    """The hash of a text."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
