"""FC7xx: claims that do no work, and ignores that hide too much or nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from factcheck.claims.model import Check
from factcheck.findings import Finding, Label, Message, say
from factcheck.findings.codes import CODES
from factcheck.judgement.model import Verdict
from factcheck.judgement.units.completion import facts_of
from factcheck.rules.interface import Context
from factcheck.rules.wording.at_check import at_check, at_fact, relation_of


class UnusedFactRule:
    """FC701: no check would notice if the figure were wrong."""

    codes = ("FC701",)

    def findings(self, context: Context) -> Iterable[Finding]:
        """One finding for each printed fact that no check names and that does not say ``alone: true``."""
        used = {fact for check in context.checks.values() for fact in facts_of(check)}
        for fact in context.facts.values():
            if fact.id not in used and not fact.alone and not fact.hidden:
                yield at_fact(
                    context,
                    "FC701",
                    fact,
                    say(
                        "没有关系用到 {name} {printed}；确实独立的可写 alone: true",
                        "no check uses {name} {printed}; where it truly stands alone, say alone: true",
                        name=fact.name,
                        printed=fact.printed or "",
                    ),
                )


class ProvesNothingRule:
    """FC702: a hidden quantity can always be chosen so that the check holds."""

    codes = ("FC702",)

    def findings(self, context: Context) -> Iterable[Finding]:
        """One finding for each check that proves nothing."""
        for check in _with_verdict(context, Verdict.PROVES_NOTHING):
            yield at_check(
                context,
                "FC702",
                check,
                say(
                    "总能取到合适的未知数使之成立，所以不证明什么：{relation}",
                    "a hidden quantity can always be chosen to satisfy it, so it proves nothing: {relation}",
                    relation=relation_of(context, check),
                ),
            )


class NotJudgedRule:
    """FC706: the engine's limits were met; said, never silently passed."""

    codes = ("FC706",)

    def findings(self, context: Context) -> Iterable[Finding]:
        """One finding for all checks of a file that were not judged for the same reason."""
        blocked = {problem.check for problem in context.judgement.problems if problem.blocks}
        groups: dict[tuple[str, str], list[Check]] = {}
        for check in _with_verdict(context, Verdict.NOT_JUDGED):
            if check.id not in blocked:
                reason = context.judgement.verdicts[check.id].reason
                groups.setdefault((context.file_of_check[check.id].path, reason), []).append(check)
        return (_not_judged(context, reason, checks) for (_, reason), checks in groups.items())


def _not_judged(context: Context, reason: str, checks: list[Check]) -> Finding:
    first, *others = checks
    values = {"reason": why_not_judged(reason), "relation": relation_of(context, first), "n": len(others)}
    if others:
        message = say(
            "未能判定（{reason}）：{relation}，以及另外 {n} 条关系",
            "not judged ({reason}): {relation}, and {n} more",
            **values,
        )
    else:
        message = say("未能判定（{reason}）：{relation}", "not judged ({reason}): {relation}", **values)
    finding = at_check(context, "FC706", first, message)
    source = context.file_of_check[first.id].source
    more = tuple(Label(source, check.extent.start, check.extent.end) for check in others)
    return replace(finding, labels=(*finding.labels, *more), key=reason)


_LIMITS = {
    "nodes": Message("试算的次数到了上限", "the limit on tries was met"),
    "steps": Message("推算的步数到了上限", "the limit on steps was met"),
    "digits": Message("数字的位数到了上限", "the limit on digits was met"),
    "time": Message("时间到了上限", "the limit on time was met"),
    "witness": Message(
        "既没有证出矛盾，也没有找到一组真值", "neither a contradiction nor a set of true values was found"
    ),
    "irrational": Message("只有无理数能满足", "only irrational numbers could satisfy it"),
}


def why_not_judged(reason: str) -> Message:
    """The engine's word for the limit that was met, in a sentence."""
    return _LIMITS.get(reason) or Message(reason or "?", reason or "?")


class RedundantCheckRule:
    """FC703: the same relation twice in one file."""

    codes = ("FC703",)

    def findings(self, context: Context) -> Iterable[Finding]:
        """One finding for each check that repeats an earlier one."""
        first: dict[tuple[str, str], Check] = {}
        for check in context.checks.values():
            relation = relation_of(context, check)
            key = (context.file_of_check[check.id].path, relation)
            earlier = first.setdefault(key, check)
            if earlier is not check:
                yield at_check(
                    context,
                    "FC703",
                    check,
                    say(
                        "与第 {line} 行的关系重复：{relation}",
                        "repeats the check on line {line}: {relation}",
                        line=earlier.line,
                        relation=relation,
                    ),
                )


class IgnoreRule:
    """FC704: ignored without a reason. FC705: ignored though there is nothing to ignore."""

    codes = ("FC704", "FC705")

    def findings(self, context: Context) -> Iterable[Finding]:
        """Findings about the ignores themselves; these cannot be ignored."""
        for check in context.checks.values():
            if check.ignore is None:
                continue
            if not check.ignore.strip():
                yield _about_ignore(context, check, "FC704")
            if not _hides_something(context, check):
                yield _about_ignore(context, check, "FC705")


_IGNORE_WORDS = {
    "FC704": (
        '忽略须写明理由：ignore: "…"',
        'an ignore needs a reason: ignore: "…"',
    ),
    "FC705": (
        "这条关系没有问题，忽略已无必要，请删去",
        "there is nothing wrong with this check any more; remove the ignore",
    ),
}


def _about_ignore(context: Context, check: Check, code: str) -> Finding:
    known = CODES[code]
    source = context.file_of_check[check.id].source
    extent = check.ignore_extent or check.extent
    zh, en = _IGNORE_WORDS[code]
    return Finding(
        known.code,
        known.slug,
        known.severity,
        say(zh, en),
        (Label(source, extent.start, extent.end, primary=True),),
        check=check.id,
    )


def _hides_something(context: Context, check: Check) -> bool:
    verdict = context.judgement.verdicts.get(check.id)
    problems = any(problem.check == check.id for problem in context.judgement.problems)
    return verdict is None or verdict.conflict is not None or verdict.implausible is not None or problems


def _with_verdict(context: Context, wanted: Verdict) -> Iterator[Check]:
    for verdict in context.judgement.verdicts.values():
        if verdict.verdict is wanted and verdict.check in context.checks:
            yield context.checks[verdict.check]
