"""Time of judgement against size: ``python bench/judgement_scale.py [FACTS …]``, and ``python bench/judgement_scale.py archive``.

Consistent little reports of ten facts and six checks, one in fifty with an error, many of them in one project; and one edit in it.
Times are of this process on this machine; the last column, time per fact against the smallest size, is what to look at.

``archive``: the files of ``bench/archive.py``, in parts as large as a run takes them; processor time of judging for a report that shows findings
alone, against composing the same bytes with the C loader, in turn.
"""

from __future__ import annotations

import gc
import sys
from pathlib import Path
from random import Random
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter, process_time

import yaml

sys.path[:0] = [str(Path(__file__).parents[1] / "tests"), str(Path(__file__).parent)]

import archive  # noqa: E402
from factcheck.claims import read_project  # noqa: E402
from factcheck.claims.model import Check, Fact  # noqa: E402
from factcheck.judgement import Options, ProjectState, judge  # noqa: E402
from judgement.building import (  # noqa: E402
    PERCENT,
    PERSON,
    YUAN,
    check,
    counted,
    hidden,
    project,
    rounded,
)


def report(number: int, random: Random) -> tuple[list[Fact], list[Check]]:
    """Two groups and their total, shares, money and its mean, a larger hidden whole."""
    one, two = random.randrange(1000, 9000), random.randrange(1000, 9000)
    total = one + two + (number % 50 == 0)
    share = f"{round(1000 * one / total) / 10:.1f}"
    rest = f"{round(1000 * two / total) / 10:.1f}"
    money = random.randrange(10**5, 10**7)
    name = f"f{number}_"
    facts = [
        counted(f"{name}one", one),
        counted(f"{name}two", two),
        counted(f"{name}all", total),
        rounded(f"{name}share", share, PERCENT),
        rounded(f"{name}rest", rest, PERCENT),
        rounded(f"{name}money", str(money), YUAN),
        rounded(f"{name}mean", f"{money / total:.1f}", YUAN),
        hidden(f"{name}whole", PERSON),
        rounded(f"{name}part", "40.0", PERCENT),
        counted(f"{name}some", total * 2),
    ]
    checks = [
        check("sum", f"{name}sum", whole=f"{name}all", parts=[f"{name}one", f"{name}two"]),
        check("share", f"{name}s1", part=f"{name}one", whole=f"{name}all", is_=f"{name}share"),
        check("share", f"{name}s2", part=f"{name}two", whole=f"{name}all", is_=f"{name}rest"),
        check("average", f"{name}avg", total=f"{name}money", over=f"{name}all", is_=f"{name}mean"),
        check("share", f"{name}s3", part=f"{name}all", whole=f"{name}whole", is_=f"{name}part"),
        check("within", f"{name}in", part=f"{name}some", whole=f"{name}whole"),
    ]
    return facts, checks


def measure(facts_wanted: int) -> tuple[float, float, float]:
    """Seconds to judge so many facts, with and without the implied ranges, and the median milliseconds of one edit."""
    random = Random(1)
    facts: list[Fact] = []
    checks: list[Check] = []
    for number in range(facts_wanted // 10):
        more_facts, more_checks = report(number, random)
        facts += more_facts
        checks += more_checks
    whole = project(facts, checks)
    gc.freeze()
    start = perf_counter()
    judge(whole)
    full = perf_counter() - start
    start = perf_counter()
    judge(whole, options=Options(ranges="none"))
    bare = perf_counter() - start
    state = ProjectState(whole, options=Options(ranges="none"))
    edits = []
    for number in random.sample(range(facts_wanted // 10), min(50, facts_wanted // 10)):
        fact = counted(f"f{number}_one", random.randrange(1000, 9000))
        start = perf_counter()
        state.replace_fact(fact)
        edits.append(perf_counter() - start)
    return full, bare, median(edits) * 1000


def in_parts(parts: int = 12, files: int = 130) -> None:
    """The ratio of judging to composing, part by part, each read afresh: the median."""
    random = Random(1)
    composed, judged = [], []
    options = Options(ranges="contested", whole=False)
    with TemporaryDirectory() as name:
        paths = [Path(name) / f"a{number:04}.yaml" for number in range(files)]
        for _ in range(parts):
            for path in paths:
                path.write_text(archive.claims(random), encoding="utf-8")
            texts = [path.read_bytes() for path in paths]
            gc.collect()
            gc.disable()
            start = process_time()
            for text in texts:
                yaml.compose(text, Loader=yaml.CSafeLoader)
            composed.append(process_time() - start)
            project = read_project([Path(name)])
            start = process_time()
            judge(project, options=options)
            judged.append(process_time() - start)
            gc.enable()
    checks = len(project.checks())
    ratio = median(one / other for one, other in zip(judged, composed, strict=True))
    print(
        f"{files} files, {len(project.facts())} facts, {checks} checks in a part; judging {median(judged) * 1000:.1f} ms,"
    )
    print(
        f"composing {median(composed) * 1000:.1f} ms: {ratio:.2f} x, {median(judged) / checks * 1e6:.1f} µs a check with its facts"
    )


def main() -> None:
    if sys.argv[1:] == ["archive"]:
        in_parts()
        return
    sizes = [int(size) for size in sys.argv[1:]] or [1000, 10_000, 100_000]
    print(f"{'facts':>9} {'checks':>8} {'judge s':>9} {'no ranges s':>12} {'edit ms':>9} {'per fact':>9}")
    first = None
    for size in sizes:
        full, bare, edit = measure(size)
        first = first or full / size
        print(f"{size:9} {size * 6 // 10:8} {full:9.2f} {bare:12.2f} {edit:9.2f} {full / size / first:9.2f}")


if __name__ == "__main__":
    main()
