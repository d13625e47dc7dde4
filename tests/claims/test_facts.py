"""What facts mean: units, quotes, readings, hidden quantities, and text that YAML's own typing never touches."""

from __future__ import annotations

import pickle
from dataclasses import replace
from fractions import Fraction
from typing import Any

import pytest
import yaml

from claims.reading_cases import codes, marked, read
from factcheck.claims import Fact, Period
from factcheck.claims.syntax import composing, events
from factcheck.quantities.interval import Interval


def fact(text: str, name: str = "x") -> Fact:
    file = read(f"facts:\n  {name}: {text}\n")
    assert not file.findings, [finding.message.en for finding in file.findings]
    return file.facts[name]


@pytest.mark.parametrize(
    "written", ["2.90", "010", "12:30", "no", "1e3", "0x1F", "~", "1_000", "2020-04-21", "true", ".5"]
)
def test_text_stays_as_written(written: str) -> None:
    assert fact(f"{{value: 3人, note: {written}, source: {written}}}").note == written
    file = read(f"facts:\n  x: {written}\n")
    for printed in (each.printed for each in file.facts.values()):
        assert printed == written


def test_trailing_zeros_count() -> None:
    assert fact("2.90元").readings.strict == Interval(Fraction("2.895"), Fraction("2.905"))
    assert fact("2.9元").readings.strict == Interval(Fraction("2.85"), Fraction("2.95"))


@pytest.mark.parametrize(
    ("text", "unit", "amount"),
    [
        ("35个", "个", 35),
        ("{value: 35个, unit: 村}", "村", 35),
        ("{value: 219, unit: 村}", "村", 219),
        ("{value: 2.23亿元, unit: 元}", "元", 223_000_000),
        ("{value: 390, unit: 万元}", "万元", 3_900_000),
        ("{value: 3267名, unit: 人}", "名", 3267),
        ("{value: 2890元, unit: 元/户}", "元/户", 2890),
        ("{value: 1200, unit: 元/户}", "元/户", 1200),
    ],
)
def test_units(text: str, unit: str, amount: int) -> None:
    found = fact(text)
    assert found.unit is not None
    assert found.quantity is not None
    assert found.unit.name == unit
    assert found.quantity.value * found.unit.factor == amount


def test_the_noun_of_the_quote_is_what_is_counted() -> None:
    counted = fact("{value: 35个, quote: 全县35个贫困村}").unit
    bare = fact("35个").unit
    assert counted is not None
    assert bare is not None
    assert bare.dimension == (("count", 1),)
    assert counted.dimension != bare.dimension


def test_a_year_is_a_year() -> None:
    both = (fact('{value: "2018", unit: 年}'), fact("2018年"))
    assert both[0].unit == both[1].unit
    assert both[0].readings == both[1].readings


def test_hidden_quantities() -> None:
    people = fact("{unit: 人}")
    assert people.hidden
    assert people.readings.loose == Interval(0, None, integer=True)
    assert fact("{}").readings.loose == Interval(0, None)
    ratio = fact("{unit: 元/瓦, between: [4元/瓦, 15元/瓦], because: 造价}")
    assert ratio.readings.loose == Interval(4, 15)
    assert fact("{unit: 元, between: [1万元, ..], because: 常识}").between == Interval(10_000, None)
    assert fact("{unit: 万元, between: [-10万元, 5万元], because: 亏损}").between == Interval(-10, 5)
    assert fact("{unit: 元/项目, between: [3万元/项目, 300万元/项目], because: 常识}").between == Interval(
        30_000, 3_000_000
    )


def test_overridden_readings() -> None:
    assert fact("{value: 1200名, reading: exact}").readings.loose == Interval(1200, 1200, integer=True)
    assert fact("{value: 1200元, reading: strict}").readings.loose == Interval(
        Fraction("1199.5"), Fraction("1200.5")
    )
    own = fact("{value: 1200元, reading: [1100元, 1300元]}")
    assert own.readings.strict == own.readings.loose == own.reading == Interval(1100, 1300)
    assert fact("{value: 35个, reading: [30个, 40个]}").readings.strict == Interval(30, 40, integer=True)
    tens = fact("{value: 1230元, precision: 10元}")
    assert tens.precision == 10
    assert tens.readings.strict == Interval(1225, 1235)


