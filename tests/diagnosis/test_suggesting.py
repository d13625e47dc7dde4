"""Suggestions: relations that hold and no check states, few of them by chance."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from random import Random

import pytest

from diagnosis.reading import claims
from factcheck.claims import Project, read_project
from factcheck.diagnosis import suggest
from factcheck.judgement import judge

ARTICLE = Path(__file__).resolve().parents[2] / "claims" / "liuhe-2020.yaml"


def yaml_of(text: str) -> list[str]:
    return [found.yaml for found in suggest(claims(text)).found]


def test_a_sum() -> None:
    assert "- 甲 + 乙 = 合计" in yaml_of("facts:\n  甲: 1203人\n  乙: 2064人\n  合计: 3267人\n")


def test_several_parts_in_a_row() -> None:
    facts = "facts:\n  甲: 1203人\n  乙: 2064人\n  丙: 877人\n  合计: 4144人\n"
    assert "- 甲 + 乙 + 丙 = 合计" in yaml_of(facts)


def test_a_share() -> None:
    facts = "facts:\n  低保: 3267人\n  人口: 6307人\n  占比: 51.80%\n"
    assert "- share: {part: 低保, whole: 人口, is: 占比}" in yaml_of(facts)


def test_an_average() -> None:
    facts = "facts:\n  收益: 763.57万元\n  户数: 2642户\n  户均: 2890.12元\n"
    assert "- average: {total: 收益, over: 户数, is: 户均}" in yaml_of(facts)


def test_a_growth() -> None:
    facts = "facts:\n  去年: 3111人\n  今年: 3267人\n  增长: 5.01%\n"
    assert "- change: {from: 去年, to: 今年, by: 增长}" in yaml_of(facts)


def test_a_round_price() -> None:
    facts = "facts:\n  人次: 764人次\n  金额: 114.6万元\n"
    assert yaml_of(facts) == ["""- '"1500元/人次" * 人次 = 金额'"""]


def test_equal_ratios() -> None:
    facts = "facts:\n  甲款: 537.4913万元\n  甲人: 9371人\n  乙款: 268.7743万元\n  乙人: 4686人\n"
    found = suggest(claims(facts)).found
    assert any(each.form == "ratio" for each in found)


def test_what_is_pasted_holds() -> None:
    facts = "facts:\n  甲: 1203人\n  乙: 2064人\n  合计: 3267人\n  人次: 764人次\n  金额: 114.6万元\n"
    pasted = claims(facts + "checks:\n" + "".join(f"  {line}\n" for line in yaml_of(facts)))
    assert judge(pasted).conflicts == []


def test_a_stated_relation_is_not_suggested() -> None:
    facts = "facts:\n  甲: 1203人\n  乙: 2064人\n  合计: 3267人\n"
    assert yaml_of(facts + "checks:\n  - sum: {whole: 合计, parts: [甲, 乙]}\n") == []


def test_different_things_are_not_added() -> None:
    assert yaml_of("facts:\n  甲: 1203人\n  乙: 2064户\n  合计: 3267辆\n") == []


def test_a_coincidence_of_small_numbers_is_not_suggested() -> None:
    assert yaml_of("facts:\n  甲: 3人\n  乙: 4人\n  丙: 7人\n") == []


def test_names_that_are_no_identifiers_are_bracketed() -> None:
    assert "- 「甲 组」 + 乙 = 合计" in yaml_of("facts:\n  甲 组: 1203人\n  乙: 2064人\n  合计: 3267人\n")


@pytest.mark.skipif(not ARTICLE.exists(), reason="the article's claims are not at hand")
def test_the_article_without_its_checks() -> None:
    project = read_project([ARTICLE])
    bare = Project([replace(file, checks=[]) for file in project.files])
    result = suggest(bare)
    found = [each.yaml for each in result.found]
    assert "- 贫困村 + 非贫困村 = 行政村" in found
    assert """- '"1500元/人次" * 雨露人次 = 雨露金额'""" in found
    assert result.expected_by_chance < Fraction(1, 2)
    assert len(found) <= 4


def test_numbers_that_mean_nothing_bring_as_few_as_expected() -> None:
    """Sixty lists of twenty-four drawn numbers: what is found there is chance, and it is about what is said."""
    random = Random(7)
    hits, expected = 0, Fraction(0)
    for _ in range(60):
        lines = [f"  n{number}: {_drawn(random)}\n" for number in range(24)]
        result = suggest(claims("facts:\n" + "".join(lines)))
        hits += len(result.found)
        expected += result.expected_by_chance
    assert hits <= 3 * expected + 3
    assert expected / 60 < Fraction(1, 2)


def _drawn(random: Random) -> str:
    size = round(10 ** random.uniform(1.5, 4.5))
    return random.choice([f"{size}人", f"{size}户", f"{size / 100:.2f}万元", f"{size % 1000 / 10:.1f}%"])
