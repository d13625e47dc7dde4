"""FC5xx: more digits than the inputs carry, and what a file's residuals say of how it rounds."""

from __future__ import annotations

from collections.abc import Iterable

from factcheck.claims.model import ClaimsFile
from factcheck.findings import Finding, Label, Message, say
from factcheck.findings.codes import CODES
from factcheck.judgement.model import Convention, ExcessDigits
from factcheck.rules.interface import Context
from factcheck.rules.wording.at_check import at_fact
from factcheck.rules.wording.intervals import amount, bounds_of, in_words
from factcheck.rules.wording.numbers import display_of


class ExcessDigitsRule:
    """FC501: a result is printed finer than the rounding of its inputs allows."""

    codes = ("FC501",)

    def findings(self, context: Context) -> Iterable[Finding]:
        """One finding for each result with digits in excess."""
        for excess in context.judgement.excess_digits:
            if excess.fact in context.facts:
                yield _excess(context, excess)


def _excess(context: Context, excess: ExcessDigits) -> Finding:
    fact = context.facts[excess.fact]
    display = display_of(fact, excess.unit)
    check = context.checks.get(excess.check)
    return at_fact(
        context,
        "FC501",
        fact,
        say(
            "原文{name} {printed} 精确到 {unit}，而所依据的数字只能说明它{range}",
            "the article gives {name} as {printed}, to the nearest {unit}, but its inputs only say that it is {range}",
            name=fact.name,
            printed=fact.printed,
            unit=amount(excess.digit_unit, display),
            range=in_words(excess.implied, display),
        ),
        check=excess.check,
        implied=bounds_of(excess.implied, excess.unit.name),
        ignored=check.ignore if check else None,
    )


_CONVENTIONS = {
    "truncate": Message(
        "本文的数字看来是截尾而不是四舍五入：{n} 处差额偏向这一边，{m} 处相反",
        "the figures of this file look truncated, not rounded: {n} residuals lean that way, {m} the other",
    ),
    "mixed": Message(
        "本文的取整方式不一：{n} 处像截尾，{m} 处像进位",
        "this file mixes ways of rounding: {n} residuals look truncated, {m} rounded up",
    ),
}
_UPWARD = Message(
    "本文的取整总是往大里说：{n} 处进位，{m} 处相反",
    "every rounding of this file makes the number larger: {n} residuals lean up, {m} down",
)


class ConventionRule:
    """FC502, FC503, FC504: how a file shortens its numbers, told from its own residuals, said once for each file."""

    codes = ("FC502", "FC503", "FC504")

    def findings(self, context: Context) -> Iterable[Finding]:
        """One finding for each convention that was seen."""
        files = {file.path: file for file in context.project.files}
        for seen in context.judgement.conventions:
            if seen.file in files:
                yield _convention(context, seen, files[seen.file])


def _convention(context: Context, seen: Convention, file: ClaimsFile) -> Finding:
    code = CODES[seen.code]
    words = _CONVENTIONS.get(seen.kind, _UPWARD)
    checks = [context.checks[check] for check in seen.checks if check in context.checks]
    labels = [
        Label(file.source, check.extent.start, check.extent.end, primary=index == 0)
        for index, check in enumerate(checks)
    ]
    applied = Message(
        "已按此判定；可在 article.rounding 中写明", "judged accordingly; article.rounding can say so"
    )
    return Finding(
        code.code,
        code.slug,
        code.severity,
        say(words.zh, words.en, n=seen.supporting, m=seen.opposed),
        tuple(labels) or (Label(file.source, 0, 0, primary=True),),
        notes=(applied,) if seen.applied else (),
        key=seen.kind,
    )
