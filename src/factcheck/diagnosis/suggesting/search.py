"""Relations that hold among the facts and that no check states, with the number that chance alone would bring."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from factcheck.claims.model import ClaimsFile, Project
from factcheck.diagnosis.model import Suggestion, Suggestions
from factcheck.diagnosis.suggesting.numbers import numbers_of
from factcheck.diagnosis.suggesting.rates import rate_trials
from factcheck.diagnosis.suggesting.ratios import average_trials, change_trials, ratio_trials, share_trials
from factcheck.diagnosis.suggesting.sums import sum_trials
from factcheck.diagnosis.suggesting.trial import Trial
from factcheck.findings import Message, say
from factcheck.judgement.units.completion import facts_of

MOST_EXPECTED = Fraction(1, 40)
"""In each family of trials only so rare a fit is suggested that chance would bring at most this many."""

_FORMS = (sum_trials, share_trials, average_trials, rate_trials, change_trials, ratio_trials)


def suggest(project: Project) -> Suggestions:
    """Search file by file; strongest first. A relation whose facts already meet in one check is not suggested."""
    result = Suggestions()
    for file in project.files:
        stated = [frozenset(facts_of(check)) for check in file.checks]
        for family in _families(file):
            expected = Fraction(0)
            for trial in sorted(family, key=lambda trial: trial.chance):
                if expected + trial.chance > MOST_EXPECTED:
                    break
                expected += trial.chance
                facts = frozenset(number.fact.id for number in trial.numbers)
                if trial.hit and not any(facts <= together for together in stated):
                    result.found.append(_suggestion(trial, expected, len(family)))
            result.expected_by_chance += expected
    result.found = _without_repeats(sorted(result.found, key=lambda found: found.expected_by_chance))
    return result


def _families(file: ClaimsFile) -> Iterable[list[Trial]]:
    numbers = numbers_of(file)
    families: dict[str, list[Trial]] = {}
    for form in _FORMS:
        for trial in form(numbers):
            families.setdefault(trial.family, []).append(trial)
    return families.values()


def _suggestion(trial: Trial, expected: Fraction, tried: int) -> Suggestion:
    form = trial.family.split(" ")[0].rstrip(",")
    printed = [f"{number.fact.name} {number.fact.printed or ''}".strip() for number in trial.numbers]
    message = say(
        "{printed}：{form}成立；同类组合试了 {tried} 个，这样吻合的凭巧合预期有 {expected} 个",
        "{printed}: {form} holds; of {tried} such combinations chance would make {expected} fit as well",
        printed="、".join(printed),
        form=_NAMES[form],
        tried=tried,
        expected=in_words(expected),
    )
    return Suggestion(
        form=form,  # type: ignore[arg-type]  # families are named after their forms
        facts=tuple(number.fact.id for number in trial.numbers),
        yaml="- " + trial.write(),
        message=message,
        expected_by_chance=expected,
    )


_NAMES = {
    "sum": Message("合计", "the sum"),
    "share": Message("占比", "the share"),
    "average": Message("平均数", "the average"),
    "rate": Message("整数单价", "a round price"),
    "change": Message("增幅", "the growth"),
    "ratio": Message("相等的比", "the equal ratio"),
}


def in_words(expected: Fraction) -> str:
    """An expected number in two decimals, or below 0.01 as such.

    >>> in_words(Fraction(1, 30)), in_words(Fraction(1, 3000))
    ('0.03', '<0.01')
    """
    hundredths = round(expected * 100)
    return f"{hundredths // 100}.{hundredths % 100:02d}" if hundredths else "<0.01"


def _without_repeats(found: list[Suggestion]) -> list[Suggestion]:
    """One suggestion for a set of facts: the strongest form."""
    seen: set[frozenset[str]] = set()
    kept = []
    for suggestion in found:
        facts = frozenset(suggestion.facts)
        if facts not in seen:
            seen.add(facts)
            kept.append(suggestion)
    return kept
