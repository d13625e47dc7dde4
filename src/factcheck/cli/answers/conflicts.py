"""The answer of ``factcheck conflicts``."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.claims.model import Project
from factcheck.diagnosis import ConflictSets, MinimalSet
from factcheck.findings import Language, Message, say

Found = list[ConflictSets]


def as_text(found: Found, project: Project, language: Language) -> str:
    """One block for each place where claims contradict each other, one line for each minimal set."""
    lines = (line for number, sets in enumerate(found, 1) for line in _lines(number, sets, project))
    nothing = Message("没有矛盾", "nothing contradicts")
    return (
        "".join(f"{line.in_language(language)}\n" for line in lines) or f"{nothing.in_language(language)}\n"
    )


def _lines(number: int, sets: ConflictSets, project: Project) -> Iterator[Message]:
    count = len(sets.sets)
    more = Message("", "") if sets.complete else Message("，可能还有", ", maybe more")
    yield say(
        "矛盾 {i}：{n} 组最小的关系不能同时成立{more}",
        "contradiction {i}: {n} minimal sets of checks that cannot all hold{more}",
        i=number,
        n=count,
        more=more,
    )
    for each in sets.sets:
        yield _line(each, project)


def _line(each: MinimalSet, project: Project) -> Message:
    facts = project.facts()
    checks = " + ".join(each.checks)
    printed = "、".join(f"{facts[name].name} {facts[name].printed or ''}".strip() for name in each.facts)
    return Message(f"  {checks}（{printed}）", f"  {checks} ({printed})")


def as_json(found: Found) -> dict[str, object]:
    """The same for programs."""
    return {
        "version": 1,
        "conflicts": [
            {
                "sets": [{"checks": list(each.checks), "facts": list(each.facts)} for each in sets.sets],
                "complete": sets.complete,
            }
            for sets in found
        ],
    }
