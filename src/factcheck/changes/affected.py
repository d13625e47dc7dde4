"""Which files an edit can affect: those changed, those whose draft changed, and all that are joined to them through ``uses``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import PurePosixPath

NAME = re.compile(rb"[^\s\x00-\x2c/:;<=>?@\[\\\]^`{|}]+\.(?:ya?ml|txt|md|html?|docx)", re.IGNORECASE)
"""The end of a file's name as it may stand in claims: from the last space or punctuation on."""

SUFFIXES = (b".ya", b".ym", b".txt", b".md", b".htm", b".docx")


def mentioned(data: bytes) -> set[bytes]:
    """The (ends of) names of files that a text mentions; every file that it uses or that holds its article is among them.

    >>> sorted(mentioned("uses: {a: ../总 表.yaml}\\nx: 3.5".encode())) == ["表.yaml".encode()]
    True
    """
    lower = data.lower()
    if not any(suffix in lower for suffix in SUFFIXES):
        return set()  # most files mention none, and looking for whole names takes longer
    return set(NAME.findall(lower))


def ending(path: str) -> bytes:
    """By what a file is mentioned: the end of its name.

    >>> ending("claims/总 表.yaml").decode()
    '表.yaml'
    """
    name = PurePosixPath(path).name.encode("utf-8", "surrogateescape")
    found = NAME.findall(name)
    return (found[-1] if found else name).lower()


def affected(texts: Mapping[str, Iterable[bytes]], changed: Iterable[str]) -> set[str]:
    """Of the files whose contents (now and before) are given, those that a change of ``changed`` can affect.

    A file and one whose name it mentions are joined, in both directions: checks of both may share facts.
    """
    by_mention: dict[bytes, set[str]] = {}
    mentions: dict[str, set[bytes]] = {}
    by_ending: dict[bytes, set[str]] = {}
    for path, versions in texts.items():
        mentions[path] = set().union(*(mentioned(data) for data in versions))
        by_ending.setdefault(ending(path), set()).add(path)
        for name in mentions[path]:
            by_mention.setdefault(name, set()).add(path)
    found: set[str] = set()
    waiting: list[str] = []

    def reach(paths: Iterable[str]) -> None:
        for path in paths:
            if path in mentions and path not in found:
                found.add(path)
                waiting.append(path)

    for path in changed:
        reach((path, *by_mention.get(ending(path), ())))
    while waiting:
        path = waiting.pop()
        reach(by_mention.get(ending(path), ()))
        for name in mentions[path]:
            reach(by_ending.get(name, ()))
            reach(by_mention.get(name, ()) if name.endswith((b".yaml", b".yml")) else ())
    return found
