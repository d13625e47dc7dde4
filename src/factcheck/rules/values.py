"""FC407: a count that is not whole. FC409: a scale slip that would explain a contradiction. FC410: a unit that resembles a known one."""

from __future__ import annotations

from collections.abc import Iterable

from factcheck.claims.model import Fact
from factcheck.findings import Finding, Repair, say
from factcheck.judgement.judging import ratio_facts
from factcheck.quantities import known_unit, nearest_unit
from factcheck.quantities.model import Unit
from factcheck.rules.interface import Context
from factcheck.rules.wording.at_check import at_fact


class WholeCountRule:
    """FC407: half a household."""

    codes = ("FC407",)

    def findings(self, context: Context) -> Iterable[Finding]:
        """One finding for each printed total of things that is not a whole number."""
        broken = [fact for fact in context.facts.values() if _is_broken_count(fact)]
        ratios = ratio_facts(context.checks.values()) if broken else frozenset()
        for fact in broken:
            if fact.id not in ratios:
                yield at_fact(
                    context,
                    "FC407",
                    fact,
                    say(
                        "{name} {printed} 数的是东西，应当是整数",
                        "{name} {printed} counts things and ought to be a whole number",
                        name=fact.name,
                        printed=fact.printed,
                    ),
                )


def _is_broken_count(fact: Fact) -> bool:
    quantity = fact.quantity
    if quantity is None or quantity.kind != "count" or quantity.value.denominator == 1:
        return False
    return fact.unit is not None and fact.unit.is_count and quantity.upper is None


class ScaleSlipRule:
    """FC409: the diagnosis found that another scale (元 for 万元) would restore everything."""

    codes = ("FC409",)

    def findings(self, context: Context) -> Iterable[Finding]:
        """One finding for each fact that another scale would mend, where no other repair is likelier."""
        for cause in context.causes:
            for repair in cause.repairs[:1]:
                if repair.kind == "scale" and not repair.also and repair.fact in context.facts:
                    yield _scale_slip(context, repair)


def _scale_slip(context: Context, repair: Repair) -> Finding:
    fact = context.facts[repair.fact]
    return at_fact(
        context,
        "FC409",
        fact,
        say(
            "若 {name} {printed} 其实是 {suggested}，只差一个数量级，矛盾就消除",
            "were {name} {printed} in truth {suggested}, a mere slip of scale, the contradiction would be gone",
            name=fact.name,
            printed=repair.printed,
            suggested=repair.suggested or "",
        ),
        repairs=(repair,),
    )


def is_new_count(unit: Unit) -> bool:
    """Whether the unit is nothing but a noun of its own that is counted."""
    return unit.is_count and unit.dimension == ((unit.name, 1),)


class UnitNameRule:
    """FC410: a misspelt unit silently becomes a new count unit."""

    codes = ("FC410",)

    def findings(self, context: Context) -> Iterable[Finding]:
        """One finding for each unit that is not known and resembles one that is."""
        likeness: dict[str, str | None] = {}
        for fact in context.facts.values():
            name = fact.unit.name if fact.unit is not None and is_new_count(fact.unit) else ""
            if name not in likeness:
                likeness[name] = nearest_unit(name) if name and known_unit(name) is None else None
            known = likeness[name]
            if known is not None:
                yield at_fact(
                    context,
                    "FC410",
                    fact,
                    say(
                        "不认识单位“{name}”，当作新的计数单位；是否指“{known}”？",
                        'the unit "{name}" is not known and taken for a new count unit; was "{known}" meant?',
                        name=name,
                        known=known,
                    ),
                    key=name,
                )
