"""Why a fact is suspected, and why no more than that is known, in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from factcheck.claims.model import Fact
from factcheck.diagnosis.candidates import Candidate
from factcheck.diagnosis.case import Case
from factcheck.diagnosis.culprits import Culprit
from factcheck.diagnosis.ranking import is_round, vouching
from factcheck.diagnosis.slips import SlipKind
from factcheck.findings import Message, say
from factcheck.quantities import Interval, PrintedQuantity, format_interval

ARITHMETIC_ONLY = Message(
    "以上只是算术上的可能，不代表事实；请回查来源后由编辑定稿",
    "this is only what the arithmetic allows, not what is true; go back to the source before you change a number",
)

_DATES_FIRST = Message(
    "这些数字的时点或口径（累计与当前）不同：先核对日期，再考虑改数",
    "these figures are of different dates, or cumulative and standing ones: check the dates before any number",
)
_ONE_OF_SEVERAL = Message(
    "几处错误互相牵连：这里只说其中一处，须与其余诊断一并改正",
    "several errors hang together: this is one of them, to be mended along with those of the other diagnoses",
)

_SLIPS: dict[SlipKind, Message] = {
    SlipKind.DIGIT: Message("只差一位数字", "one digit differs"),
    SlipKind.TRANSPOSITION: Message("相邻两位数字互换", "two neighbouring digits are transposed"),
    SlipKind.DROPPED_DIGIT: Message("漏了一位数字", "a digit was dropped"),
    SlipKind.DOUBLED_DIGIT: Message("一位数字重复了", "a digit was doubled"),
    SlipKind.SCALE: Message(
        "差了数量级（小数点或万、亿）", "the scale slipped (decimal point, thousand or million)"
    ),
    SlipKind.SIGN: Message("正负号相反", "the sign is reversed"),
    SlipKind.UNIT: Message("单位写成了相近的另一个", "the unit is one that is easily confused"),
    SlipKind.SWAP: Message("两个数字写反了位置", "two numbers changed places"),
    SlipKind.BASE: Message(
        "增幅用错了基数（除以了后来的数）", "the growth rate has the wrong base (the later figure)"
    ),
    SlipKind.FREE: Message("最接近的可行值，不像笔误", "the nearest value that fits; no usual slip"),
}


def reason(case: Case, culprit: Culprit, form: Candidate | None) -> Message:
    """Why this repair stands where it stands in the ranking."""
    parts = []
    if len(case.conflicts) > 1 or culprit.partner is not None:
        parts.append(_cleared(case, culprit))
    if form is not None:
        parts.append(_SLIPS[form.kind])
        parts.append(_reading(form))
    parts.append(_room(culprit))
    if is_round(culprit.fact):
        parts.append(Message("约数或整数，较易变动", "a hedged or round number bends more easily"))
    others = vouching(case, culprit.fact)
    if others:
        parts.append(say("另有 {n} 条关系用到它且成立", "{n} other checks use it and hold", n=others))
    return _joined(parts)


def closing(case: Case, *, in_parts: bool) -> Message:
    """What a reader has to bear in mind: dates, other errors nearby, and that arithmetic is not truth."""
    parts = []
    if any(conflict.mixed_periods for conflict in case.conflicts):
        parts.append(_DATES_FIRST)
    if in_parts:
        parts.append(_ONE_OF_SEVERAL)
    parts.append(ARITHMETIC_ONLY)
    return Message("；".join(part.zh for part in parts), "; ".join(part.en for part in parts))


def summary(case: Case, culprits: Sequence[Culprit]) -> Message:
    """The heading of a diagnosis: which findings, and how few changes resolve them."""
    above = _above(len(case.conflicts))
    if not culprits:
        return say(
            "{above}，改一处或两处都不能全部消除；请逐条回查",
            "no change of one number or of two resolves {above}; go back to the sources",
            above=above,
        )
    first = culprits[0]
    if first.partner is not None:
        return say(
            "{above}，改一处不能全部消除；至少要改两处，首先看“{a}”和“{b}”",
            "no single change resolves {above}; it takes two, first of all {a} and {b}",
            above=above,
            a=first.fact.name,
            b=first.partner.name,
        )
    singles = [culprit.fact.name for culprit in culprits if culprit.partner is None]
    if len(singles) == 1:
        return say(
            "{above}，只改“{a}”一处就能{all}消除",
            "changing {a} alone resolves {above}",
            above=above,
            a=singles[0],
            all=Message("全部", "") if len(case.conflicts) > 1 else "",
        )
    return say(
        "{above}，改{names}中任何一处都能全部消除；首先看“{a}”",
        "a change of any one of {others} resolves {above}; look at {a} first",
        above=above,
        names="".join(f"“{name}”" for name in singles),
        others=", ".join(singles),
        a=singles[0],
    )


def _above(many: int) -> Message:
    if many == 1:
        return Message("上面这条问题", "the finding above")
    return say("上面 {n} 条问题", "the {n} findings above", n=many)


def _cleared(case: Case, culprit: Culprit) -> Message:
    edits, cleared = (1 if culprit.partner is None else 2), len(case.conflicts)
    return say(
        "改 {edits} 处消除 {n} 条问题",
        "{edits} {clear} {n} {findings}",
        edits=edits,
        n=cleared,
        clear="edit clears" if edits == 1 else "edits clear",
        findings="finding" if cleared == 1 else "findings",
    )


def _reading(form: Candidate) -> Message:
    if form.reading == "strict":
        return Message("按所印数字全部成立", "everything then holds as printed")
    return Message("放宽读法后才成立", "everything then holds, but only read loosely")


def _room(culprit: Culprit) -> Message:
    if culprit.forms_left < 2:
        return Message("其余数字只容许这一个写法", "the other numbers leave only this form")
    space, quantity = culprit.space.best[1], culprit.fact.quantity
    if space is None or quantity is None:
        return Message("其余数字给它留的余地很大", "the other numbers leave it much room")
    return say(
        "其余数字容许{range}",
        "the other numbers leave it {range}",
        range=_shown(space, culprit.fact, quantity),
    )


def _shown(space: Interval, fact: Fact, quantity: PrintedQuantity) -> str:
    """The range to one digit more than is printed, rounded outward; that it is not negative goes without saying."""
    step = quantity.digit_unit if space.integer else quantity.digit_unit / 10
    high = None if space.high is None else -(-space.high // step) * step
    low = None if space.low is None or (space.low == 0 and high is not None) else space.low // step * step
    unit = quantity.measure or (fact.unit.name if fact.unit else "")
    space_between = " " if unit[:1].isascii() and unit[:1].isalpha() else ""
    return format_interval(replace(space, low=low, high=high), "", quantity.scale) + space_between + unit


def _joined(parts: list[Message]) -> Message:
    return Message("；".join(part.zh for part in parts), "; ".join(part.en for part in parts))
