"""A draft from a file, or from standard input by way of a file that goes away again."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from factcheck.drafts.numbers import DraftNumbers


@contextmanager
def draft_file(path: Path) -> Iterator[Path]:
    """The draft's path; for ``-`` a file that holds what standard input brings, as long as it is needed. Exits where there is no such file."""
    from factcheck.cli.output import fail
    from factcheck.cli.speech import either

    if path.as_posix() != "-":
        if not path.is_file():
            fail(either(f"找不到草稿 {path}", f"draft {path} not found"))
        yield path
        return
    from tempfile import TemporaryDirectory

    with TemporaryDirectory() as folder:
        kept = Path(folder) / "stdin.txt"
        kept.write_bytes(sys.stdin.buffer.read())
        yield kept


def numbers_or_fail(path: Path, named: Path, language: Literal["zh", "en"] | None) -> DraftNumbers:
    """The numbers of a draft; exits with the reason where it cannot be read. ``named`` is how the user called it."""
    from factcheck.check.articles import unreadable
    from factcheck.cli.output import fail
    from factcheck.cli.speech import spoken_language
    from factcheck.drafts.documents import UnreadableDraftError, read_document
    from factcheck.drafts.numbers import numbers_of

    try:
        return numbers_of(read_document(path, named.as_posix()), language)
    except UnreadableDraftError as error:
        reason = unreadable(named.as_posix(), error.reason, error.detail)
        return fail(reason.in_language(spoken_language()))


def path_from(target: Path, draft: Path) -> str:
    """How a file at ``target`` names a draft: relative to its folder, with ``/``; nothing for standard input."""
    if draft.as_posix() == "-" or target.as_posix() == "-":
        return "" if draft.as_posix() == "-" else draft.as_posix()
    try:
        return Path(os.path.relpath(draft.resolve(), target.resolve().parent)).as_posix()
    except ValueError:  # another drive
        return draft.resolve().as_posix()
