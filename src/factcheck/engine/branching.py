"""Branch and bound: linear programmes refute boxes or propose points; boxes that resist are cut in two."""

from __future__ import annotations

from dataclasses import replace

from factcheck.engine.arithmetic import divide, floor, normal, simplest_between, size
from factcheck.engine.box import HIGH, LOW, Bounds, Box, Contradiction
from factcheck.engine.certificate import Leaf, Node, Split
from factcheck.engine.curves import Absolute, Greatest, Power
from factcheck.engine.exact import exact
from factcheck.engine.primitives import Primitive, Product, Row
from factcheck.engine.problem import OutOfNodes, Problem
from factcheck.engine.relaxation import Programme
from factcheck.engine.search import exactly_solved, fix, fix_all
from factcheck.engine.simplex import OutOfPivots
from factcheck.engine.witness import core_holds
from factcheck.quantities.interval import Rational
from factcheck.records import record

Point = dict[int, Rational]


@record(slots=True)
class Cut:
    """One half of a box: ``variable`` on one ``side`` of ``value``."""

    variable: int
    side: int
    value: Rational
    open: bool


@record(slots=True)
class Pending:
    """A box that was cut: what its refutation consists of once both halves are refuted."""

    slot: list[Node]
    steps_from: list[object]
    variable: int
    value: Rational
    value_low: bool
    low: list[Node]
    high: list[Node]


