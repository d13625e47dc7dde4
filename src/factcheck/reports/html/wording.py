"""Words that only the page needs, in both languages."""

from __future__ import annotations

from collections.abc import Mapping

from factcheck.drafts.states import Change, DraftCheck, QuoteState
from factcheck.drafts.states import State as DraftState
from factcheck.findings import Message, say
from factcheck.judgement.model import Verdict

VERDICTS: Mapping[Verdict, Message] = {
    Verdict.HOLDS: Message("成立", "holds"),
    Verdict.IMPOSSIBLE: Message("不可能成立", "impossible"),
    Verdict.IN_CONFLICT: Message("卷入矛盾", "in conflict"),
    Verdict.DOUBTFUL: Message("存疑", "doubtful"),
    Verdict.IMPLAUSIBLE: Message("可能，但太巧", "possible, not plausible"),
    Verdict.PROVES_NOTHING: Message("证明不了什么", "proves nothing"),
    Verdict.IGNORED: Message("已忽略", "ignored"),
    Verdict.NOT_JUDGED: Message("未能判定", "not judged"),
}

_CHANGES: Mapping[Change, Message] = {
    Change.VALUE: Message("数值", "its value"),
    Change.UNIT: Message("单位", "its unit"),
    Change.HEDGE: Message("约数说法", "its hedge"),
    Change.PRECISION: Message("精度", "its precision"),
    Change.STYLE: Message("写法", "its style"),
}


def change_sentence(state: QuoteState, drafted: DraftCheck) -> Message | None:
    """What became of a quoted number in the text, where that is worth saying."""
    if state.state is DraftState.CHANGED and state.site is not None and state.change is not None:
        return say(
            "文中已改了{what}：清单 {claimed}，文中 {found}",
            "the text changed {what}: {claimed} in the claims, {found} in the text",
            what=_CHANGES[state.change],
            claimed=state.printed.text,
            found=drafted.draft.numbers[state.site].text,
        )
    if state.state is DraftState.MISSING:
        return say("文中找不到这一处", "not found in the text")
    if state.state is DraftState.AMBIGUOUS:
        return say(
            "文中有 {n} 处可能是它，引文分不清",
            "{n} places of the text could be it; the quote does not decide",
            n=len(state.rivals),
        )
    return None
