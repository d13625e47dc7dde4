"""Linear equations solved for some of their variables, so that polynomials need fewer of them."""

from __future__ import annotations

from factcheck.engine.arithmetic import divide, normal
from factcheck.engine.products.polynomials import Monomial, Polynomial, plus, times
from factcheck.quantities.interval import Rational
from factcheck.records import record


@record(slots=True)
class Solved:
    """``polynomial`` = variable + terms in variables that were not solved for; it is Σ weight · equation (by index)."""

    polynomial: Polynomial
    weights: dict[int, Rational]


class Elimination:
    """Variables solved for by Gauss–Jordan elimination of the linear ones among some equations.

    >>> found = Elimination([{(1,): 2, (2,): 4, (): -6}])
    >>> found.reduced({(2, 2): 1})
    {(1, 1): Fraction(1, 4), (1,): Fraction(-3, 2), (): Fraction(9, 4)}
    """

    def __init__(self, equations: list[Polynomial]) -> None:
        self.solved: dict[int, Solved] = {}
        for index, polynomial in enumerate(equations):
            if max(map(len, polynomial)) == 1:
                self._solve(polynomial, {index: 1})

    def _solve(self, polynomial: Polynomial, weights: dict[int, Rational]) -> None:
        """Take one more equation in: the variable with the highest number, an auxiliary one if any, goes."""
        for variable, before in self.solved.items():
            polynomial, weights = _without(polynomial, weights, variable, before)
        left = [monomial[0] for monomial in polynomial if monomial]
        if not left:
            return
        variable = max(left)
        lead = polynomial[variable,]
        new = Solved(
            {m: divide(c, lead) for m, c in polynomial.items()},
            {i: divide(w, lead) for i, w in weights.items()},
        )
        for other in self.solved.values():
            other.polynomial, other.weights = _without(other.polynomial, other.weights, variable, new)
        self.solved[variable] = new

    def reduced(self, polynomial: Polynomial) -> Polynomial:
        """The polynomial with the solved variables replaced."""
        return self.divided(polynomial)[0]

    def divided(self, polynomial: Polynomial) -> tuple[Polynomial, dict[tuple[int, Monomial], Rational]]:
        """The rest without solved variables, and how often each equation times a monomial was taken away to get there."""
        taken: dict[tuple[int, Monomial], Rational] = {}
        while True:
            found = next(
                ((m, v) for m in polynomial for v in m if v in self.solved),
                None,
            )
            if found is None:
                return polynomial, taken
            monomial, variable = found
            coefficient, rest = polynomial[monomial], list(monomial)
            rest.remove(variable)
            by = tuple(rest)
            solved = self.solved[variable]
            polynomial = plus(polynomial, times(solved.polynomial, {by: 1}), -coefficient)
            for index, weight in solved.weights.items():
                key = index, by
                taken[key] = normal(taken.get(key, 0) + coefficient * weight)


def _without(
    polynomial: Polynomial, weights: dict[int, Rational], variable: int, solved: Solved
) -> tuple[Polynomial, dict[int, Rational]]:
    """A linear polynomial minus a multiple of a solved one, so that the variable is gone."""
    factor = polynomial.get((variable,), 0)
    if not factor:
        return polynomial, weights
    found = dict(weights)
    for index, weight in solved.weights.items():
        found[index] = normal(found.get(index, 0) - factor * weight)
    return plus(polynomial, solved.polynomial, -factor), {i: w for i, w in found.items() if w}
