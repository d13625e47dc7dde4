"""Time of judgement against the time to read the article's YAML: ``python bench/judgement_article.py [ARTICLES]``.

Generated consistent articles of 60 facts and 40 checks, and ``claims/``. Both times are processor seconds of this process, measured in turn in
one run, each the best of several; the ratio, judgement to reading, is what to look at. The engine against Z3: ``bench/engine_speed.py articles``.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable
from pathlib import Path
from random import Random
from statistics import median
from tempfile import TemporaryDirectory
from time import process_time

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "src"))

from factcheck.claims import read_project  # noqa: E402
from factcheck.judgement import Options, Verdict, judge  # noqa: E402

TURNS = 7
GROUPS = 10


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


def best(action: Callable[[], object]) -> float:
    """The least processor time of one turn, in seconds."""
    times = []
    gc.collect()
    for _ in range(TURNS):
        start = process_time()
        action()
        times.append(process_time() - start)
    return min(times)


def measured(path: Path) -> tuple[float, float, str]:
    """Seconds to read a project and to judge it, and what it is."""
    project = read_project([path])
    options = Options(ranges="contested")
    judgement = judge(project, options=options)
    wrong = sum(verdict.verdict is not Verdict.HOLDS for verdict in judgement.verdicts.values())
    about = f"{len(project.facts())} facts, {len(project.checks())} checks, {wrong} of them do not hold"
    return best(lambda: read_project([path])), best(lambda: judge(project, options=options)), about


def main() -> None:
    """Print both times and their ratio."""
    articles = int(sys.argv[1]) if len(sys.argv) > 1 else 10
    rows = []
    with TemporaryDirectory() as folder:
        for seed in range(articles):
            path = Path(folder) / f"article{seed}.yaml"
            path.write_text(article(seed), encoding="utf-8")
            rows.append(measured(path))
    read, judged = median(row[0] for row in rows), median(row[1] for row in rows)
    print(f"{'':10} {'read ms':>8} {'judge ms':>9} {'ratio':>6}")
    print(f"{'generated':10} {read * 1000:8.2f} {judged * 1000:9.2f} {judged / read:6.2f}   {rows[0][2]}")
    read, judged, about = measured(ROOT / "claims")
    print(f"{'claims/':10} {read * 1000:8.2f} {judged * 1000:9.2f} {judged / read:6.2f}   {about}")


if __name__ == "__main__":
    main()
