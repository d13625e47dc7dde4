"""Files that have to be judged together: those joined by ``uses``."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from typing import TypeVar

from factcheck.claims.model import ClaimsFile, Project

Key = TypeVar("Key", bound=Hashable)


def connected_files(project: Project) -> list[list[ClaimsFile]]:
    """The files in groups that share no facts, groups and files in the order given."""
    by_path = {file.path: file for file in project.files}
    joins = ((file.path, used) for file in project.files for used in file.uses.values() if used in by_path)
    return [[by_path[path] for path in group] for group in groups(list(by_path), joins)]


def groups(members: Sequence[Key], joins: Iterable[tuple[Key, Key]]) -> list[list[Key]]:
    """The members in groups that no join leaves, groups and members in the order given.

    >>> groups([1, 2, 3, 4], [(3, 1)])
    [[1, 3], [2], [4]]
    """
    above = {member: member for member in members}

    def root(member: Key) -> Key:
        while above[member] != member:
            above[member] = above[above[member]]
            member = above[member]
        return member

    for one, other in joins:
        above[root(other)] = root(one)
    found: dict[Key, list[Key]] = {}
    for member in members:
        found.setdefault(root(member), []).append(member)
    return list(found.values())
