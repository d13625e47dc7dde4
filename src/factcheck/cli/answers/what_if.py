"""The answer of ``factcheck what-if``."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.claims.model import Project
from factcheck.cli.answers.wording import interval_json, shown
from factcheck.diagnosis import CheckChange, Follower, WhatIf
from factcheck.findings import Language, Message, say
from factcheck.judgement.model import Verdict

_VERDICTS = {
    Verdict.HOLDS: Message("成立", "holds"),
    Verdict.IMPOSSIBLE: Message("不可能", "impossible"),
    Verdict.IN_CONFLICT: Message("与别的关系矛盾", "in conflict"),
    Verdict.DOUBTFUL: Message("按所印数字对不上", "does not add up as printed"),
    Verdict.IMPLAUSIBLE: Message("可能但不可信", "possible, not plausible"),
    Verdict.PROVES_NOTHING: Message("不证明什么", "proves nothing"),
    Verdict.IGNORED: Message("已忽略", "ignored"),
    Verdict.NOT_JUDGED: Message("未能判定", "not judged"),
}


def as_text(result: WhatIf, project: Project, language: Language) -> str:
    """The edits, then each changed verdict, then the numbers that would have to follow."""
    return "".join(f"{line.in_language(language)}\n" for line in _lines(result, project))


def _lines(result: WhatIf, project: Project) -> Iterator[Message]:
    facts = project.facts()
    for name, (now, then) in result.edits.items():
        yield say("如果 {n} {a} → {b}", "if {n} {a} → {b}", n=facts[name].name, a=now, b=then)
    for change in result.changes:
        yield _change(change, result)
    if not result.changes:
        yield Message("  所有关系的结论都不变", "  no verdict changes")
    if result.followers:
        yield Message("  须随之改动（任取一行）", "  would have to follow (any one line)")
    for follower in result.followers:
        yield _follower(follower, project)


def _change(change: CheckChange, result: WhatIf) -> Message:
    mark = Message("变化", "changes")
    if change.check in result.breaks:
        mark = Message("打破", "breaks")
    elif change.check in result.heals:
        mark = Message("消除", "heals")
    return say(
        "  {mark}  {check}：{before} → {after}",
        "  {mark}  {check}: {before} → {after}",
        mark=mark,
        check=change.check,
        before=_VERDICTS[change.before],
        after=_VERDICTS[change.after],
    )


def _follower(follower: Follower, project: Project) -> Message:
    fact = project.facts()[follower.fact]
    allowed = shown(follower.allowed, fact) if follower.allowed is not None else "?"
    then = follower.suggested or "?"
    also = "".join(f" + {project.facts()[name].name} {a} → {b}" for name, a, b in follower.also)
    return say(
        "    {n} {a} → {b}{also}（只容许 {range}）",
        "    {n} {a} → {b}{also} (allowed: {range})",
        n=fact.name,
        a=follower.printed,
        b=then,
        also=also,
        range=allowed,
    )


def as_json(result: WhatIf) -> dict[str, object]:
    """The same for programs."""
    return {
        "version": 1,
        "edits": [
            {"fact": name, "printed": now, "suggested": then} for name, (now, then) in result.edits.items()
        ],
        "changes": [
            {"check": each.check, "before": each.before.value, "after": each.after.value}
            for each in result.changes
        ],
        "breaks": list(result.breaks),
        "heals": list(result.heals),
        "followers": [
            {
                "fact": each.fact,
                "printed": each.printed,
                "suggested": each.suggested,
                "allowed": interval_json(each.allowed),
                "also": [{"fact": name, "printed": now, "suggested": then} for name, now, then in each.also],
            }
            for each in result.followers
        ],
    }
