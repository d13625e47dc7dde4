"""A quantity explained: its range in both readings, the steps, what pins it, the slack."""

from __future__ import annotations

from diagnosis.reading import judged
from factcheck.diagnosis import Explanation, solve

POOR = """
facts:
  低保人数: 3267人
  低保占比: 51.8%
  贫困人口: {unit: 人}
  集中供水户: 2024户
  分散供水户: 612户
  贫困户: {unit: 户}
  户均人口: {unit: 人/户}
checks:
  - id: 占比
    share: {part: 低保人数, whole: 贫困人口, is: 低保占比}
  - id: 供水
    sum: {whole: 贫困户, parts: [集中供水户, 分散供水户]}
  - id: 户均
    average: {total: 贫困人口, over: 贫困户, is: 户均人口}
"""


def explained(text: str, name: str) -> Explanation:
    return solve(*judged(text), f"a.{name}")


def test_a_hidden_whole_from_its_part_and_share() -> None:
    found = explained(POOR, "贫困人口")
    assert found.strict is not None
    assert found.loose is not None
    assert (found.strict.bounds.low, found.strict.bounds.high) == (6301, 6313)
    assert (found.loose.bounds.low, found.loose.bounds.high) == (6295, 6319)
    assert [(step.check, step.fact) for step in found.strict.steps] == [("a.占比", "a.贫困人口")]
    assert found.pinned_by == ("a.低保人数", "a.低保占比")
    assert found.slack == 12
    assert found.agrees is None
    assert found.printed is None


def test_a_chain_is_told_in_the_order_in_which_it_can_be_followed() -> None:
    found = explained(POOR, "户均人口")
    assert found.strict is not None
    assert [step.check for step in found.strict.steps] == ["a.占比", "a.供水", "a.户均"]
    assert set(found.pinned_by) == {"a.低保人数", "a.低保占比", "a.集中供水户", "a.分散供水户"}


def test_a_printed_number_is_explained_by_the_others_alone() -> None:
    found = explained(POOR.replace("贫困人口: {unit: 人}", "贫困人口: 6400人"), "低保人数")
    assert found.strict is not None
    assert (found.strict.bounds.low, found.strict.bounds.high) == (3312, 3318)
    assert found.printed == "3267人"
    assert found.agrees is False


def test_a_printed_number_that_agrees() -> None:
    found = explained(POOR.replace("贫困人口: {unit: 人}", "贫困人口: 6307人"), "低保占比")
    assert found.agrees is True


def test_a_number_that_no_check_uses() -> None:
    found = explained("facts:\n  a: 3人\n  b: 3人\n  c: 5人\nchecks:\n  - a = b\n", "c")
    assert (found.strict, found.loose, found.slack, found.agrees) == (None, None, None, None)


def test_only_one_side_is_known() -> None:
    found = explained("facts:\n  a: 3人\n  b: {unit: 人}\nchecks:\n  - b >= a\n", "b")
    assert found.strict is not None
    assert (found.strict.bounds.low, found.strict.bounds.high) == (3, None)
    assert found.slack is None
