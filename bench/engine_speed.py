"""The engine's times as ratios: against Z3 on whole articles, and against size.

    python bench/engine_speed.py articles      engine and Z3 on components of article size
    python bench/engine_speed.py sizes         many components, from 1,000 facts up
    python bench/engine_speed.py linked        one cross-linked component
    python bench/engine_speed.py shapes        a chain of whole numbers, a tree
    python bench/engine_speed.py edits         one edit in a large network (of a whole project: bench/edits.py)

Times are processor seconds of this process, so a busy machine disturbs them less.
"""

from __future__ import annotations

import argparse
import gc
import statistics
import sys
import time
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path
from random import Random

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT / "src"), str(ROOT / "tests")]

from factcheck.engine import Constant, Decision, Network, Product, Relation, Solver, State, Sum, Variable  # noqa: E402
from factcheck.quantities.interval import Interval  # noqa: E402


def timed(action: Callable[[], object]) -> tuple[float, object]:
    gc.collect()
    gc.disable()
    started = time.process_time()
    result = action()
    spent = time.process_time() - started
    gc.enable()
    return spent, result


def printed(network: Network, value: Fraction, unit: Fraction) -> Variable:
    middle = (value / unit + Fraction(1, 2)).__floor__() * unit
    return network.variable(Interval(middle - unit / 2, middle + unit / 2))


def archive(facts: int, hidden: float = 0.1, seed: int = 1, into: Network | None = None) -> Network:
    """Many small groups: sums of counts, a share, an average, a change."""
    random, network = Random(seed), into or Network()
    start = len(network.domains)

    def quantity(value: Fraction, unit: Fraction = Fraction(1, 10)) -> Variable:
        if random.random() < hidden:
            return network.variable(Interval(0, None, integer=True))
        if random.random() < 0.6:
            return network.variable(Interval(value, value, integer=True))
        return printed(network, value, unit)

    while len(network.domains) - start < facts:
        true = [Fraction(random.randint(10, 9000)) for _ in range(random.randint(2, 5))]
        parts, total = [quantity(x) for x in true], quantity(sum(true, Fraction(0)))
        network.require(
            Relation(Sum(tuple(parts)), "=", total), *(Relation(Constant(0), "<=", p) for p in parts)
        )
        if random.random() < 0.7:
            ratio = printed(network, true[0] / sum(true), Fraction(1, 1000))
            network.require(Relation(parts[0], "=", Product((ratio, total))), Relation(parts[0], "<=", total))
        if random.random() < 0.6:
            mean = printed(network, sum(true) / true[1], Fraction(1, 100))
            network.require(Relation(total, "=", Product((mean, parts[1]))))
        if random.random() < 0.6:
            before = Fraction(random.randint(10, 9000))
            rate = printed(network, true[0] / before - 1, Fraction(1, 1000))
            earlier = printed(network, before, Fraction(1, 10))
            network.require(Relation(parts[0], "=", Product((earlier, Sum((Constant(1), rate))))))
    return network


def linked(facts: int, hidden: float, exact: float, errors: int = 0, seed: int = 1) -> Network:
    """One component: every check draws its facts from all earlier ones."""
    random, network, true = Random(seed), Network(), []

    def add(value: Fraction) -> int:
        true.append(value)
        draw = random.random()
        if draw < hidden:
            return network.variable(Interval(0, None)).index
        if draw < hidden + exact:
            return network.variable(Interval(value, value)).index
        return printed(network, value, Fraction(1, 10)).index

    checks = facts * 6 // 10
    pool = [add(Fraction(random.randint(100, 99999), 10)) for _ in range(facts - checks)]
    for _ in range(checks):
        kind, (one, other) = random.random(), random.sample(pool, 2)
        if kind < 0.6:
            parts = list(dict.fromkeys([one, other, *random.choices(pool, k=random.randint(0, 2))]))
            result = add(sum((true[p] for p in parts), Fraction(0)))
            network.require(Relation(Sum(tuple(map(Variable, parts))), "=", Variable(result)))
        elif kind < 0.8:
            ratio = add(true[one] / true[other])
            network.require(Relation(Variable(one), "=", Product((Variable(ratio), Variable(other)))))
            continue
        else:
            if true[one] < true[other]:
                one, other = other, one
            result = add(true[one] - true[other])
            network.require(Relation(Variable(one), "=", Sum((Variable(other), Variable(result)))))
        if 0 < true[result] < 10**7:
            pool.append(result)
    for index in random.sample([i for i, d in enumerate(network.domains) if d.high is not None], errors):
        low, high = network.domains[index].low, network.domains[index].high
        network.domains[index] = Interval((low or 0) + 5, (high or 0) + 5)
    return network


