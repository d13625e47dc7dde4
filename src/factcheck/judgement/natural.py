"""What a quantity could be by its nature, whatever the article prints: positive, a share of a whole, a growth above −100 %."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from factcheck.claims.expressions import Node, Reference
from factcheck.claims.model import Check, Fact
from factcheck.judgement.lowering.network import Lowered
from factcheck.quantities.interval import Interval

SHARES = {"share": "is", "shares": "of"}
GROWTHS = {"change": "by", "per_year": "by"}


def natural_domains(lowered: Lowered, facts: Mapping[str, Fact], checks: Iterable[Check]) -> list[Interval]:
    """The natural domain of every variable in base units: a hidden quantity's own, a printed one's as far as its sign and role tell."""
    shares: set[str] = set()
    growths: set[str] = set()
    for check in checks:
        shares.update(_named(check, SHARES))
        growths.update(_named(check, GROWTHS))
    return [
        lowered.loose[index]
        if name is None
        else _natural(facts[name], lowered.loose[index], name in shares, name in growths)
        for index, name in enumerate(lowered.fact_of)
    ]


def _named(check: Check, fields: Mapping[str, str]) -> list[str]:
    nodes: tuple[Node, ...] = check.fields.get(fields.get(check.kind, ""), ())
    return [node.fact for node in nodes if isinstance(node, Reference)]


def _natural(fact: Fact, domain: Interval, share: bool, growth: bool) -> Interval:
    if fact.hidden:
        return domain
    value = fact.quantity.value if fact.quantity is not None else domain.low
    if growth or value is None or value < 0:
        percent = fact.unit is not None and not fact.unit.dimension
        return Interval(-1 if growth and percent else None, None, low_open=growth and percent)
    return Interval(0, 1 if share else None, low_open=value > 0, integer=domain.integer)
