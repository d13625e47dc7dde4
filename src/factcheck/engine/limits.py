"""How much work a decision may take: counted in steps, so a verdict never depends on how fast the machine is."""

from __future__ import annotations

from factcheck.records import record


@record(frozen=True, slots=True)
class Limits:
    """Ceilings of one decision.

    ``revisions``: narrowings per primitive (of large components fewer: 40 each beyond a thousand times this number); ``fixings``: values that may fail while a witness is looked for;
    ``nodes``: boxes of the branch-and-bound tree; ``pivots``: of one linear programme; ``lifted``: whether small cores that resist are
    also taken with products of facts, which is dear; ``seconds``: wall clock, a last resort.
    """

    revisions: int = 400
    fixings: int = 60
    nodes: int = 400
    pivots: int = 2000
    simplex_size: int = 400
    lifted: bool = True
    seconds: float = 60.0


DEFAULT = Limits()
