"""Rounded sums: drawn around the ends of what rounding allows, as claims, and judged by adding up intervals of plain fractions.

The rules are those of XBRL's Calculations 1.1. Rounded to nearest, a printed number with ``decimals`` d stands for v ± ½ · 10^-d, both
ends included; cut off, for what lies from v away from zero by less than 10^-d (a printed 0: by less than 10^-d to either side).
A sum holds where the printed total and its parts, added up, have a value in common.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from random import Random
from typing import Literal

Mode = Literal["nearest", "truncate"]
SHAPES = ((1, 1), (1, 1, 1), (1, -1), (1, 1, -1), (1, 1, 1, 1), (1, -1, -1), (1, 1, 1, 1, 1, 1))
"""The weights of the parts, for each shape of sum that is drawn."""


@dataclass(frozen=True)
class Ends:
    """An interval; ``low_in`` and ``high_in`` say whether its ends belong to it."""

    low: Fraction
    high: Fraction
    low_in: bool = True
    high_in: bool = True

    def __add__(self, other: Ends) -> Ends:
        return Ends(
            self.low + other.low, self.high + other.high, self.low_in and other.low_in, self.high_in and other.high_in
        )  # fmt: skip

    def weighed(self, weight: int) -> Ends:
        """All values times 1 or −1."""
        return self if weight > 0 else Ends(-self.high, -self.low, self.high_in, self.low_in)

    def meets(self, other: Ends) -> bool:
        """Whether the two have a value in common."""
        return not (self.lies_below(other) or other.lies_below(self))

    def lies_below(self, other: Ends) -> bool:
        """Whether every value is smaller than all of the other's."""
        return self.high < other.low or (self.high == other.low and not (self.high_in and other.low_in))


@dataclass(frozen=True)
class Figure:
    """A printed number: ``count`` units of 10^-decimals; ``exact``: not rounded at all."""

    count: int
    decimals: int
    exact: bool = False

    @property
    def unit(self) -> Fraction:
        """The value of the last digit."""
        return Fraction(10) ** -self.decimals

    @property
    def value(self) -> Fraction:
        """The number as printed."""
        return self.count * self.unit

    @property
    def text(self) -> str:
        """The digits: ``-0.5`` for −5 tenths, ``12000`` for 12 thousands."""
        if self.decimals <= 0:
            return str(self.count * 10**-self.decimals)
        digits = str(abs(self.count)).rjust(self.decimals + 1, "0")
        return f"{'-' * (self.count < 0)}{digits[: -self.decimals]}.{digits[-self.decimals :]}"

    def ends(self, mode: Mode) -> Ends:
        """What the number may truly be."""
        value, unit = self.value, self.unit
        if self.exact:
            return Ends(value, value)
        if mode == "nearest":
            return Ends(value - unit / 2, value + unit / 2)
        low = value - unit if value <= 0 else value
        high = value + unit if value >= 0 else value
        return Ends(low, high, value > 0, value < 0)


@dataclass(frozen=True)
class RoundedSum:
    """A total and its parts; ``shape`` is the index of their weights in :data:`SHAPES`."""

    total: Figure
    parts: tuple[Figure, ...]
    shape: int

    @property
    def weights(self) -> tuple[int, ...]:
        """1 or −1 for each part."""
        return SHAPES[self.shape]

    def computed(self, mode: Mode) -> Ends:
        """What the parts may add up to."""
        ends = Ends(Fraction(0), Fraction(0))
        for part, weight in zip(self.parts, self.weights, strict=True):
            ends += part.ends(mode).weighed(weight)
        return ends

    def holds(self, mode: Mode) -> bool:
        """Whether total and parts have a value in common."""
        return self.total.ends(mode).meets(self.computed(mode))

    def touches(self, mode: Mode) -> bool:
        """Whether they have no more than an end in common."""
        total, computed = self.total.ends(mode), self.computed(mode)
        return total.high == computed.low or computed.high == total.low


def figure(random: Random, exact: float) -> Figure:
    """A part: of a few digits, rounded to thousands, ones, tenths or hundredths."""
    decimals = random.choice((-3, 0, 0, 1, 1, 2))
    count = random.choice((0, random.randint(1, 9), random.randint(10, 999), random.randint(10, 99999)))
    return Figure(count * random.choice((1, 1, 1, -1)), decimals, random.random() < exact)


def draw_sum(random: Random, mode: Mode, exact: float = 0.15) -> RoundedSum:
    """A sum whose total lies well inside, at, just before or just beyond an end of what its parts allow, or off by one digit."""
    shape = random.randrange(len(SHAPES))
    parts = tuple(figure(random, exact) for _ in SHAPES[shape])
    if random.random() < 0.5:  # all to the same digit, as in a table
        decimals = parts[0].decimals
        parts = tuple(Figure(part.count, decimals, part.exact) for part in parts)
    decimals = random.choice(
        (parts[0].decimals, min(p.decimals for p in parts), max(p.decimals for p in parts))
    )
    is_exact = random.random() < exact
    unit = Fraction(10) ** -decimals
    ends = RoundedSum(Figure(0, decimals), parts, shape).computed(mode)
    reach = 0 if is_exact else unit / 2 if mode == "nearest" else unit
    start = random.choice(
        (ends.low - reach, ends.low, (ends.low + ends.high) / 2, ends.high, ends.high + reach)
    )
    count = (start / unit).__floor__() + random.choice((-1, 0, 0, 1, 1, 2))
    return RoundedSum(Figure(count, decimals, is_exact), parts, shape)


def draw_sums(seed: int, count: int, mode: Mode, exact: float = 0.15) -> Iterator[RoundedSum]:
    """Many sums; the same ones for the same seed."""
    random = Random(seed)
    for _ in range(count):
        yield draw_sum(random, mode, exact)


def claims(sums: list[RoundedSum], mode: Mode) -> str:
    """The sums as a claims file: facts t0, a0_0, a0_1 … and one check for each sum, in order; all in yuan, so that 2000 is no year."""
    facts, checks = ["article:", f"  rounding: {mode}", "facts:"], ["checks:"]
    for number, each in enumerate(sums):
        names = [f"a{number}_{at}" for at in range(len(each.parts))]
        facts.append(f"  t{number}: {_fact(each.total)}")
        facts += [f"  {name}: {_fact(part)}" for name, part in zip(names, each.parts, strict=True)]
        signs = ("" if at == 0 else "+ " if w > 0 else "- " for at, w in enumerate(each.weights))
        left = " ".join(sign + name for sign, name in zip(signs, names, strict=True))
        checks.append(f"  - {left} = t{number}")
    return "\n".join((*facts, *checks)) + "\n"


def _fact(figure: Figure) -> str:
    reading = "reading: exact" if figure.exact else f"precision: {Figure(1, figure.decimals).text}元"
    return f"{{value: {figure.text}元, {reading}}}"
