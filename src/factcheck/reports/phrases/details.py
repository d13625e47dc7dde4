"""What stands under a finding: how it was derived, what is printed, how far apart they are."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from factcheck.findings import Bounds, Finding, Message
from factcheck.findings.messages import say
from factcheck.lazily import expression
from factcheck.reports.exact import rounded
from factcheck.reports.phrases import words

EXPLAIN = "factcheck explain "
_ZH_LABEL = expression(r"([\u4e00-\u9fff]{2})：")
_EN_LABEL = expression(r"([a-z]{3,8}): ")


def labelled_details(finding: Finding) -> Iterator[tuple[Message, Message]]:
    """What a finding has to say besides its message: how it was derived, what is printed, how far apart they are, notes."""
    for step in finding.derivation:
        yield words.DERIVED, step
    if finding.stated and not _speaks_of(finding, words.STATED) and _names_a_number(finding):
        yield words.STATED, stated_sentence(finding, finding.stated)
    if finding.implied and not finding.derivation:
        yield (
            words.DERIVED,
            say("只可能是 {range}", "can only be {range}", range=interval_text(finding.implied)),
        )
    if finding.gap and finding.gap != "0" and not _speaks_of(finding, words.GAP):
        yield words.GAP, gap_sentence(finding)
    for note in finding.notes:
        yield words.NOTE, note
    if finding.help and not finding.help.en.startswith(EXPLAIN):
        yield words.HELP, finding.help


def own_label(label: Message, sentence: Message) -> tuple[Message, Message]:
    """A sentence that brings its own label in both languages is shown under that one.

    >>> own_label(words.DERIVED, Message("原文：C = 21.5万吨", "stated: C = 21.5万吨"))
    (Message(zh='原文', en='stated'), Message(zh='C = 21.5万吨', en='C = 21.5万吨'))
    """
    zh, en = _ZH_LABEL.match(sentence.zh), _EN_LABEL.match(sentence.en)
    if zh is None or en is None:
        return label, sentence
    return Message(zh[1], en[1]), Message(sentence.zh[zh.end() :], sentence.en[en.end() :])


def _speaks_of(finding: Finding, label: Message) -> bool:
    return any(step.zh.startswith(f"{label.zh}：") for step in finding.derivation)


def _names_a_number(finding: Finding) -> bool:
    """Whether the finding is about one printed number; a side of a relation is told by the derivation."""
    return not finding.derivation or any(label.primary and label.letter for label in finding.labels)


def stated_sentence(finding: Finding, stated: Bounds) -> Message:
    """``C = 21.5万吨，宽读为 (21.4, 21.6) 万吨``: the printed form, then what it may mean in the deciding reading."""
    places = [*finding.article, *finding.labels]
    primary = next((label for label in places if label.primary), places[0])
    letter = f"{primary.letter} = " if primary.letter else ""
    printed = primary.source.text[primary.start : primary.end].strip()
    values = {"letter": letter, "printed": printed, "range": interval_text(stated)}
    if not primary.letter or not any(character.isdigit() for character in printed):
        return say("{range}", "{range}", **values)
    if stated.low == stated.high:
        return say("{letter}{printed}", "{letter}{printed}", **values)
    if finding.reading == "strict":
        return say(
            "{letter}{printed}，按四舍五入为 {range}", "{letter}{printed}, rounded from {range}", **values
        )
    return say("{letter}{printed}，放宽后为 {range}", "{letter}{printed}, at its loosest {range}", **values)


def gap_sentence(finding: Finding) -> Message:
    """``放宽后仍至少差 0.3 万吨（约 1.4%）``."""
    bounds = finding.stated or finding.implied
    unit = bounds.unit if bounds else ""
    share = relative_gap(finding)
    values = {
        "gap": f"{finding.gap} {unit}".strip(),
        "share": Message(f"（约 {share}%）", f" (about {share}%)") if share else "",
    }
    if finding.reading == "strict":
        return say("按所印数字至少差 {gap}{share}", "as printed, at least {gap} apart{share}", **values)
    return say("放宽后仍至少差 {gap}{share}", "still at least {gap} apart at the loosest{share}", **values)


def relative_gap(finding: Finding) -> str:
    """The gap in per cent of what is stated, two digits; empty where there is nothing to compare with or the unit is per cent."""
    stated = finding.stated
    if stated is None or finding.gap is None or "%" in stated.unit or "百分点" in stated.unit:
        return ""
    ends = [Fraction(end) for end in (stated.low, stated.high) if end is not None]
    middle = sum(ends, Fraction(0)) / len(ends) if ends else Fraction(0)
    return rounded(Fraction(finding.gap) / abs(middle) * 100) if middle else ""


def interval_text(bounds: Bounds) -> str:
    """An interval as mathematicians write it, with its unit; one number where both ends are the same."""
    unit = f" {bounds.unit}" if bounds.unit else ""
    if bounds.low is not None and bounds.low == bounds.high:
        return f"{bounds.low}{unit}"
    if bounds.high is None and bounds.low is None:
        return f"(−∞, ∞){unit}"
    if bounds.high is None:
        return f"{'>' if bounds.low_open else '≥'} {bounds.low}{unit}"
    if bounds.low is None:
        return f"{'<' if bounds.high_open else '≤'} {bounds.high}{unit}"
    left, right = "(" if bounds.low_open else "[", ")" if bounds.high_open else "]"
    return f"{left}{bounds.low}, {bounds.high}{right}{unit}"
