"""Random networks of every constraint shape, from a seed.

Two ways: *printed* networks start from true values, derive more by relations, print them rounded, hide some and often change one
printed number a little, so that they are just possible or just impossible; *wild* networks draw domains and relations freely,
with repeated variables, divisions that may meet 0, and empty or touching ends.
"""

from __future__ import annotations

from fractions import Fraction
from random import Random

from factcheck.engine.model import (
    Absolute,
    Constant,
    Expression,
    Extreme,
    Network,
    Power,
    Product,
    Quotient,
    Relation,
    Sum,
    Variable,
)
from factcheck.quantities.interval import Interval, Rational

ONE = Constant(1)


def minus(left: Expression, right: Expression) -> Sum:
    return Sum((left, Product((Constant(-1), right))))


def share(part: Expression, whole: Expression, ratio: Expression) -> tuple[Relation, ...]:
    return (
        Relation(part, "=", Product((ratio, whole))),
        Relation(Constant(0), "<=", part),
        Relation(part, "<=", whole),
    )


def change(before: Expression, after: Expression, rate: Expression) -> tuple[Relation, ...]:
    return (Relation(after, "=", Product((before, Sum((ONE, rate))))),)


def per_year(before: Expression, after: Expression, rate: Expression, years: int) -> tuple[Relation, ...]:
    return (Relation(after, "=", Product((before, Power(Sum((ONE, rate)), years)))),)


