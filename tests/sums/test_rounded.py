"""Sums at the ends of what rounding allows are judged as adding up their intervals says."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from factcheck.claims import read_project
from factcheck.judgement import Judgement, Options, judge
from factcheck.judgement.model import Verdict
from sums.rounded import Figure, Mode, RoundedSum, claims, draw_sums

POSSIBLE = {Verdict.HOLDS, Verdict.IMPLAUSIBLE}
MODES: tuple[Mode, ...] = ("nearest", "truncate")


def judged(folder: Path, text: str) -> Judgement:
    path = folder / "sums.yaml"
    path.write_text(text, encoding="utf-8")
    project = read_project([path], root=folder)
    assert not project.findings
    return judge(project, options=Options(ranges="none"))


@pytest.mark.parametrize("mode", MODES)
def test_judged_as_intervals_of_fractions_add_up(tmp_path: Path, mode: Mode) -> None:
    sums = list(draw_sums(3, 700, mode))
    verdicts = [verdict.verdict for verdict in judged(tmp_path, claims(sums, mode)).verdicts.values()]
    expected = [each.holds(mode) for each in sums]
    assert [verdict in POSSIBLE for verdict in verdicts] == expected
    counts = Counter((each.holds(mode), each.touches(mode)) for each in sums)
    assert all(counts[True, touching] > 20 for touching in (True, False)) or mode == "truncate"
    assert counts[False, False] > 100
    assert counts[False, True] > 20 or mode == "nearest"


def test_an_open_end_that_touches_an_exact_total(tmp_path: Path) -> None:
    cut_off = RoundedSum(Figure(12, 0, exact=True), (Figure(5, 0), Figure(5, 0)), 0)
    assert not cut_off.holds("truncate")
    (verdict,) = judged(tmp_path, claims([cut_off], "truncate")).verdicts.values()
    assert verdict.verdict is Verdict.IMPOSSIBLE


def test_possible_one_by_one_and_impossible_together(tmp_path: Path) -> None:
    head = "article: {rounding: nearest}\nfacts:\n  a: 5\n  b: 11\n  c: 9.9\nchecks:\n"
    one, other = "  - a + 5.6 = b\n", "  - a + 5.4 = c\n"
    for alone in (one, other):
        assert {v.verdict for v in judged(tmp_path, head + alone).verdicts.values()} == {Verdict.HOLDS}
    together = judged(tmp_path, head + one + other)
    assert [set(conflict.checks) for conflict in together.conflicts] == [set(together.verdicts)]
