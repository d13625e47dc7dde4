"""One question: some constraints over some domains, as a box and the primitives to narrow it."""

from __future__ import annotations

from collections.abc import Sequence
from time import monotonic

from factcheck.engine.arithmetic import size
from factcheck.engine.box import Box
from factcheck.engine.definitions import Compiled, Definition
from factcheck.engine.expressions import variables_of
from factcheck.engine.limits import Limits
from factcheck.engine.model import Network
from factcheck.engine.primitives import Primitive
from factcheck.engine.propagation import Propagator
from factcheck.quantities.interval import Rational

_NARROW = 1 << 40


class OutOfNodes(Exception):  # noqa: N818 - a limit, not an error
    """A limit of the search was met; the argument is its name."""


class Problem:
    """The constraints of one decision, their primitives, and the box at work."""

    __slots__ = (
        "box",
        "compiled",
        "constraints",
        "deadline",
        "failures_left",
        "isolated",
        "known",
        "limits",
        "network",
        "nodes_left",
        "originals",
        "primitives",
        "propagator",
        "start",
    )

    def __init__(
        self,
        network: Network,
        constraints: Sequence[int],
        primitives: list[Primitive],
        box: Box,
        originals: list[int],
        limits: Limits,
    ) -> None:
        self.network = network
        self.constraints = constraints
        self.primitives = primitives
        self.box = box
        self.originals = originals
        self.start = dict(box.bounds)
        """The domains, before anything is narrowed."""
        self.limits = limits
        self.nodes_left = limits.nodes
        self.deadline = monotonic() + limits.seconds
        self.failures_left = limits.fixings
        self.compiled: list[Compiled] = []
        """The constraints as they were compiled."""
        self.known: dict[int, Rational] = {}
        """Values of the constraints' variables that were known from the start and are not in the box."""
        self.isolated: dict[int, int] = {}
        """Variables left at an interval around an irrational value, and the length of the log when they were."""
        size = len(primitives)
        budget = min(limits.revisions * (size + 8), limits.revisions * 1000 + 40 * size)
        self.propagator = Propagator(box, primitives, budget)

    def definitions(self) -> dict[int, Definition]:
        """What the auxiliary variables stand for."""
        return {v: definition for compiled in self.compiled for v, definition in compiled.definitions.items()}

    def spend_node(self) -> None:
        """One more box of the search; raises :class:`OutOfNodes`."""
        self.nodes_left -= 1
        if self.nodes_left < 0:
            raise OutOfNodes("nodes")
        self.look_at_the_clock()

    def look_at_the_clock(self) -> None:
        """The last resort: raises :class:`OutOfNodes` once the wall-clock ceiling is passed."""
        if monotonic() > self.deadline:
            raise OutOfNodes("time")

    def known_values(self, constraint: int) -> dict[int, Rational]:
        """The exact values of a constraint's variables, as far as they are known."""
        found = {}
        for variable in variables_of(self.network.constraints[constraint]):
            if variable in self.box.bounds:
                if self.box.known(variable):
                    low = self.box.bounds[variable][0]
                    assert low is not None
                    found[variable] = low
            else:
                found[variable] = self.known[variable]
        return found

    def undo(self, mark: int) -> None:
        """Take back everything after the log had ``mark`` entries."""
        self.box.undo(mark)
        if self.isolated:
            self.isolated = {v: at for v, at in self.isolated.items() if at <= mark}

    def settled(self, variable: int) -> bool:
        """Whether a variable has its value: exactly, or as an interval around an irrational one."""
        low, _, high, _ = self.box.bounds[variable]
        if low is None or high is None:
            return False
        if low == high or variable in self.isolated:
            return True
        if not self.isolated or variable in self.box.integers or not narrow(low, high):
            return False
        self.isolated[variable] = len(self.box.log)
        return True

    def isolate_narrow(self, variables: Sequence[int]) -> bool:
        """Take every one of these unknown variables for enclosed, if all are narrow and none is a whole number."""
        spans = {v: self.box.bounds[v] for v in variables if not self.box.known(v)}
        for variable, (low, _, high, _) in spans.items():
            if low is None or high is None or variable in self.box.integers or not narrow(low, high):
                return False
        self.isolated.update(dict.fromkeys(spans, len(self.box.log)))
        return True


def narrow(low: Rational, high: Rational) -> bool:
    """Whether the ends agree to some forty binary digits."""
    return (high - low) * _NARROW <= max(size(low), size(high))
