"""Exact linear arithmetic: the simplex of Dutertre and de Moura over ℚ + ℚ·δ, where δ is the infinitesimal that strict ends leave.

Source: B. Dutertre, L. de Moura, "A Fast Linear-Arithmetic Solver for DPLL(T)", CAV 2006. Rows keep whole coefficients over a
common denominator, so a pivot is integer arithmetic and one gcd.
"""

from __future__ import annotations

from math import gcd, lcm

from factcheck.engine.arithmetic import divide, normal, size
from factcheck.engine.exact import exact
from factcheck.quantities.interval import Rational

Value = tuple[Rational, Rational]
"""``(q, d)`` stands for q + d·δ."""

LOWER, UPPER = 0, 1

Blame = list[tuple[int, int, int]]
"""Why something is impossible or cannot grow: (index, the bound that stops it, weight)."""

_LARGEST_FIRST = 60
"""Pivots on the largest violation, or on the shortest column, before the smallest index takes over, which cannot cycle."""


class OutOfPivots(Exception):  # noqa: N818 - a limit, not an error
    """The pivot budget is used up."""


def _times(value: Rational, numerator: int, denominator: int) -> Rational:
    if type(value) is int:
        product = value * numerator
        quotient, rest = divmod(product, denominator)
        return exact(product, denominator) if rest else quotient
    return value * exact(numerator, denominator)  # type: ignore[no-any-return]


