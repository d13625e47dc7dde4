"""One question: some constraints over some domains, as a box and the primitives to narrow it."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.engine.box import Box
from factcheck.engine.limits import Limits
from factcheck.engine.model import Decision
from factcheck.engine.primitives import Primitive
from factcheck.engine.propagation import Propagator
from factcheck.quantities.interval import Rational


class Problem:
    """The constraints of one decision, their primitives, and the box at work."""

    __slots__ = ("box", "constraints", "limits", "originals", "primitives", "propagator")

    def __init__(
        self,
        constraints: Sequence[int],
        primitives: list[Primitive],
        box: Box,
        originals: list[int],
        limits: Limits,
    ) -> None:
        self.constraints = constraints
        self.primitives = primitives
        self.box = box
        self.originals = originals
        self.limits = limits
        self.propagator = Propagator(box, primitives, limits.revisions * (len(primitives) + 8))


Witness = dict[int, Rational]

UNDECIDED = Decision("undecided", reason="nodes")
