"""Start-up and a full run of ``claims/`` beside ``bean-check`` on a small ledger and ``python -c 'import yaml'``, all in one run.

``python bench/startup.py [ROUNDS]``: the commands take turns, and of each the median processor time counts. Every command has its
Python compiled, as an installed program has: the byte code of all of them lies in a folder of the bench. ``bean-check`` is measured
as it is called and with its cache turned off, which is the peer of our runs with nothing remembered (it keeps only ledgers that take
more than a second to load, so that both say the same here). It comes with ``pip install beancount``; where it is absent its column
is left out, and said so.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from statistics import median

ROOT = Path(__file__).parent.parent
BIN = Path(sys.executable).parent
LEDGER = """\
option "title" "A small ledger"
option "operating_currency" "CNY"
2020-01-01 open Assets:Cash CNY
2020-01-01 open Income:Salary CNY
2020-01-01 open Expenses:Food CNY
""" + "".join(
    f'2020-{month:02}-{day:02} * "Shop {month}" "Lunch"\n  Expenses:Food   {day}.50 CNY\n  Assets:Cash\n\n'
    for month in range(1, 13)
    for day in range(1, 11)
)
BEAN = "bean-check, a small ledger"
BEAN_COLD = "bean-check --no-cache"
FRESH = ("env", "FACTCHECK_CACHE=false")
ONE_FILE = """\
facts:
  小麦: 12.6万吨
  稻谷: 8.3万吨
  合计: 20.9万吨
checks:
  - sum: {whole: 合计, parts: [小麦, 稻谷]}
"""


def commands(folder: Path) -> dict[str, list[str]]:
    """What is measured, by the name it is shown under."""
    (folder / "small.beancount").write_text(LEDGER, encoding="utf-8")
    (folder / "one.yaml").write_text(ONE_FILE, encoding="utf-8")
    (folder / "one.py").write_text("x = 1\n", encoding="utf-8")
    factcheck = str(BIN / "factcheck")
    found = {
        "import yaml": [sys.executable, "-c", "import yaml"],
        BEAN: [_tool("bean-check"), str(folder / "small.beancount")],
        BEAN_COLD: [_tool("bean-check"), "--no-cache", str(folder / "small.beancount")],
        "ruff check, one file": [_tool("ruff"), "check", "--no-cache", "--quiet", str(folder / "one.py")],
        "factcheck --version": [factcheck, "--version"],
        "factcheck explain FC201": [factcheck, "explain", "FC201"],
        "factcheck run one.yaml, again": [factcheck, "run", str(folder / "one.yaml")],
        "  with an option, again": [factcheck, "run", "--ascii", str(folder / "one.yaml")],
        "  nothing remembered": [*FRESH, factcheck, "run", str(folder / "one.yaml")],
        "factcheck run claims/, again": [factcheck, "run", str(ROOT / "claims")],
        "  nothing remembered ": [*FRESH, factcheck, "run", str(ROOT / "claims")],
    }
    return {name: command for name, command in found.items() if command[0]}


def _tool(name: str) -> str:
    return str(BIN / name) if (BIN / name).exists() else shutil.which(name) or ""


def environment(folder: Path) -> dict[str, str]:
    """Byte code and caches in the bench's own folder."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return kept | {"PYTHONPYCACHEPREFIX": str(folder / "compiled"), "XDG_CACHE_HOME": str(folder / "cache")}


def seconds(command: Sequence[str], variables: dict[str, str]) -> float:
    """The processor time of one run, user and system: unlike the clock it does not count what else the machine does."""
    nowhere = subprocess.DEVNULL
    with subprocess.Popen(command, cwd=ROOT, env=variables, stdout=nowhere, stderr=nowhere) as process:
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1):
        sys.exit(f"{' '.join(command)}: exit code {process.returncode}")
    return usage.ru_utime + usage.ru_stime


def medians(rounds: int) -> dict[str, float]:
    """Of each command the median over so many rounds, after one that compiles and remembers."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        measured, variables = commands(folder), environment(folder)
        times: dict[str, list[float]] = {name: [] for name in measured}
        for turn in range(rounds + 1):
            for name, command in measured.items():
                taken = seconds(command, variables)
                if turn:
                    times[name].append(taken)
    return {name: median(values) for name, values in times.items()}


def main() -> None:
    """Measure and print the table."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 15
    found = medians(rounds)
    bean = found.get(BEAN_COLD)
    if bean is None:
        print("bean-check is not installed (pip install beancount): no ratio to it")
    print(f"{'median of ' + str(rounds) + ' runs':30} {'ms':>6} {'× import yaml':>14} {'× bean-check':>13}")
    for name, value in found.items():
        against_bean = f"{value / bean:.2f}" if bean else "-"
        print(f"{name:30} {value * 1000:6.0f} {value / found['import yaml']:14.2f} {against_bean:>13}")


if __name__ == "__main__":
    main()
