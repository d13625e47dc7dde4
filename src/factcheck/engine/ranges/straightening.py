"""From the inside where an extreme is irrational: fix one factor of each product, let a linear programme find the rest, and move the factors.

At fixed factors everything is linear, so the programme's end is exact; over one factor at a time the best is enclosed by halving.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from factcheck.engine.arithmetic import divide, simplest_between, size
from factcheck.engine.box import Bounds
from factcheck.engine.candidates import candidates, inside
from factcheck.engine.curves import Absolute, Greatest, Power
from factcheck.engine.primitives import Primitive, Product
from factcheck.engine.ranges.certain import certain_end, is_linear
from factcheck.engine.ranges.core import Core
from factcheck.engine.ranges.dive import Inner
from factcheck.engine.ranges.ends import End, leaves_less
from factcheck.quantities.interval import Rational

_PARTS = 6
_HALVINGS = 64
_TRIED = (8, 4, 12, 1, 15)
"""Where in its bounds, in sixteenths, a value for a factor is looked for."""
_MOST = 4
_FINE = 1 << 48
_EVALUATIONS = 100
"""Values that are tried for all factors together."""


class Straightened:
    """A few variables whose values make the rest of a core linear, inside given bounds."""

    def __init__(self, core: Core, variable: int, side: int, bounds: dict[int, Bounds]) -> None:
        self.core = core
        self.variable = variable
        self.side = side
        self.bounds = bounds
        self.left = _EVALUATIONS

    def best(self, guesses: Mapping[int, Rational]) -> Inner | None:
        """The furthest end found; ``None`` where no values fit."""
        values = self._factors(guesses)
        if values is None:
            return None
        end = self._end(values)
        for factor in values:
            values, end = self._moved(values, factor, end)
        return None if end is None else Inner(end, [], exact=True)

    def _factors(self, guesses: Mapping[int, Rational]) -> dict[int, Rational] | None:
        """Variables to fix, those in most crooked relations first, each near its guess."""
        core = self.core
        core.reset(self.bounds)
        values: dict[int, Rational] = {}
        while not is_linear(core):
            uses: dict[int, int] = {}
            for primitive in core.primitives:
                for v in _crooked(core, primitive):
                    if v not in values:
                        uses[v] = uses.get(v, 0) + 1
            uses.pop(self.variable, None) if len(uses) > 1 else None
            if not uses or len(values) == _MOST:
                return None
            chosen = min(uses, key=lambda v: (-uses[v], v in core.box.integers, v))
            for value in self._values(chosen, guesses.get(chosen)):
                if core.fixed(chosen, value):
                    values[chosen] = value
                    break
            else:
                return None
        return values

    def _values(self, variable: int, guess: Rational | None) -> Iterator[Rational]:
        low, _, high, _ = bounds = self.core.box.bounds[variable]
        if guess is not None and inside(guess, bounds) and guess not in (low, high):
            yield guess
        if low is None or high is None or variable in self.core.box.integers:
            yield from candidates(bounds, variable in self.core.box.integers)
            return
        for part in _TRIED:
            yield simplest_between(
                low + divide((high - low) * (part - 1), 16), low + divide((high - low) * (part + 1), 16)
            )

    def _end(self, values: Mapping[int, Rational]) -> End | None:
        core = self.core
        self.left -= 1
        core.reset(self.bounds)
        for variable, value in values.items():
            if not core.box.known(variable):
                if not inside(value, core.box.bounds[variable]) or not core.fixed(variable, value):
                    return None
            elif core.box.value(variable) != value:
                return None
        return certain_end(core, self.variable, self.side)

    def _moved(
        self, values: dict[int, Rational], factor: int, end: End | None
    ) -> tuple[dict[int, Rational], End | None]:
        """The best value of one factor, the others held."""
        low, _, high, _ = self.bounds[factor]
        if low is None or high is None or low == high or factor in self.core.box.integers or self.left <= 0:
            return values, end
        step = divide(high - low, _PARTS)
        points = [low + step * k for k in range(_PARTS + 1)]
        if low < values[factor] < high:
            points = sorted({*points, values[factor]})
        found = [(p, self._end({**values, factor: p})) for p in points]
        at = -1
        for index, (_, candidate) in enumerate(found):
            if candidate is not None and (
                at < 0 or leaves_less(found[at][1] or (None, False), candidate, self.side)
            ):
                at = index
        if at < 0:
            return values, end
        best = found[at]
        for neighbour in (at - 1, at + 1):
            if 0 <= neighbour < len(found):
                best = self._halved(values, factor, best, found[neighbour][0])
        return {**values, factor: best[0]}, best[1]

    def _halved(
        self, values: dict[int, Rational], factor: int, best: tuple[Rational, End | None], other: Rational
    ) -> tuple[Rational, End | None]:
        """Halve between the best value and one that is worse or does not fit."""
        for _ in range(_HALVINGS):
            if self.left <= 0 or size(best[0] - other) * _FINE <= size(best[0]):
                break
            middle = _near_middle(*sorted((best[0], other)))
            end = self._end({**values, factor: middle})
            if end is not None and best[1] is not None and leaves_less(best[1], end, self.side):
                best = middle, end
            else:
                other = middle
        return best


def _crooked(core: Core, primitive: Primitive) -> list[int]:
    """The variables of which one must be known for the primitive to be linear."""
    box = core.box
    if type(primitive) is Product:
        factors = [v for v in (primitive.left, primitive.right) if not box.known(v)]
        return factors if len(factors) == 2 else []
    if type(primitive) is Power:
        return [] if box.known(primitive.base) else [primitive.base]
    if type(primitive) is Absolute:
        return [] if box.known(primitive.operand) else [primitive.operand]
    return [v for v in primitive.gaps if not box.known(v)] if type(primitive) is Greatest else []


def _near_middle(low: Rational, high: Rational) -> Rational:
    """A number with few digits about halfway."""
    width = high - low
    return simplest_between(low + divide(width * 3, 8), low + divide(width * 5, 8))
