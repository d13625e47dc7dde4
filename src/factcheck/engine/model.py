"""What the engine is asked: variables with domains, and groups of relations over them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import field
from typing import Literal

from factcheck.quantities.interval import Interval, Rational
from factcheck.records import record


@record(frozen=True, slots=True)
class Constant:
    """An exact number."""

    value: Rational


@record(frozen=True, slots=True)
class Variable:
    """The variable with this index in the network."""

    index: int


@record(frozen=True, slots=True)
class Sum:
    """The sum of its terms."""

    terms: tuple[Expression, ...]


@record(frozen=True, slots=True)
class Product:
    """The product of its factors."""

    factors: tuple[Expression, ...]


@record(frozen=True, slots=True)
class Quotient:
    """``numerator`` ÷ ``denominator``; undefined, hence no true value, where the denominator is 0."""

    numerator: Expression
    denominator: Expression


@record(frozen=True, slots=True)
class Power:
    """``base`` to a constant whole exponent (≥ 0)."""

    base: Expression
    exponent: int


@record(frozen=True, slots=True)
class Extreme:
    """The least or the greatest of its members."""

    members: tuple[Expression, ...]
    greatest: bool


@record(frozen=True, slots=True)
class Absolute:
    """The absolute value."""

    operand: Expression


Expression = Constant | Variable | Sum | Product | Quotient | Power | Extreme | Absolute


@record(frozen=True, slots=True)
class Relation:
    """``left`` compared with ``right``; ``>`` and ``>=`` are written the other way round."""

    left: Expression
    operator: Literal["=", "<=", "<"]
    right: Expression


@record(frozen=True, slots=True)
class Constraint:
    """One check as the engine sees it: relations that stand or fall together. ``name`` is for messages and ordering only."""

    relations: tuple[Relation, ...]
    name: str = ""


@record(slots=True)
class Network:
    """Variables (an interval each, by index) and constraints (by index)."""

    domains: list[Interval] = field(default_factory=list)
    constraints: list[Constraint] = field(default_factory=list)

    def variable(self, domain: Interval) -> Variable:
        """Add a variable with its domain."""
        self.domains.append(domain)
        return Variable(len(self.domains) - 1)

    def require(self, *relations: Relation, name: str = "") -> int:
        """Add a constraint; its index."""
        self.constraints.append(Constraint(tuple(relations), name))
        return len(self.constraints) - 1


@record(frozen=True, slots=True)
class Step:
    """One step of a derivation: the constraint made ``variable`` no wider than ``bounds`` on one ``side``."""

    constraint: int
    variable: int
    side: Literal["low", "high"]
    bound: Rational
    open: bool
    because: tuple[int, ...] = ()  # earlier steps it rests on, by index in the derivation


@record(frozen=True, slots=True)
class Decision:
    """The answer for a set of constraints: ``satisfiable`` with a witness, ``unsatisfiable`` with a certificate, or ``undecided`` with a reason.

    ``witness`` gives one true value per variable concerned. A value that only an irrational number satisfies is given by an
    isolating interval. ``certificate`` is what :mod:`factcheck.engine.verification` can replay. ``reason`` is a short English
    word for the limit that was met (``nodes``, ``digits``, ``time`` …). ``by`` names an outside solver where it was not the engine
    that decided (:mod:`factcheck.engine.outside`): then *unsatisfiable* comes without a certificate.
    """

    status: Literal["satisfiable", "unsatisfiable", "undecided"]
    witness: dict[int, Rational | Interval] | None = None
    certificate: object | None = None
    reason: str = ""
    by: str = ""


@record(frozen=True, slots=True)
class Conflict:
    """A minimal set of constraints that cannot hold together: leave out any one and the rest can. ``variables`` are those whose domains it needs.

    ``by`` names an outside solver that says so, without a derivation; then all variables of the constraints are named.
    """

    constraints: tuple[int, ...]
    variables: tuple[int, ...]
    derivation: tuple[Step, ...] = ()
    minimal: bool = True
    by: str = ""


@record(frozen=True, slots=True)
class Range:
    """What the constraints leave of a variable: no solution lies outside ``bounds``; ``tight`` when both ends are the true ones.

    A closed end is then reached by a solution, an open one only approached. Of an irrational end, and where that is not proved for an
    open one, a solution lies within 2⁻⁴⁰ of its size (at 0: of the range's width); where there is none, solutions lie beyond 2⁶⁰.
    """

    bounds: Interval
    tight: bool
    derivation: tuple[Step, ...] = ()


Indices = Sequence[int]
