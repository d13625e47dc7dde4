"""What a run in continuous integration costs: the cache, ``--since``, start-up; the table of ``docs/ci.md``.

``python bench/ci.py [ROUNDS] [FACTS]``: the commands take turns; of each the median processor time counts (unlike the clock it does not
count what else the machine does), and ratios are of medians of the same run. ``bean-check`` (``pip install beancount``) and ``ruff`` are left out where they are absent, and that is said.
"""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from statistics import median

from startup import LEDGER, ONE_FILE

BIN = Path(sys.executable).parent
FACTCHECK = str(BIN / "factcheck")
GROUPS = 15
FILES = 2_000


def claims(seed: int, groups: int = GROUPS) -> str:
    """One file: in each group two counts, their sum with its quote, and a share."""
    numbers = random.Random(seed)
    facts, checks = ["facts:"], ["checks:"]
    for group in range(groups):
        a, b = numbers.randint(10, 9999), numbers.randint(10, 9999)
        tenths = (2000 * a + a + b) // (2 * (a + b))
        share = f"{tenths // 10}.{tenths % 10}"
        facts += [
            f"  甲{group}: {a}户",
            f"  乙{group}: {b}户",
            f"  合{group}: {{value: {a + b}户, quote: 全县共有{a + b}户参加}}",
        ]
        facts += [f"  占{group}: {share}%"]
        checks += [f"  - 甲{group} + 乙{group} = 合{group}"]
        checks += [f"  - share: {{part: 甲{group}, whole: 合{group}, is: 占{group}}}"]
    return "\n".join([*facts, *checks]) + "\n"


def seconds(command: Sequence[str], folder: Path) -> float:
    """The processor time of one run, user and system, of all its processes; it must end with exit code 0 or 1."""
    with subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL) as process:
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1):
        sys.exit(f"{' '.join(command)}: exit code {process.returncode}")
    return usage.ru_utime + usage.ru_stime


def in_turns(commands: Mapping[str, Sequence[str]], folder: Path, rounds: int) -> dict[str, float]:
    """The median of each command."""
    times: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(rounds):
        for name, command in commands.items():
            times[name].append(seconds(command, folder))
    return {name: median(each) for name, each in times.items()}


def repository(folder: Path, files: int) -> None:
    """A project of so many files under git, one of them edited since."""
    (folder / "claims").mkdir(parents=True)
    for number in range(files):
        (folder / "claims" / f"a{number:05}.yaml").write_text(claims(number), encoding="utf-8")
    for arguments in (
        ["init", "-q"],
        ["add", "."],
        ["-c", "user.name=n", "-c", "user.email=n@x", "commit", "-qm", "claims"],
    ):
        subprocess.run(["git", *arguments], cwd=folder, check=True)
    edited = folder / "claims" / "a00007.yaml"
    edited.write_text(edited.read_text("utf-8").replace("  甲0: ", "  甲0: 1"), encoding="utf-8")


def row(name: str, taken: float, against: Mapping[str, float]) -> str:
    """One line of the table."""
    ratios = ", ".join(f"{taken / other:.3g} × {what}" for what, other in against.items())
    return f"| {name} | {taken:.3f} | {ratios} |"


def cached(folder: Path, facts: int, rounds: int) -> list[str]:
    """The first run of a large project, and the runs after it."""
    (folder / "claims").mkdir(parents=True)
    for number in range(-(-facts // (4 * GROUPS))):
        (folder / "claims" / f"a{number:05}.yaml").write_text(claims(number), encoding="utf-8")
    first = seconds([FACTCHECK, "run"], folder)
    medians = in_turns({"second": [FACTCHECK, "run"], "version": [FACTCHECK, "--version"]}, folder, rounds)
    return [
        row(f"`run`, {facts:,} facts, first", first, {}),
        row(
            "the same again, unchanged",
            medians["second"],
            {"the first": first, "`--version`": medians["version"]},
        ),
    ]


def since(folder: Path, rounds: int) -> list[str]:
    """One edited file among many."""
    repository(folder, FILES)
    medians = in_turns(
        {
            "since": [FACTCHECK, "run", "--since", "HEAD"],
            "diff": [FACTCHECK, "diff", "HEAD"],
            "status": ["git", "status", "--porcelain"],
        },
        folder,
        rounds,
    )
    full = seconds([FACTCHECK, "run", "--no-cache"], folder)
    return [
        row(f"`run --no-cache`, {FILES:,} files", full, {}),
        row(
            "`run --since HEAD`, one file edited",
            medians["since"],
            {"the full run": full, "`git status`": medians["status"]},
        ),
        row("`diff HEAD`, the same", medians["diff"], {"the full run": full}),
    ]


def starts(folder: Path, rounds: int) -> list[str]:
    """Small commands beside other checkers on one small file."""
    folder.mkdir()
    (folder / "small.beancount").write_text(LEDGER, encoding="utf-8")
    (folder / "one.yaml").write_text(ONE_FILE, encoding="utf-8")
    (folder / "one.py").write_text("x = 1\n", encoding="utf-8")
    others = {
        "`bean-check`": [tool("bean-check"), "small.beancount"],
        "`ruff check`": [tool("ruff"), "check", "--quiet", "one.py"],
    }
    present = {name: command for name, command in others.items() if command[0]}
    for name in others.keys() - present.keys():
        print(f"{name} is not installed: no ratio to it")
    own = {
        "`--version`": [FACTCHECK, "--version"],
        "`explain FC201`": [FACTCHECK, "explain", "FC201"],
        "`run --no-cache`, one file": [FACTCHECK, "run", "--no-cache", "one.yaml"],
        "`run`, one file, unchanged": [FACTCHECK, "run", "one.yaml"],
    }
    medians = in_turns(own | present, folder, rounds)
    return [row(name, medians[name], {other: medians[other] for other in present}) for name in own] + [
        row(name, medians[name], {}) for name in present
    ]


def tool(name: str) -> str:
    """Where a program is; empty where it is not."""
    return str(BIN / name) if (BIN / name).exists() else shutil.which(name) or ""


def main() -> None:
    """Measure and print the table."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 7
    facts = int(sys.argv[2]) if len(sys.argv) > 2 else 100_000
    for name in ("FACTCHECK_CACHE_DIR", "PYTHONDONTWRITEBYTECODE"):  # an installed program is compiled
        os.environ.pop(name, None)
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        starts(folder / "warm", 1)
        lines = [
            *cached(folder / "large", facts, rounds),
            *since(folder / "many", rounds),
            *starts(folder / "small", rounds),
        ]
    print("| what | seconds | ratios |\n| --- | --- | --- |")
    print("\n".join(lines))


if __name__ == "__main__":
    main()