class Printed:
    """Builds a network around true values."""

    def __init__(self, seed: int, size: int) -> None:
        self.random = Random(seed)
        self.network = Network()
        self.true: list[Fraction] = []
        self.counts: list[bool] = []
        self.ratios: list[bool] = []
        for _ in range(self.random.randint(2, 3 + size // 3)):
            self.quantity()
        for _ in range(size):
            self.check()
        if self.random.random() < 0.6:
            self.disturb()

    def new(self, value: Fraction, count: bool, ratio: bool) -> Variable:
        """A variable whose domain is how its true value is printed."""
        self.true.append(value)
        self.counts.append(count)
        self.ratios.append(ratio)
        return self.network.variable(self.domain(value, count, ratio))

    def domain(self, value: Fraction, count: bool, ratio: bool) -> Interval:
        random = self.random
        style = random.random()
        if style < 0.25:
            return Interval(0, None, low_open=random.random() < 0.3, integer=count)
        if style < 0.3 and value > 1:
            edge = Fraction(value * random.choice((90, 99, 100)) // 100)
            return Interval(edge, None, low_open=random.random() < 0.5, integer=count)
        if count and style < 0.6:
            return Interval(value, value, integer=True)
        unit = (
            Fraction(1, 10 ** random.choice((1, 2, 3)))
            if ratio
            else Fraction(10) ** random.choice((-1, 0, 0, 1, 2))
        )
        printed = (value / unit + Fraction(1, 2)).__floor__() * unit
        half = unit / 2 if random.random() < 0.8 else unit
        return Interval(printed - half, printed + half, random.random() < 0.2, random.random() < 0.6, count)

    def quantity(self) -> Variable:
        random = self.random
        count = random.random() < 0.4
        value = Fraction(random.randint(1, random.choice((20, 500, 9000))))
        if not count:
            value += Fraction(random.randint(0, 9), 10)
        return self.new(value, count, False)

    def pick(self, ratio: bool = False) -> Variable:
        choices = [i for i, r in enumerate(self.ratios) if r == ratio]
        return Variable(self.random.choice(choices)) if choices else self.quantity()

    def pick_other(self, *others: Variable) -> Variable:
        for _ in range(4):
            found = self.pick()
            if found not in others:
                return found
        return self.quantity()

    def known_or_new(self, value: Fraction, count: bool, ratio: bool) -> Variable:
        for index, other in enumerate(self.true):
            if other == value and self.ratios[index] == ratio and self.random.random() < 0.7:
                return Variable(index)
        return self.new(value, count, ratio)

    def check(self) -> None:
        kinds = (
            self.sum, self.sum, self.share, self.share, self.average, self.change, self.times, self.within,
            self.shares, self.per_year, self.same, self.order, self.extreme, self.difference, self.mean,
        )  # fmt: skip
        self.random.choice(kinds)()

    def sum(self) -> None:
        parts = [self.pick() for _ in range(self.random.randint(2, 4))]
        total = sum((self.true[p.index] for p in parts), Fraction(0))
        whole = self.known_or_new(total, all(self.counts[p.index] for p in parts), False)
        self.network.require(
            Relation(Sum(tuple(parts)), "=", whole), *(Relation(Constant(0), "<=", p) for p in parts)
        )

    def share(self) -> None:
        whole = self.pick()
        part = self.pick_other(whole)
        if self.true[part.index] > self.true[whole.index]:
            part, whole = whole, part
        if not self.true[whole.index]:
            return
        ratio = self.known_or_new(self.true[part.index] / self.true[whole.index], False, True)
        self.network.require(*share(part, whole, ratio))

    def average(self) -> None:
        over = self.pick()
        total = self.pick_other(over)
        if not self.true[over.index]:
            return
        mean = self.known_or_new(self.true[total.index] / self.true[over.index], False, False)
        self.network.require(Relation(total, "=", Product((mean, over))), Relation(Constant(0), "<=", over))

    def times(self) -> None:
        self.average()

    def change(self) -> None:
        before = self.pick()
        after = self.pick_other(before)
        if not self.true[before.index]:
            return
        rate = self.new(self.true[after.index] / self.true[before.index] - 1, False, True)
        if self.random.random() < 0.5:
            self.network.require(Relation(rate, "=", Quotient(minus(after, before), before)))
        else:
            self.network.require(*change(before, after, rate))

    def within(self) -> None:
        part = self.pick()
        whole = self.pick_other(part)
        if self.true[part.index] > self.true[whole.index]:
            part, whole = whole, part
        self.network.require(Relation(part, "<=", whole), Relation(Constant(0), "<=", part))

    def shares(self) -> None:
        pieces = self.random.randint(2, 4)
        weights = [self.random.randint(1, 99) for _ in range(pieces)]
        members = [self.new(Fraction(w, sum(weights)), False, True) for w in weights]
        self.network.require(
            Relation(Sum(tuple(members)), "=", ONE),
            *(Relation(Constant(0), "<=", m) for m in members),
            *(Relation(m, "<=", ONE) for m in members),
        )

    def per_year(self) -> None:
        before = self.pick()
        if not self.true[before.index]:
            return
        rate, years = Fraction(self.random.randint(-20, 40), 200), self.random.randint(2, 4)
        after = self.new(self.true[before.index] * (1 + rate) ** years, False, False)
        self.network.require(*per_year(before, after, self.known_or_new(rate, False, True), years))

    def same(self) -> None:
        first = self.pick()
        second = self.new(self.true[first.index], self.counts[first.index], False)
        self.network.require(Relation(first, "=", second))

    def order(self) -> None:
        first = self.pick()
        second = self.pick_other(first)
        a, b = self.true[first.index], self.true[second.index]
        if a > b:
            first, second = second, first
        self.network.require(Relation(first, "<" if a != b and self.random.random() < 0.5 else "<=", second))

    def extreme(self) -> None:
        members = [self.pick() for _ in range(self.random.randint(2, 3))]
        greatest = self.random.random() < 0.5
        values = [self.true[m.index] for m in members]
        result = self.known_or_new(max(values) if greatest else min(values), False, False)
        self.network.require(Relation(Extreme(tuple(members), greatest), "=", result))

    def difference(self) -> None:
        first = self.pick()
        second = self.pick_other(first)
        gap = abs(self.true[first.index] - self.true[second.index])
        self.network.require(Relation(Absolute(minus(first, second)), "=", self.new(gap, False, False)))

    def mean(self) -> None:
        first, second = self.pick(), self.pick()
        a, b = Fraction(self.random.randint(1, 90)), Fraction(self.random.randint(1, 90))
        weight = self.true[first.index] + self.true[second.index]
        if not weight:
            return
        value = (a * self.true[first.index] + b * self.true[second.index]) / weight
        mean = self.new(value, False, False)
        self.network.require(
            Relation(
                Product((mean, Sum((first, second)))),
                "=",
                Sum((Product((Constant(a), first)), Product((Constant(b), second)))),
            )
        )

    def disturb(self) -> None:
        """Move one finite domain by a few of its own widths or one unit."""
        finite = [i for i, d in enumerate(self.network.domains) if d.low is not None and d.high is not None]
        if not finite:
            return
        index = self.random.choice(finite)
        domain = self.network.domains[index]
        assert domain.low is not None
        assert domain.high is not None
        width = domain.high - domain.low or 1
        by = width * self.random.choice((1, 1, -1, -1, 2, -2, Fraction(1, 2)))
        if domain.integer:
            by = Fraction(by.__floor__() or 1)
        self.network.domains[index] = Interval(
            domain.low + by, domain.high + by, domain.low_open, domain.high_open, domain.integer
        )


class Wild:
    """Draws a network freely."""

    def __init__(self, seed: int, size: int) -> None:
        self.random = Random(seed)
        self.network = Network()
        for _ in range(self.random.randint(1, 2 + size // 2)):
            self.network.variable(self.domain())
        for _ in range(size):
            self.check()

    def number(self) -> Rational:
        return Fraction(self.random.randint(-12, 40), self.random.choice((1, 1, 1, 2, 4, 10)))

    def domain(self) -> Interval:
        random = self.random
        integer = random.random() < 0.4
        low = None if random.random() < 0.15 else self.number()
        high = (
            None if random.random() < 0.3 else (low or 0) + random.choice((0, 1, Fraction(1, 2), 3, 10, 30))
        )
        if low is not None and high == low:
            return Interval(low, high, integer=integer and Fraction(low).denominator == 1)
        return Interval(low, high, random.random() < 0.3, random.random() < 0.4, integer)

    def variable(self) -> Variable:
        return Variable(self.random.randrange(len(self.network.domains)))

    def expression(self, depth: int) -> Expression:
        random = self.random
        kind = random.random()
        if depth == 0 or kind < 0.3:
            return self.variable() if random.random() < 0.8 else Constant(self.number())
        if kind < 0.5:
            return Sum(tuple(self.expression(depth - 1) for _ in range(random.randint(2, 3))))
        if kind < 0.62:
            return minus(self.expression(depth - 1), self.expression(depth - 1))
        if kind < 0.78:
            return Product((self.expression(depth - 1), self.expression(depth - 1)))
        if kind < 0.88:
            return Quotient(self.expression(depth - 1), self.expression(depth - 1))
        if kind < 0.92:
            return Power(self.expression(depth - 1), random.randint(2, 3))
        if kind < 0.97:
            return Extreme((self.expression(depth - 1), self.expression(depth - 1)), random.random() < 0.5)
        return Absolute(self.expression(depth - 1))

    def check(self) -> None:
        random = self.random
        shape = random.random()
        if shape < 0.3:
            relations = share(self.variable(), self.variable(), self.variable())
        elif shape < 0.4:
            relations = change(self.variable(), self.variable(), self.variable())
        elif shape < 0.5:
            relations = (Relation(Sum((self.variable(), self.variable())), "=", self.variable()),)
        else:
            operator = random.choice(("=", "=", "<=", "<"))
            relations = (Relation(self.expression(2), operator, self.expression(1)),)
        self.network.require(*relations)


def network_from(seed: int) -> Network:
    """The network of a seed: two of three printed, one wild."""
    size = 1 + Random(seed).randrange(5)
    return Wild(seed, min(size, 3)).network if seed % 3 == 0 else Printed(seed, size).network
