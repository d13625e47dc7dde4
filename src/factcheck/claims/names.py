"""The nearest right name for a wrong one."""

from __future__ import annotations

from collections.abc import Iterable

MOST_COMPARED = 20_000
"""Names at most that are compared with a wrong one: beyond that, suggestions are not worth the wait."""


def distance(left: str, right: str, most: int) -> int:
    """Edits (insert, delete, replace, swap neighbours) that turn one into the other, or ``most + 1`` where more are needed.

    >>> distance("低保人数", "低保人教", 2), distance("shrae", "share", 2), distance("a", "xyz", 2)
    (1, 1, 3)
    """
    if abs(len(left) - len(right)) > most:
        return most + 1
    before: list[int] = []
    row = list(range(len(right) + 1))
    for index, character in enumerate(left):
        older, before, row = before, row, [index + 1]
        for column, other in enumerate(right):
            cost = min(before[column] + (character != other), before[column + 1] + 1, row[column] + 1)
            if index and column and character == right[column - 1] and left[index - 1] == other:
                cost = min(cost, older[column - 1] + 1)
            row.append(cost)
        if min(row) > most:
            return most + 1
    return min(row[-1], most + 1)


def nearest(wrong: str, names: Iterable[str]) -> str | None:
    """The name that ``wrong`` was most likely meant to be; ``None`` where none is near.

    Fewest edits first (at most a third of its length, at least one), then a name that holds it or is held in it; then
    in the order given.

    >>> nearest("低保人教", ["贫困人口", "低保人数"]), nearest("低保", ["低保人数"]), nearest("x", ["贫困人口"])
    ('低保人数', '低保人数', None)
    """
    most = max(1, len(wrong) // 3)
    folded = wrong.casefold()
    best: str | None = None
    contained: str | None = None
    for count, name in enumerate(names):
        if count >= MOST_COMPARED:
            break
        if name.casefold() == folded:
            return name
        edits = distance(wrong, name, most)
        if edits <= most and edits < len(wrong):
            best, most = name, edits - 1
            if most < 1:
                break
        elif contained is None and len(wrong) > 1 and len(name) > 1 and (wrong in name or name in wrong):
            contained = name
    return best or contained
