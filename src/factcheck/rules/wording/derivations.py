"""The lines under a conflict that show how it follows: step by step, then stated against implied, then the gap."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from factcheck.claims.model import Check, Fact
from factcheck.findings import Message, say
from factcheck.judgement.model import Comparison, ConflictSet, DerivationStep
from factcheck.judgement.units.completion import facts_of
from factcheck.quantities.interval import Interval, Rational
from factcheck.rules.interface import Context
from factcheck.rules.kinds import KINDS
from factcheck.rules.wording.formulas import Naming
from factcheck.rules.wording.intervals import amount, in_brackets
from factcheck.rules.wording.letters import Lettered
from factcheck.rules.wording.numbers import Display, display_of

STEPS_SHOWN = 12
"""A longer chain is cut in the middle, and says so."""

_OUTSIDE = Message(
    "由 Z3 判定为不可能，没有可以复核的证明", "found impossible by Z3, without a proof of our own"
)


def derivation_of(context: Context, conflict: ConflictSet, lettered: Lettered) -> tuple[Message, ...]:
    """All lines, in the order in which a reader can follow them."""
    compared = conflict.comparison
    lines = list(_steps(context, conflict, lettered))
    if len(lines) > STEPS_SHOWN:
        left_out = len(lines) - STEPS_SHOWN
        half = STEPS_SHOWN // 2
        gap = say("……（略去 {n} 步）", "… ({n} steps left out)", n=left_out)
        lines = [*lines[:half], gap, *lines[-half:]]
    if compared is not None and compared.fact in context.facts:
        fact = context.facts[compared.fact]
        lines.append(_implied(context, conflict, compared, fact, lettered))
        lines.append(_stated(fact, lettered, compared))
        lines.append(_gap(compared, display_of(fact, compared.unit), conflict))
    elif compared is not None:
        lines += _sides(context, conflict, compared, lettered)
    if conflict.by:
        lines.append(_OUTSIDE)
    return tuple(lines)


def _steps(context: Context, conflict: ConflictSet, lettered: Lettered) -> Iterator[Message]:
    stated = conflict.comparison.fact if conflict.comparison else None
    for step in conflict.steps or _hidden_steps(context, conflict):
        if step.check in context.checks and step.fact in context.facts and step.fact != stated:
            yield _step(context, step, lettered)


def _hidden_steps(context: Context, conflict: ConflictSet) -> Iterator[DerivationStep]:
    """What the other checks of the conflict leave of the hidden quantities in the primary one."""
    wanted = {fact for fact in facts_of(context.checks[conflict.primary]) if _is_hidden(context, fact)}
    for each in conflict.checks:
        check = context.checks.get(each)
        if check is None or each == conflict.primary:
            continue
        for fact in facts_of(check):
            implied = context.judgement.implied.get(fact)
            bounds = (implied.loose if conflict.reading == "loose" else implied.strict) if implied else None
            if fact in wanted and bounds is not None and KINDS[check.kind].role_of(check, fact):
                wanted.discard(fact)
                yield DerivationStep(each, fact, bounds)


def _is_hidden(context: Context, fact: str) -> bool:
    return fact in context.facts and context.facts[fact].hidden


def _step(context: Context, step: DerivationStep, lettered: Lettered) -> Message:
    fact, check = context.facts[step.fact], context.checks[step.check]
    formula = _formula(context, check, fact, lettered)
    bounds = in_brackets(step.bounds, display_of(fact))
    unit = display_of(fact).unit
    return say(
        "推算：{name}：{formula}，得 {bounds} {unit}",
        "derived: {name}: {formula}, hence {bounds} {unit}",
        name=lettered.name(fact.id),
        formula=formula,
        bounds=bounds,
        unit=unit,
    )


def _formula(context: Context, check: Check, fact: Fact, lettered: Lettered) -> str:
    """``A + B = 12.6 + 8.3``: with letters, then with the numbers as printed."""
    role = KINDS[check.kind].role_of(check, fact.id)
    with_letters = Naming(context.facts, lambda each: lettered.name(each.id))
    with_numbers = Naming(context.facts, _number)
    if role is None:
        relation = KINDS[check.kind].relation
        return f"{relation(check, with_letters)}（{relation(check, with_numbers)}）"
    letters, numbers = role.solve(check, fact.id, with_letters), role.solve(check, fact.id, with_numbers)
    is_plain_sum = (
        role.sign == "=" and " " in letters
    )  # A + B, where a single term needs to say what it equals
    sign = "" if is_plain_sum else f"{with_letters(fact.id)} {role.sign} "
    return f"{sign}{letters}" if letters == numbers else f"{sign}{letters} = {numbers}"


def _number(fact: Fact) -> str:
    return fact.printed or fact.name


def _implied(
    context: Context, conflict: ConflictSet, compared: Comparison, fact: Fact, lettered: Lettered
) -> Message:
    display = display_of(fact, compared.unit)
    formula = _formula(context, context.checks[conflict.primary], fact, lettered)
    printed = conflict.printed_comparison
    if conflict.reading == "strict":
        return say(
            "推算：{f}；按所印数字为 {b}",
            "derived: {f}; as printed {b}",
            f=formula,
            b=in_brackets(compared.implied, display),
        )
    if printed is not None and printed.implied == compared.implied:
        return say(
            "推算：{f}；只可能为 {b}",
            "derived: {f}; only {b} is possible",
            f=formula,
            b=in_brackets(compared.implied, display),
        )
    if printed is None:
        return say(
            "推算：{f}；放宽后为 {b}",
            "derived: {f}; at most {b}",
            f=formula,
            b=in_brackets(compared.implied, display),
        )
    return say(
        "推算：{f}；按所印数字为 {b}，放宽为 {c}",
        "derived: {f}; as printed {b}, at the loosest {c}",
        f=formula,
        b=in_brackets(printed.implied, display),
        c=in_brackets(compared.implied, display),
    )


def _stated(fact: Fact, lettered: Lettered, compared: Comparison) -> Message:
    display = display_of(fact)
    strict, loose = fact.readings.strict, fact.readings.loose
    name = lettered.name(fact.id)
    if fact.hidden:
        return say("限定：{name} {b}", "given: {name} {b}", name=name, b=in_brackets(loose, display))
    if strict == loose:
        return say("原文：{name} = {p}，是准数", "stated: {name} = {p}, exact", name=name, p=fact.printed)
    return say(
        "原文：{name} = {p}；按所印数字为 {b}，放宽为 {c}",
        "stated: {name} = {p}; as printed {b}, at the loosest {c}",
        name=name,
        p=fact.printed,
        b=in_brackets(strict, display),
        c=in_brackets(loose, display),
    )


def _sides(
    context: Context, conflict: ConflictSet, compared: Comparison, lettered: Lettered
) -> Iterator[Message]:
    check, display = context.checks[conflict.primary], Display(compared.unit.name)
    relation = KINDS[check.kind].relation
    yield say(
        "推算：{letters}，即 {numbers}",
        "derived: {letters}, that is {numbers}",
        letters=relation(check, Naming(context.facts, lambda each: lettered.name(each.id))),
        numbers=relation(check, Naming(context.facts, _number)),
    )
    yield say(
        "原文：一边 {a} {unit}，另一边只可能 {b} {unit}",
        "stated: one side {a} {unit}, the other can only be {b} {unit}",
        a=in_brackets(compared.stated, display),
        b=in_brackets(compared.implied, display),
        unit=display.unit,
    )
    yield _gap(compared, display, conflict)


def _gap(compared: Comparison, display: Display, conflict: ConflictSet) -> Message:
    if compared.gap == 0:
        return Message(
            "差距：两个范围只在不含的端点相接", "gap: the ranges meet only at an end that is left out"
        )
    values = {
        "gap": amount(compared.gap, display),
        "share": relative(compared.gap, compared.stated),
    }
    if conflict.reading == "strict":
        return say("差距：按所印数字至少差 {gap}{share}", "gap: at least {gap}{share} as printed", **values)
    return say(
        "差距：放宽后仍至少差 {gap}{share}", "gap: at least {gap}{share} even at the loosest", **values
    )


def relative(gap: Rational, stated: Interval) -> Message:
    """The gap as a share of the stated number, in brackets: ``（约 1.4%）``; nothing where there is no number to compare.

    >>> relative(3000, Interval(214000, 216000)).en
    ' (about 1.4%)'
    """
    ends = [abs(Fraction(end)) for end in (stated.low, stated.high) if end is not None]
    size = sum(ends, Fraction(0)) / len(ends) if ends else Fraction(0)
    if size == 0:
        return Message("", "")
    percent = Display("%").with_unit(_significant(Fraction(gap) * 100 / size))
    return say("（约 {p}）", " (about {p})", p=percent)


def _significant(percent: Fraction) -> str:
    if percent >= 10:
        return str(round(percent))
    tenths = round(percent * 10)
    return f"{tenths // 10}.{tenths % 10}" if tenths else "0.1"
