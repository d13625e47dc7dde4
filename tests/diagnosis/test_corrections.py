"""Corrections, conflict sets and exact ranges of small networks: what a single fact would have to be, and when none will do."""

from __future__ import annotations

import re
from fractions import Fraction
from pathlib import Path

import pytest
import yaml

from diagnosis.building import exact_fact, hidden_fact, printed, project
from factcheck.claims.model import Fact, Project
from factcheck.diagnosis import diagnose, solve
from factcheck.judgement import judge
from factcheck.quantities import Interval

SHARED = Path(__file__).resolve().parents[3] / "shared" / "data" / "tricky-corrections.yaml"

CASES = [
    # one sum: any of its three members could be the wrong one
    {
        "facts": {"a": 1300, "b": 2059, "t": 3360},
        "relations": ["a+b==t"],
        "correct": {"a": 1301, "b": 2060, "t": 3359},
    },
    # a transposed share
    {
        "facts": {"part": 1746, "total": 3352, "share": "25.1%"},
        "relations": ["part==share*total"],
        "correct": {"share": "=873/1676 -> 52.1% (transposed)", "part": [840, 843], "total": [6943, 6970]},
    },
    # only the total stands in both broken relations
    {
        "facts": {"a": 1300, "b": 2052, "total": 3532, "women": 1746, "share": "52.1%"},
        "relations": ["a+b==total", "women==share*total"],
        "correct": {"total": 3352},
        "mus": 2,
    },
    # two errors far apart: no single correction
    {
        "facts": {"a": 12, "b": 25, "t": 39, "c": 7, "d": 8, "u": 16},
        "relations": ["a+b==t", "c+d==u"],
        "correct": {},
        "mus": 2,
    },
    # two errors at one total: no single correction
    {
        "facts": {"a": 12, "b": 25, "t": 39, "c": 7, "d": 31},
        "relations": ["a+b==t", "c+d==t"],
        "correct": {},
        "mus": 2,
    },
    # a slip of the unit
    {
        "facts": {"pc": 462, "n": 500000, "amt": "2.31万"},
        "relations": ["pc*n==amt"],
        "correct": {"n": 50, "amt": "231000000 (2.31亿: unit slip)"},
    },
    # exact ranges
    {"facts": {"part": 1746, "share": "52.1%", "T": "?int"}, "range": {"T": [3349, 3354]}},
    {
        "facts": {"a": "[0,200]", "b": "[0,200]", "d": "[20,50]"},
        "relations": ["a+b==200", "a-b==d"],
        "range": {"a": [110, 125]},
    },
    {"facts": {"a": ">2000 int", "b": "<2006 int"}, "relations": ["a==b"], "range": {"a": [2001, 2005]}},
    {
        "facts": {"t": 6000, "a": "1.3k", "b": 2500, "rest": "?"},
        "relations": ["a+b+rest==t"],
        "range": {"rest": "(2150,2250]"},
    },
    {
        "facts": {"cur": 210, "g": "40%", "prev": "?int"},
        "relations": ["g==(cur-prev)/prev"],
        "range": {"prev": 150},
    },
]


def _written(relation: str) -> str:
    spaced = re.sub(r"(==|[-+*/()])", r" \1 ", relation).replace("==", "=").split()
    return " ".join(spaced)


def _relations(case: dict) -> list[str]:
    if "relations" in case:
        return [_written(relation) for relation in case["relations"]]
    share, whole = ("share", "T") if "T" in case["facts"] else ("share", "n")
    return [f"{'part' if 'part' in case['facts'] else 'p'} = {share} * {whole}"]


