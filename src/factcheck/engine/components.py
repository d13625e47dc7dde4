"""Groups of constraints that share unknown variables: what is exactly known joins nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from factcheck.engine.box import Bounds


def group(
    constraints: Iterable[int],
    variables_of: Callable[[int], tuple[int, ...]],
    bounds_of: Callable[[int], Bounds],
) -> list[tuple[int, ...]]:
    """The constraints by connected component, in their order."""
    owner: dict[int, int] = {}
    parent: dict[int, int] = {}

    def find(item: int) -> int:
        while parent[item] != item:
            parent[item] = parent[parent[item]]
            item = parent[item]
        return item

    ordered = list(constraints)
    for constraint in ordered:
        parent[constraint] = constraint
        for variable in variables_of(constraint):
            if variable in owner:
                root = find(owner[variable])
                if root >= 0:
                    parent[find(constraint)] = root
                continue
            low, _, high, _ = bounds_of(variable)
            if low is None or low != high:
                owner[variable] = constraint
    groups: dict[int, list[int]] = {}
    for constraint in ordered:
        groups.setdefault(find(constraint), []).append(constraint)
    return [tuple(members) for members in groups.values()]
