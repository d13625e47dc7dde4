"""Where the boxes of a component go: a layout of even distances, then boxes pushed apart until none overlaps.

Places are pixels of the picture. They say nothing of any number of the article.
"""

from __future__ import annotations

from collections.abc import Sequence

import rustworkx

from factcheck.reports.html.relations.network import Graph

Point = tuple[float, float]
Size = tuple[int, int]

GAP = 12
"""Pixels that stay free around a box."""
DISTANCE = 64
"""Pixels from a check to a number it names, where nothing is in the way."""
WIDER = 1.25
"""Boxes are wider than high: so is the picture."""
MOST_ROUNDS = 200


def places(part: Graph, sizes: Sequence[Size]) -> list[Point]:
    """The middle of each box, in the order of the nodes; the picture's corner is at 0, 0."""
    mapping = rustworkx.graph_kamada_kawai_layout(part)
    spread = DISTANCE * max(_diameter(part), 1) / 2
    found = [(mapping[at][0] * spread * WIDER, mapping[at][1] * spread) for at in part.node_indices()]
    return _from_corner(_apart(found, sizes), sizes)


def _diameter(part: Graph) -> int:
    return int(max(max(row) for row in rustworkx.distance_matrix(part)))


def _apart(points: Sequence[Point], sizes: Sequence[Size]) -> list[Point]:
    """The points with overlapping boxes moved off each other, along the shorter way, a little at a time."""
    xs, ys = [x for x, _ in points], [y for _, y in points]
    for _ in range(MOST_ROUNDS):
        moved = False
        order = sorted(range(len(xs)), key=lambda at: xs[at])
        for place, one in enumerate(order):
            for other in order[place + 1 :]:
                across = (sizes[one][0] + sizes[other][0]) / 2 + GAP - abs(xs[other] - xs[one])
                if across <= 0 and xs[other] - xs[one] > 400:
                    break
                down = (sizes[one][1] + sizes[other][1]) / 2 + GAP - abs(ys[other] - ys[one])
                if across > 0.5 and down > 0.5:
                    moved = True
                    _push(xs if across < down else ys, one, other, min(across, down) / 2)
        if not moved:
            break
    return list(zip(xs, ys, strict=True))


def _push(values: list[float], one: int, other: int, by: float) -> None:
    sign = 1 if values[one] <= values[other] else -1
    values[one] -= sign * by
    values[other] += sign * by


def _from_corner(points: Sequence[Point], sizes: Sequence[Size]) -> list[Point]:
    left = min(x - width / 2 for (x, _), (width, _) in zip(points, sizes, strict=True)) - GAP
    top = min(y - height / 2 for (_, y), (_, height) in zip(points, sizes, strict=True)) - GAP
    return [(x - left, y - top) for x, y in points]
