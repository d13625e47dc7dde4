"""A long run of the engine against the oracle: random networks from seeds, every proof verified.

    python bench/engine_oracle.py --seed 0 --count 100000

Prints disagreements and undecided seeds as they come, and a summary with the times of engine and oracle.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT / "src"), str(ROOT / "tests")]


def main() -> int:
    from engine.agreement import Outcome, compare

    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--seed", type=int, default=0, help="first seed")
    parser.add_argument("--count", type=int, default=1000, help="how many seeds")
    parser.add_argument(
        "--timeout", type=int, default=2000, help="milliseconds the oracle may take for one network"
    )
    arguments = parser.parse_args()
    tally: Counter[str] = Counter()
    started = time.perf_counter()
    for seed in range(arguments.seed, arguments.seed + arguments.count):
        try:
            outcome = compare(seed, arguments.timeout)
        except Exception as crash:  # a crash is a finding, not the end of the run
            outcome = Outcome("crashed", False, f"seed {seed}: {crash!r}")
        tally[outcome.status] += 1
        tally["no answer from the oracle"] += not outcome.oracle_knows
        if outcome.status == "undecided":
            print(
                f"undecided: seed {seed} (the oracle {'knows' if outcome.oracle_knows else 'does not know either'})",
                flush=True,
            )
        if outcome.problem:
            tally["problems"] += 1
            print(f"PROBLEM: {outcome.problem}", flush=True)
    print(f"{arguments.count} networks in {time.perf_counter() - started:.0f} s: {dict(tally)}")
    return 1 if tally["problems"] else 0


if __name__ == "__main__":
    sys.exit(main())
