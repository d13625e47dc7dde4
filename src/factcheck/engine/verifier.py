"""An independent check of decisions: re-evaluates witnesses and replays certificates."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from factcheck.engine.model import Decision, Network
from factcheck.quantities.interval import Interval


def verify(
    network: Network, constraints: Sequence[int], domains: Mapping[int, Interval] | None, decision: Decision
) -> bool:
    """Whether the decision's witness or certificate proves what it claims."""
    raise NotImplementedError
