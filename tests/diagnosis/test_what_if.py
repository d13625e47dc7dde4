"""What an intended edit breaks, heals and drags along."""

from __future__ import annotations

from diagnosis.reading import claims
from factcheck.diagnosis import what_if
from factcheck.judgement.model import Verdict

TOWNS = """
facts:
  贫困村: {value: 35个, unit: 村}
  非贫困村: {value: 184个, unit: 村}
  行政村: {value: 219个, unit: 村}
checks:
  - id: 合计
    sum: {whole: 行政村, parts: [贫困村, 非贫困村]}
"""


def test_an_edit_that_breaks_a_sum_names_the_numbers_that_must_follow() -> None:
    result = what_if(claims(TOWNS), {"a.非贫困村": "185个"})
    assert result.edits == {"a.非贫困村": ("184个", "185个")}
    assert result.breaks == ("a.合计",)
    assert result.heals == ()
    assert [(change.before, change.after) for change in result.changes] == [
        (Verdict.HOLDS, Verdict.IMPOSSIBLE)
    ]
    assert {(each.fact, each.suggested) for each in result.followers} == {
        ("a.贫困村", "34个"),
        ("a.行政村", "220个"),
    }


def test_two_edits_that_agree_break_nothing() -> None:
    result = what_if(claims(TOWNS), {"a.非贫困村": "185个", "a.行政村": "220个"})
    assert (result.breaks, result.heals, result.changes, result.followers) == ((), (), (), ())


def test_an_edit_that_heals() -> None:
    result = what_if(claims(TOWNS.replace("219", "291")), {"a.行政村": "219个"})
    assert result.heals == ("a.合计",)
    assert result.breaks == ()


def test_an_old_conflict_that_stays_drags_nothing_along() -> None:
    made = claims(TOWNS + "  - 贫困村 >= 36\n")
    result = what_if(made, {"a.非贫困村": "184个"})
    assert result.changes == ()
    assert result.followers == ()


def test_the_edited_number_itself_is_never_a_follower() -> None:
    result = what_if(claims(TOWNS), {"a.行政村": "218个"})
    assert {each.fact for each in result.followers} == {"a.贫困村", "a.非贫困村"}


def test_a_name_or_value_that_is_wrong_is_told() -> None:
    made = claims(TOWNS)
    assert "贫困乡" in what_if(made, {"a.贫困乡": "3个"}).problems[0].zh
    assert "许多" in what_if(made, {"a.贫困村": "许多"}).problems[0].zh


def test_nothing_is_touched() -> None:
    made = claims(TOWNS)
    what_if(made, {"a.行政村": "1个"})
    assert made.facts()["a.行政村"].printed == "219个"


def test_a_hidden_quantity_can_be_given_a_value() -> None:
    made = claims(
        """
        facts:
          低保人数: 3267人
          低保占比: 51.8%
          贫困人口: {unit: 人}
        checks:
          - id: 占比
            share: {part: 低保人数, whole: 贫困人口, is: 低保占比}
        """
    )
    assert what_if(made, {"a.贫困人口": "6307人"}).breaks == ()
    assert what_if(made, {"a.贫困人口": "6400人"}).breaks == ("a.占比",)
