"""Z3 on what the engine leaves undecided: only where it is asked for, and imported only then.

*Satisfiable* counts only with a solution that our own evaluation confirms on the original relations; where Z3 gives irrational values the
engine looks for one close to them. *Unsatisfiable* comes with nothing that could be replayed, and is marked so (:attr:`Decision.by`).
The work is limited in Z3's own units, so that the answer does not depend on how fast the machine is.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

from factcheck.engine.evaluation import constraint_holds
from factcheck.engine.expressions import in_evaluation_order
from factcheck.engine.model import (
    Absolute,
    Constant,
    Decision,
    Expression,
    Extreme,
    Power,
    Product,
    Quotient,
    Sum,
    Variable,
)
from factcheck.quantities.interval import Interval, Rational

if TYPE_CHECKING:
    from factcheck.engine.solver import Solver

NAME = "z3"
WORK = 5_000_000
"""Z3's ``rlimit``: what the adversarial networks need is a few thousand to a hundred thousand; this many take some seconds."""
MEGABYTES = 1000
_DIGITS = 25
"""Decimal digits to which an irrational value is enclosed."""


def is_installed() -> bool:
    """Whether Z3 is there: ``pip install 'factcheck-claims[z3]'``."""
    return find_spec("z3") is not None


def decide_outside(
    solver: Solver, constraints: Sequence[int], domains: Mapping[int, Interval] | None, work: int = WORK
) -> Decision | None:
    """What Z3 says of the constraints, ``None`` where it gives up or its solution cannot be confirmed."""
    import z3

    question = _Question(solver, domains)
    asked = z3.Solver()
    asked.set("rlimit", work)
    asked.set("max_memory", MEGABYTES)
    try:
        asked.add(*question.assertions(constraints))
        answer = asked.check()
        if answer == z3.unsat:
            return Decision("unsatisfiable", by=NAME)
        solution = question.solution(asked.model()) if answer == z3.sat else None
    except z3.Z3Exception:
        return None
    return None if solution is None else _confirmed(solver, constraints, domains, solution)


def _confirmed(
    solver: Solver,
    constraints: Sequence[int],
    domains: Mapping[int, Interval] | None,
    solution: dict[int, Rational | Interval],
) -> Decision | None:
    """The solution as a decision, if every value lies in its domain and every relation holds."""
    values = {variable: value for variable, value in solution.items() if not isinstance(value, Interval)}
    if len(values) < len(solution):
        near = {v: x if isinstance(x, Interval) else Interval(x, x) for v, x in solution.items()}
        found = solver.decide(constraints, domains={**(domains or {}), **near})
        if found.status != "satisfiable":
            return None
        return Decision("satisfiable", found.witness, by=NAME)
    own = solver.network.domains
    for variable, value in values.items():
        if not (domains or {}).get(variable, own[variable]).contains(value):
            return None
    if not all(constraint_holds(solver.network.constraints[c], values) for c in constraints):
        return None
    return Decision("satisfiable", solution, by=NAME)


class _Question:
    """Constraints as Z3 sees them: a variable for each of ours, and a condition that no denominator is 0."""

    def __init__(self, solver: Solver, domains: Mapping[int, Interval] | None) -> None:
        self.solver = solver
        self.domains = domains
        self.variables: dict[int, Any] = {}
        self.found: list[Any] = []

    def assertions(self, constraints: Sequence[int]) -> list[Any]:
        """The constraints, with the domains of their variables and the denominators that must not be 0."""
        for constraint in constraints:
            for relation in self.solver.network.constraints[constraint].relations:
                left, right = self._term(relation.left), self._term(relation.right)
                if relation.operator == "=":
                    self.found.append(left == right)
                else:
                    self.found.append(left < right if relation.operator == "<" else left <= right)
        return self.found

    def solution(self, model: Any) -> dict[int, Rational | Interval]:
        """Z3's values: exact ones as they are, an irrational one as an interval inside its domain."""
        return {
            index: self._value(index, model.eval(variable, model_completion=True))
            for index, variable in self.variables.items()
        }

    def _value(self, index: int, value: Any) -> Rational | Interval:
        import z3

        if z3.is_int_value(value):
            return int(value.as_long())
        if z3.is_rational_value(value):
            return _plain(value)
        below = z3.RatNumRef(z3.Z3_get_algebraic_number_lower(value.ctx_ref(), value.as_ast(), _DIGITS))
        above = z3.RatNumRef(z3.Z3_get_algebraic_number_upper(value.ctx_ref(), value.as_ast(), _DIGITS))
        low, _, high, _ = self.solver.bounds_of(index, self.domains)
        lower, upper = _plain(below), _plain(above)
        return Interval(
            lower if low is None or lower > low else low, upper if high is None or upper < high else high
        )

    def _variable(self, index: int) -> Any:
        found = self.variables.get(index)
        if found is None:
            found = self.variables[index] = self._declared(index)
        return found

    def _declared(self, index: int) -> Any:
        import z3

        name = f"x{index}"
        whole = self.solver.is_integer(index, self.domains)
        variable = z3.Int(name) if whole else z3.Real(name)
        low, low_open, high, high_open = self.solver.bounds_of(index, self.domains)
        if low is not None:
            self.found.append(variable > _number(low) if low_open else variable >= _number(low))
        if high is not None:
            self.found.append(variable < _number(high) if high_open else variable <= _number(high))
        return z3.ToReal(variable) if whole else variable

    def _term(self, expression: Expression) -> Any:
        stack: list[Any] = []
        for part, count in in_evaluation_order(expression):
            arguments = stack[len(stack) - count :]
            del stack[len(stack) - count :]
            stack.append(self._applied(part, arguments))
        return stack[0]

    def _applied(self, part: Expression, arguments: list[Any]) -> Any:
        import z3

        match part:
            case Constant(value):
                return _number(value)
            case Variable(index):
                return self._variable(index)
            case Sum():
                return z3.Sum(arguments) if arguments else _number(0)
            case Product():
                return z3.Product(arguments) if arguments else _number(1)
            case Quotient():
                self.found.append(arguments[1] != 0)
                return arguments[0] / arguments[1]
            case Power(exponent=exponent):
                return z3.Product([arguments[0]] * exponent) if exponent else _number(1)
            case Extreme(greatest=greatest):
                found, *others = arguments
                for other in others:
                    found = z3.If(other > found if greatest else other < found, other, found)
                return found
            case Absolute():
                return z3.If(arguments[0] < 0, -arguments[0], arguments[0])


def _number(value: Rational) -> Any:
    import z3

    return z3.RealVal(f"{value.numerator}/{value.denominator}")


def _plain(value: Any) -> Fraction:
    return Fraction(value.numerator_as_long(), value.denominator_as_long())