def _fact(name: str, said: object) -> Fact:
    text = str(said)
    if text.startswith("?"):
        return hidden_fact(name, Interval(0, integer=text == "?int"))
    if bounds := re.fullmatch(r"([<>])(\d+) int", text):
        number = int(bounds[2])
        low, high = (number, None) if bounds[1] == ">" else (0, number)
        return hidden_fact(name, Interval(low, high, bounds[1] == ">", bounds[1] == "<", integer=True))
    if ends := re.fullmatch(r"\[(\d+),(\d+)([)\]])", text):
        return hidden_fact(name, Interval(int(ends[1]), int(ends[2]), False, ends[3] == ")"))
    text = text.replace("k", "千")
    whole = text.endswith(" int")
    quantity = printed(text.removesuffix(" int"))
    if re.fullmatch(r"\d+", text):
        return exact_fact(name, text)
    half = quantity.digit_unit / 2
    domain = Interval(quantity.value - half, quantity.value + half, high_open=True, integer=whole)
    return exact_fact(name, quantity.text, domain)


def _project(case: dict) -> Project:
    return project({name: _fact(name, said) for name, said in case["facts"].items()}, _relations(case))


def _single_corrections(made: Project) -> dict[str, Interval | None]:
    """The suspects of which a change of one resolves every conflict there is."""
    judgement = judge(made)
    return {
        suspect.fact.removeprefix("t."): suspect.allowed
        for diagnosis in diagnose(made, judgement)
        if len(diagnosis.conflicts) == len(judgement.conflicts)
        for suspect in diagnosis.suspects
        if not suspect.partners
    }


def _shared_cases() -> list[dict]:
    """The file writes a few plain scalars that YAML does not take: they are quoted first."""
    text = SHARED.read_text(encoding="utf-8").replace("亿: ", "亿 ")
    return yaml.safe_load(re.sub(r": (\?\w*)(?=[,}])", r': "\1"', text))


def _number(text: object) -> Fraction:
    return Fraction(re.match(r"=?([\d./]+)", str(text))[1])


@pytest.mark.parametrize(
    "case", [case for case in CASES if "correct" in case], ids=lambda case: str(case["facts"])
)
def test_the_facts_that_could_be_wrong(case: dict) -> None:
    _check_corrections(case)


@pytest.mark.parametrize(
    "case", [case for case in CASES if "range" in case], ids=lambda case: str(case["facts"])
)
def test_exact_ranges(case: dict) -> None:
    _check_range(case)


@pytest.mark.skipif(not SHARED.exists(), reason="../shared is not at hand")
def test_the_shared_cases() -> None:
    for case in _shared_cases():
        if "correct" in case:
            _check_corrections(case)
        else:
            _check_range(case)


def _check_corrections(case: dict) -> None:
    made = _project(case)
    found = _single_corrections(made)
    assert set(found) == set(case["correct"]) | (set(found) - _named(case))
    assert set(found) >= set(case["correct"])
    for name, expected in case["correct"].items():
        allowed = found[name]
        assert allowed is not None
        if isinstance(expected, list):
            assert [allowed.low, allowed.high] == expected
        else:
            assert allowed.contains(_allowed_value(made, name, expected))
    if "mus" in case:
        assert len(judge(made).conflicts) == case["mus"]


def _named(case: dict) -> set[str]:
    """All facts where the case lists every correction; of ``pc`` in the unit slip it says nothing."""
    return set(case["facts"]) - ({"pc"} if "pc" in case["facts"] else set())


def _allowed_value(made: Project, name: str, expected: object) -> Fraction:
    number = _number(expected)
    unit = made.facts()[f"t.{name}"].unit
    return number / unit.factor if unit is not None and str(expected).startswith("=") else number


def _check_range(case: dict) -> None:
    made = _project(case)
    judgement = judge(made)
    for name, expected in case["range"].items():
        derived = solve(made, judgement, f"t.{name}").loose
        assert derived is not None
        found = derived.bounds
        if isinstance(expected, list):
            assert [found.low, found.high] == expected
        elif isinstance(expected, int):
            assert found.low == found.high == expected
        else:
            low, high = (Fraction(end) for end in expected.strip("([])").split(","))
            assert (found.low, found.high) == (low, high)
            assert (found.low_open, found.high_open) == (expected[0] == "(", expected[-1] == ")")
