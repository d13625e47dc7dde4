"""Which files may have to be judged together, told from their bytes alone: a guess that is cheap, and checked once they are read."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping

from factcheck.check.connected import groups
from factcheck.claims.naming import Names

_USES = re.compile(rb"^[\"']?uses[\"']?[ \t]*:(.*(?:\n(?:[ \t#].*)?)*)", re.MULTILINE)
_USED = re.compile(rb":[ \t]*[\"']?([^\"'\s,{}#][^\"'\n,{}#]*)")
_TEXT = re.compile(rb"\btext[\"']?[ \t]*:[ \t]*[\"']?([^\"'\n,}#]+)")


def likely_groups(names: Names, contents: Mapping[str, bytes]) -> list[list[str]]:
    """The files (by real path) in groups: joined by ``uses``, or by the text of the same article."""
    return groups(list(contents), _joins(names, contents))


def _joins(names: Names, contents: Mapping[str, bytes]) -> Iterator[tuple[str, str]]:
    first_with_text: dict[str, str] = {}
    for real, data in contents.items():
        if b"uses" in data:
            yield from ((real, used) for used in _used(names, real, data) if used in contents)
        if b"text" in data:
            for written in _TEXT.findall(data):
                text = _beside(names, real, written)
                yield first_with_text.setdefault(text, real), real


def _used(names: Names, real: str, data: bytes) -> Iterator[str]:
    for found in _USES.finditer(data.replace(b"\r", b"\n")):
        for written in _USED.findall(found[1]):
            yield os.path.realpath(_beside(names, real, written))


def _beside(names: Names, real: str, written: bytes) -> str:
    return os.path.normpath(names.paths[real].parent / written.decode(errors="replace").strip())
