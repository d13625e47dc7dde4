from __future__ import annotations

from itertools import combinations
from pathlib import Path

import pytest

from factcheck.reports.html.page import Binder
from factcheck.reports.html.relations.picture import Box, Circle, Picture
from factcheck.reports.html.states import State
from page.making import ROOT, report_of, written


def pictures(path: Path) -> list[Picture]:
    return next(iter(Binder(report_of(path), "zh").sheets())).pictures


def chain(length: int) -> str:
    facts = "".join(f"  数{at}: {{value: {length - at}个}}\n" for at in range(length))
    checks = "".join(f"  - within: {{part: 数{at + 1}, whole: 数{at}}}\n" for at in range(length - 1))
    return f"facts:\n{facts}checks:\n{checks}"


def half(node: Box | Circle) -> tuple[int, int]:
    return (node.width // 2, node.height // 2) if isinstance(node, Box) else (14, 14)


def overlapping(picture: Picture) -> list[tuple[object, object]]:
    nodes: list[Box | Circle] = [*picture.boxes, *picture.circles]
    return [
        (one, other)
        for one, other in combinations(nodes, 2)
        if abs(one.x - other.x) < half(one)[0] + half(other)[0] - 2
        and abs(one.y - other.y) < half(one)[1] + half(other)[1] - 2
    ]


@pytest.mark.parametrize("length", [3, 10, 60])
def test_no_box_lies_on_another_and_all_lie_in_the_picture(tmp_path: Path, length: int) -> None:
    (picture,) = pictures(written(tmp_path, chain(length), None))
    assert len(picture.boxes) == length
    assert overlapping(picture) == []
    for box in picture.boxes:
        assert box.width // 2 <= box.x <= picture.width - box.width // 2
        assert box.height // 2 <= box.y <= picture.height - box.height // 2


def test_contradictory_parts_come_first_and_hidden_quantities_are_told_apart() -> None:
    found = pictures(ROOT / "claims")
    states = [picture.state for picture in found]
    assert states[0] is State.CONTRADICTORY
    assert next(box.name for box in found[0].boxes if box.hidden) == "贫困人口"
    printed = {box.name: box.printed for box in found[0].boxes}
    assert printed["贫困人口"] == "6301…6313人"
    assert all(overlapping(picture) == [] for picture in found)
