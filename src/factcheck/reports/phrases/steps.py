"""Numbers and derivations as people read them: a range in the article's own scale, a step as a formula of what is printed."""

from __future__ import annotations

from collections.abc import Mapping

from factcheck.claims.model import Check, Fact
from factcheck.findings import Message, say
from factcheck.judgement.model import DerivationStep
from factcheck.quantities import Interval, Unit, format_interval


def shown(interval: Interval, fact: Fact | None, unit: Unit | None = None) -> str:
    """An interval in the scale and unit that the article uses for the fact; whole things as ``6301…6313人``."""
    from factcheck.rules.wording.intervals import in_brackets
    from factcheck.rules.wording.numbers import display_of

    display = display_of(fact, unit)
    quantity = fact.quantity if fact else None
    name = quantity.measure if quantity and quantity.unit.is_count and quantity.measure else display.unit
    if interval.integer and display.size == 1:
        return format_interval(interval, name)
    bounds = in_brackets(interval, display)
    return f"{bounds}{name}" if bounds[-1].isdigit() and name[:1] != " " else f"{bounds} {name}".rstrip()


def step_line(step: DerivationStep, facts: Mapping[str, Fact], checks: Mapping[str, Check]) -> Message:
    """``低保占比：3267名 ÷ 51.8% → 6301…6313人``: the formula with the numbers as printed, and what it leaves."""
    from factcheck.rules.kinds import KINDS
    from factcheck.rules.wording.formulas import Naming

    check, fact = checks[step.check], facts[step.fact]
    naming = Naming(facts, lambda each: each.printed or each.name)
    role = KINDS[check.kind].role_of(check, fact.id)
    formula = (
        KINDS[check.kind].relation(check, naming) if role is None else role.solve(check, fact.id, naming)
    )
    sign = "" if role is None or role.sign == "=" else f"{role.sign} "
    return say(
        "{name}：{sign}{formula} → {range}",
        "{name}: {sign}{formula} → {range}",
        name=fact.name,
        sign=sign,
        formula=formula,
        range=shown(step.bounds, fact),
    )
