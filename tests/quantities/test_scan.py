"""What the scanner reads in running text, in both languages."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
import yaml

from factcheck.quantities import Embedded, hedge_meaning, read_quantity, scan

CASES: dict[str, dict[str, list[Any]]] = yaml.safe_load(
    (Path(__file__).parent / "cases" / "scan.yaml").read_text(encoding="utf-8")
)
ROWS = [(language, text, expected) for language, cases in CASES.items() for text, expected in cases.items()]


def fraction(value: Any) -> Fraction:
    return Fraction(str(value))


@pytest.mark.parametrize(
    ("language", "text", "expected"), ROWS, ids=[f"{row[0]}-{row[1][:24]}" for row in ROWS]
)
def test_running_text(language: Any, text: str, expected: list[Any]) -> None:
    found: list[Any] = []
    for item in scan(text, language):
        if isinstance(item, Embedded):
            found.append({item.text: item.kind})
        else:
            value: Any = item.value if item.upper is None else [item.value, item.upper]
            found.append([item.text, value, item.kind, *filter(None, [hedge_meaning(item.hedge)])])
    wanted = [
        row
        if isinstance(row, dict)
        else [
            row[0],
            [fraction(end) for end in row[1]] if isinstance(row[1], list) else fraction(row[1]),
            *row[2:],
        ]
        for row in expected
    ]
    assert found == wanted


@pytest.mark.parametrize("text", ["", "没有数字", "3267名和24名", "万", "第", "about", "%", "3267名。"])
def test_what_is_not_one_quantity_is_refused(text: str) -> None:
    assert read_quantity(text, language="zh") is None


def test_an_unknown_unit_is_a_new_count() -> None:
    quantity = read_quantity("35自然屯", language="zh")
    assert quantity is not None
    assert quantity.unit.dimension == (("自然屯", 1),)
    assert quantity.unit.is_count


def test_the_noun_is_taken_from_the_context() -> None:
    alone = read_quantity("35个", language="zh")
    quoted = read_quantity("35个", language="zh", context="全县35个贫困村走访")
    assert alone is not None
    assert quoted is not None
    assert alone.unit.dimension == (("count", 1),)
    assert quoted.unit.dimension == (("village", 1),)
    assert quoted.noun == "贫困村"
