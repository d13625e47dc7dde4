"""A core without open ends: where its extreme lies tells an end that solutions only approach."""

from __future__ import annotations

from factcheck.engine.primitives import Nonzero, Primitive, Row
from factcheck.engine.ranges.core import Core


def closed(core: Core) -> Core:
    """The same with every end closed, ``<`` as ``<=``, and no word of divisors: a guide to look for ends, never a proof."""
    primitives: list[Primitive] = []
    for primitive in core.primitives:
        if type(primitive) is Row and primitive.strict:
            primitives.append(Row(primitive.constraint, primitive.terms, primitive.constant, False, False))
        elif type(primitive) is not Nonzero:
            primitives.append(primitive)
    bounds = {v: (low, False, high, False) for v, (low, _, high, _) in core.start.items()}
    return Core(core.problem, primitives, bounds)
