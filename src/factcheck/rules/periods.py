"""FC601: figures of different dates, or cumulative and standing ones, in one check. FC602: a figure without a source."""

from __future__ import annotations

from collections.abc import Iterable

from factcheck.claims.model import Check, Fact
from factcheck.findings import Finding, Message, say
from factcheck.judgement.units.completion import facts_of
from factcheck.rules.interface import Context
from factcheck.rules.wording.at_check import at_check, at_fact, relation_of

_ACROSS_TIME = {"change", "per_year", "times"}
"""Kinds that compare different dates on purpose."""


class MixedPeriodsRule:
    """FC601, unless the check is about change, or a conflict over it says the same already."""

    codes = ("FC601",)

    def findings(self, context: Context) -> Iterable[Finding]:
        """One finding for each check that mixes periods."""
        if sum(fact.period is not None for fact in context.facts.values()) < 2:
            return
        said = {
            check for conflict in context.conflicts if conflict.mixed_periods for check in conflict.checks
        }
        for check in context.checks.values():
            if check.kind in _ACROSS_TIME or check.id in said:
                continue
            facts = [context.facts[fact] for fact in facts_of(check) if fact in context.facts]
            reason = _mixture(facts)
            if reason is not None:
                yield _finding(context, check, reason)


def _finding(context: Context, check: Check, reason: Message) -> Finding:
    return at_check(
        context,
        "FC601",
        check,
        say(
            "{reason}：{relation}",
            "{reason}: {relation}",
            reason=reason,
            relation=relation_of(context, check),
        ),
    )


def _mixture(facts: list[Fact]) -> Message | None:
    dated = [fact for fact in facts if fact.period is not None]
    periods = {(fact.period.start, fact.period.end) for fact in dated if fact.period}
    if len({fact.cumulative for fact in dated}) > 1:
        return Message("一条关系里既有累计数又有当前数", "cumulative and standing figures in one check")
    if len(periods) > 1:
        return Message("一条关系里的数字时间不同", "figures of different dates in one check")
    return None


class SourceRule:
    """FC602: nobody can look the figure up."""

    codes = ("FC602",)

    def findings(self, context: Context) -> Iterable[Finding]:
        """One finding for each printed fact without a source."""
        for fact in context.facts.values():
            if not fact.hidden and not fact.source:
                yield at_fact(
                    context,
                    "FC602",
                    fact,
                    say(
                        "{name} {printed} 没有写明来源",
                        "{name} {printed} has no source",
                        name=fact.name,
                        printed=fact.printed or "",
                    ),
                )
