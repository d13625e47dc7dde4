"""The order of findings, what a run counts, and which facts a check names."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from itertools import permutations

import pytest

from factcheck.check.model import in_reading_order
from factcheck.claims.expressions import Negation, Operation, Reference
from factcheck.claims.model import Check
from factcheck.findings import Finding, Message, Severity
from factcheck.reports.exact import exact_text, rounded
from factcheck.reports.phrases.summary import summary_sentence
from factcheck.reports.relations import facts_of, unchecked_facts
from factcheck.text import SourceText
from reports.building import label
from reports.samples import clean, grain, mixed

ARTICLE = SourceText("a.md", "先说12万，再说34万。")
FIRST = SourceText("claims/a.yaml", "b: 34万\na: 12万\n")
SECOND = SourceText("claims/b.yaml", "c: 1\n")


def finding(code: str, source: SourceText, fragment: str, article: str = "") -> Finding:
    return Finding(
        code=code,
        slug="x",
        severity=Severity.ERROR,
        message=Message(code, code),
        labels=(label(source, fragment, primary=True),),
        article=(label(ARTICLE, article, primary=True),) if article else (),
    )


def test_findings_stand_as_the_article_reads_whatever_order_they_were_found_in():
    wanted = [
        finding("FC004", FIRST, "b"),
        finding("FC201", FIRST, "12万", "12万"),
        finding("FC202", FIRST, "34万", "34万"),
        finding("FC203", FIRST, "34万", "34万"),
        finding("FC701", SECOND, "c"),
    ]
    assert all(list(in_reading_order(order)) == wanted for order in permutations(wanted))


def test_the_summary_counts_what_is_not_ignored():
    summary = mixed().summary
    assert (summary.files, summary.facts, summary.checks) == (2, 5, 4)
    assert (summary.errors, summary.warnings, summary.infos) == (2, 2, 1)
    assert (summary.ignored, summary.not_judged) == (1, 1)


def test_the_last_line_says_what_was_not_checked():
    assert summary_sentence(replace(mixed(), duration=None)).zh.endswith(
        "；未检查：1 个文件未能读取、1 条关系未能判定、1 个数字没有关系涉及"
    )


def test_the_last_line_is_short_where_all_was_checked():
    report = replace(clean(), duration=None)
    assert summary_sentence(report).en == "Checked 1 file, 2 facts, 1 check: 0 errors, 0 warnings, 0 ignored"


def test_facts_no_check_names():
    assert [fact.name for fact in unchecked_facts(mixed().project)] == ["金额"]
    assert unchecked_facts(grain().project) == []


def test_facts_of_a_deeply_nested_expression():
    node: Reference | Negation | Operation = Reference("a", "x.a", 0, 1)
    for depth in range(5000):
        node = Negation(node, 0, 1) if depth % 2 else Operation("+", node, Reference("b", "x.b", 2, 3), 0, 1)
    check = Check(id="x:1", kind="sum", line=1, end=1, fields={"whole": (node,)})
    assert facts_of(check) == ("x.a", "x.b")


@pytest.mark.parametrize(
    ("value", "text"),
    [(Fraction(43, 2), "21.5"), (Fraction(-1, 400), "-0.0025"), (Fraction(2, 3), "2/3"), (7, "7"), (Fraction(0), "0"),
     (10**5000, "1" + "0" * 5000)],
    ids=["decimal", "negative", "fraction", "whole", "nothing", "huge"],
)  # fmt: skip
def test_numbers_are_written_exactly(value, text):
    assert exact_text(value) == text


@pytest.mark.parametrize(
    ("value", "text"), [(Fraction(1395, 1000), "1.4"), (Fraction(995, 1000), "1"), (99, "99"), (Fraction(-5, 1000), "-0.005")]
)  # fmt: skip
def test_numbers_for_people_are_rounded_to_two_digits(value, text):
    assert rounded(value) == text
