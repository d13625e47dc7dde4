"""Diagnoses: one cause told once, the likeliest suspect first, nothing offered that heals half."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from diagnosis.building import project
from diagnosis.reading import judged
from factcheck.claims.model import Project
from factcheck.diagnosis import Diagnosis, diagnose
from factcheck.diagnosis.edits import edited
from factcheck.judgement import judge
from factcheck.quantities import read_quantity


def answers(text: str) -> list[Diagnosis]:
    return diagnose(*judged(text))


def test_nothing_wrong_nothing_said() -> None:
    assert answers("facts:\n  a: 10人\n  b: 20人\n  c: 30人\nchecks:\n  - a + b = c\n") == []


def test_one_broken_number_makes_one_diagnosis() -> None:
    """合计 stands in three checks that all break; the report must not tell it three times."""
    (diagnosis,) = answers(
        """
        facts:
          甲: 1200人
          乙: 2067人
          合计: 3627人
          女: 1692人
          女占比: 51.8%
          去年: 3111人
          增长: 5.0%
        checks:
          - sum: {whole: 合计, parts: [甲, 乙]}
          - share: {part: 女, whole: 合计, is: 女占比}
          - change: {from: 去年, to: 合计, by: 增长}
        """
    )
    assert len(diagnosis.conflicts) == 3
    assert [suspect.fact for suspect in diagnosis.suspects] == ["a.合计"]
    assert diagnosis.repairs[0].suggested == "3267人"
    assert diagnosis.repairs[0].kind == "transposition"
    assert set(diagnosis.checks) == {conflict.primary for conflict in diagnosis.conflicts}


def test_a_doubt_is_told_with_the_contradiction_that_has_its_cause() -> None:
    """The growth cannot be, the sum is only doubtful (1200 may be round); one digit of 合计 explains both."""
    (diagnosis,) = answers(
        """
        facts:
          甲: 1200人
          乙: 2067人
          合计: 3257人
          去年: 3111人
          增长: 5.0%
        checks:
          - sum: {whole: 合计, parts: [甲, 乙]}
          - change: {from: 去年, to: 合计, by: 增长}
        """
    )
    assert {conflict.reading for conflict in diagnosis.conflicts} == {"loose", "strict"}
    assert [suspect.fact for suspect in diagnosis.suspects] == ["a.合计"]
    assert diagnosis.repairs[0].suggested == "3267人"


def test_trusted_numbers_are_never_suspects() -> None:
    made = project({"a": "10人", "b": "20人", "t": "31人"}, ["a + b = t"], trusted=("a", "t"))
    (diagnosis,) = diagnose(made, judge(made))
    assert [suspect.fact for suspect in diagnosis.suspects] == ["t.b"]


def test_where_all_are_trusted_nothing_is_offered() -> None:
    made = project({"a": "10人", "b": "20人", "t": "31人"}, ["a + b = t"], trusted=("a", "b", "t"))
    (diagnosis,) = diagnose(made, judge(made))
    assert not diagnosis.complete
    assert diagnosis.repairs == ()


def test_two_errors_at_one_total_are_repaired_in_pairs_only() -> None:
    made = project(
        {"a": "10人", "b": "20人", "t": "31人", "c": "5人", "d": "27人"}, ["a + b = t", "c + d = t"]
    )
    (diagnosis,) = diagnose(made, judge(made))
    assert len(diagnosis.conflicts) == 2
    assert diagnosis.repairs
    assert all(repair.also for repair in diagnosis.repairs)


def test_two_errors_far_apart_are_two_diagnoses() -> None:
    made = project(
        {"a": "10人", "b": "20人", "t": "31人", "c": "5人", "d": "6人", "u": "12人"},
        ["a + b = t", "c + d = u"],
    )
    diagnoses = diagnose(made, judge(made))
    assert [len(diagnosis.conflicts) for diagnosis in diagnoses] == [1, 1]


def test_people_for_visits() -> None:
    """9370 students cannot be among 6313 people; read as visits they may."""
    (diagnosis,) = answers(
        """
        facts:
          低保人数: 3267人
          低保占比: 51.8%
          受助学生: 9370人
          贫困人口: {unit: 人}
        checks:
          - share: {part: 低保人数, whole: 贫困人口, is: 低保占比}
          - within: {part: 受助学生, whole: 贫困人口}
        """
    )
    first = diagnosis.repairs[0]
    assert (first.fact, first.suggested, first.kind) == ("a.受助学生", "9370人次", "unit")
    assert first.allowed is not None
    assert (first.allowed.low, first.allowed.high) == ("0", "6313")


def test_growth_on_the_wrong_base() -> None:
    """From 80 to 100 is 25 %; 20 % is what the rise is of 100."""
    (diagnosis,) = answers(
        """
        facts:
          去年: {value: 8000人, trusted: true}
          今年: {value: 10003人, trusted: true}
          增长: 20.0%
        checks:
          - change: {from: 去年, to: 今年, by: 增长}
        """
    )
    assert ("25.0%", "base") in [(repair.suggested, repair.kind) for repair in diagnosis.repairs]


def test_percent_for_percentage_points() -> None:
    """From 42.1 % to 45.3 % are 3.2 points, not 3.2 %."""
    (diagnosis,) = answers(
        """
        facts:
          去年占比: {value: 42.1%, trusted: true}
          今年占比: {value: 45.3%, trusted: true}
          提高: 3.2%
        checks:
          - change: {from: 去年占比, to: 今年占比, by: 提高}
        """
    )
    assert ("3.2个百分点", "unit") in [(repair.suggested, repair.kind) for repair in diagnosis.repairs]


def test_two_numbers_that_changed_places() -> None:
    (diagnosis,) = answers(
        """
        facts:
          男: 1575人
          女: 1692人
          合计: 3267人
          女占比: 48.2%
          男占比: 51.8%
        checks:
          - sum: {whole: 合计, parts: [男, 女]}
          - share: {part: 女, whole: 合计, is: 女占比}
          - share: {part: 男, whole: 合计, is: 男占比}
        """
    )
    kinds = {repair.kind for repair in diagnosis.repairs}
    assert "swap" in kinds or any(repair.also for repair in diagnosis.repairs)


def test_every_repair_has_its_reason_in_both_languages() -> None:
    made = project({"a": "1200人", "b": "2067人", "t": "3627人"}, ["a + b = t"])
    (diagnosis,) = diagnose(made, judge(made))
    for repair in diagnosis.repairs:
        assert repair.reason is not None
        assert repair.reason.zh
        assert repair.reason.en
    assert "不代表事实" in diagnosis.note.zh
    assert "not what is true" in diagnosis.note.en


def applied(made: Project, repair: object) -> Project:
    """The project as if the editor had made the edits of a repair."""
    edits = {repair.fact: repair.suggested}  # type: ignore[attr-defined]
    edits.update({name: then for name, _, then in repair.also})  # type: ignore[attr-defined]
    quantities = {name: read_quantity(text) for name, text in edits.items() if text}
    return edited(made, {name: quantity for name, quantity in quantities.items() if quantity is not None})


@st.composite
def broken_tables(draw: st.DrawFn) -> dict[str, str]:
    """Two groups with totals, a grand total and shares; one or two numbers are wrong."""
    parts = [draw(st.integers(10, 9999)) for _ in range(4)]
    totals = [parts[0] + parts[1], parts[2] + parts[3]]
    grand = sum(totals)
    values = dict(zip(["a", "b", "c", "d"], parts, strict=True)) | {
        "t": totals[0],
        "u": totals[1],
        "g": grand,
    }
    texts = {name: f"{value}人" for name, value in values.items()}
    tenths = round(1000 * totals[0] / grand)
    texts["s"] = f"{tenths // 10}.{tenths % 10}%"
    for name in draw(st.lists(st.sampled_from(sorted(values)), min_size=1, max_size=2, unique=True)):
        texts[name] = f"{draw(st.integers(10, 99999))}人"
    return texts


TABLE = ["a + b = t", "c + d = u", "t + u = g", "t = s * g"]


@given(broken_tables())
@settings(max_examples=40, deadline=None)
def test_what_is_offered_resolves_all_that_it_says(texts: dict[str, str]) -> None:
    """Every repair, applied, leaves none of the conflicts of its diagnosis, and makes no new one."""
    made = project(texts, TABLE)
    judgement = judge(made)
    before = sum(conflict.reading == "loose" for conflict in judgement.conflicts)
    for diagnosis in diagnose(made, judgement):
        for repair in diagnosis.repairs:
            if repair.suggested is None:
                continue
            after = [each for each in judge(applied(made, repair)).conflicts if each.reading == "loose"]
            cleared = sum(conflict.reading == "loose" for conflict in diagnosis.conflicts)
            assert not {conflict.primary for conflict in after} & set(diagnosis.checks)
            assert len(after) <= before - cleared


@given(broken_tables())
@settings(max_examples=25, deadline=None)
def test_every_conflict_is_diagnosed_once(texts: dict[str, str]) -> None:
    made = project(texts, TABLE)
    judgement = judge(made)
    told = [conflict.primary for diagnosis in diagnose(made, judgement) for conflict in diagnosis.conflicts]
    assert sorted(told) == sorted(conflict.primary for conflict in judgement.conflicts)


@pytest.mark.parametrize("order", [1, -1])
def test_the_order_of_the_checks_does_not_change_the_suspects(order: int) -> None:
    checks = ["a + b = total", "women = share * total"][::order]
    facts = {"a": "1200人", "b": "2067人", "total": "3627人", "women": "1692人", "share": "51.8%"}
    made = project(facts, checks)
    (diagnosis,) = diagnose(made, judge(made))
    assert [suspect.fact for suspect in diagnosis.suspects] == ["t.total"]


def test_nothing_is_changed_in_the_project() -> None:
    made = project({"a": "10人", "b": "20人", "t": "31人"}, ["a + b = t"])
    before = {name: replace(fact) for name, fact in made.facts().items()}
    diagnose(made, judge(made))
    assert made.facts() == before


def test_a_number_printed_twice_is_changed_in_both_places() -> None:
    """Each member of the sum is vouched for by a second print of it: one change alone only moves the contradiction."""
    made = project(
        {"a": "10人", "a2": "10人", "b": "20人", "b2": "20人", "t": "31人", "t2": "31人"},
        ["a + b = t", "a = a2", "b = b2", "t = t2"],
    )
    (diagnosis,) = diagnose(made, judge(made))
    offered = {
        frozenset([(repair.fact, repair.suggested), *((name, then) for name, _, then in repair.also)])
        for repair in diagnosis.repairs
    }
    assert frozenset([("t.t", "30人"), ("t.t2", "30人")]) in offered
    assert all(len(pair) == 2 for pair in offered)


def test_numbers_of_different_dates_are_told_so_first() -> None:
    (diagnosis,) = answers(
        """
        facts:
          受助学生: {value: 9370人, period: 2016/2020, cumulative: true}
          贫困人口: {value: 6307人, as_of: 2020-04}
        checks:
          - within: {part: 受助学生, whole: 贫困人口}
        """
    )
    assert diagnosis.note.zh.startswith("这些数字的时点")
    assert diagnosis.repairs[0].suggested == "9370人次"


def test_three_errors_at_one_number_are_told_one_by_one() -> None:
    """Each sum has an error of its own; no two changes mend three sums, so each is told apart, as one of several."""
    made = project(
        {
            "a": "1300人",
            "b": "2067人",
            "c": "1434人",
            "d": "1843人",
            "e": "2968人",
            "f": "499人",
            "h": "3267人",
        },
        ["a + b = h", "c + d = h", "e + f = h"],
        trusted=("b", "d", "f"),
    )
    diagnoses = diagnose(made, judge(made))
    assert [len(diagnosis.conflicts) for diagnosis in diagnoses] == [1, 1, 1]
    assert [diagnosis.repairs[0].suggested for diagnosis in diagnoses] == ["1200人", "1424人", "2768人"]
    assert all("互相牵连" in diagnosis.note.zh for diagnosis in diagnoses)


def test_a_check_that_a_case_needs_is_not_set_aside() -> None:
    """The share is the primary check of one conflict and a member of the other; both are told, each with its own suspects."""
    diagnoses = answers(
        """
        facts:
          低保人数: {value: 3267人, trusted: true}
          低保占比: {value: 51.8%, trusted: true}
          受助学生: 9370人
          特岗: 8418人
          贫困人口: {unit: 人}
        checks:
          - share: {part: 低保人数, whole: 贫困人口, is: 低保占比}
          - within: {part: 受助学生, whole: 贫困人口}
          - within: {part: 特岗, whole: 贫困人口}
        """
    )
    assert sorted(diagnosis.suspects[0].fact for diagnosis in diagnoses) == ["a.受助学生", "a.特岗"]
    assert all(diagnosis.complete for diagnosis in diagnoses)
