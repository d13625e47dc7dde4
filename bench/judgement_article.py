"""Time of judgement against the time to read the article's YAML: ``python bench/judgement_article.py [ARTICLES]``.

Generated articles of 60 facts and 40 checks, consistent ones and the same with three wrong digits each, and ``claims/``. All times are processor
seconds of this process, measured in turn in one run, each the best of several. Looked at are the ratios to reading with the own reader, and for
comparison to what others take for the same bytes: ``yaml.compose`` with the C loader and ``yaml.safe_load``. *Solver* is the time inside the
engine's solver, *deciding* everything after units are completed and checks are looked at (where conflicts are also described), *judging* all.
The engine against Z3: ``bench/engine_speed.py articles``.
"""

from __future__ import annotations

import gc
import re
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from pathlib import Path
from random import Random
from statistics import median
from tempfile import TemporaryDirectory
from time import process_time
from typing import Any
from unittest.mock import patch

import yaml

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "src"))

from factcheck.claims import read_project  # noqa: E402
from factcheck.engine import Solver  # noqa: E402
from factcheck.judgement import Options, Verdict, judge, judging  # noqa: E402

TURNS = 9
GROUPS = 10
WRONG = 3
OPTIONS = Options(ranges="contested", whole=False)
"""What a run asks for that shows findings alone."""


def article(seed: int) -> str:
    """Ten villages: people, a share, money and its mean, a larger whole that the article leaves out."""
    random = Random(seed)
    facts, checks = ["facts:"], ["checks:"]
    for number in range(GROUPS):
        one, two = random.randrange(100, 9000), random.randrange(100, 9000)
        people, money = one + two, random.randrange(10**6, 10**8)
        village = f"第{number + 1}村"
        facts += [
            f"  {village}男: {{value: {one}人, quote: '全村男{one}人'}}",
            f"  {village}女: {{value: {two}人, quote: '女{two}人'}}",
            f"  {village}人口: {{value: {people}人, quote: '共有{people}人'}}",
            f"  {village}男占比: {{value: {100 * one / people:.1f}%, quote: '男性占{100 * one / people:.1f}%'}}",
            f"  {village}收入: {{value: {money / 10000:.2f}万元, quote: '总收入{money / 10000:.2f}万元'}}",
            f"  {village}人均: {{value: {money / people:.1f}元, quote: '人均{money / people:.1f}元'}}",
        ]
        checks += [
            f"  - {village}男 + {village}女 = {village}人口",
            f"  - share: {{part: {village}男, whole: {village}人口, is: {village}男占比}}",
            f"  - average: {{total: {village}收入, over: {village}人口, is: {village}人均}}",
        ]
        checks.append(
            f"  - {village}人均 * {village}人口 <= {village}收入 * 2"
            if number % 3 == 0
            else f"  - {village}女 <= {village}人口"
        )
    return "\n".join((*facts, *checks)) + "\n"


def with_wrong_digits(text: str, seed: int) -> str:
    """The article with one digit each of some numbers changed."""
    random = Random(seed)
    lines = text.split("\n")
    for number in random.sample([i for i, line in enumerate(lines) if "value:" in line], WRONG):
        found = re.search(r"value: (\d)", lines[number])
        assert found is not None
        wrong = str(int(found[1]) % 9 + 1)
        lines[number] = f"{lines[number][: found.start(1)]}{wrong}{lines[number][found.end(1) :]}"
    return "\n".join(lines)


class Clock:
    """The processor time spent inside some functions, calls within calls counted once."""

    def __init__(self) -> None:
        self.spent = 0.0
        self.depth = 0

    def timed(self, function: Callable[..., Any]) -> Callable[..., Any]:
        """The function, its time counted."""

        @wraps(function)
        def counted(*values: Any, **named: Any) -> Any:
            self.depth += 1
            start = process_time()
            try:
                return function(*values, **named)
            finally:
                self.depth -= 1
                if not self.depth:
                    self.spent += process_time() - start

        return counted


@contextmanager
def clocked(owner: object, *names: str) -> Iterator[Clock]:
    """A clock on some methods or functions."""
    clock = Clock()
    patches = [patch.object(owner, name, clock.timed(getattr(owner, name))) for name in names]
    for each in patches:
        each.start()
    try:
        yield clock
    finally:
        for each in patches:
            each.stop()


def best(action: Callable[[], object]) -> float:
    """The least processor time of one turn, in seconds."""
    times = []
    gc.collect()
    for _ in range(TURNS):
        start = process_time()
        action()
        times.append(process_time() - start)
    return min(times)


def least(clock: Clock, action: Callable[[], object]) -> float:
    """The least time that one turn spends inside what the clock counts."""
    times = []
    for _ in range(TURNS):
        clock.spent = 0.0
        action()
        times.append(clock.spent)
    return min(times)


Row = dict[str, float]


def measured(path: Path) -> tuple[Row, str]:
    """Seconds for each stage of one project, and what it is."""
    project = read_project([path])
    verdicts = judge(project).verdicts.values()
    wrong = sum(verdict.verdict is not Verdict.HOLDS for verdict in verdicts)
    texts = [file.read_bytes() for file in (path.rglob("*.yaml") if path.is_dir() else [path])]

    def judging_it() -> object:
        return judge(project, options=OPTIONS)

    row = {
        "reading": best(lambda: read_project([path])),
        "compose": best(lambda: [yaml.compose(text, Loader=yaml.CSafeLoader) for text in texts]),
        "safe_load": best(lambda: [yaml.safe_load(text) for text in texts]),
        "judging": best(judging_it),
    }
    with clocked(Solver, "decide", "conflict", "ranges", "components") as clock:
        row["solver"] = least(clock, judging_it)
    with clocked(judging, "assemble") as clock:
        row["deciding"] = least(clock, judging_it)
    return row, f"{len(project.facts())} facts, {len(project.checks())} checks, {wrong} of them do not hold"


def show(name: str, row: Row, about: str) -> None:
    """One line: the times in milliseconds, and the ratios."""
    times = " ".join(f"{row[stage] * 1000:9.2f}" for stage in STAGES)
    ratios = " ".join(f"{row[stage] / row['reading']:8.2f}" for stage in ("solver", "deciding", "judging"))
    print(f"{name:12} {times} {ratios}   {about}")


STAGES = ("compose", "safe_load", "reading", "solver", "deciding", "judging")


def main() -> None:
    """Print the times of all stages, and their ratios to reading."""
    articles = int(sys.argv[1]) if len(sys.argv) > 1 else 10
    print(" " * 12, *(f"{stage:>9}" for stage in STAGES), *(f"{stage:>8}" for stage in STAGES[3:]))
    with TemporaryDirectory() as folder:
        for name in ("consistent", "wrong digits"):
            rows = []
            for seed in range(articles):
                text = article(seed)
                path = Path(folder) / f"article{seed}.yaml"
                path.write_text(
                    text if name == "consistent" else with_wrong_digits(text, seed), encoding="utf-8"
                )
                rows.append(measured(path))
            show(name, {stage: median(row[stage] for row, _ in rows) for stage in STAGES}, rows[0][1])
    row, about = measured(ROOT / "claims")
    show("claims/", row, about)


if __name__ == "__main__":
    main()
