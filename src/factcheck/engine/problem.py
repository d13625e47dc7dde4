"""One question: some constraints over some domains, as a box and the primitives to narrow it."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.engine.box import Box
from factcheck.engine.limits import Limits
from factcheck.engine.primitives import Primitive
from factcheck.engine.propagation import Propagator


class OutOfNodes(Exception):  # noqa: N818 - a limit, not an error
    """The node budget is used up."""


class Problem:
    """The constraints of one decision, their primitives, and the box at work."""

    __slots__ = ("box", "constraints", "limits", "nodes_left", "originals", "primitives", "propagator")

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
        self.nodes_left = limits.nodes
        self.propagator = Propagator(box, primitives, limits.revisions * (len(primitives) + 8))

    def spend_node(self) -> None:
        """One more box of the search; raises :class:`OutOfNodes`."""
        self.nodes_left -= 1
        if self.nodes_left < 0:
            raise OutOfNodes
