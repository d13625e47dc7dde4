"""A proof's narrowings as steps between the facts themselves: auxiliary variables are folded into the steps that use them."""

from __future__ import annotations

from factcheck.engine.box import LOW, Entry
from factcheck.engine.certificate import Node, leaf_needs, leaves, slice_of
from factcheck.engine.model import Step
from factcheck.engine.primitives import Need


def derivation_of(log: list[Entry], needed: set[Need], originals: int) -> tuple[Step, ...]:
    """The steps that the needed bounds rest on; variables from ``originals`` up are auxiliary."""
    steps: list[Step] = []
    latest: dict[Need, tuple[int, ...]] = {}
    for index in slice_of(log, set(needed)):
        entry = log[index]
        because: tuple[int, ...] = ()
        if entry.reason is not None:
            earlier = {step for need in entry.reason.needs(entry) for step in latest.get(need, ())}
            because = tuple(sorted(earlier))
        key = entry.variable, entry.side
        if entry.reason is None or not 0 <= entry.variable < originals:
            latest[key] = because
            continue
        side = "low" if entry.side == LOW else "high"
        steps.append(Step(entry.reason.constraint, entry.variable, side, entry.value, entry.open, because))  # type: ignore[arg-type]
        latest[key] = (len(steps) - 1,)
    return tuple(steps)


def derivation_of_proof(proof: Node, originals: int) -> tuple[Step, ...]:
    """The steps of a refutation without cuts; one with cuts has no single line of steps."""
    found = list(leaves(proof))
    if len(found) != 1:
        return ()
    path, leaf = found[0]
    return derivation_of(path, leaf_needs(leaf, path, set()), originals) if path or leaf.facts else ()
