"""The answer of ``factcheck draft``: what became of every quoted number, and one line that sums up."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.cli.answers.scan import names_and_idioms
from factcheck.drafts.states import Change, DraftCheck, QuoteState, State
from factcheck.findings import Language, Message, say

_STATES = {
    State.VERIFIED: Message("核实", "verified"),
    State.CHANGED: Message("改动", "changed"),
    State.MISSING: Message("缺失", "missing"),
    State.AMBIGUOUS: Message("不明", "ambiguous"),
    State.UNVERIFIED: Message("未核", "unverified"),
    State.REPEATED: Message("重复而不同", "repeated with another value"),
}
_CHANGES = {
    Change.VALUE: Message("数值", "value"),
    Change.UNIT: Message("单位", "unit"),
    Change.HEDGE: Message("约数词", "hedge"),
    Change.PRECISION: Message("精度", "precision"),
    Change.STYLE: Message("写法", "style"),
}


def all_states(check: DraftCheck, language: Language) -> str:
    """One line for each number, as the draft reads: place, state, fact, printed forms."""
    lines = sorted(_lines(check), key=lambda line: line[0])
    return "".join(f"{line.in_language(language)}\n" for _, line in lines)


def _lines(check: DraftCheck) -> Iterator[tuple[int, Message]]:
    for quote in check.quotes:
        yield _order(check, quote), _quote_line(check, quote)
    for site in check.unverified:
        yield check.draft.numbers[site].start, _site_line(check, site, State.UNVERIFIED, "")
    for repeated in check.repeated:
        yield (
            check.draft.numbers[repeated.site].start,
            _site_line(check, repeated.site, State.REPEATED, repeated.fact.name),
        )


def _order(check: DraftCheck, quote: QuoteState) -> int:
    """Numbers without a place come last."""
    site = quote.site if quote.site is not None else (quote.rivals or (None,))[0]
    return len(check.draft.text) if site is None else check.draft.numbers[site].start


def _quote_line(check: DraftCheck, quote: QuoteState) -> Message:
    found = "" if quote.site is None else check.draft.numbers[quote.site].text
    return say(
        "{place}  {state}{change}{moved}  {name} {printed}{arrow}",
        "{place}  {state}{change}{moved}  {name} {printed}{arrow}",
        place=_place(check, quote.site),
        state=_STATES[quote.state],
        change=say("（{c}）", " ({c})", c=_CHANGES[quote.change]) if quote.change else "",
        moved=Message("，移段", ", moved") if quote.moved else "",
        name=quote.fact.name,
        printed=quote.printed.text,
        arrow=f" → {found}" if found and found != quote.printed.text else "",
    )


def _site_line(check: DraftCheck, site: int, state: State, name: str) -> Message:
    return say(
        "{place}  {state}  {name}{printed}",
        "{place}  {state}  {name}{printed}",
        place=_place(check, site),
        state=_STATES[state],
        name=f"{name} " if name else "",
        printed=check.draft.numbers[site].text,
    )


def _place(check: DraftCheck, site: int | None) -> str:
    path = check.draft.document.path
    if site is None:
        return f"{path}:-"
    start, _ = check.draft.span(check.draft.numbers[site].start, check.draft.numbers[site].end)
    position = check.draft.document.source.position(start)
    return f"{path}:{position.line}:{position.column}"


def summary(check: DraftCheck) -> Message:
    """How many numbers are in each state, and the numerals that are no claims."""
    counts = [(state, check.count(state)) for state in State]
    kept = [(state, count) for state, count in counts if count or state is State.VERIFIED]
    return say(
        "{path}：{states}{moved}{embedded}",
        "{path}: {states}{moved}{embedded}",
        path=check.draft.document.path,
        states=say(
            "、".join(f"{count} 处{_STATES[state].zh}" for state, count in kept),
            ", ".join(f"{count} {_STATES[state].en}" for state, count in kept),
        ),
        moved=say("（{n} 处移段）", " ({n} moved)", n=check.moved) if check.moved else "",
        embedded=names_and_idioms(len(check.draft.embedded)),
    )


def as_json(checks: tuple[DraftCheck, ...]) -> dict[str, object]:
    """The same for programs; places are line and column (code points, from 1) in the draft's file."""
    return {"version": 1, "drafts": [_draft_json(check) for check in checks]}


def _draft_json(check: DraftCheck) -> dict[str, object]:
    return {
        "file": check.draft.document.path,
        "encoding": check.draft.document.encoding,
        "language": check.draft.language,
        "summary": {state.value: check.count(state) for state in State} | {"moved": check.moved},
        "quotes": [_quote_json(check, quote) for quote in check.quotes],
        "unverified": [_site_json(check, site) for site in check.unverified],
        "repeated": [_site_json(check, each.site) | {"fact": each.fact.id} for each in check.repeated],
        "embedded": [{"text": each.text, "kind": each.kind} for each in check.draft.embedded],
    }


def _quote_json(check: DraftCheck, quote: QuoteState) -> dict[str, object]:
    return {
        "fact": quote.fact.id,
        "quote": quote.quote.exact,
        "printed": quote.printed.text,
        "state": quote.state.value,
        "change": quote.change.value if quote.change else None,
        "moved": quote.moved,
        "found": _site_json(check, quote.site) if quote.site is not None else None,
        "rivals": [_site_json(check, rival) for rival in quote.rivals],
    }


def _site_json(check: DraftCheck, site: int) -> dict[str, object]:
    number = check.draft.numbers[site]
    start, end = check.draft.span(number.start, number.end)
    source = check.draft.document.source
    at, until = source.position(start), source.position(end)
    return {
        "printed": number.text,
        "line": at.line,
        "column": at.column,
        "end_line": until.line,
        "end_column": until.column,
    }
