"""The usual case: a check over facts whose units plainly fit, told without looking further."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from factcheck.claims.expressions import Node, Reference
from factcheck.claims.model import Check, Fact
from factcheck.judgement.units.completion import QUOTIENT_FIELDS, Completed
from factcheck.judgement.units.dimensions import RATIO, product
from factcheck.judgement.units.typed import additive_terms
from factcheck.quantities.model import Dimension, Unit
from factcheck.quantities.units import parse_unit

ALIKE = {
    "sum": ("whole", "parts"),
    "within": ("part", "parts", "whole"),
    "same": ("of",),
}
"""The fields of each kind that are in one unit."""


def plainly_fits(check: Check, facts: Mapping[str, Fact], completed: Completed) -> bool:
    """Whether all fields are facts whose dimensions are equal where they are compared; ``False`` says only that it takes a closer look."""
    units = completed.units
    if check.comparison is not None:
        return _is_alike(
            [term for node in check.comparison.operands for _, term in additive_terms(node)], units
        )
    kind = check.kind
    if kind == "share":
        part, whole, ratio = (_dimension(check.fields[name][0], units) for name in ("part", "whole", "is"))
        return ratio == RATIO and part is not None and part == whole
    if kind in QUOTIENT_FIELDS:
        return _is_plain_quotient(check, facts, completed)
    fields = ALIKE.get(kind)
    if fields is None:
        return False
    return _is_alike([node for name in fields for node in check.fields.get(name, ())], units)


def _is_alike(nodes: list[Node], units: Mapping[str, Unit | None]) -> bool:
    first = _dimension(nodes[0], units) if nodes else None
    return first is not None and all(_dimension(node, units) == first for node in nodes)


def _is_plain_quotient(check: Check, facts: Mapping[str, Fact], completed: Completed) -> bool:
    """Whether the two factors make the result's dimension, and neither another check nor the quote says that the ratio is per something else."""
    total, over = (check.fields[name][0] for name in QUOTIENT_FIELDS[check.kind])
    ratio = check.fields["is"][0]
    fact = facts.get(ratio.fact) if isinstance(ratio, Reference) else None
    if fact is None or (fact.per and _named(fact.per) != _dimension(over, completed.units)):
        return False
    supplied = completed.divisors.get(fact.id)
    if supplied is not None and supplied[1] != check.id:
        return False
    result, one, other = (_dimension(node, completed.units) for node in (total, ratio, over))
    return result is not None and one is not None and other is not None and product(one, other) == result


def _dimension(node: Node, units: Mapping[str, Unit | None]) -> Dimension | None:
    unit = units.get(node.fact) if type(node) is Reference else None
    return None if unit is None else unit.dimension


@lru_cache(1024)
def _named(unit: str) -> Dimension:
    """The dimension of the unit of this name: an article says 人均 over and over."""
    return parse_unit(unit).dimension
