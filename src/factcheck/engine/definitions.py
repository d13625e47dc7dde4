"""What compiling a constraint gives: primitives, and auxiliary variables with what they stand for."""

from __future__ import annotations

from dataclasses import field

from factcheck.engine.primitives import Primitive
from factcheck.quantities.interval import Rational
from factcheck.records import record

Form = tuple[dict[int, Rational], Rational]
"""A linear form: coefficient by variable, and a constant."""


@record(slots=True)
class Definition:
    """What an auxiliary variable stands for: an operation on variables, or a linear form."""

    kind: str
    operands: tuple[int, ...] = ()
    exponent: int = 0
    form: Form | None = None

    def is_integer(self, integers: set[int]) -> bool:
        """Whether the value is whole because its operands are."""
        if self.kind == "quotient" or not all(v in integers for v in self.operands):
            return False
        return self.form is None or all(
            type(number) is int for number in (*self.form[0].values(), self.form[1])
        )


@record(slots=True)
class Compiled:
    """A constraint as primitives, and the auxiliary variables it brings along (name → definition)."""

    primitives: tuple[Primitive, ...]
    definitions: dict[int, Definition] = field(default_factory=dict)
