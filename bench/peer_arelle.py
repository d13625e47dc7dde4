"""Rounded sums beside Arelle's check of XBRL Calculations 1.1: the verdicts, the times, and what checking sum by sum cannot see.

    python bench/peer_arelle.py [SUMS] [--python PYTHON]

Arelle is no dependency: ``pip install arelle-release`` into any environment, and name that environment's Python with ``--python`` (or in
the variable ARELLE_PYTHON). The same sums are written as an XBRL report (a context each) and as claims (100 in a file): drawn around the
ends of what rounding allows, to thousands up to hundredths, positive, negative and 0, added and subtracted, some of the numbers exact.

``c11r`` (round to nearest) stands beside ``rounding: nearest``, ``c11t`` (truncation) beside ``rounding: truncate``; a sum that Arelle calls
inconsistent is one that factcheck calls impossible or doubtful. Times are processor seconds of one process each.
"""

from __future__ import annotations

import argparse
import gc
import json
import os
import re
import resource
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from time import process_time

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT / "src"), str(ROOT / "tests"), str(ROOT / "bench")]

from factcheck.claims import read_project  # noqa: E402
from factcheck.judgement import Options, judge  # noqa: E402
from factcheck.judgement.model import Verdict  # noqa: E402
from peer_arelle_report import write_joint_case, write_report  # noqa: E402
from sums.rounded import Figure, Mode, RoundedSum, claims, draw_sum  # noqa: E402

MODES: dict[Mode, str] = {"nearest": "c11r", "truncate": "c11t"}
CONTEXT = re.compile(r"inconsistentCalculationUsing\w+\].* context c(\d+) unit")
INCONSISTENT = {Verdict.IMPOSSIBLE, Verdict.DOUBTFUL, Verdict.IN_CONFLICT}
IN_FILE = 100


def children() -> float:
    """Processor seconds of the programs that were waited for."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def timed(command: Sequence[str | Path]) -> tuple[float, str]:
    """Processor seconds of a program, and what it printed."""
    start = children()
    here = {**os.environ, "FACTCHECK_PROCESSES": "1", "PYTHONPATH": str(ROOT / "src")}
    done = subprocess.run([*map(str, command)], capture_output=True, text=True, env=here)
    if done.stderr.strip() and not done.stdout.strip():
        sys.exit(done.stderr)
    return children() - start, done.stdout


def arelle(python: str, report: Path, mode: Mode) -> tuple[set[int], dict[str, float]]:
    """The sums that Arelle's command line calls inconsistent, and times: of the program, of loading and of checking alone."""
    program, printed = timed(
        [
            python,
            "-m",
            "arelle.CntlrCmdLine",
            "--file",
            report,
            "--validate",
            "--calc",
            MODES[mode],
            "--internetConnectivity",
            "offline",
            "--disablePersistentConfig",
            "--logFormat",
            "[%(messageCode)s] %(message)s",
        ]
    )
    codes = Counter(re.findall(r"^\[([\w:]+)\]", printed, re.MULTILINE))
    assert {code for code in codes if not code.startswith("info")} <= {"calc11e:inconsistentCalculationUsing" + ("Rounding", "Truncation")[mode == "truncate"]}, codes  # fmt: skip
    _, apart = timed([python, ROOT / "bench/peer_arelle_check.py", report, MODES[mode]])
    times = json.loads(apart)
    found = {int(number) for number in CONTEXT.findall(printed)}
    assert found == {int(context[1:]) for _, context in times["found"]}
    return found, {"program": program, "load": times["load"], "check": times["check"]}


def ours(folder: Path, sums: Sequence[RoundedSum], mode: Mode) -> tuple[set[int], dict[str, float]]:
    """The sums that cannot hold as printed, and times: of the program, of reading and of judging alone."""
    claimed = folder / "claims"
    claimed.mkdir()
    for first in range(0, len(sums), IN_FILE):
        text = claims(list(sums[first : first + IN_FILE]), mode)
        (claimed / f"sums-{first:06}.yaml").write_text(text, encoding="utf-8")
    options = ["--isolated", "--no-cache", "--output-format", "concise"]
    program, _ = timed([sys.executable, "-m", "factcheck", "run", *options, claimed])
    start = process_time()
    project = read_project([claimed], root=claimed)
    read = process_time()
    judgement = judge(project, options=Options(ranges="none"))
    judged = process_time()
    verdicts = list(judgement.verdicts.values())
    assert len(verdicts) == len(sums)
    assert all(verdict.verdict is not Verdict.NOT_JUDGED for verdict in verdicts)
    found = {number for number, verdict in enumerate(verdicts) if verdict.verdict in INCONSISTENT}
    return found, {"program": program, "load": read - start, "check": judged - read}


