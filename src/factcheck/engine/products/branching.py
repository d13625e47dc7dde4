"""Branch and bound with products of facts: for small cores that single products do not settle."""

from __future__ import annotations

from collections import Counter, defaultdict

from factcheck.engine.arithmetic import divide, floor, size
from factcheck.engine.branching import Brancher, Point, cut_point
from factcheck.engine.certificate import Leaf
from factcheck.engine.curves import Absolute, Greatest
from factcheck.engine.irrational.newton import Newton
from factcheck.engine.primitives import Primitive
from factcheck.engine.problem import Problem
from factcheck.engine.products.indivisible import indivisible_equation
from factcheck.engine.products.lifting import Lifting
from factcheck.engine.products.polynomials import Monomial
from factcheck.engine.products.statements import Statements
from factcheck.engine.simplex import OutOfPivots
from factcheck.engine.witness import core_holds
from factcheck.quantities.interval import Rational

_PIVOTS = 250
"""Of one programme: the numbers in it grow with every pivot."""


class LiftedBrancher(Brancher):
    """Decides one core as :class:`Brancher` does, with a stronger programme in each box and cuts that take turns."""

    def __init__(self, problem: Problem, core: list[Primitive], raised: int) -> None:
        super().__init__(problem, core)
        self.raised = raised
        """How far the products go above the degree of what is stated."""
        self.definitions = problem.definitions()
        self.lifted: dict[Monomial, Rational] = {}
        self.base: list[int] = []

    def _attempt(self) -> bool:
        if super()._attempt():
            return True
        if self.leaf is not None:
            return False
        mark = len(self.box.log)
        if Newton(self.problem, self.core).propose(self.hint) and core_holds(self.problem, self.core):
            return True
        self.problem.undo(mark)
        return False

    def _relaxed_point(self, blame: bool) -> Point | None:
        point = super()._relaxed_point(blame)
        if not blame or self.leaf is not None:
            return point
        statements = Statements(self.box, self.core, self.definitions)
        self.leaf = indivisible_equation(statements)
        if self.leaf is not None:
            return None
        lifting = Lifting(statements, min(self.problem.limits.pivots, _PIVOTS), self.raised)
        self.base, self.lifted = lifting.base, {}
        try:
            if not lifting.fits:
                self._refute_single_checks()
            elif (refutation := lifting.refutation()) is not None:
                self.leaf = Leaf([], "polynomial", statements.values(), multiples=refutation)
            else:
                self.lifted = lifting.point()
        except OutOfPivots:
            return point
        return None if self.leaf is not None else point

    def _refute_single_checks(self) -> None:
        """Where the whole has too many monomials, one of its checks alone may be refuted."""
        for constraint in dict.fromkeys(primitive.constraint for primitive in self.core):
            own = [primitive for primitive in self.core if primitive.constraint == constraint]
            statements = Statements(self.box, own, self.definitions)
            lifting = Lifting(statements, min(self.problem.limits.pivots, _PIVOTS), self.raised)
            if lifting.fits and (refutation := lifting.refutation()) is not None:
                self.leaf = Leaf([], "polynomial", statements.values(), multiples=refutation)
                return

    def _choose_cut(self) -> tuple[int, Rational, bool]:
        """Choices and signs first, then 0 apart from the rest; then the variables of monomials that do not fit, those cut least often before the others."""
        choice = self._choice()
        self.high_first = choice is not None  # a gap that is not 0 leaves more room than one that is
        if choice is not None:
            return choice, 0, True
        options = [v for v in self.base if not self.box.known(v)]
        if not options:
            return super()._choose_cut()
        cuts = Counter(entry.variable for entry in self.box.log if entry.reason is None)
        gaps = self._gaps()

        def rank(v: int) -> tuple[bool, int, Rational, int]:
            return not self._straddles(v), cuts[v] // (8 if self._is_fractional(v) else 2), -gaps[v], v

        variable = min(options, key=rank)
        for touching in options:
            if not self._straddles(variable) and self._touches_zero(touching):
                return touching, 0, self.box.bounds[touching][0] == 0
        value = self.lifted.get((variable,))
        if variable in self.box.integers and value is not None and type(value) is not int:
            return variable, floor(value), True
        return (variable, *cut_point(self.box.bounds[variable], variable in self.box.integers, value))

    def _choice(self) -> int | None:
        """A gap to a maximum that may be 0 or not, or an operand of an absolute value whose sign is open."""
        for primitive in self.core:
            if isinstance(primitive, Greatest):
                for gap in primitive.gaps:
                    if not self.box.known(gap) and self._touches_zero(gap):
                        return gap
            elif isinstance(primitive, Absolute) and self._straddles(primitive.operand):
                return primitive.operand
        return None

    def _is_fractional(self, variable: int) -> bool:
        """Whether a whole number has a value that is none."""
        return variable in self.box.integers and type(self.lifted.get((variable,), 0)) is not int

    def _straddles(self, variable: int) -> bool:
        low, _, high, _ = self.box.bounds[variable]
        return (low is None or low < 0) and (high is None or high > 0)

    def _touches_zero(self, variable: int) -> bool:
        """Whether 0 is an end that belongs to a variable of some width."""
        low, low_open, high, high_open = self.box.bounds[variable]
        return (low == 0 and not low_open) or (high == 0 and not high_open)

    def _gaps(self) -> defaultdict[int, Rational]:
        """How far, relatively, the monomials of each variable are from the product of their variables."""
        gaps: defaultdict[int, Rational] = defaultdict(int)
        for monomial, value in self.lifted.items():
            if len(monomial) == 1:
                if monomial[0] in self.box.integers and type(value) is not int:
                    gaps[monomial[0]] += 1
                continue
            product: Rational = 1
            for variable in monomial:
                product *= self.lifted.get((variable,), 0)
            gap = size(product - value)
            if gap:
                share = divide(gap, size(product) + size(value))
                for variable in monomial:
                    gaps[variable] += share
        return gaps
