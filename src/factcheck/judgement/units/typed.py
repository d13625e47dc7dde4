"""The dimension of an expression, found from its facts upwards."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from factcheck.claims.expressions import Call, Negation, Node, Number, Operation, Reference
from factcheck.judgement.units.dimensions import (
    POINTS,
    RATIO,
    WILDCARD,
    Agreement,
    agreement,
    counts_things,
    product,
)
from factcheck.quantities.model import Dimension, Unit
from factcheck.records import record

Units = Mapping[str, Unit | None]
Disagreement = Callable[[Agreement, Node, Node], None]
"""Told when two terms of one sum do not agree."""


@record(frozen=True, slots=True)
class Typed:
    """What is known of an expression: its dimension (``None``: not yet) and the unit to show it in.

    A ``bare`` number takes the unit of what stands beside it. A ``difference`` of two ratios is a ratio or a number of points.
    """

    dimension: Dimension | None
    unit: Unit | None = None
    bare: bool = False
    difference: bool = False


UNKNOWN = Typed(None)
BARE = Typed(RATIO, bare=True)


def typed(node: Node, units: Units, disagree: Disagreement | None = None) -> Typed:
    """The dimension of ``node``; ``disagree`` hears of sums whose terms do not fit together."""
    if isinstance(node, Reference):
        unit = units.get(node.fact)
        return UNKNOWN if unit is None else Typed(unit.dimension, unit)
    if isinstance(node, Number):
        return BARE if node.unit is None else Typed(node.unit.dimension, node.unit)
    if isinstance(node, Negation):
        return typed(node.operand, units, disagree)
    if isinstance(node, Call):
        return _sum(node.arguments, units, disagree, difference=False)
    if node.operator in "*/":
        return _product(node, units, disagree)
    terms = additive_terms(node)
    difference = len(terms) == 2 and terms[1][0] < 0
    return _sum(tuple(term for _, term in terms), units, disagree, difference=difference)


def additive_terms(node: Node) -> list[tuple[int, Node]]:
    """The terms of a sum written with + and −, each with its sign; without recursion, for sums may be a thousand terms long."""
    if type(node) is not Operation:
        return [(1, node)]
    found: list[tuple[int, Node]] = []
    stack: list[tuple[int, Node]] = [(1, node)]
    while stack:
        sign, part = stack.pop()
        if isinstance(part, Operation) and part.operator in "+-":
            stack += ((sign if part.operator == "+" else -sign, part.right), (sign, part.left))
        else:
            found.append((sign, part))
    return found


def _sum(nodes: tuple[Node, ...], units: Units, disagree: Disagreement | None, *, difference: bool) -> Typed:
    reference: tuple[Typed, Node] | None = None
    bare = False
    result: Typed | None = None
    for node in nodes:
        term = typed(node, units, disagree)
        if term.bare:
            bare = True
        elif term.dimension is not None and reference is None:
            reference, result = (term, node), term
        elif term.dimension is not None and reference is not None:
            result = _joined(result or term, reference, (term, node), disagree)
    if result is None:
        return BARE if bare and len(nodes) and all(typed(node, units).bare for node in nodes) else UNKNOWN
    if result.dimension == RATIO:
        return Typed(RATIO, result.unit, difference=difference and not bare)
    return result


def _joined(
    result: Typed, first: tuple[Typed, Node], other: tuple[Typed, Node], disagree: Disagreement | None
) -> Typed:
    (reference, reference_node), (term, node) = first, other
    if reference.dimension is None or term.dimension is None:
        return result
    found = agreement(reference.dimension, term.dimension)
    if found is Agreement.SAME:
        return result
    if found is Agreement.POINTS and {reference.dimension, term.dimension} == {RATIO, POINTS}:
        return reference if reference.dimension == RATIO else term  # a percentage moved by points
    if disagree is not None:
        disagree(found, reference_node, node)
    if found is Agreement.COUNTS and counts_things(reference.dimension):
        return Typed(((WILDCARD, 1),), reference.unit)
    return result


def _product(node: Operation, units: Units, disagree: Disagreement | None) -> Typed:
    left, right = typed(node.left, units, disagree), typed(node.right, units, disagree)
    if left.bare and right.bare:
        return BARE
    if left.dimension is None or right.dimension is None:
        return UNKNOWN
    sign = 1 if node.operator == "*" else -1
    dimension = product(left.dimension, right.dimension, sign)
    return Typed(dimension, compound(left.unit, right.unit, sign, dimension))


def compound(left: Unit | None, right: Unit | None, sign: int, dimension: Dimension) -> Unit | None:
    """The unit of a product or quotient, named as an article would name it (元/户), or ``None`` where the parts have none."""
    if left is None or (right is not None and not left.dimension and sign > 0 and right.dimension):
        return right if sign > 0 and right is not None and right.dimension == dimension else None
    if right is None or not right.dimension:
        return left
    known = _compounds.get((id(left), id(right), sign))
    if known is not None and known[0] is left and known[1] is right and known[2].dimension == dimension:
        return known[2]
    if len(_compounds) > MOST_COMPOUNDS:
        _compounds.clear()
    made = _compounded(left, right, sign, dimension)
    _compounds[id(left), id(right), sign] = (left, right, made)
    return made


MOST_COMPOUNDS = 1000
_compounds: dict[tuple[int, int, int], tuple[Unit, Unit, Unit]] = {}
"""Units made of two others, by the identity of these (kept alive here): an archive multiplies the same few over and over."""


def _compounded(left: Unit, right: Unit, sign: int, dimension: Dimension) -> Unit:
    factor = left.factor * right.factor if sign > 0 else left.factor / right.factor
    if not dimension:
        return Unit("", (), factor)
    divisor = f"/{right.name}"
    if sign > 0 and left.name.endswith(divisor):
        name = left.name.removesuffix(divisor)
    else:
        name = f"{left.name}{'·' if sign > 0 else '/'}{right.name}"
    return Unit(name, dimension, factor, sign > 0 and counts_things(dimension))
