"""Numbers, ranges, letters and sentences as reports show them."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.check.run import check
from factcheck.findings import Finding
from factcheck.quantities.interval import Interval, Rational
from factcheck.rules.wording.intervals import in_brackets, in_words
from factcheck.rules.wording.numbers import Display, readable

rationals = st.fractions(min_value=-(10**9), max_value=10**9, max_denominator=10**6)


@given(rationals, st.integers(0, 4))
def test_rounding_is_outward(value: Fraction, places: int) -> None:
    assert Fraction(readable(value, places, up=False)) <= value <= Fraction(readable(value, places, up=True))


@given(rationals, rationals, st.sampled_from([1, 100, 10_000, 10**8]))
def test_brackets_hold_the_interval(one: Fraction, other: Fraction, size: Rational) -> None:
    low, high = sorted((one, other))
    shown = in_brackets(Interval(low, high), Display("吨", size, 1))
    ends = [Fraction(part) for part in shown.strip("[]()").split(", ")]
    assert ends[0] * size <= low
    assert high <= ends[-1] * size


@pytest.mark.parametrize(
    ("interval", "zh", "en"),
    [
        (Interval(6301, 6313), "在 6301 人到 6313 人之间", "between 6301 人 and 6313 人"),
        (Interval(0, 6319), "不超过 6319 人", "at most 6319 人"),
        (Interval(0, 1550, high_open=True), "小于 1550 人", "less than 1550 人"),
        (Interval(35, None), "不少于 35 人", "at least 35 人"),
        (Interval(35, None, low_open=True), "大于 35 人", "more than 35 人"),
        (Interval(7, 7), "是 7 人", "exactly 7 人"),
    ],
)
def test_in_words(interval: Interval, zh: str, en: str) -> None:
    words = in_words(interval, Display("人"))
    assert (words.zh, words.en) == (zh, en)


def only(text: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> Finding:
    monkeypatch.chdir(folder)
    Path("claims.yaml").write_text(text, encoding="utf-8")
    (finding,) = check([Path("claims.yaml")]).findings
    return finding


GRAIN = """
facts:
  小麦: 12.6万吨
  稻谷: 8.3万吨
  合计: 21.5万吨
checks:
  - sum: {whole: 合计, parts: [小麦, 稻谷]}
    because: 夏粮只收这两种
"""


def test_a_whole_finding(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    finding = only(GRAIN, tmp_path, monkeypatch)
    assert finding.message.zh == "原文合计 21.5万吨，分项相加只可能在 20.8 万吨到 21.0 万吨之间"
    assert (
        finding.message.en
        == "the article gives 合计 as 21.5万吨, but the parts can only add up to between 20.8 万吨 and 21.0 万吨"
    )
    assert [line.zh for line in finding.derivation] == [
        "推算：A + B = 12.6万吨 + 8.3万吨；按所印数字为 [20.8, 21.0]，放宽为 (20.7, 21.1)",
        "原文：C = 21.5万吨；按所印数字为 [21.45, 21.55]，放宽为 (21.4, 21.6)",
        "差距：放宽后仍至少差 0.3 万吨（约 1.4%）",
    ]
    assert finding.facts == ("claims.小麦", "claims.稻谷", "claims.合计")
    assert finding.primary.letter == "C"
    assert finding.primary.source.text[finding.primary.start : finding.primary.end] == "21.5万吨"
    assert (finding.reading, finding.gap) == ("loose", "3000")
    assert finding.stated is not None
    assert finding.implied is not None
    assert (finding.stated.low, finding.stated.high, finding.stated.low_open) == ("214000", "216000", True)
    assert (finding.implied.low, finding.implied.high) == ("207000", "211000")
    assert [note.zh for note in finding.notes] == ["理由：夏粮只收这两种"]


def test_assumptions_are_said_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = "facts: {村: 35个, 书记: 34名}\nchecks:\n  - {that: 书记 >= 村, assumption: true}\n"
    finding = only(text, tmp_path, monkeypatch)
    assert finding.severity == "warning"
    assert finding.message.zh == "若 书记 ≥ 村，则所印数字不可能都对：34名 ≥ 35个"


def test_different_dates_are_said_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = """
facts:
  贫困户: {value: 120户, as_of: 2019-12}
  总户数: {value: 100户, as_of: 2020-06}
checks:
  - within: {part: 贫困户, whole: 总户数}
"""
    finding = only(text, tmp_path, monkeypatch)
    assert finding.code == "FC206"
    assert finding.message.zh.startswith("时点或口径不同：")
    assert finding.notes[0].zh.startswith("先看时间")


def test_trailing_zeros_are_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = "facts: {合计: 1200户, 甲: 701户, 乙: 502户}\nchecks:\n  - sum: {whole: 合计, parts: [甲, 乙]}\n"
    finding = only(text, tmp_path, monkeypatch)
    assert finding.code == "FC301"
    assert "只有当 1200户 精确到个位时才算不符" in [note.zh for note in finding.notes]


def test_fingerprints_do_not_depend_on_lines(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = only(GRAIN, tmp_path, monkeypatch)
    after = only(GRAIN.replace("facts:", "# 说明\n\nfacts:").replace("21.5", "21.6"), tmp_path, monkeypatch)
    assert before.primary.position != after.primary.position
    assert before.fingerprint == after.fingerprint
