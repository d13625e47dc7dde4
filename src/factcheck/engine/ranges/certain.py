"""When the end of a variable is certain: what is left is a tree, or linear."""

from __future__ import annotations

from factcheck.engine.curves import Absolute
from factcheck.engine.interval_products import contains_zero
from factcheck.engine.primitives import Nonzero, Product, Row
from factcheck.engine.ranges.core import Core
from factcheck.engine.ranges.ends import End
from factcheck.engine.ranges.linear import Linear, allowed_pivots


def certain_end(core: Core, variable: int, side: int) -> End | None:
    """The end that the box as it is leaves a variable, reached or, where open, approached; ``None`` where that is not certain."""
    end = core.exact_end(variable, side)
    if end is None and not core.box.known(variable) and is_linear(core):
        linear = Linear(core.box, core.primitives, allowed_pivots(core))
        end = linear.end(variable, side) if linear.complete else None
    return end


def is_linear(core: Core) -> bool:
    """Whether every relation is linear in what is not known, as far as a glance tells."""
    box = core.box
    for primitive in core.primitives:
        kind = type(primitive)
        if kind is Row:
            continue
        unknown = [v for v in primitive.variables if not box.known(v)]
        if kind is Product:
            if len(unknown) == 3 or (len(unknown) == 2 and box.known(primitive.variables[0])):
                return False
        elif kind is Nonzero or kind is Absolute:
            if unknown and contains_zero(box.bounds[primitive.variables[-1]]):
                return False
        elif unknown:
            return False
        if any(v in box.integers for v in unknown):
            return False
    return True
