"""docs/article.md tells what the claims of the article hold and what the program finds in them."""

from __future__ import annotations

import re

import pytest

from documents.checks_of_facts import CLAIMS, END, PAGE, START, claims, table
from factcheck.check.model import Report
from factcheck.check.run import check
from factcheck.judgement.model import Verdict
from factcheck.quantities.interval import Interval

TEXT = PAGE.read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def report() -> Report:
    return check([CLAIMS])


def test_table() -> None:
    assert TEXT.partition(START)[2].partition(END)[0].strip() == table().strip()


def test_counts_in_the_text() -> None:
    file = claims()
    hidden = sum(fact.hidden for fact in file.facts.values())
    assumed = sum(each.assumption for each in file.checks)
    printed, total = len(file.facts) - hidden, len(file.checks)
    zh = re.search(
        r"写成 (\d+) 条事实.*另有 (\d+) 个.*由 (\d+) 条关系.*?其中 (\d+) 条.*?(\d+) 条是编者", TEXT, re.DOTALL
    )
    en = re.search(
        r"They are (\d+) facts.*with (\d+) hidden.*by (\d+) checks: (\d+) that.*?(\d+) guesses",
        TEXT,
        re.DOTALL,
    )
    assert zh is not None
    assert en is not None
    counted = tuple(str(number) for number in (printed, hidden, total, total - assumed, assumed))
    assert zh.groups() == en.groups() == counted


def test_every_check_gives_its_reason() -> None:
    assert [each.id for each in claims().checks if not each.because] == []


def test_verdicts(report: Report) -> None:
    found: dict[str, set[str]] = {}
    for name, verdict in report.judgement.verdicts.items():
        found.setdefault(verdict.verdict, set()).add(name.partition(".")[2])
    holding = found.pop(Verdict.HOLDS)
    assert found == {
        Verdict.IMPOSSIBLE: {
            "受助学生属贫困人口",
            "参保者与学生不重叠",
            "名誉职务每村一人",
            "光伏总额即分配收益",
            "未改造线路的车",
        },
        Verdict.DOUBTFUL: {"光伏人均"},
        Verdict.IN_CONFLICT: {"低保占比", "供水户合计", "光伏户均"},
    }
    assert len(holding) == len(claims().checks) - 9


def test_guesses_are_warnings_at_most(report: Report) -> None:
    assert sorted(finding.code for finding in report.findings if finding.severity == "error") == [
        "FC206",
        "FC206",
    ]


@pytest.mark.parametrize(
    ("fact", "strict", "loose"),
    [
        ("贫困人口", (6301, 6313), (6295, 6319)),
        ("贫困户", (2636, 2636), (2636, 2636)),
        ("两业重叠户", (167, 930), (167, 930)),
        ("村屯", (514, 1028), None),
    ],
)
def test_hidden_quantities(
    report: Report, fact: str, strict: tuple[int, int], loose: tuple[int, int] | None
) -> None:
    implied = report.judgement.implied[f"liuhe-2020.{fact}"]
    assert _ends(implied.strict) == strict
    assert loose is None or _ends(implied.loose) == loose


def _ends(interval: Interval | None) -> tuple[object, object]:
    assert interval is not None
    return interval.low, interval.high


def test_first_repair(report: Report) -> None:
    first = report.diagnoses[0].repairs[0]
    assert (first.fact, first.suggested) == ("liuhe-2020.受助学生", "9370人次")
    assert first.also == (("liuhe-2020.减免学生", "3910人", "3910人次"),)
