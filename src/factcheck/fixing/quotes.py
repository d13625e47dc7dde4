"""Quotes whose words were edited around an unchanged number: written anew from the text where the number now stands."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.claims.model import ClaimsFile
from factcheck.claims.syntax.nodes import Mapping, Node, Scalar
from factcheck.claims.syntax.writing import scalar
from factcheck.drafts.normal_form import normal_form
from factcheck.drafts.scaffolding.fragments import Fragments
from factcheck.drafts.scaffolding.writing import quote_text
from factcheck.drafts.states import DraftCheck, QuoteState, State
from factcheck.findings import Message
from factcheck.fixing.model import Edit

_REASON = Message("原文的字句改了，数没有变", "the words of the text changed, the number did not")


def stale_quotes(file: ClaimsFile, check: DraftCheck) -> Iterator[Edit]:
    """Edits for each quote of the file that is verified although the text no longer has its words."""
    text = _words(check.draft.text)
    stale = [
        state
        for state in check.quotes
        if state.state is State.VERIFIED
        and file.facts.get(state.fact.name) is state.fact
        and _words(state.quote.prefix + state.quote.exact + state.quote.suffix) not in text
    ]
    if not stale:
        return
    fragments = Fragments.of(check.draft)
    parents = _parents(file)
    for state in stale:
        yield from _edits(file, fragments, state, parents.get(state.quote.extent.start))


def _words(text: str) -> str:
    """A text as quotes are compared: without its layout."""
    return "".join(normal_form(text)[0].split())


def _edits(
    file: ClaimsFile, fragments: Fragments, state: QuoteState, mapping: Mapping | None
) -> Iterator[Edit]:
    assert state.site is not None
    new = fragments.quote(state.site)
    extent = state.quote.extent
    if mapping is None:
        yield Edit(file.source, extent.start, extent.end, quote_text(new), "FC104", _REASON)
        return
    written = {"exact": new.exact, "prefix": new.prefix, "suffix": new.suffix}
    fields = {
        key.value: value
        for key, value in mapping.pairs
        if isinstance(key, Scalar) and isinstance(value, Scalar)
    }
    if mapping.flow:
        yield Edit(file.source, mapping.start, mapping.end, quote_text(new), "FC104", _REASON)
    elif all(name in fields for name, text in written.items() if text):
        for name, node in fields.items():
            if written.get(name, node.value) != node.value:
                yield Edit(file.source, node.start, node.end, scalar(written[name]) or '""', "FC104", _REASON)


def _parents(file: ClaimsFile) -> dict[int, Mapping]:
    """The mappings that write quotes in parts, by where their ``exact`` begins."""
    from factcheck.claims.problems import Problems
    from factcheck.claims.syntax.recovery import compose_all

    found: dict[int, Mapping] = {}

    def walk(node: Node | None) -> None:
        if isinstance(node, Mapping):
            for key, value in node.pairs:
                if isinstance(key, Scalar) and key.value == "exact" and isinstance(value, Scalar):
                    found[value.start] = node
                walk(value)
        elif node is not None and not isinstance(node, Scalar):
            for item in node.items:
                walk(item)

    walk(compose_all(file.source.text, Problems(file.source))[0])
    return found
