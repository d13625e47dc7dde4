"""The answer of ``factcheck solve``."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from factcheck.claims.model import Project
from factcheck.cli.answers.wording import interval_json, shown, step_line
from factcheck.diagnosis import DerivedRange, Explanation
from factcheck.findings import Language, Message, say
from factcheck.quantities import exact_string


def as_text(explanations: list[Explanation], project: Project, language: Language) -> str:
    """One block for each quantity: what the others imply, by which steps, what pins it, how much slack is left."""
    return "\n".join(_block(each, project, language) for each in explanations)


def _block(explained: Explanation, project: Project, language: Language) -> str:
    return "".join(f"{line}\n" for line in _lines(explained, project, language))


def _lines(explained: Explanation, project: Project, language: Language) -> Iterator[str]:
    facts, checks = project.facts(), {check.id: check for check in project.checks()}
    fact = facts[explained.fact]
    hidden = say("（原文没有印出）", " (not printed)").in_language(language)
    yield f"{explained.name} {explained.printed}" if explained.printed else explained.name + hidden
    if explained.strict is None and explained.loose is None:
        yield say("  没有关系能推出它", "  no check implies anything of it").in_language(language)
        return
    yield from _ranges(explained, project, language)
    told = explained.strict or explained.loose
    for step in told.steps if told else ():
        line = step_line(step, facts, checks)
        yield say("  推算  {line}", "  derived  {line}", line=line).in_language(language)
    if explained.pinned_by:
        pins = "、".join(f"{facts[pin].name} {facts[pin].printed}" for pin in explained.pinned_by)
        yield say("  由此确定  {pins}", "  pinned by  {pins}", pins=pins).in_language(language)
    if explained.agrees is False:
        yield say(
            "  与原文不符：原文 {printed}",
            "  disagrees with the article, which prints {printed}",
            printed=fact.printed,
        ).in_language(language)


def _ranges(explained: Explanation, project: Project, language: Language) -> Iterator[str]:
    fact = project.facts()[explained.fact]
    if explained.strict is not None:
        bounds = shown(explained.strict.bounds, fact, explained.unit)
        slack = _slack(explained).in_language(language)
        yield say("  按所印数字  {b}{s}", "  as printed  {b}{s}", b=bounds, s=slack).in_language(language)
    if explained.loose is not None and explained.loose != explained.strict:
        bounds = shown(explained.loose.bounds, fact, explained.unit)
        yield say("  放宽读法  {b}", "  read loosely  {b}", b=bounds).in_language(language)


def _slack(explained: Explanation) -> Message:
    if explained.slack is None:
        return say("，没有上限或下限", ", unbounded")
    if explained.slack == 0:
        return say("，没有余地", ", no slack")
    unit = explained.unit.name if explained.unit else ""
    return say("，余地 {n}{u}", ", slack {n}{u}", n=_short(explained.slack), u=unit)


def _short(value: Fraction) -> str:
    """Two decimals, or two significant digits of less than 1: the width of a range is for people."""
    places = 2 if value >= 1 else 1 + len(str(int(1 / value)))
    return exact_string(Fraction(round(value * 10**places), 10**places))


def as_json(explanations: list[Explanation]) -> dict[str, object]:
    """The same for programs."""
    return {"version": 1, "quantities": [_quantity(each) for each in explanations]}


def _quantity(explained: Explanation) -> dict[str, object]:
    told = explained.strict or explained.loose
    return {
        "fact": explained.fact,
        "printed": explained.printed,
        "unit": explained.unit.name if explained.unit else None,
        "implied": {"strict": _range(explained.strict), "loose": _range(explained.loose)},
        "derivation": [
            {
                "check": step.check,
                "fact": step.fact,
                "bounds": interval_json(step.bounds),
                "uses": list(step.uses),
            }
            for step in (told.steps if told else ())
        ],
        "pinned_by": list(explained.pinned_by),
        "checks": list(explained.checks),
        "slack": None if explained.slack is None else exact_string(explained.slack),
        "agrees": explained.agrees,
    }


def _range(derived: DerivedRange | None) -> dict[str, object] | None:
    return interval_json(derived.bounds) if derived else None