def test_the_article_s_rounding() -> None:
    text = "article: {{rounding: {way}}}\nfacts:\n  x: 2.5万元\n"
    cut = read(text.format(way="truncate")).facts["x"].readings.strict
    assert cut == Interval(25_000, 26_000, high_open=True)
    either = read(text.format(way="either")).facts["x"].readings
    assert either.strict == either.loose


def test_all_of_them_is_exactly_all() -> None:
    assert fact("{value: 100%, quote: 贫困户安全住房达到100%}").readings.loose != Interval(100, 100)
    whole = fact('{value: 100%, quote: "全部参保,参保率达到100%"}')
    assert whole.whole_of_all
    assert whole.readings.loose == Interval(100, 100)
    assert not fact("{value: 100%, quote: 人均增长100%}").whole_of_all


@pytest.mark.parametrize(
    ("quote", "per"),
    [
        ("户均增收2890元", "户"),
        ("人均增收2890元", "人"),
        ("每户增收2890元", "户"),
        ("每名学生补助2890元", "人"),
        ("每个项目投入2890元", "项目"),
        ("增收2890元", None),
    ],
)
def test_what_the_quote_says_it_is_per(quote: str, per: str | None) -> None:
    assert fact(f"{{value: 2890元, quote: {quote}}}").per == per


def test_a_range_for_each_is_no_count() -> None:
    each = fact("{value: 1至2名, quote: 每个村屯都有1至2名保洁员}")
    assert each.per == "村屯"
    assert each.is_ratio
    assert not each.readings.strict.integer


def test_an_average_is_no_count() -> None:
    file = read(
        "facts: {total: 30人, over: 10户, is: 3人, plain: 3人}\nchecks:\n  - average: {total: total, over: over, is: is}\n"
    )
    assert file.facts["is"].is_ratio
    assert not file.facts["is"].readings.loose.integer
    assert file.facts["plain"].readings.loose.integer


def test_periods() -> None:
    assert fact("{value: 3人, as_of: 2020-04}").period == Period("2020-04", "2020-04")
    assert fact("{value: 3人, period: 2016/..}").period == Period("2016", None)
    assert fact("{value: 3人, period: ../2020-04-21}").period == Period(None, "2020-04-21")
    assert fact("{value: 3人, period: 2019}").period == Period("2019", "2019")
    assert fact("{value: 3人, period: 2016/2016-04}").period == Period("2016", "2016-04")


def test_value_from_its_quote() -> None:
    found = fact("{quote: 全县35个贫困村}")
    assert found.printed is not None
    assert found.printed.startswith("35个")
    assert not found.hidden
    two = read('facts:\n  x:\n    quote: "9370人、537.49万元"\n    unit: 元\n')
    assert not two.findings
    assert two.facts["x"].printed == "537.49万元"
    extent = two.facts["x"].value_extent
    assert two.source.text[extent.start : extent.end] == "537.49万元"


def test_a_place_in_a_folded_quote() -> None:
    file = read("facts:\n  x:\n    quote: >-\n      全县共有\n      3267名建档立卡\n      贫困人口\n")
    extent = file.facts["x"].value_extent
    assert file.source.text[extent.start : extent.end] == "3267名"


@pytest.mark.parametrize(
    ("value", "quote", "code"),
    [
        ("15个", "十五个乡镇", None),
        ("2.23亿元", "投资22300万元", None),
        ("35个", "135个村", "FC101"),
        ("35个", "3.35个村", "FC101"),
        ("35个", "有35个、36个", None),
        ("1,200元", "1200元", None),
        ("3267名", "3267户", "FC101"),
    ],
)
def test_the_quote_holds_the_value(value: str, quote: str, code: str | None) -> None:
    file = read(f'facts:\n  x: {{value: "{value}", quote: "{quote}", unit: {value[-1]}}}\n')
    assert codes(file) == ([code] if code else [])


