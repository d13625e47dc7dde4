"""Numbers that say the same figure, gathered: 15个乡镇 said four times is one fact with four quotes."""

from __future__ import annotations

from collections.abc import Hashable

from factcheck.drafts.numbers import DraftNumbers
from factcheck.drafts.scaffolding.words import counted_noun
from factcheck.drafts.verification import NO_CLAIMS
from factcheck.quantities import hedge_meaning


def figures(draft: DraftNumbers) -> list[tuple[int, ...]]:
    """The sites of each figure, figures in the order of the text; numbers that need no claims are left out.

    Numbers are the same figure where value, unit, hedge and the noun agree, or where they are the same year or date. Shares and sums of
    money are never gathered: 100% twice is two facts.
    """
    groups: dict[Hashable, list[int]] = {}
    for site, number in enumerate(draft.numbers):
        if number.kind not in NO_CLAIMS:
            groups.setdefault(_figure(draft, site), []).append(site)
    return [tuple(sites) for sites in groups.values()]


def _figure(draft: DraftNumbers, site: int) -> Hashable:
    number = draft.numbers[site]
    amount = (number.value, number.upper, number.unit.dimension, number.unit.factor, number.kind)
    if number.kind in ("year", "date"):
        return (*amount, len(number.text))
    noun = counted_noun(draft, site) if number.kind == "count" else ""
    return (*amount, hedge_meaning(number.hedge), noun) if noun else site
