"""Whatever stands in a file, reading it ends with a model and findings inside the file, in a language that people read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.reading_cases import codes, read
from factcheck.claims import ClaimsFile

SAMPLE = """article:
  title: 县域报告
  published: 2020-04-21
units:
  村屯: "[village]"
uses:
  census: census.yaml
facts:
  甲: 35个
  乙: {value: 3267名, quote: 3267名建档立卡贫困人口, unit: 人, period: 2016/2020-04}
  丙:
    value: 51.8%
    quote: ["占51.8%", {exact: 51.8%, prefix: 占}]
    reading: strict
    precision: 1%
  丁: {unit: 人, between: [1人, 9999人], because: 常识}
checks:
  - 甲 + "3个" <= 乙
  - share: {part: 乙, whole: 丁, is: 丙}
    tolerance: 1%
    ignore: ""
  - same: [丁, 6307]
  - that: max(甲, census.人口) >= `甲`
    because: 理由
"""


def sound(file: ClaimsFile) -> None:
    """Every finding has words in both languages and a place inside the file."""
    length = len(file.source.text)
    for finding in file.findings:
        assert finding.message.zh
        assert finding.message.en
        for label in finding.labels:
            assert 0 <= label.start <= label.end <= length
    for fact in file.facts.values():
        assert file.source.text[fact.name_extent.start : fact.name_extent.end]


def test_the_sample_is_right() -> None:
    file = read(SAMPLE)
    assert not file.findings
    assert len(file.facts) == len(file.checks) == 4


@given(st.text(max_size=200))
def test_any_text(text: str) -> None:
    sound(read(text))


pieces = st.sampled_from(
    ["facts:", "checks:", "\n", "\n  ", "\n  - ", "a: ", "b", "：", ":", "{", "}", "[", "]", "'", '"', "`", "> ", ">3", "|",
     "- ", "# ", "\t", "*", "&x ", "!t ", "<<: ", "---\n", "1,200元", "35个", "a + b = ", "that: ", "because: ", "sum: ",
     "whole: ", "parts: ", "value: ", "quote: ", "\x1b", "\ud800", "\u3000", "\u2028", "\ufeff", "\r", "51.8%", "@", "%"]
)  # fmt: skip


@given(st.lists(pieces, max_size=40).map("".join))
def test_pieces_of_claims_in_any_order(text: str) -> None:
    sound(read("facts:\n" + text))
    sound(read(text))


@given(st.integers(0, len(SAMPLE)), st.integers(0, 12), pieces)
def test_one_wound_in_a_good_file(at: int, length: int, piece: str) -> None:
    sound(read(SAMPLE[:at] + piece + SAMPLE[at + length :]))


@pytest.mark.parametrize("opening", ["[", "{a: ", "- ", "? "])
@pytest.mark.parametrize("levels", [900, 20_000])
def test_deep_nesting(opening: str, levels: int) -> None:
    sound(read("facts:\n  a: 3个\n  b: " + opening * levels))


def test_blocks_inside_blocks() -> None:
    sound(read("facts:\n" + "\n".join(" " * level + "a:" for level in range(2, 1500))))


def test_many_slips_are_all_found() -> None:
    text = "facts:\n" + "".join(f'  a{index}: "{index}个\n  b{index}: {index}个\n' for index in range(20))
    found = codes(read(text))
    assert found.count("FC025") == 20


def test_ten_thousand_facts() -> None:
    text = "facts:\n" + "".join(f"  名{index}: {index + 1}个\n" for index in range(10_000))
    text += "checks:\n" + "".join(f"  - 名{index} <= 名{index + 1}\n" for index in range(9_999))
    file = read(text)
    assert not file.findings
    assert len(file.facts) == 10_000
    assert len(file.checks) == 9_999


def test_five_megabytes() -> None:
    note = "长" * 500
    text = "facts:\n" + "".join(f"  名{index}: {{value: {index}个, note: {note}}}\n" for index in range(3400))
    assert len(text.encode()) > 5_000_000
    file = read(text)
    assert not file.findings
    assert len(file.facts) == 3400


def test_a_large_file_with_a_slip() -> None:
    text = "facts:\n" + "".join(f"  名{index}: {index}个\n" for index in range(60_000)) + "  末: `x`\n"
    file = read(text)
    assert codes(file) == ["FC020"]
    assert len(file.facts) == 60_000