def chain(years: int) -> Network:
    """Hidden whole numbers, each from the one before by a printed rate."""
    random, network = Random(3), Network()
    before = network.variable(Interval(1000, 1000, integer=True))
    for _ in range(years):
        after = network.variable(Interval(0, None, integer=True))
        rate = printed(network, Fraction(random.randint(-20, 25), 1000), Fraction(1, 1000))
        network.require(Relation(after, "=", Product((before, Sum((Constant(1), rate))))))
        before = after
    return network


def tree(facts: int) -> Network:
    """Rounded leaves, hidden totals of totals."""
    random, network = Random(5), Network()
    level = [printed(network, Fraction(random.randint(1, 100)), Fraction(1)) for _ in range(facts * 3 // 4)]
    while len(level) > 1:
        above = []
        for at in range(0, len(level), 4):
            total = network.variable(Interval(0, None))
            network.require(Relation(Sum(tuple(level[at : at + 4])), "=", total))
            above.append(total)
        level = above
    return network


def decide_all(network: Network) -> Decision:
    return Solver(network).decide(range(len(network.constraints)))


def by_component(network: Network) -> str:
    solver = Solver(network)
    counts: dict[str, int] = {}
    for component in solver.components(range(len(network.constraints))):
        status = solver.decide(component).status
        counts[status] = counts.get(status, 0) + 1
    return ", ".join(f"{count} {status}" for status, count in counts.items())


def articles() -> None:
    from engine import oracle

    for hidden in (0.1, 0.4):
        mine, theirs = [], []
        for seed in range(60):
            network = archive(60, hidden, seed)
            mine.append(timed(lambda network=network: by_component(network))[0])
            theirs.append(timed(lambda network=network: oracle.satisfiable(network, 10_000))[0])
        for name, pick in (
            ("median", statistics.median),
            ("99th percentile", lambda t: sorted(t)[int(len(t) * 0.99)]),
        ):
            a, b = pick(mine) * 1000, pick(theirs) * 1000
            print(
                f"60 facts, {hidden:.0%} hidden, {name}: engine {a:.1f} ms, Z3 {b:.1f} ms, {b / a:.1f} times as long"
            )


def sizes() -> None:
    base = 0.0
    for facts in (1_000, 10_000, 100_000, 1_000_000):
        network = archive(facts)
        spent, summary = timed(lambda network=network: by_component(network))
        base = base or spent
        each = spent / len(network.domains) * 1e6
        print(
            f"{len(network.domains):>9,} facts, {len(network.constraints):>7,} checks: {spent:8.2f} s, {each:5.1f} µs a fact; {summary}",
            flush=True,
        )


def in_one_piece() -> None:
    for facts, hidden, errors in (
        (10_000, 0.2, 0),
        (10_000, 0.4, 0),
        (10_000, 0.3, 5),
        (100_000, 0.3, 5),
        (100_000, 0.2, 0),
        (100_000, 0.6, 0),
    ):
        network = linked(facts, hidden, 0.0 if errors or hidden > 0.5 else 0.1, errors)
        spent, decision = timed(lambda network=network: decide_all(network))
        assert isinstance(decision, Decision)
        print(
            f"{facts:,} facts, {len(network.constraints):,} checks, {hidden:.0%} hidden, {errors} errors: {decision.status} {decision.reason}, {spent:.2f} s",
            flush=True,
        )


def shapes() -> None:
    for name, network in (("400-year chain", chain(400)), ("tree", tree(131_000))):
        spent, decision = timed(lambda network=network: decide_all(network))
        assert isinstance(decision, Decision)
        print(f"{name}, {len(network.domains):,} facts: {decision.status}, {spent:.2f} s", flush=True)


def edits() -> None:
    network = archive(100_000)
    spent, state = timed(lambda: State(Solver(network)))
    assert isinstance(state, State)
    print(f"state of {len(network.domains):,} facts: {spent:.1f} s")
    gc.collect()
    gc.freeze()  # what is loaded stays: the collector need not walk it after each edit
    random, times = Random(9), []
    for _ in range(1000):
        variable = random.randrange(len(network.domains))
        domain = state.domains.get(variable, network.domains[variable])
        shift = random.choice((0, 1, -1, 10))
        moved = Interval(
            None if domain.low is None else domain.low + shift,
            None if domain.high is None else domain.high + shift,
            domain.low_open, domain.high_open, domain.integer,
        )  # fmt: skip
        started = time.process_time()
        state.change_domain(variable, moved)
        times.append((time.process_time() - started) * 1000)
    times.sort()
    print(
        f"an edit: median {times[500]:.2f} ms, 99th percentile {times[990]:.2f} ms, longest {times[-1]:.2f} ms"
    )


if __name__ == "__main__":
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parts = {"articles": articles, "sizes": sizes, "linked": in_one_piece, "shapes": shapes, "edits": edits}
    parser.add_argument("part", choices=[*parts], nargs="?", default="articles")
    parts[parser.parse_args().part]()
