"""Formulas of the usual kind are read exactly as the parser reads them."""

from __future__ import annotations

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.claims.expressions import Comparison
from factcheck.claims.formulas.interface import FormulaError
from factcheck.claims.formulas.parser import parse_formula
from factcheck.claims.formulas.resolving import Formulas
from factcheck.claims.formulas.usual import usual_comparison
from factcheck.claims.reading import read_text
from factcheck.text import SourceText

NAMES = ("甲", "乙", "a_1", "_", "min", "x2", "35个", "3", "a-b", "甲.乙", "ß", "٣")
WORDS = (
    *NAMES,
    "+",
    "-",
    "−",
    "*",
    "/",
    "×",
    "÷",
    "=",
    "==",
    "<",
    "<=",
    "≥",
    ">=",
    ">",
    "≠",
    "(",
    ")",
    "0",
    "00",
    "007",
    "12",
    "1.5",
    "5%",
    ",",
    "",
    "max(甲,",
    "无",
)
FILE = read_text(SourceText("a.yaml", "facts:\n" + "".join(f"  {name}: 5个\n" for name in NAMES)))


class _Known(Formulas):
    """Names looked up in the file above, nothing reported."""

    def __init__(self) -> None:
        from factcheck.claims.decoding.context import FileContext

        super().__init__(FileContext(FILE.source, FILE.stem))
        self.file.facts = FILE.facts


def parsed(formula: str, start: int) -> Any:
    """What the parser makes of it; the error where it makes nothing of it."""
    try:
        return parse_formula(formula, range(start, start + len(formula) + 1), _Known())
    except FormulaError as error:
        return error


@settings(max_examples=500)
@given(st.lists(st.sampled_from(WORDS), max_size=9).map(" ".join), st.integers(0, 1000))
def test_the_parser_agrees(formula: str, start: int) -> None:
    found = usual_comparison(formula, start, FILE.facts, range(5000))
    if found is not None:
        assert found == parsed(formula, start)


@settings(max_examples=200)
@given(st.data())
def test_usual_ones_are_read(data: st.DataObject) -> None:
    sides = []
    for _ in range(data.draw(st.integers(2, 3))):
        signs = data.draw(st.sampled_from([("+", "-"), ("*", "/")]))
        terms = data.draw(st.lists(st.sampled_from(["甲", "乙", "a_1", "x2", "12"]), min_size=1, max_size=4))
        sides.append(
            "".join(
                term if not index else f" {data.draw(st.sampled_from(signs))} {term}"
                for index, term in enumerate(terms)
            )
        )
    formula = data.draw(st.sampled_from([" = ", " <= ", " > "])).join(sides)
    found = usual_comparison(formula, 3, FILE.facts, range(5000))
    assert isinstance(found, Comparison)
    assert found == parsed(formula, 3)


def test_a_sign_of_division_before_nought_is_left_to_the_parser() -> None:
    assert usual_comparison("甲 / 0 = 乙", 0, FILE.facts, range(50)) is None
    assert usual_comparison("甲 + 乙 * 甲 = 乙", 0, FILE.facts, range(50)) is None