def compare(python: str, what: str, sums: Sequence[RoundedSum], mode: Mode) -> None:
    count = len(sums)
    with TemporaryDirectory() as name:
        folder = Path(name)
        theirs, their_times = arelle(python, write_report(folder, sums), mode)
        gc.collect()
        mine, my_times = ours(folder, sums, mode)
    true = {number for number, each in enumerate(sums) if not each.holds(mode)}
    differing = sorted(theirs ^ mine)
    facts = sum(1 + len(each.parts) for each in sums)
    touching = sum(each.touches(mode) for each in sums)
    print(
        f"\n{what}, rounding: {mode} beside --calc {MODES[mode]}: {count} sums of {facts} facts; {len(true)} cannot hold,"
        f" {touching} touch in no more than an end"
    )
    print(
        f"same verdict {count - len(differing)} of {count}; as adding up fractions says:"
        f" factcheck {count - len(mine ^ true)}, Arelle {count - len(theirs ^ true)}"
    )
    explain([sums[number] for number in differing], mode)
    print(f"{'':34}{'Arelle':>9}{'factcheck':>11}{'ratio':>7}")
    times = {
        "whole program, findings printed": (their_times["program"], my_times["program"]),
        "load and check": (their_times["load"] + their_times["check"], my_times["load"] + my_times["check"]),
        "check alone": (their_times["check"], my_times["check"]),
    }
    for what, (their, my) in times.items():
        print(f"{what:34}{their:7.2f} s{my:9.2f} s{their / my:7.1f}")


def explain(differing: Sequence[RoundedSum], mode: Mode) -> None:
    """Differences by what they have in common, with an example each."""
    groups: dict[str, list[RoundedSum]] = {}
    for each in differing:
        touching = "only an end in common" if each.touches(mode) else "apart or overlapping"
        subtracted = ", something subtracted" if -1 in each.weights else ""
        exact = ", an exact total" if each.total.exact else ""
        passed = ", called inconsistent by Arelle" if each.holds(mode) else ", passed by Arelle"
        groups.setdefault(touching + exact + subtracted + passed, []).append(each)
    for what, members in groups.items():
        each = min(members, key=lambda one: len(one.parts))
        print(f"  differ: {len(members)}, {what}; such as {ends_of(each.total, mode)} against", end=" ")
        print(
            *(
                f"{'-' if weight < 0 else '+'} {ends_of(part, mode)}"
                for part, weight in zip(each.parts, each.weights, strict=True)
            )
        )


def drawn(mode: Mode, exact: float = 0.15) -> Iterator[RoundedSum]:
    """Sums without end; the same ones each time."""
    random = Random(11)
    while True:
        yield draw_sum(random, mode, exact)


def samples() -> Iterator[tuple[str, Mode, Iterator[RoundedSum]]]:
    """What is compared. The last sample is without what Arelle's truncation mode does not get right."""
    yield "all kinds", "nearest", drawn("nearest")
    yield "sums that hold", "nearest", (each for each in drawn("nearest") if each.holds("nearest"))
    yield "all kinds", "truncate", drawn("truncate")
    added = (each for each in drawn("truncate", exact=0) if -1 not in each.weights)
    yield "nothing exact, nothing subtracted", "truncate", added


def ends_of(figure: Figure, mode: Mode) -> str:
    """An interval as people write it."""
    ends = figure.ends(mode)
    if ends.low == ends.high:
        return figure.text
    opening, closing = "[" if ends.low_in else "(", "]" if ends.high_in else ")"
    return f"{opening}{float(ends.low):.12g}, {float(ends.high):.12g}{closing}"


def joint(python: str) -> None:
    """What is possible one by one and impossible together."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        theirs, _ = arelle(python, write_joint_case(folder), "nearest")
        (folder / "joint.yaml").write_text(JOINT, encoding="utf-8")
        project = read_project([folder / "joint.yaml"], root=folder)
        conflicts = judge(project).conflicts
    print("\nA = 5 (± 0.5), A + 5.6 = 11 (± 0.5), A + 5.4 = 9.9 (± 0.05)")
    print(f"Arelle: {len(theirs)} inconsistencies; factcheck:", end=" ")
    print(*(f"{c.code} from {len(c.checks)} checks ({c.reading} reading)" for c in conflicts))


JOINT = """\
article: {rounding: nearest}
facts: {A: 5, B: 11, C: 9.9}
checks:
  - A + 5.6 = B
  - A + 5.4 = C
"""


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("sums", nargs="?", type=int, default=6000)
    parser.add_argument("--python", default=os.environ.get("ARELLE_PYTHON", sys.executable))
    arguments = parser.parse_args()
    asked = subprocess.run([arguments.python, "-c", "import arelle.Version"], capture_output=True)
    if asked.returncode:
        sys.exit(
            "Arelle is not installed: pip install arelle-release (anywhere), then --python THAT/bin/python"
        )
    for what, mode, drawn in samples():
        compare(arguments.python, what, list(islice(drawn, arguments.sums)), mode)
    joint(arguments.python)


if __name__ == "__main__":
    main()
