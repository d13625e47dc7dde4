"""The rules, in one list: the table of contents of what the program can say about claims that it could read."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from factcheck.findings import Finding
from factcheck.rules.conflicts import CONFLICT_RULES
from factcheck.rules.drafts import DRAFT_RULES
from factcheck.rules.hedges import HedgeRule
from factcheck.rules.hygiene import (
    IgnoreRule,
    NotJudgedRule,
    ProvesNothingRule,
    RedundantCheckRule,
    UnusedFactRule,
)
from factcheck.rules.interface import Context, Rule
from factcheck.rules.periods import MixedPeriodsRule, SourceRule
from factcheck.rules.plausibility import ImplausibleRule, TieRule
from factcheck.rules.precision import ConventionRule, ExcessDigitsRule
from factcheck.rules.units import UnitRule
from factcheck.rules.values import ScaleSlipRule, UnitNameRule, WholeCountRule
from factcheck.rules.wording.meaning import with_subject

RULES: tuple[Rule, ...] = (
    *CONFLICT_RULES,
    *DRAFT_RULES,
    ImplausibleRule(),
    TieRule(),
    UnitRule(),
    WholeCountRule(),
    ScaleSlipRule(),
    UnitNameRule(),
    ExcessDigitsRule(),
    ConventionRule(),
    HedgeRule(),
    MixedPeriodsRule(),
    SourceRule(),
    UnusedFactRule(),
    ProvesNothingRule(),
    RedundantCheckRule(),
    IgnoreRule(),
    NotJudgedRule(),
)


def all_findings(context: Context, wanted: Callable[[str], bool] = lambda code: True) -> Iterator[Finding]:
    """What every rule reports, rule by rule; a rule none of whose codes are ``wanted`` is not asked."""
    for rule in RULES:
        if any(map(wanted, rule.codes)):
            for finding in rule.findings(context):
                yield with_subject(context, finding)
