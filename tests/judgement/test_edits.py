"""A kept project whose files are edited, line by line, comes to the same judgement as the files read afresh."""

from __future__ import annotations

from random import Random

import pytest

from factcheck.claims import ClaimsFile, Project, link, read_text
from factcheck.judgement import Judgement, Options, ProjectState, judge
from factcheck.judgement.model import CheckVerdict, ConflictSet
from factcheck.judgement.state import Update
from factcheck.text import SourceText

CENSUS = """\
facts:
  人口: 12450人
  户数: 4150户
  户均: 3.0
  低保: {value: 3267人, unit: 人}
checks:
  - average: {total: 人口, over: 户数, is: 户均}
  - within: {part: 低保, whole: 人口}
"""
COUNTY = """\
uses: {census: census.yaml}
facts:
  甲村: 810人
  乙村: 1205人
  两村: 2015人
  甲占: 40.2%
  乙占: 59.8%
  贫困: {unit: 人}
  低保占比: 51.8%
  受助: 6000人
  收益: 120.5万元
  人均: 598元
  未知: {}
  增幅: 2.5%
  去年: 117.6万元
  年份: 1972
checks:
  - sum: {whole: 两村, parts: [甲村, 乙村]}
  - share: {part: 甲村, whole: 两村, is: 甲占}
  - share: {part: 乙村, whole: 两村, is: 乙占}
  - shares: {of: [甲占, 乙占]}
  - share: {part: census.低保, whole: 贫困, is: 低保占比}
  - within: {part: 受助, whole: 贫困}
  - average: {total: 收益, over: 两村, is: 人均}
  - change: {from: 去年, to: 收益, by: 增幅}
  - 未知 + 甲村 = 两村
  - 年份 > 两村
"""
GRAIN = "facts:\n" + "".join(
    f"  a{n}: {n + 3}.{n % 10}万吨\n  b{n}: {n}.{9 - n % 10}万吨\n  t{n}: {2 * n + 4}.{n % 3 // 2}万吨\n" for n in range(14)
) + "checks:\n" + "".join(f"  - a{n} + b{n} = t{n}\n" for n in range(14))  # fmt: skip
"""Two numbers cut off add up to one tenth less than their total, which this file prints nearly always."""
VALUES = [
    "810人", "约810人", "811人", "近2000人", "2015户", "2015", "3.0", "3人", "59.8%", "60%", "598元", "598.4元",
    "120.5万元", "0.8", "{unit: 人}", "{}", "{unit: 户}", "4.1万吨", "4.2万吨", "4吨", "1972", "2.5人",
]  # fmt: skip
NEW_CHECKS = [
    "甲村 < 乙村", "未知 = 乙村", "times: {a: 收益, b: 去年, is: 增幅}", "a1 + b1 = t1", "same: [甲村, 乙村]",
    "average: {total: 收益, over: 两村, is: 未知}", "within: {part: 甲村, whole: census.人口}", "年份 = 户数",
]  # fmt: skip


def read(texts: dict[str, str]) -> list[ClaimsFile]:
    files = [read_text(SourceText(path, text)) for path, text in texts.items()]
    link(files)
    return files


def edited(text: str, random: Random) -> str:
    """One line changed, taken out or added."""
    lines = text.splitlines()
    facts, checks = lines.index("facts:") + 1, lines.index("checks:") + 1
    draw = random.random()
    at = random.randrange(facts, checks - 1)
    if draw < 0.5:
        name, _, value = lines[at].partition(": ")
        lines[at] = f"{name}: {random.choice(VALUES) if draw < 0.08 else tweaked(value, random)}"
    elif draw < 0.6:
        lines.insert(at, f"  新{random.randrange(5)}: {random.choice(VALUES)}")
    elif draw < 0.65:
        del lines[at]
    elif draw < 0.8 and len(lines) > checks:
        del lines[random.randrange(checks, len(lines))]
    else:
        lines.insert(random.randint(checks, len(lines)), f"  - {random.choice(NEW_CHECKS)}")
    return "\n".join(lines) + "\n"


def tweaked(value: str, random: Random) -> str:
    """Another digit, a hedge, or none."""
    digits = [at for at, character in enumerate(value) if character.isdigit()]
    if not digits or random.random() < 0.2:
        return value.removeprefix("约") if value.startswith(("约", "{")) else f"约{value}"
    at = random.choice(digits[-2:])
    return f"{value[:at]}{random.randrange(10)}{value[at + 1 :]}"


def essence(judgement: Judgement) -> dict[str, object]:
    return {
        "verdicts": [
            (name, v.verdict, v.tie_only, v.slack, v.reason) for name, v in judgement.verdicts.items()
        ],
        "conflicts": [
            (c.code, c.primary, c.reading, c.checks, c.facts, c.comparison, c.steps)
            for c in judgement.conflicts
        ],
        "implied": judgement.implied,
        "problems": {(p.code, p.check, p.facts, p.explanation.en, p.extents) for p in judgement.problems},
        "conventions": judgement.conventions,
        "excess": judgement.excess_digits,
        "units": judgement.units,
        "not judged": judgement.not_judged,
    }


@pytest.mark.parametrize("seed", range(12))
def test_edited_files_are_judged_as_read_afresh(seed: int) -> None:
    random = Random(seed)
    texts = {"census.yaml": CENSUS, "county.yaml": COUNTY, "grain.yaml": GRAIN}
    options = Options(ranges="all" if seed % 2 else "hidden")
    files = read(texts)
    state = ProjectState(Project(files), options=options)
    told, conflicts = dict(state.judgement.verdicts), list(state.judgement.conflicts)
    for _ in range(25):
        path = random.choice([*texts])
        texts[path] = edited(texts[path], random)
        gone_before = set(state.project.files[0].facts)
        follow(told, conflicts, state.replace_text(path, texts[path]))
        if path == "census.yaml" and set(state.project.files[0].facts) != gone_before:
            follow(told, conflicts, state.replace_text("county.yaml", texts["county.yaml"]))
        fresh = judge(Project(read(texts)), options=options)
        mine, theirs = essence(state.judgement), essence(fresh)
        assert mine == theirs
        assert told == state.judgement.verdicts
        assert {id(conflict) for conflict in conflicts} == {id(each) for each in state.judgement.conflicts}


def follow(told: dict[str, CheckVerdict], conflicts: list[ConflictSet], update: Update) -> None:
    """Keep verdicts and conflicts by what updates tell alone."""
    for name in update.gone:
        del told[name]
    told.update(update.verdicts)
    anew = {*update.gone, *update.verdicts}
    conflicts[:] = [conflict for conflict in conflicts if conflict.primary not in anew] + update.conflicts
