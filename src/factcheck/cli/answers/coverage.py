"""The answer of ``factcheck coverage``."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from factcheck.claims.model import Project
from factcheck.diagnosis import Coverage, GuardLevel
from factcheck.findings import Language, Message, say

_LEVELS = {
    GuardLevel.ALL: Message("全部数位", "all digits"),
    GuardLevel.LEADING: Message("首位起几位", "leading digits"),
    GuardLevel.NONE: Message("未防住", "none"),
}


def as_text(guards: Mapping[str, Coverage], project: Project, language: Language) -> str:
    """One line for each printed number, then the summary."""
    facts = project.facts()
    lines = [_line(facts[name].name, facts[name].printed or "", guard) for name, guard in guards.items()]
    return "".join(f"{line.in_language(language)}\n" for line in (*lines, summary(guards)))


def _line(name: str, printed: str, guard: Coverage) -> Message:
    return say(
        "{name} {printed}  {level}{detail}",
        "{name} {printed}  {level}{detail}",
        name=name,
        printed=printed,
        level=_LEVELS[guard.level],
        detail=_detail(guard),
    )


def _detail(guard: Coverage) -> Message:
    """Which digits let something through: ``3 8/8 · 5 4/9`` is the first digit guarded, the second in four of nine edits."""
    if guard.level is GuardLevel.ALL or not guard.noticed:
        return Message("", "")
    digits = " · ".join(f"{each.digit} {each.noticed}/{each.edits}" for each in guard.digits)
    return say("（{d}）", " ({d})", d=digits)


def summary(guards: Mapping[str, Coverage]) -> Message:
    """``61 of 84 numbers are guarded, 14 only in the leading digits``."""
    count = Counter(guard.level for guard in guards.values())
    partly = sum(guard.level is GuardLevel.NONE and guard.noticed > 0 for guard in guards.values())
    return say(
        "{n} 个数字中有 {g} 个受检查保护，其中 {l} 个只护到前几位；另有 {p} 个只防住一部分改动",
        "{g} of {n} numbers are guarded, {l} of them only in the leading digits; of {p} more some edits are noticed",
        n=len(guards),
        g=count[GuardLevel.ALL] + count[GuardLevel.LEADING],
        l=count[GuardLevel.LEADING],
        p=partly,
    )


def as_json(guards: Mapping[str, Coverage]) -> dict[str, object]:
    """The same for programs."""
    return {"version": 1, "facts": list(_facts(guards))}


def _facts(guards: Mapping[str, Coverage]) -> Iterator[dict[str, object]]:
    for name, guard in guards.items():
        digits = [
            {"digit": each.digit, "edits": each.edits, "errors": each.errors, "noticed": each.noticed}
            for each in guard.digits
        ]
        yield {"id": name, "guarded": guard.level.value, "digits": digits}
