"""An edit in words: which numbers and checks changed, from what to what, and what became of the verdicts."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from factcheck.changes.since import Compared
from factcheck.check.model import Report
from factcheck.claims.model import Check, Fact, Project
from factcheck.findings import Message, say
from factcheck.judgement.model import Verdict
from factcheck.records import record
from factcheck.reports.relations import facts_of
from factcheck.rules.kinds import KINDS
from factcheck.rules.wording.formulas import Naming

HIDDEN = Message("（隐含的量）", "(a hidden quantity)")


@record(frozen=True, slots=True)
class FactChange:
    """A number that changed: ``None`` where it was not there before, or is there no more. ``details``: something else about it changed."""

    fact: str
    file: str
    before: str | None
    after: str | None
    details: bool = False


@record(frozen=True, slots=True)
class VerdictChange:
    """A check whose verdict changed, that is new, or is gone; ``facts`` are those it names that the edit changed."""

    check: str
    file: str
    relation: str
    before: Verdict | None
    after: Verdict | None
    facts: tuple[str, ...] = ()


@record(frozen=True, slots=True)
class Edit:
    """What an edit did."""

    facts: tuple[FactChange, ...]
    verdicts: tuple[VerdictChange, ...]


def edit_of(both: Compared) -> Edit:
    """The edit between the two reports."""
    facts = tuple(_fact_changes(both))
    return Edit(facts, tuple(_verdict_changes(both, {change.fact for change in facts})))


def _fact_changes(both: Compared) -> Iterator[FactChange]:
    now = _facts(both.now.project, lambda name: name, lambda path: path)
    then = _facts(both.then.project, both.renames.fact, both.renames.path)
    for name in dict.fromkeys((*now, *then)):
        old, new = then.get(name), now.get(name)
        file = (new or old or ("", None))[0]
        before, after = _shown(old), _shown(new)
        if before != after:
            yield FactChange(name, file, before, after)
        elif old and new and _details(old[1]) != _details(new[1]):
            yield FactChange(name, file, before, after, details=True)


def _facts(
    project: Project, named: Callable[[str], str], placed: Callable[[str], str]
) -> dict[str, tuple[str, Fact]]:
    return {
        named(fact.id): (placed(file.path), fact) for file in project.files for fact in file.facts.values()
    }


def _shown(found: tuple[str, Fact] | None) -> str | None:
    return None if found is None else (found[1].printed or "")


def _details(fact: Fact) -> tuple[object, ...]:
    quotes = tuple((quote.exact, quote.prefix, quote.suffix) for quote in fact.quotes)
    return (fact.unit and fact.unit.name, fact.readings, fact.period, fact.cumulative, quotes, fact.trusted)


@record(frozen=True, slots=True)
class _Judged:
    check: Check
    file: str
    relation: str
    verdict: Verdict
    facts: tuple[str, ...]


def _verdict_changes(both: Compared, changed: set[str]) -> Iterator[VerdictChange]:
    now = _judged(both.now, lambda name: name, lambda path: path)
    then = _judged(both.then, both.renames.fact, both.renames.path)
    for key in dict.fromkeys((*now, *then)):
        old, new = then.get(key), now.get(key)
        known = new or old
        before = old.verdict if old else None
        after = new.verdict if new else None
        if known is not None and before != after:
            named = tuple(fact for fact in known.facts if fact in changed)
            yield VerdictChange(known.check.id, known.file, known.relation, before, after, named)


def _judged(
    report: Report, named: Callable[[str], str], placed: Callable[[str], str]
) -> dict[tuple[str, str, int], _Judged]:
    """Every check by what it says (its own id, where it has one), and by how many before it say the same."""
    facts = report.project.facts()
    found: dict[tuple[str, str, int], _Judged] = {}
    for file in report.project.files:
        for check in file.checks:
            relation = KINDS[check.kind].relation(check, Naming(facts, lambda fact: fact.name))
            meaning = relation if check.id.endswith(f":{check.line}") else named(check.id)
            path = placed(file.path)
            rank = 0
            while (path, meaning, rank) in found:
                rank += 1
            found[path, meaning, rank] = _Judged(
                check, path, relation, _verdict(report, check), tuple(map(named, facts_of(check)))
            )
    return found


def _verdict(report: Report, check: Check) -> Verdict:
    judged = report.judgement.verdicts.get(check.id)
    return judged.verdict if judged else Verdict.NOT_JUDGED


VERDICTS: Mapping[Verdict, Message] = {
    Verdict.HOLDS: Message("成立", "holds"),
    Verdict.IMPOSSIBLE: Message("不可能", "impossible"),
    Verdict.IN_CONFLICT: Message("与别的关系矛盾", "in conflict"),
    Verdict.DOUBTFUL: Message("按所印数字对不上", "does not add up as printed"),
    Verdict.IMPLAUSIBLE: Message("可能但不可信", "possible, not plausible"),
    Verdict.PROVES_NOTHING: Message("不证明什么", "proves nothing"),
    Verdict.IGNORED: Message("已忽略", "ignored"),
    Verdict.NOT_JUDGED: Message("未判定", "not judged"),
}


def fact_sentence(change: FactChange) -> Message:
    """``合计：21.5万吨 → 21.0万吨``."""
    name = change.fact.partition(".")[2] or change.fact
    before, after = (HIDDEN if value == "" else value for value in (change.before, change.after))
    values = {"name": name, "before": before, "after": after}
    if change.before is None:
        return say("新增 {name}：{after}", "new: {name}, {after}", **values)
    if change.after is None:
        return say("删去 {name}：{before}", "gone: {name}, {before}", **values)
    if change.details:
        return say(
            "{name} {after}：数字未变，单位、时间、引文或读法有变",
            "{name} {after}: the same number; its unit, period, quote or reading changed",
            **values,
        )
    return say("{name}：{before} → {after}", "{name}: {before} → {after}", **values)


def verdict_sentence(change: VerdictChange) -> Message:
    """``甲 + 乙 = 合计：不可能 → 成立（因 合计）``."""
    because = ", ".join(fact.partition(".")[2] or fact for fact in change.facts)
    values = {
        "relation": change.relation,
        "before": VERDICTS[change.before] if change.before else "",
        "after": VERDICTS[change.after] if change.after else "",
        "because": say("（因 {facts}）", " (because of {facts})", facts=because) if because else "",
    }
    if change.before is None:
        return say("新关系 {relation}：{after}{because}", "new check {relation}: {after}{because}", **values)
    if change.after is None:
        return say("删去关系 {relation}：原为 {before}", "check gone: {relation}, was: {before}", **values)
    return say("{relation}：{before} → {after}{because}", "{relation}: {before} → {after}{because}", **values)
