"""An archive of many files, from files to verdicts: against composing the same bytes, and against hledger on as many postings.

python bench/archive.py [FACTS]
"""

from __future__ import annotations

import os
import random
import resource
import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

import yaml

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


def journal(postings: int, source: random.Random) -> str:
    """Transactions of four postings that balance."""
    lines = []
    for n in range(postings // 4):
        amounts = [source.randint(1, 9999) for _ in range(3)]
        lines.append(f"2020-01-{1 + n % 28:02} article {n}")
        lines += [f"    a:{n % 50}:{k}    {amount}" for k, amount in enumerate((*amounts, -sum(amounts)))]
        lines.append("")
    return "\n".join(lines)


def processor_seconds() -> float:
    """Of this process and of those it waited for."""
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(each.ru_utime + each.ru_stime for each in used)


def composing(texts: list[bytes]) -> float:
    """Processor seconds of bare composing with the C loader."""
    start = processor_seconds()
    for text in texts:
        yaml.compose(text, Loader=yaml.CSafeLoader)
    return processor_seconds() - start


def ledger(folder: Path, postings: int) -> float | None:
    """Processor seconds of ``hledger check``, where it is installed."""
    program = shutil.which("hledger")
    if program is None:
        return None
    path = folder / "archive.journal"
    path.write_text(journal(postings, random.Random(1)), encoding="utf-8")
    start = processor_seconds()
    subprocess.run([program, "-f", str(path), "check"], check=True)
    return processor_seconds() - start


def main(facts: int) -> None:
    """Print the ratios."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        claims_folder = folder / "claims"
        claims_folder.mkdir()
        source = random.Random(1)
        for number in range(-(-facts // FACTS_IN_FILE)):
            (claims_folder / f"a{number:05}.yaml").write_text(claims(source), encoding="utf-8")
        texts = [path.read_bytes() for path in sorted(claims_folder.iterdir())]
        before = composing(texts)
        start, clock = processor_seconds(), perf_counter()
        report = check([claims_folder], Settings(whole=False))
        ours, waited = processor_seconds() - start, perf_counter() - clock
        compose = (before + composing(texts)) / 2
        processes = len(os.sched_getaffinity(0))
        peak = max(
            resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
        )
        print(
            f"{report.summary.files} files, {report.summary.facts} facts, {report.summary.checks} checks, {sum(map(len, texts))} bytes"
        )
        print(f"yaml.compose (C)       {compose:6.2f} s of processor time")
        print(
            f"from files to verdicts {ours:6.2f} s = {ours / compose:.2f} x compose, over {processes} processes {ours / compose / processes:.2f} x (clock {waited:.2f} s)"
        )
        print(
            f"largest process        {peak} KiB at its peak = {peak * KILO / report.summary.facts:.0f} bytes a fact, texts and program included"
        )
        hledger = ledger(folder, report.summary.facts)
        if hledger is None:
            print("hledger is not installed: not compared")
        else:
            print(
                f"hledger check          {hledger:6.2f} s: we take {ours / hledger:.2f} x, over {processes} processes {ours / hledger / processes:.2f} x"
            )


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)