class Brancher:
    """Decides one core. Success leaves all its variables fixed in the box."""

    def __init__(self, problem: Problem, core: list[Primitive]) -> None:
        self.problem = problem
        self.box: Box = problem.box
        self.core = core
        self.variables = list(dict.fromkeys(v for p in core for v in p.variables if not problem.box.known(v)))
        self.linear_size = len(core) <= problem.limits.simplex_size
        self.leaf: Leaf | None = None
        self.hint: Point = {}
        self.high_first = False
        """Whether the upper half of the box cut last is looked at before the lower one."""

    def run(self) -> Node | None:
        """A refutation, or ``None`` with a point of the core in the box; raises :class:`OutOfNodes`."""
        box = self.box
        start = len(box.log)
        root: list[Node] = []
        todo: list[tuple[int, Cut | None, list[Node]]] = [(start, None, root)]
        pending: list[Pending] = []
        while todo:
            mark, cut, slot = todo.pop()
            self.problem.undo(mark)
            self.problem.spend_node()
            if not self._enter(mark, cut):
                slot.append(Leaf(box.log[mark:]))
                continue
            if self._attempt():
                return None
            if self.leaf is not None:
                slot.append(replace(self.leaf, steps=box.log[mark:]))
                continue
            variable, value, value_low = self._choose_cut()
            here = Pending(slot, list(box.log[mark:]), variable, value, value_low, [], [])
            pending.append(here)
            end = len(box.log)
            halves = [
                (end, Cut(variable, LOW, value, value_low), here.high),
                (end, Cut(variable, HIGH, value, not value_low), here.low),
            ]
            todo += reversed(halves) if self.high_first else halves
        for item in reversed(pending):
            item.slot.append(
                Split(item.steps_from, item.variable, item.value, item.value_low, item.low[0], item.high[0])  # type: ignore[arg-type]
            )
        self.problem.undo(start)
        return root[0]

    def _enter(self, mark: int, cut: Cut | None) -> bool:
        """Apply a cut and propagate; ``False`` where nothing is left."""
        if cut is None:
            return True
        self.box.moves.clear()
        try:
            narrow = self.box.raise_low if cut.side == LOW else self.box.lower_high
            narrow(cut.variable, cut.value, cut.open, None)
            self.problem.propagator.moved(mark)
        except Contradiction:
            return False
        return True

    def _attempt(self) -> bool:
        """A point of this box that stands up to interval evaluation where values are enclosed."""
        mark = len(self.box.log)
        if self._solve() and core_holds(self.problem, self.core):
            return True
        self.problem.undo(mark)
        return False

    def _solve(self) -> bool:
        """Try for a point of this box; sets ``leaf`` where there is none."""
        self.leaf = None
        self.hint = {}
        if not self.linear_size:
            return fix_all(self.problem, self.variables, 8)
        mark = len(self.box.log)
        point = self._relaxed_point(blame=True)
        if point is None:
            return False
        self.hint = point
        for _ in range(len(self.variables) + 1):
            wrong = self._repair(point)
            if wrong is None:
                if self._fix_point(point):
                    return True
                break
            if not self._fix(wrong[0], self._simple(*wrong)):
                break
            following = self._relaxed_point(blame=False)
            if following is None:
                break
            point = following
        self.problem.undo(mark)
        return False

    def _relaxed_point(self, blame: bool) -> Point | None:
        """A point of the linear relaxation; ``None`` where it is empty (or the pivots ran out)."""
        programme = Programme(self.box, self.core, self.problem.limits.pivots)
        try:
            wrong = programme.tableau.check()
        except OutOfPivots:
            return None
        if wrong is not None:
            if blame:
                facts, weights = programme.explain(wrong)
                self.leaf = Leaf([], "farkas", tuple(facts), tuple(weights))
            return None
        values = programme.tableau.point()
        point = {variable: values[column] for column, variable in programme.variable.items()}
        for variable in self.variables:
            low, _, high, _ = self.box.bounds[variable]
            if low is not None and low == high:
                point[variable] = low
        self._private = {v for v in self.variables if v not in point}
        for variable in self._private:
            low, _, high, _ = self.box.bounds[variable]
            point[variable] = low if low is not None else high if high is not None else 0
        return point

    def _value(self, point: Point, variable: int) -> Rational:
        found = point.get(variable)
        if found is None:
            found = self.box.bounds[variable][0]
            assert found is not None
        return found

    def _repair(self, point: Point) -> tuple[int, Rational] | None:
        """Make the point satisfy the core where that takes no choice; else a variable to fix, and at what."""
        box = self.box
        for variable in self.variables:
            if variable in box.integers and variable not in self._private:
                value = point[variable]
                if type(value) is not int:
                    return variable, self._rounded(variable, value)
        worst: tuple[int, Rational] | None = None
        for primitive in self.core:
            if isinstance(primitive, Product):
                x, y, z = (self._value(point, v) for v in (primitive.left, primitive.right, primitive.result))
                if x * y == z:
                    continue
                private = next(
                    (v for v in (primitive.left, primitive.right) if v in self._private and not box.known(v)),
                    None,
                )
                if private is not None and private not in box.integers:
                    other = y if private == primitive.left else x
                    if other and self._inside(private, divide(z, other)):
                        point[private] = divide(z, other)
                        continue
                worst = worst or self._factor_to_fix(primitive, x, y, z)
            elif isinstance(primitive, Power):
                if self._value(point, primitive.base) ** primitive.exponent != self._value(
                    point, primitive.result
                ):
                    worst = worst or self._to_fix(point, primitive.base, primitive.result)
            elif isinstance(primitive, Absolute):
                if size(self._value(point, primitive.operand)) != self._value(point, primitive.result):
                    worst = worst or self._to_fix(point, primitive.operand, primitive.result)
            elif isinstance(primitive, Greatest):
                gaps = {gap: self._value(point, gap) for gap in primitive.gaps}
                if all(gaps.values()):
                    able = [g for g in gaps if not box.known(g) and box.bounds[g][0] == 0]
                    if able:
                        worst = worst or (min(able, key=lambda g: gaps[g]), 0)
            elif not isinstance(primitive, Row) and not self._value(point, primitive.variables[0]):
                continue
        return worst

    def _to_fix(self, point: Point, first: int, second: int) -> tuple[int, Rational] | None:
        for variable in (first, second):
            if not self.box.known(variable):
                return variable, point[variable]
        return None

    def _factor_to_fix(
        self, product: Product, x: Rational, y: Rational, z: Rational
    ) -> tuple[int, Rational] | None:
        """The factor that is pinned down better, at the quotient where that lies inside, else at its own value."""
        options = [
            (v, value, other)
            for v, value, other in ((product.left, x, y), (product.right, y, x))
            if not self.box.known(v)
        ]
        if not options:
            return None if self.box.known(product.result) else (product.result, normal(x * y))
        variable, value, other = min(options, key=lambda option: self._looseness(option[0]))
        if other:
            quotient = divide(z, other)
            if self._inside(variable, quotient):
                return variable, quotient
        return variable, value

    def _looseness(self, variable: int) -> Rational:
        low, _, high, _ = self.box.bounds[variable]
        if low is None or high is None:
            return 10**9
        return divide(high - low, max(size(low), size(high)))

    def _simple(self, variable: int, value: Rational) -> Rational:
        """A number with few digits close to the value, so that what follows from it stays short."""
        low, _, high, _ = self.box.bounds[variable]
        if type(value) is int or value in (low, high):
            return value
        width = size(value) if low is None or high is None else high - low
        near = simplest_between(value - divide(width, 256), value + divide(width, 256))
        return near if self._inside(variable, near) else value

    def _inside(self, variable: int, value: Rational) -> bool:
        return self.box.interval(variable).contains(value)

    def _rounded(self, variable: int, value: Rational) -> Rational:
        nearest = floor(value + exact(1, 2))
        return nearest if self._inside(variable, nearest) else floor(value)

    def _fix(self, variable: int, value: Rational) -> bool:
        """Fix and propagate roughly: the next linear programme is exact, and bounds keep few digits."""
        mark = len(self.box.log)
        self.box.moves.clear()
        self.box.coarse = True
        try:
            fix(self.box, variable, value)
            self.problem.propagator.moved(mark)
        except Contradiction:
            return False
        finally:
            self.box.coarse = False
        return True

    def _fix_point(self, point: Point) -> bool:
        """Put the point into the box; the other primitives may still object."""
        for variable in self.variables:
            if not self.box.known(variable) and not self._fix(variable, point[variable]):
                return False
        return exactly_solved(self.problem, self.variables)

    def _choose_cut(self) -> tuple[int, Rational, bool]:
        """Whole numbers at their fraction, factors of a product that does not fit, else whatever is widest."""
        point = self.hint
        whole = [v for v in self.variables if v in self.box.integers and type(point.get(v, 0)) is not int]
        if whole:
            variable = min(whole, key=lambda v: (self._looseness(v), v))
            return variable, floor(point[variable]), True
        wanted = {v for p in self.core if not isinstance(p, Row) for v in self._cut_options(p)}
        open_ones = [v for v in self.variables if not self.box.known(v)]
        options = [v for v in open_ones if v in wanted] or open_ones
        if not options:
            raise OutOfNodes("nodes")
        variable = max(options, key=lambda v: (self._width(v), -v))
        return (
            variable,
            *cut_point(self.box.bounds[variable], variable in self.box.integers, point.get(variable)),
        )

    def _cut_options(self, primitive: Primitive) -> tuple[int, ...]:
        if isinstance(primitive, Product):
            return (primitive.left, primitive.right)
        if isinstance(primitive, Power):
            return (primitive.base,)
        if isinstance(primitive, Absolute):
            return (primitive.operand,)
        return primitive.gaps if isinstance(primitive, Greatest) else primitive.variables

    def _width(self, variable: int) -> Rational:
        low, _, high, _ = self.box.bounds[variable]
        if low is None or high is None:
            return 10**9
        if low < 0 < high:
            return 10**6
        return divide(high - low, max(size(low), size(high)))


def cut_point(bounds: Bounds, integer: bool, hint: Rational | None) -> tuple[Rational, bool]:
    """A value to cut at, and whether the low part keeps it."""
    low, _, high, _ = bounds
    if low is None and high is None:
        return 0, True
    if low is None:
        assert high is not None
        return (-2 if high >= 0 else floor(high) * 4), True
    if high is None:
        return (2 if low <= 0 else -floor(-low) * 4), True
    if low < 0 < high:
        return 0, True
    if integer:
        return (int(low) + int(high)) // 2, True
    width = high - low
    if low == 0 and hint and hint * 8 < high:
        return divide(high, 8), True
    point = simplest_between(low + divide(width * 3, 8), low + divide(width * 5, 8))
    return (point if low < point < high else divide(low + high, 2)), True
