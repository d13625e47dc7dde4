"""Whether a core has a solution with one value given."""

from __future__ import annotations

from factcheck.engine.box import LOW, Bounds
from factcheck.engine.primitives import Product
from factcheck.engine.problem import OutOfNodes
from factcheck.engine.ranges.core import Core
from factcheck.engine.search import fix_all
from factcheck.quantities.interval import Rational

_FIXINGS = 24


def solved_at(
    core: Core,
    variable: int,
    value: Rational,
    bounds: dict[int, Bounds] | None = None,
    fixings: int = _FIXINGS,
) -> bool | None:
    """Whether the core has a solution with this value: ``False`` where propagation refutes it, ``None`` where none was found.

    ``fixings``: how many values of others may fail.
    """
    core.reset(bounds)
    if not core.fixed(variable, value):
        return False
    if core.exact_end(variable, LOW) is not None:
        return True
    if not core.settle(roughly=True):
        return False
    if not _take_multiples(core):
        return None
    core.allow_search()
    try:
        found = fix_all(core.problem, core.variables, fixings)
    except OutOfNodes:
        return None
    return True if found and all(core.box.known(v) for v in core.variables) else None


def _take_multiples(core: Core) -> bool:
    """Where a known fraction of an unbounded whole number must be whole: take a multiple of its denominator."""
    box = core.box
    taken = False
    for primitive in core.primitives:
        if (
            type(primitive) is not Product
            or primitive.result not in box.integers
            or box.known(primitive.result)
        ):
            continue
        for known, other in ((primitive.left, primitive.right), (primitive.right, primitive.left)):
            if box.known(known) and other in box.integers and not box.known(other):
                low, _, high, _ = box.bounds[other]
                below = box.value(known).denominator
                if high is None and low is not None and below > 1:
                    taken |= core.fixed(other, -(-low // below) * below)
    return not taken or core.settle(roughly=True)
