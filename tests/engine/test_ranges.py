"""Implied ranges with known ends: corners, irrational and open ends, hidden wholes without bounds."""

from __future__ import annotations

from fractions import Fraction

import pytest

from engine.writing import interval, network
from factcheck.engine import Range, Solver
from factcheck.quantities.interval import Interval


def left_of(name: str, facts: dict[str, str], checks: list[str]) -> Range:
    built, names = network(facts, checks)
    constraints = range(len(built.constraints))
    return Solver(built).ranges(constraints, [names[name]])[names[name]]


CASES: list[tuple[str, str, dict[str, str], list[str], str]] = [
    (
        "a sum in a cycle",
        "a",
        {"a": "[0, inf)", "b": "[0, inf)", "s": "[10, 11]", "d": "[2, 3)"},
        ["a + b = s", "a - b = d"],
        "[6, 7)",
    ),
    (
        "a mean of hidden weights lies between the values",
        "m",
        {"m": "[0, 35]", "x": "(0, inf)", "y": "(0, inf)", "k": "[0, inf) int", "t": "[25, 35]"},
        ["m * (x + y) = 56 * x + 28 * y", "k + m = t"],
        "(28, 35]",
    ),
    (
        "what is left beside such a mean",
        "k",
        {"m": "[0, inf)", "x": "(0, inf)", "y": "(0, inf)", "k": "[0, inf) int", "t": "[25, 35]"},
        ["m * (x + y) = 56 * x + 28 * y", "k + m = t"],
        "[0, 6] int",
    ),
    (
        "a rate and a share of the same hidden whole",
        "g",
        {"g": "(-0.95, -0.85)", "s": "[0.055, 0.065]", "x": "(0, inf)", "y": "[0, inf)"},
        ["g = (y - x) / x", "y = s * x"],
        "[-0.945, -0.935]",
    ),
    (
        "a change and the same change seen from its end",
        "g",
        {"g": "[0, 1]", "h": "[-0.5, -0.2]", "x": "(0, inf)", "y": "(0, inf)"},
        ["y = x * (1 + g)", "x = y * (1 + h)"],
        "[0.25, 1]",
    ),
    (
        "half of the double of something without bounds",
        "s",
        {"s": "(-5, 5)", "x": "[0, inf)", "y": "(0, inf)"},
        ["y = x + x", "x = s * y"],
        "[0.5, 0.5]",
    ),
    (
        "coupled means: a corner that open ends only let approach",
        "m",
        {"w": "(200, 400)", "v": "(5, 6)", "m": "[50, 70]", "n": "[60, 70]"},
        ["m * (w + v) = 57 * w + 64 * v", "n * (11 + m) = 44 * 11 + 71 * m"],
        "(4624/81, 5892/103)",
    ),
    (
        "a factor of a known product beside an unbounded one",
        "g",
        {"g": "(0, inf)", "f": "[0, inf)", "x": "[3120, 3140] int", "y": "[0, inf)"},
        ["x = y * f", "y = x * (1 + g)"],
        "(0, inf]",
    ),
    (
        "an end that one of two boxes reaches, the other only approaches",
        "y",
        {
            "x": "(0, inf) int",
            "w": "(0, inf) int",
            "y": "[4245, 4255)",
            "t": "[0, inf)",
            "d": "[4122.4, 4122.6)",
            "s": "[0.1865, 0.1875)",
        },
        ["y + x + w = t", "abs(y - x) = d", "w = s * t"],
        "[4245.4, 4254.6]",
    ),
    (
        "a rounded part of counts is a count",
        "y",
        {"x": "[0, inf) int", "y": "[31.95, 33.05]", "z": "[0, inf) int", "s": "[0.5, 0.7]"},
        ["x + y + z = 100", "x = s * 100"],
        "[32, 33]",
    ),
    (
        "the difference of two rounded numbers beside counts is a count",
        "s",
        {"x": "[6.95, 7.05]", "n": "[0, inf) int", "m": "[0, inf) int", "t": "[28, 28.15]", "s": "[0, 1]"},
        ["x + n + m = t", "x = s * t"],
        "[0.25, 47/187]",
    ),
    ("a fixed point", "x", {"x": "(-1, 9]"}, ["x * x = x"], "[0, 1]"),
    ("a root of the largest", "x", {"x": "(-0.8, 9.2]"}, ["max(x * x * x, x) = x * x"], "[0, 1]"),
    ("a product across 0", "x", {"x": "[-9, 9]", "y": "[-2, 4]", "z": "[8, 12]"}, ["x * y = z"], "[-9, 9]"),
    (
        "without an end",
        "x",
        {"x": "[0, inf)", "y": "[1, 2]", "z": "[0, inf)"},
        ["abs(x - z) = y"],
        "[0, inf]",
    ),
    (
        "an open end of a share of counts",
        "s",
        {"s": "[0.55, 0.6)", "n": "(0, inf) int", "k": "[0, inf) int", "t": "[1.1, 1.3]"},
        ["k = s * n", "s + s = t"],
        "[0.55, 0.6)",
    ),
]


