"""What the diagnosis costs beside the plain judgement: ``python bench/diagnosis_speed.py [ARTICLES] [FACTS]``.

Ratios count, not milliseconds: both are measured in the same process on the same claims.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path
from random import Random
from statistics import median, quantiles
from time import process_time

from diagnosis_articles import Written, article, rounded, slipped
from factcheck.claims import Project, read_project
from factcheck.diagnosis import diagnose, guard_coverage, suggest
from factcheck.judgement import judge


def seconds(work: Callable[[], object]) -> float:
    """The best of three, in processor time."""
    best = float("inf")
    for _ in range(3):
        start = process_time()
        work()
        best = min(best, process_time() - start)
    return best


def with_a_conflict(random: Random) -> Project:
    """An article of 20 to 80 numbers with one slip that some check notices."""
    while True:
        written = article(random, random.randint(20, 80))
        name = random.choice(list(written.printed))
        slip = slipped(random, written.printed[name])
        if slip is not None:
            project = written.with_printed(name, slip[1]).project()
            if judge(project).conflicts:
                return project


def compare(random: Random, articles: int) -> None:
    ratios: dict[str, list[float]] = {"diagnose": [], "coverage": []}
    plain = []
    for _ in range(articles):
        project = with_a_conflict(random)
        judgement = judge(project)
        once = seconds(lambda: judge(project))  # noqa: B023 - called at once
        plain.append(once)
        ratios["diagnose"].append(seconds(lambda: diagnose(project, judgement)) / once)  # noqa: B023
        ratios["coverage"].append(seconds(lambda: guard_coverage(project, judgement)) / once)  # noqa: B023
    print("| times the plain judgement | median | p90 | max |\n| --- | --- | --- | --- |")
    for name, found in ratios.items():
        print(f"| {name} | {median(found):.1f} | {quantiles(found, n=10)[8]:.1f} | {max(found):.1f} |")
    print(f"\nplain judgement of these articles: median {1000 * median(plain):.0f} ms")


def of_claims(folder: Path) -> None:
    """The same for the claims of the repository."""
    project = read_project([folder])
    judgement = judge(project)
    once = seconds(lambda: judge(project))
    rows = {
        "diagnose": seconds(lambda: diagnose(project, judgement)),
        "coverage": seconds(lambda: guard_coverage(project, judgement)),
        "suggest": seconds(lambda: suggest(project)),
    }
    print(f"\n| claims/ ({len(project.facts())} facts) | ms | times the judgement |\n| --- | --- | --- |")
    print(f"| judge | {1000 * once:.0f} | 1.0 |")
    for name, took in rows.items():
        print(f"| {name} | {1000 * took:.0f} | {took / once:.1f} |")


def wrong_sums(random: Random, sums: int, parts: int) -> Project:
    """So many sums of numbers of people, each with a total that is wrong by another amount."""
    printed: dict[str, str] = {}
    checks = []
    for at in range(sums):
        sizes = [random.randint(1_000, 99_999) for _ in range(parts)]
        names = [f"p{at}_{place}" for place in range(parts)]
        printed |= {name: f"{size}人" for name, size in zip(names, sizes, strict=True)}
        printed[f"t{at}"] = f"{sum(sizes) + random.choice((-1, 1)) * random.randint(1, 9_000)}人"
        checks.append(f"  - t{at} = {' + '.join(names)}")
    return Written(printed, tuple(checks)).project()


def of_wrong_sums(random: Random) -> None:
    """Many conflicts that have nothing to do with each other."""
    project = wrong_sums(random, 100, 6)
    judgement = judge(project)
    conflicts, facts = len(judgement.conflicts), len(project.facts())
    print(f"\n| {conflicts} wrong sums of 6 numbers | ms | ms for each conflict | ms for each fact |")
    print("| --- | --- | --- | --- |")
    for name, work in (("diagnose", diagnose), ("coverage", guard_coverage)):
        took = 1000 * seconds(lambda: work(project, judgement))  # noqa: B023 - called at once
        print(f"| {name} | {took:.0f} | {took / conflicts:.1f} | {took / facts:.1f} |")


def chain(random: Random, facts: int) -> Project:
    """One component: accounts carried on from month to month, every number rounded, one of them wrong in a digit."""
    printed, checks = {"b0": "1000.00万元"}, []
    balance = 10_000_000
    for month in range(1, facts // 2):
        change = random.randint(-50_000, 60_000)
        balance += change
        printed[f"d{month}"] = _money(change)
        printed[f"b{month}"] = _money(balance)
        checks.append(f"  - b{month - 1} + d{month} = b{month}")
    wrong = f"d{facts // 4}"
    digit = next(at for at, character in enumerate(printed[wrong]) if character.isdigit())
    text = printed[wrong]
    other = str((int(text[digit]) + 4) % 9 + 1)
    printed[wrong] = text[:digit] + other + text[digit + 1 :]
    return Written(printed, tuple(checks)).project()


def _money(amount: int) -> str:
    sign = "-" if amount < 0 else ""
    return f"{sign}{rounded(Fraction(abs(amount), 10000), 2)}万元"


def in_a_large_component(random: Random, facts: int) -> None:
    project = chain(random, facts)
    start = process_time()
    judgement = judge(project)
    judged = process_time() - start
    start = process_time()
    diagnoses = diagnose(project, judgement)
    took = process_time() - start
    print(
        f"\none component of {len(project.facts())} facts, {len(project.checks())} checks, one wrong digit:"
    )
    print(f"judged with its conflict set in {judged:.1f} s, diagnosed in {took:.1f} s")
    for diagnosis in diagnoses:
        print([conflict.checks for conflict in diagnosis.conflicts])
        print([(each.fact, each.printed, each.suggested, each.kind) for each in diagnosis.repairs])


def main() -> None:
    given = [int(argument) for argument in sys.argv[1:]]
    articles, facts = [*given, *(20, 10_000)[len(given) :]]
    compare(Random(11), articles)
    folder = Path(__file__).parent.parent / "claims"
    if folder.is_dir():
        of_claims(folder)
    of_wrong_sums(Random(7))
    in_a_large_component(Random(3), facts)


if __name__ == "__main__":
    main()
