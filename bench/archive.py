"""An archive of many files, from files to verdicts: against composing the same bytes, and against hledger on as many postings.

    python bench/archive.py [FACTS] [--rounds N]

Everything is run in turns; of each the fastest round counts. Processor time is that of all processes, the clock is what a user waits.
"""

from __future__ import annotations

import argparse
import os
import random
import resource
import shutil
import subprocess
from collections.abc import Callable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import NamedTuple

import yaml

from factcheck.check.model import Report
from factcheck.check.run import check
from factcheck.check.settings import Settings

FACTS_IN_FILE = 60
KILO = 1024


def claims(source: random.Random) -> str:
    """Sixty facts and thirty-six checks of one article, all of which hold."""
    facts, checks = ["facts:"], ["checks:"]
    for n in range(15):
        one, other = source.randint(10, 9999), source.randint(10, 9999)
        facts += [
            f"  甲{n}: {one}户",
            f"  乙{n}: {other}户",
            f'  合{n}: {{value: {one + other}户, quote: "全县共有{one + other}户参加"}}',
            f"  占{n}: {round(one / (one + other) * 100, 1)}%",
        ]
        checks += [f"  - 甲{n} + 乙{n} = 合{n}", f"  - share: {{part: 甲{n}, whole: 合{n}, is: 占{n}}}"]
    checks += [f"  - that: 合{n} >= 甲{n}\n    because: 部分不大于整体" for n in range(6)]
    return "\n".join(facts + checks) + "\n"


def journal(postings: int, each: int, source: random.Random) -> str:
    """Transactions of ``each`` postings that balance."""
    lines = []
    for n in range(postings // each):
        amounts = [source.randint(1, 9999) for _ in range(each - 1)]
        lines.append(f"2020-01-{1 + n % 28:02} article {n}")
        lines += [f"    a:{n % 50}:{k}    {amount}" for k, amount in enumerate((*amounts, -sum(amounts)))]
        lines.append("")
    return "\n".join(lines)


class Took(NamedTuple):
    """Seconds of all processes, and by the clock."""

    processor: float
    clock: float


def processor_seconds() -> float:
    """Of this process and of those it waited for."""
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(each.ru_utime + each.ru_stime for each in used)


def timed(run: Callable[[], object]) -> Took:
    start, clock = processor_seconds(), perf_counter()
    run()
    return Took(processor_seconds() - start, perf_counter() - clock)


def fastest(rounds: Sequence[Took]) -> Took:
    """The least of each, for what disturbs a run only ever adds to it."""
    return Took(min(each.processor for each in rounds), min(each.clock for each in rounds))


def composing(texts: list[bytes]) -> None:
    """Bare composing with the C loader, in one process."""
    for text in texts:
        yaml.compose(text, Loader=yaml.CSafeLoader)


def ledgers(folder: Path, postings: int) -> dict[str, Callable[[], object]]:
    """``hledger check``, where it is installed, on transactions of four postings and of two."""
    program = shutil.which("hledger")
    if program is None:
        return {}
    runs: dict[str, Callable[[], object]] = {}
    for each in (4, 2):
        path = folder / f"{each}.journal"
        path.write_text(journal(postings, each, random.Random(1)), encoding="utf-8")
        command = [program, "-f", str(path), "check"]
        runs[f"hledger check, {each} to a transaction"] = lambda command=command: subprocess.run(
            command, check=True
        )
    return runs


def main(facts: int, rounds: int) -> None:
    """Print the ratios."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        claims_folder = folder / "claims"
        claims_folder.mkdir()
        source = random.Random(1)
        for number in range(-(-facts // FACTS_IN_FILE)):
            (claims_folder / f"a{number:05}.yaml").write_text(claims(source), encoding="utf-8")
        texts = [path.read_bytes() for path in sorted(claims_folder.iterdir())]
        reports: list[Report] = []
        runs: dict[str, Callable[[], object]] = {
            "yaml.compose, C loader": lambda: composing(texts),
            "factcheck, files to verdicts": lambda: reports.append(
                check([claims_folder], Settings(whole=False))
            ),
            **ledgers(folder, facts),
        }
        runs["factcheck, files to verdicts"]()
        peak = max(
            resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
        )
        took: dict[str, list[Took]] = {label: [] for label in runs}
        for _ in range(rounds):
            for label, run in runs.items():
                took[label].append(timed(run))
        summary = reports[0].summary
        processes = len(os.sched_getaffinity(0))
        print(
            f"{summary.files} files, {summary.facts} facts, {summary.checks} checks, {sum(map(len, texts))} bytes; {processes} processors"
        )
        compose = fastest(next(iter(took.values())))
        for label, each in took.items():
            least = fastest(each)
            print(
                f"{label:40} processor {least.processor:5.2f} s = {least.processor / compose.processor:4.2f} x compose,"
                f" clock {least.clock:5.2f} s = {least.clock / compose.clock:4.2f} x"
            )
        print(
            f"largest process: {peak} KiB at its peak = {peak * KILO / summary.facts:.0f} bytes a fact, texts and program included"
        )
        if len(runs) == 2:
            print("hledger is not installed: not compared")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("facts", nargs="?", type=int, default=100_000)
    parser.add_argument("--rounds", type=int, default=3)
    arguments = parser.parse_args()
    main(arguments.facts, arguments.rounds)
