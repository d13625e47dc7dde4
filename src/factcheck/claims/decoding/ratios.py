"""Quotients among the facts: what stands as the ``is`` of an average or a times is never a whole number by nature."""

from __future__ import annotations

from dataclasses import replace

from factcheck.claims.decoding.context import FileContext
from factcheck.claims.expressions import Reference
from factcheck.claims.model import Check, Fact
from factcheck.quantities.interval import Interval
from factcheck.quantities.model import Readings


def mark_ratios(file: FileContext, checks: list[Check]) -> None:
    """Mark the facts that a check makes a quotient, and read them again where they were read as whole counts."""
    prefix = len(file.stem) + 1
    for check in checks:
        if check.kind not in ("average", "times"):
            continue
        result = check.fields["is"][0]
        if isinstance(result, Reference) and (fact := file.facts.get(result.fact[prefix:])) is not None:
            _mark(file, fact)


def _mark(file: FileContext, fact: Fact) -> None:
    if fact.is_ratio:
        return
    fact.is_ratio = True
    if not fact.readings.strict.integer and not fact.readings.loose.integer:
        return
    if fact.quantity is None:
        domain = replace(fact.readings.strict, integer=False)
        fact.readings = Readings(domain, domain)
        return
    if isinstance(fact.reading, Interval):
        fact.reading = replace(fact.reading, integer=False)
    fact.readings = file.printer.readings(
        fact.quantity,
        whole_of_all=fact.whole_of_all,
        precision=fact.precision,
        reading=fact.reading,
        is_ratio=True,
    )
