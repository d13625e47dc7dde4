"""Proofs of impossibility as data, and which constraints and domains they rest on."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from factcheck.engine.box import HIGH, LOW, Entry
from factcheck.engine.definitions import Definition
from factcheck.engine.primitives import Need, Primitive
from factcheck.quantities.interval import Rational
from factcheck.records import record


class Bound(NamedTuple):
    """A bound that holds in a box: ``variable`` is not below (``side`` 0) or not above (1) ``value``; ``open``: nor equal to it."""

    variable: int
    side: int
    value: Rational
    open: bool


class Fact(NamedTuple):
    """A true linear inequality ``Σ coefficient · variable <= constant`` (``strict``: ``<``).

    ``kind`` says why it is true: ``bound`` (``bounds[0]``), ``row`` (the primitive itself), ``product`` (the product of the two
    ``bounds``, each as a number ≥ 0, with the primitive for the product of the variables), ``fixed`` (the primitive's product
    where ``bounds`` fix one factor), ``tangent`` and ``secant`` (of a power, at ``points``), ``sign`` (of an absolute value),
    ``same`` (two products of the same factors: the primitive and ``other``), ``value`` (an equation: ``bounds`` leave one value).
    In a :class:`Multiple` also ``equation`` (what the primitive says, whatever its degree), ``signed`` (an absolute value as an
    equation, ``bounds`` tell the sign) and ``square`` (of a variable: ≥ 0).
    """

    kind: str
    terms: tuple[tuple[Rational, int], ...]
    constant: Rational
    strict: bool
    primitive: Primitive | None = None
    bounds: tuple[Bound, ...] = ()
    points: tuple[Rational, ...] = ()
    other: Primitive | None = None


def bound_fact(bound: Bound) -> Fact:
    """A bound as a linear fact.

    >>> bound_fact(Bound(3, LOW, 5, False))[:4]
    ('bound', ((-1, 3),), -5, False)
    """
    sign = -1 if bound.side == LOW else 1
    return Fact("bound", ((sign, bound.variable),), sign * bound.value, bound.open, bounds=(bound,))


class Multiple(NamedTuple):
    """A product of true facts, each taken as a polynomial ≥ 0, times ``weight`` and the monomial ``by``.

    Several factors, none an equation: weight above 0 and no monomial. A single equation (``equation`` or ``signed``): any weight, any monomial.
    """

    weight: Rational
    factors: tuple[Fact, ...]
    by: tuple[int, ...] = ()


@record(slots=True)
class Leaf:
    """A box shown to hold nothing: ``steps`` narrow it (after those of the nodes above); ``kind`` says what closes it.

    ``empty``: the last step leaves a variable no value. ``farkas``: the ``facts`` times their ``weights`` add up to 0 < 0.
    ``polynomial``: the ``multiples``, the known values in ``facts`` put in, add up to a number below 0.
    ``divisible``: equations between whole numbers, times their weights, add up to a whole left side and a right side that is not
    (with ``multiples``: polynomial ones). ``gap``: the facts with weights above 0 bound a sum of whole numbers from above, those with
    weights below 0 from below, and no whole multiple of what divides all coefficients lies between.
    ``false``: ``constraint`` is false at the known values. ``domain``: the domain of ``variable`` is empty from the start.
    """

    steps: list[Entry]
    kind: str = "empty"
    facts: tuple[Fact, ...] = ()
    weights: tuple[Rational, ...] = ()
    constraint: int = -1
    variable: int = -1
    multiples: tuple[Multiple, ...] = ()


@record(slots=True)
class Split:
    """After ``steps`` the box is cut at ``value`` of ``variable``: ``low`` has what is below, ``high`` the rest; both are refuted.

    ``value_low``: the value itself belongs to ``low``.
    """

    steps: list[Entry]
    variable: int
    value: Rational
    value_low: bool
    low: Node
    high: Node


Node = Leaf | Split


class Support(NamedTuple):
    """What a refutation rests on: constraints, and ends of domains."""

    constraints: frozenset[int]
    domain_ends: frozenset[Need]


def supported(proof: Node) -> tuple[Node, Support]:
    """The proof without the steps that nothing rests on, and what the rest uses."""
    constraints: set[int] = set()
    ends: set[Need] = set()
    used: set[int] = set()
    for path, leaf in leaves(proof):
        needed = leaf_needs(leaf, path, constraints)
        for index in slice_of(path, needed):
            entry = path[index]
            used.add(id(entry))
            if entry.reason is not None:
                constraints.add(entry.reason.constraint)
        ends |= needed
    return _trimmed(proof, used), Support(frozenset(constraints), frozenset(ends))


def _trimmed(proof: Node, used: set[int]) -> Node:
    stack: list[Node] = [proof]
    while stack:
        node = stack.pop()
        node.steps = [entry for entry in node.steps if id(entry) in used or entry.reason is None]
        if isinstance(node, Split):
            stack += (node.low, node.high)
    return proof


def leaves(proof: Node) -> Iterator[tuple[list[Entry], Leaf]]:
    """Every leaf with all steps on the way to it, cuts included."""
    path: list[Entry] = []
    stack: list[tuple[int, list[Entry], Node]] = [(0, [], proof)]
    while stack:
        length, cut, node = stack.pop()
        del path[length:]
        path += cut
        path += node.steps
        if isinstance(node, Leaf):
            yield path, node
        else:
            here = len(path)
            stack.append((here, [], node.high))
            stack.append((here, [], node.low))


def leaf_needs(leaf: Leaf, path: list[Entry], constraints: set[int]) -> set[Need]:
    """The bounds that close the leaf; the constraints it uses directly are added to ``constraints``."""
    if leaf.kind == "empty":
        last = path[-1]
        return {(last.variable, LOW), (last.variable, HIGH)}
    if leaf.kind == "false":
        constraints.add(leaf.constraint)
        return set()
    if leaf.kind == "domain":
        return {(leaf.variable, LOW), (leaf.variable, HIGH)}
    needed: set[Need] = set()
    for fact in (*leaf.facts, *(fact for multiple in leaf.multiples for fact in multiple.factors)):
        for primitive in (fact.primitive, fact.other):
            if primitive is not None:
                constraints.add(primitive.constraint)
        needed.update((bound.variable, bound.side) for bound in fact.bounds)
    return needed


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


@record(frozen=True, slots=True)
class Certificate:
    """A refutation, what it rests on, and what the auxiliary variables in it stand for."""

    proof: Node
    support: Support
    definitions: dict[int, Definition]
