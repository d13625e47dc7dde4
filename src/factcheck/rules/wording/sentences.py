"""The sentence a conflict is reported under, and the notes below it."""

from __future__ import annotations

from factcheck.claims.model import Check, Fact
from factcheck.findings import Message, say
from factcheck.judgement.model import Comparison, ConflictSet
from factcheck.rules.interface import Context
from factcheck.rules.kinds import KINDS
from factcheck.rules.wording.formulas import Naming
from factcheck.rules.wording.intervals import in_words
from factcheck.rules.wording.numbers import Display, display_of


def conflict_message(context: Context, conflict: ConflictSet) -> Message:
    """What does not fit, with its numbers; different periods are said first, then the assumption that it takes."""
    sentence = _with_assumption(context, conflict)
    if not conflict.mixed_periods:
        return sentence
    return say("时点或口径不同：{s}", "of different dates or kinds: {s}", s=sentence)


def _with_assumption(context: Context, conflict: ConflictSet) -> Message:
    members = [context.checks[each] for each in conflict.checks if each in context.checks]
    assumed = [check for check in members if check.assumption]
    if not conflict.assumption or not assumed:
        return _sentence(context, conflict)
    if len(members) == 1:
        return _assumption_fails(context, members[0])
    return say(
        "若 {a}，则{b}",
        "if {a}, then {b}",
        a=relation_by_name(context, assumed[0]),
        b=_sentence(context, conflict),
    )


def _sentence(context: Context, conflict: ConflictSet) -> Message:
    return _compared(context, conflict) or _sides(context, conflict) or _together(context, conflict)


def _assumption_fails(context: Context, check: Check) -> Message:
    return say(
        "若 {a}，则所印数字不可能都对：{b}",
        "if {a}, then the figures printed cannot all be right: {b}",
        a=relation_by_name(context, check),
        b=relation_by_number(context, check),
    )


def _compared(context: Context, conflict: ConflictSet) -> Message | None:
    compared = conflict.comparison
    if compared is None or compared.fact is None or compared.fact not in context.facts:
        return None
    check, fact = context.checks[conflict.primary], context.facts[compared.fact]
    role = KINDS[check.kind].role_of(check, fact.id)
    implied = role.implied if role else Message("按其余数字只可能{range}", "the rest only allows {range}")
    shown = conflict.printed_comparison or compared
    words = in_words(shown.implied, display_of(fact, shown.unit))
    return say(
        "{stated}，{reading}{implied}{others}",
        "{stated}, but {reading}{implied}{others}",
        stated=_stated(fact, compared),
        reading=_as_printed(conflict),
        implied=say(implied.zh, implied.en, range=words),
        others=_others(len(conflict.checks) - 1),
    )


def _sides(context: Context, conflict: ConflictSet) -> Message | None:
    """The two sides, where no one number stands for either."""
    compared = conflict.comparison
    if compared is None or compared.fact is not None:
        return None
    check = context.checks[conflict.primary]
    words = KINDS[check.kind].sides
    display = Display(compared.unit.name)
    return say(
        "{reading}{sides}：{relation}{others}",
        "{reading}{sides}: {relation}{others}",
        reading=_as_printed(conflict),
        sides=say(
            words.zh,
            words.en,
            stated=in_words(compared.stated, display),
            implied=in_words(compared.implied, display),
        ),
        relation=relation_by_name(context, check),
        others=_others(len(conflict.checks) - 1),
    )


def _as_printed(conflict: ConflictSet) -> Message:
    return Message("按所印数字", "as printed ") if conflict.reading == "strict" else Message("", "")


def _stated(fact: Fact, compared: Comparison) -> Message:
    name = fact.name
    if fact.hidden or not fact.printed:
        words = in_words(compared.stated, display_of(fact, compared.unit))
        return say("{name}须{words}", "{name} has to be {words}", name=name, words=words)
    return say(
        "原文{name} {printed}", "the article gives {name} as {printed}", name=name, printed=fact.printed
    )


def _others(count: int) -> Message:
    if count <= 0:
        return Message("", "")
    return say(
        "（连同另外 {n} 条关系）",
        " (taken with {n} other {checks})",
        n=count,
        checks="check" if count == 1 else "checks",
    )


def _together(context: Context, conflict: ConflictSet) -> Message:
    checks = [context.checks[each] for each in conflict.checks if each in context.checks]
    listed = [relation_by_name(context, check) for check in checks[:3]]
    more = len(checks) - len(listed)
    relations = Message(
        "；".join(each.zh for each in listed) + ("……" if more else ""),
        "; ".join(each.en for each in listed) + (" …" if more else ""),
    )
    as_printed = conflict.reading == "strict"
    reading = Message("按所印数字", " as printed") if as_printed else Message("", "")
    if len(checks) == 1:
        return say(
            "关系{reading}不能成立：{r}",
            "the relation cannot hold{reading}: {r}",
            reading=reading,
            r=relations,
        )
    return say(
        "{n} 条关系{reading}不能同时成立：{r}",
        "{n} checks cannot all hold{reading}: {r}",
        n=len(checks),
        reading=reading,
        r=relations,
    )


def relation_by_name(context: Context, check: Check) -> Message:
    """The relation with the names of the facts."""
    return _relation(check, Naming(context.facts, lambda fact: fact.name))


def relation_by_number(context: Context, check: Check) -> Message:
    """The relation with the numbers as printed."""
    return _relation(check, Naming(context.facts, lambda fact: fact.printed or fact.name))


def _relation(check: Check, naming: Naming) -> Message:
    text = KINDS[check.kind].relation(check, naming)
    return Message(text, text)


def conflict_notes(context: Context, conflict: ConflictSet) -> tuple[Message, ...]:
    """What a reader has to know before believing the finding: periods first, then zeros, then why each check was written."""
    notes = []
    if conflict.mixed_periods:
        notes.append(
            Message(
                "先看时间：这些数字的时点或口径（累计与当前）不同，矛盾可能只是时间不同所致",
                "look at the dates first: these figures are of different dates, or cumulative and standing ones; that alone may explain it",
            )
        )
    if conflict.rests_on_zeros:
        notes.append(_zeros(context, conflict))
    if not conflict.minimal:
        notes.append(Message("所列关系未必是最小的一组", "the checks listed may not be the smallest set"))
    notes += [
        say("理由：{text}", "because: {text}", text=check.because)
        for each in conflict.checks
        if (check := context.checks.get(each)) and check.because
    ]
    return tuple(dict.fromkeys(notes))


def _zeros(context: Context, conflict: ConflictSet) -> Message:
    round_facts = [
        context.facts[fact].printed or ""
        for fact in conflict.facts
        if fact in context.facts and context.facts[fact].readings.rests_on_zeros
    ]
    return say(
        "只有当 {numbers} 精确到个位时才算不符",
        "only if {numbers} is exact to the unit",
        numbers="、".join(round_facts) or "…",
    )
