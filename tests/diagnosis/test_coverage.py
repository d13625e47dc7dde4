"""Guard coverage: the same as editing every digit and judging again."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from diagnosis.building import project
from diagnosis.reading import judged
from factcheck.claims.model import Project
from factcheck.diagnosis import GuardLevel, guard_coverage
from factcheck.diagnosis.edits import edited
from factcheck.diagnosis.slips import as_printed, digit_edits, numeral_of
from factcheck.judgement import judge


def levels(text: str) -> dict[str, GuardLevel]:
    return {name.removeprefix("a."): guard.level for name, guard in guard_coverage(*judged(text)).items()}


def test_an_exact_sum_guards_every_digit() -> None:
    found = levels("facts:\n  a: 35人\n  b: 184人\n  c: 219人\n  d: 7人\nchecks:\n  - a + b = c\n")
    assert found == {"a": GuardLevel.ALL, "b": GuardLevel.ALL, "c": GuardLevel.ALL, "d": GuardLevel.NONE}


def test_a_rounded_number_guards_the_leading_digits_of_an_exact_one() -> None:
    """1692 of 3267 is 51.8 % for 1691 to 1693 as well."""
    found = guard_coverage(
        *judged(
            "facts:\n  part: 1692人\n  whole: 3267人\n  is: 51.8%\nchecks:\n"
            "  - share: {part: part, whole: whole, is: is}\n"
        )
    )
    assert found["a.part"].level is GuardLevel.LEADING
    assert [digit.noticed for digit in found["a.part"].digits][:3] == [8, 9, 9]
    assert found["a.part"].digits[3].noticed < 9
    assert found["a.is"].level is GuardLevel.ALL


def test_one_direction_only_is_no_guard_but_is_counted() -> None:
    found = guard_coverage(
        *judged("facts:\n  part: 4000人\n  whole: 6000人\nchecks:\n  - within: {part: part, whole: whole}\n")
    )
    assert found["a.part"].level is GuardLevel.NONE
    assert 0 < found["a.part"].noticed < found["a.part"].edits


def test_hidden_facts_have_no_digits_to_guard() -> None:
    assert set(levels("facts:\n  a: 3人\n  h: {unit: 人}\nchecks:\n  - h >= a\n")) == {"a"}


def test_assumptions_notice_too() -> None:
    text = "facts:\n  a: 3人\n  b: 3人\nchecks:\n  - {that: a = b, assumption: true}\n"
    found = guard_coverage(*judged(text))["a.a"]
    assert found.level is GuardLevel.ALL
    assert [(digit.errors, digit.noticed) for digit in found.digits] == [(0, 9)]


def noticed_by_judging(made: Project, name: str) -> list[int]:
    """How many edits of each digit bring a new conflict, judged one by one."""
    quantity = made.facts()[name].quantity
    assert quantity is not None
    numeral = numeral_of(quantity)
    assert numeral is not None
    counts = [0] * len(numeral.digits)
    for place in range(len(counts)):
        for steps in digit_edits(numeral, place):
            meant = replace(numeral, digits=str(steps).zfill(len(counts)))
            changed = edited(made, {name: as_printed(quantity, numeral, meant)})
            counts[place] += bool(judge(changed).conflicts)
    return counts


@given(st.integers(11, 9999), st.integers(11, 9999), st.sampled_from(["a", "b", "t", "s"]))
@settings(max_examples=15, deadline=None)
def test_counting_agrees_with_judging_every_edit(first: int, second: int, name: str) -> None:
    tenths = round(1000 * first / (first + second))
    facts = {
        "a": f"{first}人",
        "b": f"{second}人",
        "t": f"{first + second}人",
        "s": f"{tenths // 10}.{tenths % 10}%",
    }
    made = project(facts, ["a + b = t", "a = s * t"])
    judgement = judge(made)
    if judgement.conflicts:
        return
    found = guard_coverage(made, judgement)[f"t.{name}"]
    assert [digit.noticed for digit in found.digits] == noticed_by_judging(made, f"t.{name}")


@pytest.mark.parametrize("wrong", ["9370人", "7000人"])
def test_a_number_in_conflict_is_guarded_by_the_check_it_breaks(wrong: str) -> None:
    text = f"facts:\n  part: {wrong}\n  whole: 6319人\nchecks:\n  - within: {{part: part, whole: whole}}\n"
    found = guard_coverage(*judged(text))["a.part"]
    assert found.digits[0].errors == 9 - int(wrong[0] != "6") - 5 or found.digits[0].errors > 0
