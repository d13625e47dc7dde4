"""What a conflict says besides its verdict, and what else is noted on the way."""

from __future__ import annotations

from fractions import Fraction
from itertools import permutations

import pytest

from factcheck.claims import read_text
from factcheck.claims.model import Project
from factcheck.judgement import Judgement, judge
from factcheck.text import SourceText
from judgement.reading import judged

HIDDEN_WHOLE = """
facts: {低保人数: 3267名, 低保占比: 51.8%%, 贫困人口: {unit: 人}, 受助学生: 9370人}
checks:
  - {id: share, share: {part: 低保人数, whole: 贫困人口, is: 低保占比}}
  - {id: within, within: {part: 受助学生, whole: 贫困人口}%s}
"""


def test_the_way_to_the_implied_range() -> None:
    conflict = judged(HIDDEN_WHOLE % "").conflicts[0]
    assert [
        (step.check, step.fact, step.bounds.low, step.bounds.high, step.uses) for step in conflict.steps
    ] == [
        ("t.share", "t.贫困人口", 6295, 6319, ("t.低保人数", "t.低保占比")),
        ("t.within", "t.受助学生", 0, 6319, ("t.贫困人口",)),
    ]
    assert conflict.facts == ("t.受助学生", "t.低保人数", "t.低保占比")
    assert conflict.printed_comparison is not None
    assert conflict.printed_comparison.gap == 3057


def test_an_assumption_marks_its_conflict() -> None:
    judgement = judged(HIDDEN_WHOLE % ", assumption: true, because: 假定")
    assert [conflict.assumption for conflict in judgement.conflicts] == [True]


def test_what_an_ignore_hides() -> None:
    judgement = judged(HIDDEN_WHOLE % ", ignore: 含非贫困学生")
    assert judgement.conflicts == []
    hidden = judgement.verdicts["t.within"].conflict
    assert hidden is not None
    assert hidden.checks == ("t.share", "t.within")


def test_an_ignore_that_hides_nothing() -> None:
    judgement = judged(HIDDEN_WHOLE.replace("9370", "937") % ", ignore: 没有理由")
    assert judgement.verdicts["t.within"].conflict is None


@pytest.mark.parametrize(
    ("one", "two", "mixed"),
    [
        ("as_of: 2019-12", "as_of: 2020-04", True),
        ("as_of: 2020-04", "as_of: 2020-04", False),
        ("cumulative: true", "as_of: 2020-04", True),
        ("note: 甲", "note: 乙", False),
    ],
)
def test_facts_of_different_times_are_told(one: str, two: str, mixed: bool) -> None:
    judgement = judged(f"""
facts: {{a: {{value: 9370人, {one}}}, b: {{value: 6307人, {two}}}}}
checks: [{{id: c, within: {{part: a, whole: b}}}}]
""")
    assert [conflict.mixed_periods for conflict in judgement.conflicts] == [mixed]


def test_time_passes_in_a_change() -> None:
    judgement = judged("""
facts: {a: {value: 120亿元, as_of: 2019}, b: {value: 150亿元, as_of: 2020}, by: 20%}
checks: [{id: c, change: {from: a, to: b, by: by}}]
""")
    assert [conflict.mixed_periods for conflict in judgement.conflicts] == [False]


@pytest.mark.parametrize(("total", "zeros"), [("3269名", True), ("3400名", False)])
def test_a_warning_that_rests_on_trailing_zeros(total: str, zeros: bool) -> None:
    judgement = judged(f"""
facts: {{a: 1200名, b: 2067名, t: {total}}}
checks: [{{id: c, sum: {{whole: t, parts: [a, b]}}}}]
""")
    assert [conflict.rests_on_zeros for conflict in judgement.conflicts] == [zeros]


def test_digits_that_the_inputs_cannot_carry() -> None:
    judgement = judged("""
facts: {total: 2.23亿元, over: {value: 40万人}, is: 557.51元}
checks: [{id: c, average: {total: total, over: over, is: is}}]
""")
    assert [(excess.fact, excess.digit_unit) for excess in judgement.excess_digits] == [
        ("t.is", Fraction(1, 100))
    ]


def test_slack_of_a_sum() -> None:
    judgement = judged("""
facts: {a: 12.6万吨, b: 8.3万吨, t: 20.9万吨}
checks: [{id: c, sum: {whole: t, parts: [a, b]}}]
""")
    assert judgement.verdicts["t.c"].slack == 1500


def test_the_order_of_files_changes_nothing() -> None:
    texts = {
        "a.yaml": "facts: {p: 3267名, r: 51.8%, w: {unit: 人}}\nchecks: [{id: c, share: {part: p, whole: w, is: r}}]\n",
        "b.yaml": "facts: {s: 9370人, w: 6400人}\nchecks: [{id: c, within: {part: s, whole: w}}]\n",
        "c.yaml": "facts: {x: 10人, y: 20人, t: 31人}\nchecks: [{id: c, sum: {whole: t, parts: [x, y]}}]\n",
    }
    seen = []
    for order in permutations(texts):
        project = Project([read_text(SourceText(name, texts[name])) for name in order])
        judgement = judge(project)
        seen.append(_told(judgement))
    assert all(each == seen[0] for each in seen)


def _told(judgement: Judgement) -> object:
    return (
        {name: verdict.verdict for name, verdict in judgement.verdicts.items()},
        [(conflict.code, conflict.primary, conflict.checks) for conflict in judgement.conflicts],
    )


def test_a_sum_of_a_thousand_terms_written_with_plus() -> None:
    names = [f"a{index}" for index in range(1000)]
    facts = "\n".join(f"  {name}: 1人" for name in names)
    judgement = judged(f"facts:\n{facts}\n  t: 1000人\nchecks:\n  - {' + '.join(names)} = t\n")
    assert [verdict.verdict.value for verdict in judgement.verdicts.values()] == ["holds"]
