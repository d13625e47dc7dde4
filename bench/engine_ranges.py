"""Implied ranges against Z3: random networks from seeds, each end held against the whole network.

    python bench/engine_ranges.py --seed 0 --count 2000     random networks: no model beyond an end, a model at it
    python bench/engine_ranges.py --articles 40             the same on networks of article size
    python bench/engine_ranges.py --times 200               time of a range, and of Z3's Optimize for the same

Prints disagreements and the seeds with outer bounds as they come, and a summary. Times are processor seconds.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import time
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT / "src"), str(ROOT / "tests"), str(ROOT / "bench")]


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--seed", type=int, default=0, help="first seed")
    parser.add_argument("--count", type=int, default=1000, help="how many seeds")
    parser.add_argument("--timeout", type=int, default=1000, help="milliseconds Z3 may take for one end")
    parser.add_argument("--articles", type=int, default=0, help="so many networks of article size instead")
    parser.add_argument("--times", type=int, default=0, help="compare times on so many seeds instead")
    arguments = parser.parse_args()
    if arguments.times:
        return times(arguments.seed, arguments.times, arguments.timeout)
    if arguments.articles:
        return run(_articles(arguments.seed, arguments.articles), arguments.timeout)
    return run(_seeds(arguments.seed, arguments.count), arguments.timeout)


def _seeds(start: int, count: int) -> Iterator[tuple[str, object]]:
    from engine.networks import network_from

    for seed in range(start, start + count):
        yield f"seed {seed}", network_from(seed)


def _articles(start: int, count: int) -> Iterator[tuple[str, object]]:
    """Articles of 60 facts with few and with many hidden quantities."""
    from engine_speed import archive

    for seed in range(start, start + count):
        for hidden in (0.1, 0.4):
            yield f"article {seed} with {hidden:.0%} hidden", archive(60, hidden, seed)


def run(networks: Iterator[tuple[str, object]], timeout: int) -> int:
    """Compare the ranges of all networks; 1 where any disagrees."""
    from engine.range_agreement import Ends, compare_network
    from factcheck.engine import Network

    total, compared, with_outer = Ends(), 0, 0
    slowest: list[tuple[float, str]] = []
    for name, network in networks:
        assert isinstance(network, Network)
        try:
            found = compare_network(network, name, timeout)
        except Exception as crash:  # a crash is a finding, not the end of the run
            found = Ends(problems=[f"{name}: {crash!r}"])
        for problem in found.problems:
            print(f"PROBLEM: {problem}", flush=True)
        if found.outer:
            with_outer += 1
            print(f"outer: {name}, variables {found.outer}", flush=True)
        compared += bool(found.ranges)
        for part in ("ranges", "tight", "checked", "unknown", "loose", "seconds", "oracle_seconds"):
            setattr(total, part, getattr(total, part) + getattr(found, part))
        total.problems += found.problems
        slowest = sorted([*slowest, (found.seconds, name)], reverse=True)[:5]
    print(
        f"{compared} satisfiable networks, {total.ranges} ranges: {total.tight} tight, "
        f"{total.ranges - total.tight} outer bounds (in {with_outer} networks; {total.loose} of their ends are not the true ones)"
    )
    print(
        f"{total.checked} ends compared, {len(total.problems)} disagreements, {total.unknown} ends without an answer from Z3"
    )
    print(
        f"{total.seconds:.1f} s for the ranges, {total.seconds / max(total.ranges, 1) * 1000:.2f} ms each; Z3 checked them in {total.oracle_seconds:.1f} s"
    )
    print("slowest: " + ", ".join(f"{name} {seconds:.2f} s" for seconds, name in slowest))
    return 1 if total.problems else 0


def times(start: int, count: int, timeout: int) -> int:
    """The time of all ranges of a network, and of Z3's Optimize on each end of them."""
    import z3

    from engine.networks import network_from
    from engine.oracle import Translation
    from factcheck.engine import Solver

    mine: list[float] = []
    theirs: list[float] = []
    asked = failed = 0
    for seed in range(start, start + count):
        network = network_from(seed)
        constraints = range(len(network.constraints))
        solver = Solver(network)
        if solver.decide(constraints).status != "satisfiable":
            continue
        used = sorted({v for constraint in constraints for v in solver.variables_of(constraint)})
        started = time.process_time()
        ranges = Solver(network).ranges(constraints, used)
        mine.append((time.process_time() - started) / len(ranges))
        started = time.process_time()
        for variable in used:
            for greatest in (False, True):
                translation = Translation(network, timeout)
                for index in constraints:
                    translation.require(index)
                optimum = z3.Optimize()
                optimum.set("timeout", timeout)
                optimum.add(*translation.solver.assertions())
                term = translation.variables[variable]
                goal = optimum.maximize(term) if greatest else optimum.minimize(term)
                asked += 1
                end = ranges[variable].bounds.high if greatest else ranges[variable].bounds.low
                try:
                    failed += optimum.check() != z3.sat or not _agrees(goal.value(), end)
                except z3.Z3Exception:  # Optimize does not take every network that Solver does
                    failed += 1
        theirs.append((time.process_time() - started) / len(ranges))
    for name, pick in (
        ("median", statistics.median),
        ("99th percentile", lambda t: sorted(t)[int(len(t) * 0.99)]),
    ):
        a, b = pick(mine) * 1000, pick(theirs) * 1000
        print(f"a range, {name}: engine {a:.2f} ms, Z3 Optimize {b:.1f} ms, {b / a:.0f} times as long")
    print(f"{asked} ends asked; Optimize gives no answer or another end for {failed} ({failed / asked:.0%})")
    return 0


def _agrees(value: object, end: object) -> bool:
    """Whether what Optimize says (a number, an infinity, or an end plus or minus ε) is the end."""
    text = str(value)
    if end is None:
        return "oo" in text
    try:
        return abs(Fraction(text) - Fraction(str(end))) <= abs(Fraction(str(end))) / 10**9
    except ValueError:
        return "epsilon" in text


if __name__ == "__main__":
    sys.exit(main())
