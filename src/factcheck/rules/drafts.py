"""FC104 to FC113: what became of the quoted numbers in the article's text, and the numbers no fact holds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING

from factcheck.claims.model import ClaimsFile, Fact
from factcheck.drafts.states import Change, DraftCheck, QuoteState, State
from factcheck.findings import Finding, Label, Message, say
from factcheck.findings.codes import CODES
from factcheck.rules.interface import Context

if TYPE_CHECKING:
    from factcheck.diagnosis.model import WhatIf

_CHANGES = {Change.VALUE: "FC105", Change.UNIT: "FC106", Change.HEDGE: "FC107", Change.PRECISION: "FC108"}
_MOST_FOLLOWERS = 3
_NAMED = 3
"""How many numbers without a fact a message names."""


class QuoteRule:
    """Quotes that the text no longer bears out: missing, changed, ambiguous or moved."""

    codes = ("FC104", "FC105", "FC106", "FC107", "FC108", "FC109", "FC112")

    def findings(self, context: Context) -> Iterable[Finding]:
        """One finding for each quote that is not plainly verified."""
        for drafted in context.drafts:
            for state in drafted.quotes:
                yield from _quote_findings(context, context.file_of_fact[state.fact.id], drafted, state)


def _quote_findings(
    context: Context, file: ClaimsFile, drafted: DraftCheck, state: QuoteState
) -> Iterator[Finding]:
    if state.state is State.MISSING:
        message = say("草稿里找不到“{quote}”", 'the draft no longer has "{quote}"', quote=state.quote.exact)
        yield _at_quote(file, "FC104", state, message)
    elif state.state is State.AMBIGUOUS:
        message = (
            _undecided(state)
            if len(state.rivals) == 1
            else say(
                "草稿里有 {count} 处合得上“{quote}”，分不清是哪一处；请把引文加长，或补 prefix、suffix",
                '{count} places in the draft fit "{quote}"; make the quote longer, or give its prefix or suffix',
                count=len(state.rivals),
                quote=state.quote.exact,
            )
        )
        yield _at_quote(file, "FC109", state, message, article=_sites(drafted, state.rivals))
    elif state.state is State.CHANGED and state.change in _CHANGES:
        yield _changed(context, file, drafted, state)
    if state.moved and state.site is not None:
        message = say(
            "“{quote}”移到了别的段落", '"{quote}" moved to another paragraph', quote=state.quote.exact
        )
        yield _at_quote(file, "FC112", state, message, article=_sites(drafted, (state.site,)))


def _undecided(state: QuoteState) -> Message:
    """One place, and several quotes that differ in nothing but their numbers."""
    return say(
        "“{quote}”与别的引文只差数字，分不清草稿里的这一处是哪一条；请把引文加长，或补 prefix、suffix",
        '"{quote}" differs from other quotes in its number only: which of them stands here is not clear; make it longer, or give its prefix or suffix',
        quote=state.quote.exact,
    )


def _changed(context: Context, file: ClaimsFile, drafted: DraftCheck, state: QuoteState) -> Finding:
    assert state.site is not None
    assert state.change is not None
    found = drafted.draft.numbers[state.site]
    message = say(
        "{name}：claims 写 {claimed}，草稿写 {found}",
        "{name}: the claims say {claimed}, the draft says {found}",
        name=state.fact.name,
        claimed=state.printed.text,
        found=found.text,
    )
    effect = context.consequences.get((state.fact.id, found.text))
    return _at_quote(
        file,
        _CHANGES[state.change],
        state,
        message,
        article=_sites(drafted, (state.site,)),
        derivation=tuple(_consequences(context, effect)) if effect else (),
        key=f"{state.quote.exact}\0{found.text}",
    )


def _consequences(context: Context, effect: WhatIf) -> Iterator[Message]:
    if effect.breaks:
        yield say(
            "若照草稿改：打破 {checks}",
            "with the draft's value: breaks {checks}",
            checks=", ".join(effect.breaks),
        )
    if effect.heals:
        yield say(
            "若照草稿改：消除 {checks}",
            "with the draft's value: heals {checks}",
            checks=", ".join(effect.heals),
        )
    for follower in effect.followers[:_MOST_FOLLOWERS]:
        yield say(
            "须随之改动：{name} {printed} → {suggested}",
            "would have to follow: {name} {printed} → {suggested}",
            name=context.facts[follower.fact].name,
            printed=follower.printed,
            suggested=follower.suggested or "?",
        )
    if not effect.breaks and not effect.heals:
        yield Message("若照草稿改：各条关系的结论不变", "with the draft's value: no verdict changes")


class UncoveredRule:
    """Numbers of the article that no fact holds."""

    codes = ("FC110",)

    def findings(self, context: Context) -> Iterable[Finding]:
        """One finding for each line of the article with such numbers: a draft without claims stays readable."""
        for drafted in context.drafts:
            for _, sites in groupby(drafted.unverified, key=drafted.draft.paragraph):
                yield _uncovered(drafted, tuple(sites))


def _uncovered(drafted: DraftCheck, sites: tuple[int, ...]) -> Finding:
    numbers = [drafted.draft.numbers[site].text for site in sites]
    message = say(
        "{numbers}没有对应的事实",
        "no fact holds {numbers}",
        numbers=say(_listed_zh(numbers), _listed_en(numbers)),
    )
    labels = tuple(replace(label, letter=None, primary=True) for label in _sites(drafted, sites))
    around = "\0".join(_around(drafted, site) for site in sites)
    return _at_article(drafted.files[0], "FC110", message, labels, around)


def _listed_zh(numbers: list[str]) -> str:
    """A few numbers by name, the others by their count.

    >>> _listed_zh(["35个", "两期"]), _listed_zh(["35个", "两期", "4处", "9条"])
    ('“35个”、“两期”', '“35个”、“两期”等 4 个数')
    """
    named = "、".join(f"“{number}”" for number in numbers[: _NAMED if len(numbers) <= _NAMED else _NAMED - 1])
    return named if len(numbers) <= _NAMED else f"{named}等 {len(numbers)} 个数"


def _listed_en(numbers: list[str]) -> str:
    named = ", ".join(f'"{number}"' for number in numbers[: _NAMED if len(numbers) <= _NAMED else _NAMED - 1])
    return named if len(numbers) <= _NAMED else f"{named} and {len(numbers) - _NAMED + 1} more numbers"


class RepeatedRule:
    """The same thing counted again in the article with another value."""

    codes = ("FC111",)

    def findings(self, context: Context) -> Iterable[Finding]:
        """One finding for each number that differs from the fact it repeats."""
        for drafted in context.drafts:
            for repeated in drafted.repeated:
                fact = repeated.fact
                label = _fact_label(context.file_of_fact[fact.id], fact)
                message = say(
                    "草稿写“{found}”，而同样的话在别处是 {claimed}（{name}）",
                    'the draft says "{found}" where the same words elsewhere go with {claimed} ({name})',
                    found=drafted.draft.numbers[repeated.site].text,
                    claimed=fact.printed,
                    name=fact.name,
                )
                sites = _sites(drafted, (repeated.site,))
                yield _finding("FC111", message, label, sites, (fact.id,), _around(drafted, repeated.site))


class UnreadableDraftRule:
    """Articles whose text cannot be read."""

    codes = ("FC113",)

    def findings(self, context: Context) -> Iterable[Finding]:
        """One finding for each."""
        files = {file.path: file for file in context.project.files}
        for path, reason in context.unreadable_drafts.items():
            yield _at_article(files[path], "FC113", reason, (), "")


DRAFT_RULES = (QuoteRule(), UncoveredRule(), RepeatedRule(), UnreadableDraftRule())


def _at_quote(
    file: ClaimsFile,
    code: str,
    state: QuoteState,
    message: Message,
    *,
    article: tuple[Label, ...] = (),
    derivation: tuple[Message, ...] = (),
    key: str = "",
) -> Finding:
    extent = state.quote.extent if state.quote.extent.end else state.fact.value_extent
    label = Label(file.source, extent.start, extent.end, "A", None, True)
    return _finding(code, message, label, article, (state.fact.id,), key or state.quote.exact, derivation)


def _at_article(file: ClaimsFile, code: str, message: Message, sites: tuple[Label, ...], key: str) -> Finding:
    """A finding that is about the text and no fact: in the claims it stands where they name the text."""
    extent = file.article.text_extent
    start, end = (extent.start, extent.end) if extent else (0, 0)
    return _finding(code, message, Label(file.source, start, end, None, None, True), sites, (), key)


def _finding(
    code: str,
    message: Message,
    label: Label,
    article: tuple[Label, ...],
    facts: tuple[str, ...],
    key: str,
    derivation: tuple[Message, ...] = (),
) -> Finding:
    known = CODES[code]
    return Finding(
        known.code,
        known.slug,
        known.severity,
        message,
        (label,),
        article=article,
        facts=facts,
        derivation=derivation,
        key=key,
    )


def _fact_label(file: ClaimsFile, fact: Fact) -> Label:
    return Label(file.source, fact.value_extent.start, fact.value_extent.end, "A", None, True)


def _sites(drafted: DraftCheck, sites: Iterable[int]) -> tuple[Label, ...]:
    """The numbers in the text, the first one primary; one alone carries its fact's letter."""
    labels = []
    wanted = tuple(sites)
    for index, site in enumerate(wanted):
        number = drafted.draft.numbers[site]
        start, end = drafted.draft.span(number.start, number.end)
        letter = "A" if len(wanted) == 1 else None
        labels.append(Label(drafted.draft.document.source, start, end, letter, None, index == 0))
    return tuple(labels)


def _around(drafted: DraftCheck, site: int) -> str:
    """A number's words, which tell it apart from others in a fingerprint."""
    number = drafted.draft.numbers[site]
    return drafted.draft.text[max(0, number.start - 8) : number.end + 8]