@pytest.mark.parametrize(
    ("name", "facts", "checks", "expected"), [c[1:] for c in CASES], ids=[c[0] for c in CASES]
)
def test_a_range_is_exact(name: str, facts: dict[str, str], checks: list[str], expected: str) -> None:
    found = left_of(name, facts, checks)
    assert found.tight
    assert found.bounds == interval(expected)


def test_an_irrational_end_is_enclosed() -> None:
    """133 = 100 · (1 + g)³: one value, a cube root."""
    found = left_of("g", {"g": "[0.05, 0.15)"}, ["133 = 100 * (1 + g) ** 3"])
    low, high = found.bounds.low, found.bounds.high
    assert found.tight
    assert low is not None
    assert high is not None
    assert (1 + low) ** 3 <= Fraction(133, 100) <= (1 + high) ** 3
    assert high - low < Fraction(1, 1 << 40)


def test_an_irrational_end_among_others_is_met_by_a_solution() -> None:
    """The mean and the share fix the part only as a root of a quadratic equation."""
    facts = {"x": "[360.5, 361.5)", "p": "[-50, 50]", "m": "[0, inf)", "s": "[0.2275, 0.2285]"}
    checks = ["m * (p + x) = 59 * p + 75 * x", "p = s * m"]
    found = left_of("m", facts, checks)
    assert found.tight
    assert found.bounds.low is not None
    assert found.bounds.high is not None
    assert Fraction(7428, 100) < found.bounds.low < found.bounds.high < Fraction(7429, 100)


def test_ends_beyond_reach_are_said_to_be_outer_bounds() -> None:
    facts = {"x": "[1, inf) int", "y": "[1, inf) int", "z": "[1, inf) int"}
    found = left_of("x", facts, ["x ** 3 + y ** 3 = z ** 3"])
    assert not found.tight
    assert found.bounds == Interval(1, None, integer=True)


def test_a_core_larger_than_an_article_is_given_outer_bounds() -> None:
    """A chain of means, each with the next: propagation's bounds, quickly, and said to be outer where they are not met."""
    count = 40
    facts = {f"x{i}": "[1, 9]" for i in range(count)} | {f"m{i}": "[2, 3]" for i in range(count)}
    checks = [f"m{i} * (x{i} + x{(i + 1) % count}) = 3 * x{i} + 2 * x{(i + 1) % count}" for i in range(count)]
    checks += [f"m{i} * x{(i + 2) % count} <= 20" for i in range(count)]
    built, names = network(facts, checks)
    found = Solver(built).ranges(range(len(checks)), [names["m0"]])[names["m0"]]
    assert found.bounds.low is not None
    assert found.bounds.low >= 2
