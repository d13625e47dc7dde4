"""Possible, not plausible: totals that hold only if many independent roundings all lean the same way."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction
from math import isqrt

from factcheck.claims.model import Fact
from factcheck.judgement.lowering.network import Lowered
from factcheck.judgement.lowering.scaling import is_point
from factcheck.judgement.rows import Row, rounding_of, rows_of
from factcheck.quantities.interval import Rational
from factcheck.records import record

SIGMAS = 4
NEVER_IMPLAUSIBLE = 5
"""The residual of so few roundings cannot be 4 σ out: of n it is at most √(3 n) σ."""
MOST_ROWS = 300
"""So many rows of one cluster are combined to get rid of hidden quantities; beyond that only rows without any are looked at."""


@record(frozen=True, slots=True)
class Suspicion:
    """A row whose ``residual`` (base units) lies ``sigmas`` standard deviations out."""

    constraint: int
    residual: Rational
    sigmas: str


def residual_in_sigmas(residual: Rational, widths: Iterable[Rational]) -> Fraction | None:
    """The square of the residual in units of its standard deviation, ``None`` where nothing is rounded.

    A number rounded to a unit u is off by an error uniform over u, of variance u²/12; the ``widths`` are coefficient times u.

    >>> residual_in_sigmas(2, [Fraction(1, 10)] * 42) > 16 ** 1
    True
    >>> float(residual_in_sigmas(Fraction(3, 10), [Fraction(1, 10)] * 42)) < 16
    True
    """
    variance = Fraction(sum(width * width for width in widths)) / 12
    return Fraction(residual) ** 2 / variance if variance else None


def one_decimal(square: Fraction) -> str:
    """The square root with one decimal, cut off.

    >>> one_decimal(Fraction(1142, 10))
    '10.6'
    """
    tenths = isqrt(100 * square.numerator // square.denominator)
    return f"{tenths // 10}.{tenths % 10}"


def implausible_rows(
    lowered: Lowered, facts: Mapping[str, Fact], constraints: Iterable[int]
) -> list[Suspicion]:
    """The constraints whose rows, hidden quantities eliminated, are more than 4 σ out; each once, with its worst row."""
    if sum(not is_point(domain) for domain in lowered.strict) <= NEVER_IMPLAUSIBLE:
        return []
    worst: dict[int, tuple[Fraction, Suspicion]] = {}
    for row in _without_hidden(lowered, facts, rows_of(lowered, constraints)):
        found = _judge_row(lowered, facts, row)
        if found is None:
            continue
        if row.constraint not in worst or found[0] > worst[row.constraint][0]:
            worst[row.constraint] = found
    return [suspicion for _, (_, suspicion) in sorted(worst.items())]


def _judge_row(lowered: Lowered, facts: Mapping[str, Fact], row: Row) -> tuple[Fraction, Suspicion] | None:
    residual: Rational = row.fixed
    widths: list[Rational] = []
    for index, coefficient in row.coefficients.items():
        domain = rounding_of(lowered, facts, index)
        if domain is None or domain.low is None or domain.high is None:
            return None
        residual += coefficient * Fraction(domain.low + domain.high) / 2
        widths.append(coefficient * (domain.high - domain.low))
    square = residual_in_sigmas(residual, widths)
    if square is None or square <= SIGMAS * SIGMAS:
        return None
    return square, Suspicion(row.constraint, residual, one_decimal(square))


def _without_hidden(lowered: Lowered, facts: Mapping[str, Fact], rows: list[Row]) -> list[Row]:
    """The rows in which only printed numbers stand, hidden quantities eliminated by subtracting rows from one another."""

    def unknown(row: Row) -> list[int]:
        return [
            index for index in row.coefficients if (name := lowered.fact_of[index]) and facts[name].hidden
        ]

    open_rows = [row for row in rows if unknown(row)]
    done = [row for row in rows if not unknown(row)]
    if len(open_rows) > MOST_ROWS:
        return done
    while open_rows:
        pivot = open_rows.pop(0)
        hidden = unknown(pivot)
        if not hidden:
            done.append(pivot)
            continue
        open_rows = [
            _eliminated(row, pivot, hidden[0]) if hidden[0] in row.coefficients else row for row in open_rows
        ]
    return done


def _eliminated(row: Row, pivot: Row, variable: int) -> Row:
    factor = Fraction(row.coefficients[variable]) / Fraction(pivot.coefficients[variable])
    coefficients = dict(row.coefficients)
    for index, coefficient in pivot.coefficients.items():
        coefficients[index] = coefficients.get(index, 0) - factor * coefficient
    kept = {index: value for index, value in coefficients.items() if value}
    return Row(max(row.constraint, pivot.constraint), kept, row.fixed - factor * pivot.fixed)
