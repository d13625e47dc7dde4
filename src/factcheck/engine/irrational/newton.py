"""Points with irrational coordinates: proposed by Newton's method in floats, sharpened in rationals, proved elsewhere.

Nothing here judges: a proposal narrows the box to tiny intervals, and :mod:`.zeros` proves later that they hold a solution.
"""

from __future__ import annotations

from math import copysign, inf, isfinite, sqrt

from factcheck.engine.arithmetic import divide, floor, normal, simplest_between, size
from factcheck.engine.box import Contradiction
from factcheck.engine.exact import exact
from factcheck.engine.irrational.linearised import Equation, least_step, linearised
from factcheck.engine.irrational.sharpening import rational, sharpened
from factcheck.engine.primitives import Nonzero, Primitive, Row
from factcheck.engine.problem import Problem
from factcheck.engine.satisfaction import holds_at
from factcheck.engine.search import fix
from factcheck.quantities.interval import Rational

_STEPS = 40
_PATIENCE = 8
"""Steps in which the largest gap must halve."""
_CLOSE = 1e-10
_RADIUS = 70
"""Binary digits to which an interval encloses its value."""
_SIMPLE = 1 << 22
"""Denominators below this are those of rational values."""


class Newton:
    """The search for one point of a core in its box."""

    def __init__(self, problem: Problem, core: list[Primitive]) -> None:
        self.problem = problem
        self.box = problem.box
        self.core = core
        self.fixed: dict[int, Rational] = {}
        """Variables that stay at an exact value."""

    def propose(self, hint: dict[int, Rational]) -> bool:
        """Leave all variables of the core fixed or enclosed, or the box as it was. Starts: the hint, the middle of the box, its corners."""
        variables = dict.fromkeys(v for p in self.core for v in p.variables)
        ends = {v: self.box.bounds[v] for v in variables}
        greatest = {v: high for v, (_, _, high, _) in ends.items() if high is not None}
        least = {v: low for v, (low, _, _, _) in ends.items() if low is not None}
        for start in (hint, {}, greatest, least):
            try:
                if self._propose(start):
                    return True
            except (OverflowError, ZeroDivisionError):
                continue
        return False

    def _propose(self, hint: dict[int, Rational]) -> bool:
        variables = list(dict.fromkeys(v for p in self.core for v in p.variables))
        self.fixed = {v: self.box.value(v) for v in variables if self.box.known(v)}
        unknown = [v for v in variables if v not in self.fixed]
        if self.problem.isolate_narrow(unknown):
            return True
        point = {v: float(self.fixed[v]) for v in self.fixed}
        point |= {v: self._inside(v, float(hint[v]) if v in hint else self._middle(v)) for v in unknown}
        while True:
            if not self._descend(point):
                return False
            whole = [v for v in unknown if v in self.box.integers and v not in self.fixed]
            if not whole:
                break
            nearest = min(whole, key=lambda v: abs(point[v] - round(point[v])))
            self._hold(nearest, round(point[nearest]), point)
        return self._settle(point)

    def _hold(self, variable: int, value: Rational, point: dict[int, float]) -> None:
        self.fixed[variable] = value
        point[variable] = float(value)

    def _middle(self, variable: int) -> float:
        low, _, high, _ = self.box.bounds[variable]
        if low is None or high is None:
            return float(low) + 1 if low is not None else float(high) - 1 if high is not None else 1.0
        if low * high > 0 and max(low / high, high / low) > 4:
            return copysign(
                sqrt(float(low)) * sqrt(float(high)) if low > 0 else sqrt(float(-low)) * sqrt(float(-high)),
                low,
            )
        return float(low + high) / 2

    def _inside(self, variable: int, value: float) -> float:
        low, low_open, high, high_open = self.box.bounds[variable]
        width = 1.0 if low is None or high is None else float(high - low)
        if low is not None:
            value = max(value, float(low) + (1e-4 * width if low_open else 0))
        if high is not None:
            value = min(value, float(high) - (1e-4 * width if high_open else 0))
        return value

    def _equations(self, point: dict[int, float]) -> list[Equation]:
        found = []
        for primitive in self.core:
            equation = linearised(primitive, point)
            if equation is not None:
                found.append(equation)
        return found

    def _descend(self, point: dict[int, float]) -> bool:
        """Steps of least size towards the equations, kept within the bounds."""
        before = inf
        for count in range(_STEPS):
            scale = {v: abs(x) + 1e-3 for v, x in point.items()}
            rows: list[dict[int, float]] = []
            gaps: list[float] = []
            for gap, slopes in self._equations(point):
                size = sum(abs(c) * scale[v] for v, c in slopes.items()) or 1.0
                row = {v: c * scale[v] / size for v, c in slopes.items() if v not in self.fixed}
                rows.append(row)
                gaps.append(gap / size)
            worst = max(map(abs, gaps), default=0.0)
            if worst < _CLOSE:
                return True
            if count % _PATIENCE == 0:
                if worst > before / 2:
                    return False
                before = worst
            step = least_step(rows, gaps)
            for variable, change in step.items():
                point[variable] = self._inside(variable, point[variable] - change * scale[variable])
            if not all(map(isfinite, point.values())):
                return False
        return False

    def _settle(self, point: dict[int, float]) -> bool:
        """Give the free variables simple values, solve for the others exactly enough, and put all into the box."""
        dependent = self._dependent(point)
        for variable in list(point):
            if variable not in self.fixed and variable not in dependent:
                self._hold(variable, self._simple(variable, point[variable]), point)
        if not self._descend(point):
            return False
        equations = [p for p in self.core if self._matters(p, dependent)]
        exactly = {**self.fixed, **{v: rational(point[v]) for v in dependent}}
        sharp = sharpened(equations, dependent, exactly)
        if sharp is None:
            return False
        return self._exact(dependent, sharp) or self._enclosed(dependent, sharp)

    def _matters(self, primitive: Primitive, dependent: list[int]) -> bool:
        equal = not isinstance(primitive, Nonzero) and (not isinstance(primitive, Row) or primitive.equal)
        return equal and any(v in dependent for v in primitive.variables)

    def _dependent(self, point: dict[int, float]) -> list[int]:
        """As many variables as independent equations, those that are surest to have room on both sides."""
        rows = [
            {v: c * self._room(v, point[v]) for v, c in slopes.items() if v not in self.fixed}
            for _, slopes in self._equations(point)
        ]
        chosen: list[int] = []
        while rows:
            row = rows.pop(0)
            pivot = max(row, key=lambda v: abs(row[v]), default=None)
            if pivot is None or abs(row[pivot]) < 1e-12:
                continue
            chosen.append(pivot)
            for other in rows:
                factor = other.get(pivot, 0.0) / row[pivot]
                if factor:
                    for variable, value in row.items():
                        left = other.get(variable, 0.0) - factor * value
                        other[variable] = left if abs(left) > 1e-13 * abs(factor * value) else 0.0
                    other[pivot] = 0.0
        return chosen

    def _room(self, variable: int, value: float) -> float:
        low, _, high, _ = self.box.bounds[variable]
        room = abs(value) + 1.0
        if low is not None:
            room = min(room, value - float(low))
        if high is not None:
            room = min(room, float(high) - value)
        auxiliary = variable >= len(self.problem.network.domains)
        return max(room, 1e-9) * (8.0 if auxiliary else 1.0)

    def _simple(self, variable: int, value: float) -> Rational:
        low, low_open, high, high_open = self.box.bounds[variable]
        near = rational(value)
        if variable in self.box.integers:
            return floor(near + exact(1, 2))
        slack = (size(near) + exact(1, 1000)) * exact(1, 1000)
        least = near - slack if low is None or near - slack > low else low
        most = near + slack if high is None or near + slack < high else high
        if low is not None and near <= low and not low_open:
            return low
        if high is not None and near >= high and not high_open:
            return high
        least, most = divide(least + near, 2), divide(most + near, 2)
        return simplest_between(least, most) if least < most else least

    def _exact(self, dependent: list[int], sharp: dict[int, Rational]) -> bool:
        """Simple numbers close by, if they satisfy everything."""
        simple = {**sharp, **{v: _simplest(sharp[v]) for v in dependent}}
        if not all(holds_at(p, simple.__getitem__) for p in self.core):
            return False
        return self._put({v: (x, x) for v, x in simple.items() if not self.box.known(v)}, set())

    def _enclosed(self, dependent: list[int], sharp: dict[int, Rational]) -> bool:
        if any(v in self.box.integers for v in dependent):
            return False
        spans = {v: (x, x) for v, x in sharp.items() if not self.box.known(v)}
        wide = set()
        for variable in dependent:
            value = _simplest(sharp[variable])
            if value.denominator < _SIMPLE:  # a rational value among irrational ones, often at a bound
                spans[variable] = value, value
            else:
                radius = _radius(sharp[variable], _RADIUS)
                spans[variable] = sharp[variable] - radius, sharp[variable] + radius
                wide.add(variable)
        return self._put(spans, wide)

    def _put(self, spans: dict[int, tuple[Rational, Rational]], wide: set[int]) -> bool:
        box, mark = self.box, len(self.box.log)
        box.moves.clear()
        try:
            for variable, (low, high) in spans.items():
                here = box.interval(variable)
                if not (here.contains(normal(low)) and here.contains(normal(high))):
                    raise Contradiction
                if low == high:
                    fix(box, variable, normal(low))
                else:
                    box.raise_low(variable, normal(low), False, None)
                    box.lower_high(variable, normal(high), False, None)
            self.problem.propagator.moved(mark)
        except Contradiction:
            self.problem.undo(mark)
            return False
        for variable in wide:
            self.problem.isolated[variable] = len(box.log)
        return True


def _simplest(value: Rational) -> Rational:
    """The simplest number that agrees with the value to some sixty binary digits: of an irrational one it has about thirty."""
    slack = _radius(value, 60)
    return simplest_between(value - slack, value + slack)


def _radius(value: Rational, bits: int) -> Rational:
    return divide(size(value) + exact(1, 1024), 1 << bits)