def test_a_repeated_figure_that_differs() -> None:
    file = read("facts:\n  x:\n    value: 219个\n    quote: [219个行政村, 全县219个行政村, 218个行政村]\n")
    assert codes(file) == ["FC102"]
    assert marked(file.findings[0]).startswith("218个")
    without = read("facts:\n  x:\n    quote: [219个行政村, 218个行政村]\n")
    assert codes(without) == ["FC102"]


def test_an_empty_reason_to_ignore_is_kept() -> None:
    file = read(
        "facts: {a: 1人}\nchecks:\n  - {that: a = 1, ignore: ''}\n  - {that: a = 1, ignore: 理由}\n  - a = 1\n"
    )
    assert [check.ignore for check in file.checks] == ["", "理由", None]


def test_tolerances() -> None:
    file = read(
        "facts: {a: 1元}\nchecks:\n  - {that: a = 1, tolerance: 1.5%}\n  - {that: a = 1, tolerance: 10元}\n"
    )
    relative, absolute = (check.tolerance for check in file.checks)
    assert relative is not None
    assert relative.relative
    assert getattr(relative.amount, "value", None) == Fraction(3, 200)
    assert absolute is not None
    assert not absolute.relative
    assert getattr(absolute.amount, "value", None) == 10


def test_ids() -> None:
    file = read("facts: {a: 1元}\nchecks:\n  - {that: a = 1, id: eins}\n  - a = 1\n  - a = 2\n")
    assert [check.id for check in file.checks] == ["x.eins", "x:4", "x:5"]
    same = read("facts: {a: 1元}\nchecks: [a = 1, a = 2]\n")
    assert [check.id for check in same.checks] == ["x:2", "x:2:17"]


def test_units_of_the_project() -> None:
    file = read(
        'units: {村屯: "[village]", 垧: 10000 * meter ** 2}\nfacts: {a: 30垧, b: {value: 5, unit: 垧}, c: {unit: 村屯}}\n'
    )
    assert not file.findings
    for name in ("a", "b"):
        unit = file.facts[name].unit
        assert unit is not None
        assert unit.dimension == (("length", 2),)
        assert unit.factor == 10_000
    wrong = read("units: {垧: 10000 * metr ** 2}\nfacts: {a: 3人}\n")
    assert codes(wrong) == ["FC028"]
    assert marked(wrong.findings[0]) == "10000 * metr ** 2"


def test_all_ways_of_composing_read_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    from claims.test_cases import CASES
    from claims.test_robustness import SAMPLE

    def outcome(text: str) -> tuple[Any, ...]:
        file = read(text)
        return codes(file), list(file.facts.values()), file.checks

    texts = [SAMPLE, *(case["text"] for case in CASES)]
    line_by_line = [outcome(text) for text in texts]
    monkeypatch.setattr(composing, "compose_usual", lambda text, at: None)
    for text, expected in zip(texts, line_by_line, strict=True):
        assert outcome(text) == expected
    monkeypatch.setattr(events, "_parser", lambda: yaml.SafeLoader)
    for text, expected in zip(texts, line_by_line, strict=True):
        assert outcome(text) == expected


def test_a_check_of_one_field_that_is_no_relation_is_looked_at() -> None:
    assert codes(read("facts: {甲: 5个}\nchecks:\n  - because: [甲]\n")) == ["FC010", "FC009"]


def test_what_few_facts_say_is_kept_with_those_that_say_it() -> None:
    plain, said = (fact(f"{{value: 5个{more}}}") for more in ("", ", note: 备注, alone: true"))
    assert (plain.note, plain.alone, plain.period) == ("", False, None)
    assert (said.note, said.alone, said.period) == ("备注", True, None)
    assert vars(plain) == {}
    assert pickle.loads(pickle.dumps(said)) == said
    assert replace(said, note="", alone=False, **places(plain)) == plain
    assert said != plain


def places(known: Fact) -> dict[str, int]:
    return {name: getattr(known, name) for name in ("name_start", "name_end", "value_start", "value_end")}


def test_a_fact_has_no_other_fields() -> None:
    known = fact("5个")
    with pytest.raises(TypeError, match="colour"):
        replace(known, colour="red")
