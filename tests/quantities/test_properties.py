"""Properties of the reading of printed quantities, whatever the text."""

from __future__ import annotations

from fractions import Fraction
from typing import Literal

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from factcheck.quantities import (
    Interval,
    PrintedQuantity,
    Readings,
    print_like,
    read_quantity,
    readings,
    scan,
)
from factcheck.quantities.chinese.numerals import read_numeral
from factcheck.quantities.english.numerals import read_english
from factcheck.quantities.interval_sets import is_within
from quantities.numerals_for_tests import chinese, english

Language = Literal["zh", "en"]
LANGUAGES: tuple[Language, ...] = ("zh", "en")

PIECES = [
    "0",
    "1",
    "2",
    "3",
    "9",
    "10",
    "15",
    "100",
    "3267",
    "2020",
    "1.5",
    "2.23",
    "1,234",
    ".5",
    "-3",
    "一",
    "二",
    "两",
    "三",
    "五",
    "十",
    "百",
    "千",
    "万",
    "亿",
    "半",
    "几",
    "数",
    "多",
    "余",
    "来",
    "约",
    "近",
    "超过",
    "至少",
    "不足",
    "以上",
    "左右",
    "第",
    "年",
    "月",
    "日",
    "号",
    "个",
    "名",
    "户",
    "人",
    "人次",
    "元",
    "%",
    "％",
    "个百分点",
    "成",
    "折",
    "倍",
    "翻",
    "番",
    "分之",
    "点",
    "至",
    "到",
    "—",
    "-",
    "–",
    "~",
    "/",
    "又",
    "和",
    "之间",
    "“",
    "”",
    "《",
    "》",
    "，",
    "。",
    ",",
    ".",
    ":",
    "+",
    "(",
    ")",
    "村",
    "公里",
    "千瓦时",
    "平方公里",
    "负",
    "－",
    "１",
    "２",
    "one",
    "two",
    "twenty",
    "five",
    "hundred",
    "thousand",
    "million",
    "half",
    "third",
    "quarter",
    "dozen",
    "a",
    "and",
    "of",
    "in",
    "to",
    "from",
    "between",
    "about",
    "more",
    "than",
    "at",
    "least",
    "percent",
    "points",
    "$",
    "£",
    "people",
    "miles",
    "per",
    "hour",
    "doubled",
    "twice",
    "times",
    "May",
    "21",
    "2019",
    "k",
    "m",
    "bn",
    "st",
    "th",
    "#",
    "½",
    "¾",
    "²",
    "x10^",
    "e5",
    "^",
    "http://a.b/1",
    "COVID-19",
    "İ",
    "𝟗",
    "\n",
]
noise = st.one_of(
    st.text(max_size=40),
    st.lists(st.sampled_from(PIECES), max_size=14).map("".join),
    st.lists(st.sampled_from(PIECES), max_size=14).map(" ".join),
)


@given(noise)
@example("1/0")
@example("零分之一")
@example("2^-999")
@example("9" * 5000)
@settings(max_examples=600, deadline=None)
def test_scanning_never_fails_and_spans_are_those_of_the_text(text: str) -> None:
    for language in LANGUAGES:
        end = 0
        for item in scan(text, language):
            assert item.text == text[item.start : item.end]
            assert end <= item.start < item.end <= len(text)
            end = item.end
            if isinstance(item, PrintedQuantity):
                assert item.start <= item.number_start < item.number_end <= item.end
                assert item.upper is None or item.upper > item.value


@given(noise)
@settings(max_examples=400, deadline=None)
def test_a_whole_text_is_read_or_refused(text: str) -> None:
    for language in LANGUAGES:
        quantity = read_quantity(text, language=language)
        assert quantity is None or quantity.text == text.strip()