class Tableau:
    """Columns with bounds, rows that are combinations of columns, and a point that :meth:`check` moves inside all bounds."""

    __slots__ = ("columns", "denominators", "lower", "pivots_left", "rows", "runaway", "upper", "values")

    def __init__(self, pivots: int) -> None:
        self.rows: dict[int, dict[int, int]] = {}
        self.denominators: dict[int, int] = {}
        self.columns: dict[int, set[int]] = {}
        """Which rows (by basic index) a nonbasic index occurs in."""
        self.lower: list[Value | None] = []
        self.upper: list[Value | None] = []
        self.values: list[Value] = []
        self.pivots_left = pivots
        self.runaway = -1
        """The nonbasic index along which :meth:`extreme` last found no end."""

    def add_column(self, lower: Value | None, upper: Value | None) -> int:
        """A new variable; its index."""
        index = len(self.values)
        self.lower.append(lower)
        self.upper.append(upper)
        self.values.append(lower or upper or (0, 0))
        self.columns[index] = set()
        return index

    def add_row(self, terms: dict[int, int], lower: Value | None, upper: Value | None) -> int:
        """A new variable equal to a combination of others; its index."""
        index = len(self.values)
        self.lower.append(lower)
        self.upper.append(upper)
        real: Rational = 0
        small: Rational = 0
        for column, coefficient in terms.items():
            q, d = self.values[column]
            real += q * coefficient
            small += d * coefficient
        self.values.append((normal(real), normal(small)))
        if any(column in self.rows for column in terms):
            terms, denominator = self._in_nonbasic(terms)
        else:
            terms, denominator = dict(terms), 1
        for column in terms:
            self.columns[column].add(index)
        self.rows[index] = terms
        self.denominators[index] = denominator
        return index

    def _in_nonbasic(self, terms: dict[int, int]) -> tuple[dict[int, int], int]:
        """A combination with every basic variable replaced by its row, over a common denominator."""
        denominator = lcm(*(self.denominators[column] for column in terms if column in self.rows))
        found: dict[int, int] = {}
        for column, coefficient in terms.items():
            if column in self.rows:
                factor = coefficient * (denominator // self.denominators[column])
                for other, number in self.rows[column].items():
                    found[other] = found.get(other, 0) + factor * number
            else:
                found[column] = found.get(column, 0) + coefficient * denominator
        found = {column: number for column, number in found.items() if number}
        common = gcd(denominator, *found.values())
        return {column: number // common for column, number in found.items()}, denominator // common

    def check(self) -> Blame | None:
        """Move to a point inside all bounds, or say which bounds exclude each other; raises :class:`OutOfPivots`."""
        count = 0
        while True:
            count += 1
            leaving, below = self._violated(largest=count <= _LARGEST_FIRST)
            if leaving < 0:
                return None
            entering = self._entering(leaving, below, smallest=count > _LARGEST_FIRST)
            if entering < 0:
                return self._blame(leaving, below)
            target = self.lower[leaving] if below else self.upper[leaving]
            assert target is not None
            self._move(leaving, entering, target)

    def _violated(self, largest: bool) -> tuple[int, bool]:
        found, found_below = -1, False
        worst: Rational = -1
        for basic in self.rows:
            value = self.values[basic]
            lower, upper = self.lower[basic], self.upper[basic]
            if lower is not None and value < lower:
                distance, below = lower[0] - value[0], True
            elif upper is not None and value > upper:
                distance, below = value[0] - upper[0], False
            else:
                continue
            if largest:
                if distance > worst:
                    worst, found, found_below = distance, basic, below
            elif found < 0 or basic < found:
                found, found_below = basic, below
        return found, found_below

    def _can_grow(self, index: int) -> bool:
        upper = self.upper[index]
        return upper is None or self.values[index] < upper

    def _can_shrink(self, index: int) -> bool:
        lower = self.lower[index]
        return lower is None or self.values[index] > lower

    def _entering(self, basic: int, grow: bool, smallest: bool) -> int:
        """A nonbasic index whose change moves the basic one up (``grow``) or down."""
        best, best_cost = -1, 0
        for index, coefficient in self.rows[basic].items():
            if self._can_grow(index) if (coefficient > 0) == grow else self._can_shrink(index):
                cost = index if smallest else len(self.columns[index])
                if best < 0 or cost < best_cost or (cost == best_cost and index < best):
                    best, best_cost = index, cost
        return best

    def _blame(self, basic: int, below: bool) -> Blame:
        blame = [(basic, LOWER if below else UPPER, self.denominators[basic])]
        for index, coefficient in self.rows[basic].items():
            blame.append((index, UPPER if (coefficient > 0) == below else LOWER, abs(coefficient)))
        return blame

    def _move(self, leaving: int, entering: int, target: Value) -> None:
        """Bring the leaving variable to the target by changing the entering one, and swap their roles."""
        coefficient, denominator = self.rows[leaving][entering], self.denominators[leaving]
        now = self.values[leaving]
        if coefficient < 0:
            coefficient, denominator = -coefficient, -denominator
        step = (
            _times(normal(target[0] - now[0]), denominator, coefficient),
            _times(normal(target[1] - now[1]), denominator, coefficient),
        )
        self._shift(entering, step)
        self.values[leaving] = target
        self._pivot(leaving, entering)

    def _shift(self, index: int, step: Value) -> None:
        """Change a nonbasic variable, and all basic ones with it."""
        real, small = step
        q, d = self.values[index]
        self.values[index] = (normal(q + real), normal(d + small))
        for basic in self.columns[index]:
            coefficient, denominator = self.rows[basic][index], self.denominators[basic]
            q, d = self.values[basic]
            self.values[basic] = (
                normal(q + _times(real, coefficient, denominator)) if real else q,
                normal(d + _times(small, coefficient, denominator)) if small else d,
            )

    def _pivot(self, leaving: int, entering: int) -> None:
        self.pivots_left -= 1
        if self.pivots_left < 0:
            raise OutOfPivots
        row = self.rows.pop(leaving)
        denominator = self.denominators.pop(leaving)
        pivot = row.pop(entering)
        sign = 1 if pivot > 0 else -1
        solved = {index: -sign * number for index, number in row.items()}
        solved[leaving] = sign * denominator
        pivot = abs(pivot)
        for index in row:
            self.columns[index].discard(leaving)
        users = self.columns.pop(entering)
        users.discard(leaving)
        self.columns[leaving] = set()
        for basic in users:
            self._substitute(basic, entering, solved, pivot)
        self.rows[entering] = solved
        self.denominators[entering] = pivot
        for index in solved:
            self.columns[index].add(entering)

    def _substitute(self, basic: int, entering: int, solved: dict[int, int], pivot: int) -> None:
        row = self.rows[basic]
        factor = row.pop(entering)
        common = gcd(factor, pivot)
        factor, scale = factor // common, pivot // common
        if scale != 1:
            for index in row:
                row[index] *= scale
        for index, number in solved.items():
            total = row.get(index, 0) + factor * number
            if total:
                if index not in row:
                    self.columns[index].add(basic)
                row[index] = total
            else:
                del row[index]
                self.columns[index].discard(basic)
        denominator = self.denominators[basic] * scale
        common = gcd(denominator, *row.values())
        if common != 1:
            denominator //= common
            for index in row:
                row[index] //= common
        self.denominators[basic] = denominator

    def extreme(self, index: int, greatest: bool) -> tuple[Value | None, Blame]:
        """The greatest or least value a variable can take from a feasible point (``None``: unbounded), and the bounds that stop it."""
        count = 0
        while True:
            count += 1
            if index not in self.rows:
                entering, grow = index, greatest
                if not (self._can_grow(index) if grow else self._can_shrink(index)):
                    return self.values[index], [(index, UPPER if greatest else LOWER, 1)]
            else:
                entering = self._entering(index, greatest, smallest=count > _LARGEST_FIRST)
                if entering < 0:
                    return self.values[index], self._blame(index, greatest)[1:]
                grow = (self.rows[index][entering] > 0) == greatest
            outcome = self._advance(entering, grow)
            if not outcome:
                self.runaway = entering
                return None, []
            now, end = self.values[index], self.upper[index] if greatest else self.lower[index]
            if end is not None and now == end:
                return now, [(index, UPPER if greatest else LOWER, 1)]

    def rate(self, index: int, nonbasic: int) -> Rational:
        """How much a variable changes with a nonbasic one, all other nonbasic ones held."""
        if index not in self.rows:
            return int(index == nonbasic)
        return divide(self.rows[index].get(nonbasic, 0), self.denominators[index])

    def _advance(self, entering: int, grow: bool) -> bool:
        """Move a nonbasic variable as far as the bounds let it; ``False`` where nothing stops it."""
        best: Value | None = None
        blocking = -1
        own = self.upper[entering] if grow else self.lower[entering]
        now = self.values[entering]
        if own is not None:
            best = (size(own[0] - now[0]), (own[1] - now[1]) * (1 if grow else -1))
        for basic in self.columns[entering]:
            coefficient, denominator = self.rows[basic][entering], self.denominators[basic]
            up = (coefficient > 0) == grow
            end = self.upper[basic] if up else self.lower[basic]
            if end is None:
                continue
            value = self.values[basic]
            sign = 1 if up else -1
            room = (
                _times(normal(sign * (end[0] - value[0])), denominator, abs(coefficient)),
                _times(normal(sign * (end[1] - value[1])), denominator, abs(coefficient)),
            )
            if best is None or room < best or (room == best and (blocking < 0 or basic < blocking)):
                best, blocking = room, basic
        if best is None:
            return False
        step = best if grow else (-best[0], -best[1])
        self._shift(entering, (normal(step[0]), normal(step[1])))
        if blocking >= 0:
            self._pivot(blocking, entering)
        return True

    def point(self) -> list[Rational]:
        """The values with a positive number small enough in place of δ."""
        delta: Rational = 1
        for index, (q, d) in enumerate(self.values):
            lower, upper = self.lower[index], self.upper[index]
            if lower is not None and lower[1] > d and q > lower[0]:
                delta = min(delta, divide(q - lower[0], lower[1] - d))
            if upper is not None and upper[1] < d and q < upper[0]:
                delta = min(delta, divide(upper[0] - q, d - upper[1]))
        return [normal(q + d * delta) for q, d in self.values]
