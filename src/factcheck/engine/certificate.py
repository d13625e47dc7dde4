"""Proofs of impossibility as data."""

from __future__ import annotations

from dataclasses import dataclass, field

from factcheck.engine.box import HIGH, LOW, Entry
from factcheck.engine.primitives import Need, Primitive


@dataclass(slots=True)
class Leaf:
    """A box shown to be empty: ``steps`` narrow it; ``kind`` says what closes it.

    ``empty``: the last step leaves a variable no value. ``false``: constraint ``constraint`` is false at the known values.
    ``domain``: the domain of ``variable`` is empty from the start.
    """

    steps: list[Entry]
    kind: str = "empty"
    constraint: int = -1
    variable: int = -1


@dataclass(slots=True)
class Split:
    """After ``steps`` the box is cut at ``value`` of ``variable``: ``low`` has ≤ (or <), ``high`` the rest; both are refuted."""

    steps: list[Entry]
    variable: int
    value: object
    value_low: bool
    low: Node
    high: Node


Node = Leaf | Split


@dataclass(slots=True)
class Certificate:
    """A refutation. ``constraints`` are those it uses."""

    proof: Node
    constraints: tuple[int, ...] = ()
    variables: frozenset[int] = field(default_factory=frozenset)


def slice_of(log: list[Entry], needed: set[Need]) -> list[int]:
    """The entries that the needed bounds rest on, ascending; what is still needed afterwards stays in ``needed`` (the domains)."""
    used = []
    for index in range(len(log) - 1, -1, -1):
        entry = log[index]
        key = (entry.variable, entry.side)
        if key in needed:
            needed.discard(key)
            used.append(index)
            if entry.reason is not None:
                needed.update(entry.reason.needs(entry))
    used.reverse()
    return used


def slice_of_contradiction(log: list[Entry]) -> tuple[list[int], set[Need]]:
    """The entries a contradiction rests on, and the domain ends it needs."""
    last = log[-1]
    needed: set[Need] = {(last.variable, LOW), (last.variable, HIGH)}
    return slice_of(log, needed), needed


def primitives_of(log: list[Entry], indices: list[int]) -> list[Primitive]:
    """The primitives that made these entries, each once."""
    found: dict[Primitive, None] = {}
    for index in indices:
        reason = log[index].reason
        if reason is not None:
            found[reason] = None
    return list(found)