@given(noise, st.sampled_from(["nearest", "truncate", "either"]), st.booleans(), st.booleans())
@settings(max_examples=400, deadline=None)
def test_the_strict_reading_lies_inside_the_loose_one(
    text: str, rounding: Literal["nearest", "truncate", "either"], whole_of_all: bool, is_ratio: bool
) -> None:
    for language in LANGUAGES:
        for item in scan(text, language):
            if isinstance(item, PrintedQuantity):
                both = readings(item, rounding=rounding, whole_of_all=whole_of_all, is_ratio=is_ratio)
                assert_nested(both)


def assert_nested(both: Readings) -> None:
    assert holds_something(both.strict)
    assert is_within(both.strict, both.loose)


def holds_something(interval: Interval) -> bool:
    if interval.low is None or interval.high is None:
        return True
    if interval.low == interval.high:
        return not (interval.low_open or interval.high_open)
    return interval.low < interval.high


@given(st.integers(0, 10**16))
def test_chinese_numerals_read_back(number: int) -> None:
    numeral = read_numeral(chinese(number))
    assert numeral is not None
    assert numeral.value == number


@given(st.integers(0, 10**15))
def test_english_numerals_read_back(number: int) -> None:
    numeral = read_english(english(number))
    assert numeral is not None
    assert numeral.value == number


PRINTED: list[tuple[str, Language]] = [
    ("3267名", "zh"), ("2.23亿元", "zh"), ("1,234户", "zh"), ("约3000人", "zh"), ("51.8%", "zh"), ("5773万元", "zh"), ("1500元/人次", "zh"),
    ("18.70%", "zh"), ("3000多人", "zh"), ("70%以上", "zh"), ("四个", "zh"), ("七成", "zh"), ("2890元", "zh"), ("20972人次", "zh"), ("3.5倍", "zh"),
    ("5个百分点", "zh"), ("-3%", "zh"), ("三千二百元", "zh"), ("两万人", "zh"), ("1.2万亿元", "zh"), ("3千人", "zh"), ("超过1000户", "zh"),
    ("1,143 households", "en"), ("$13.6 million", "en"), ("$2.5bn", "en"), ("about 15 percent", "en"), ("51.8%", "en"), ("three people", "en"),
    ("twenty miles", "en"), ("5 percentage points", "en"), ("6,650 employees", "en"), ("3.2 million people", "en"), ("up to 400 jobs", "en"),
    ("10k users", "en"), ("百分之五", "zh"), ("三分之二", "zh"), ("一半", "zh"), ("七成五", "zh"), ("两年半", "zh"), ("两个半小时", "zh"), ("8小时30分钟", "zh"), ("翻一番", "zh"), ("3000多万人", "zh"), ("2e5", "en"), ("1.3x10^6", "en"), ("one in five", "en"), ("doubled", "en"), ("10 1/2 miles", "en"), ("minus 5", "en"), ("-3.5%", "en"), ("two thirds", "en"), ("€2 million", "en"), ("$21.25 per square foot", "en"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "language"), PRINTED)
@given(number=st.integers(0, 10**7), places=st.integers(0, 3))
@settings(max_examples=60, deadline=None)
def test_a_value_printed_alike_reads_back(text: str, language: Language, number: int, places: int) -> None:
    quantity = read_quantity(text, language=language)
    assert quantity is not None
    value = Fraction(number, 10**places) * (quantity.digit_unit if quantity.scale else 1)
    if quantity.value < 0:
        value = -value
        assume(value)
    printed = print_like(quantity, value)
    again = read_quantity(printed, language=language)
    assert again is not None, printed
    assert again.value == value, printed
    assert again.unit.dimension == quantity.unit.dimension
    assert again.unit.factor == quantity.unit.factor
    assert again.hedge == quantity.hedge


@pytest.mark.parametrize(("text", "language"), PRINTED)
def test_the_same_value_printed_alike_has_the_same_precision(text: str, language: Language) -> None:
    quantity = read_quantity(text, language=language)
    assert quantity is not None
    if quantity.in_words:
        pytest.skip("words become digits")
    assert print_like(quantity, quantity.value) == text
