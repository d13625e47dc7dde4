"""Claims held against a draft: each quoted number verified, changed, moved, missing or ambiguous; each other number unverified."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.claims.model import ClaimsFile
from factcheck.drafts.anchoring import Placement, place
from factcheck.drafts.numbers import DraftNumbers
from factcheck.drafts.paragraphs import moved_quotes
from factcheck.drafts.quoted import QuotedNumber, anchors_of, quoted_numbers, same_value
from factcheck.drafts.repetition import repetitions
from factcheck.drafts.states import Change, DraftCheck, QuoteState, State
from factcheck.quantities import PrintedQuantity, hedge_meaning

NO_CLAIMS = frozenset({"ordinal"})
"""Kinds of number that an article need not have claims for."""


def verify(
    files: Sequence[ClaimsFile], draft: DraftNumbers, earlier: DraftNumbers | None = None
) -> DraftCheck:
    """Hold the quotes of the files against a draft.

    ``earlier`` is the text the quotes were taken from, where it is at hand: it widens the context of each quote and tells which
    numbers left their paragraph.
    """
    quoted = quoted_numbers(files)
    placements = place(anchors_of(quoted, draft, earlier), draft.masked, _apart(quoted, draft))
    moved = moved_quotes(quoted, placements, draft, earlier) if earlier is not None else frozenset()
    states = tuple(
        _state(number, placement, draft, index in moved)
        for index, (number, placement) in enumerate(zip(quoted, placements, strict=True))
    )
    held = {state.site for state in states if state.site is not None}
    held.update(rival for state in states for rival in state.rivals)
    free = [
        site for site, number in enumerate(draft.numbers) if site not in held and number.kind not in NO_CLAIMS
    ]
    repeated = repetitions(states, draft, free)
    known = {repetition.site for repetition in repeated}
    return DraftCheck(
        tuple(files), draft, states, tuple(site for site in free if site not in known), repeated
    )


def _apart(quoted: Sequence[QuotedNumber], draft: DraftNumbers) -> frozenset[int]:
    """The numbers that no quote is looked for at: those of a kind that none of the quotes has."""
    kinds = NO_CLAIMS - {number.printed.kind for number in quoted}
    return frozenset(site for site, number in enumerate(draft.numbers) if number.kind in kinds)


def _state(number: QuotedNumber, placement: Placement, draft: DraftNumbers, moved: bool) -> QuoteState:
    if placement.site is None:
        return QuoteState(number.fact, number.quote, State.MISSING, number.printed)
    rivals = placement.rivals or _swapped(number, placement, draft)
    if rivals:
        return QuoteState(number.fact, number.quote, State.AMBIGUOUS, number.printed, rivals=rivals)
    change = change_between(number.printed, draft.numbers[placement.site])
    state = State.VERIFIED if change in (None, Change.STYLE) else State.CHANGED
    return QuoteState(number.fact, number.quote, state, number.printed, placement.site, change, moved)


def _swapped(number: QuotedNumber, placement: Placement, draft: DraftNumbers) -> tuple[int, ...]:
    """The sites among which only the order chose, where the quote's value stands at another of them: sentences that changed places, or
    numbers that did, nobody can tell."""
    equal = [site for site in placement.by_order if same_value(number.printed, draft.numbers[site])]
    return placement.by_order if equal and placement.site not in equal else ()


def change_between(claimed: PrintedQuantity, found: PrintedQuantity) -> Change | None:
    """The gravest difference between two printed forms of one number; ``None`` where they read the same."""
    if claimed.unit.dimension != found.unit.dimension and claimed.measure != found.measure:
        return Change.VALUE if claimed.value != found.value else Change.UNIT
    if not same_value(claimed, found):
        return Change.VALUE
    if _hedge(claimed) != _hedge(found):
        return Change.HEDGE
    if claimed.digit_unit != found.digit_unit:
        return Change.PRECISION
    return None if claimed.text == found.text else Change.STYLE


def _hedge(quantity: PrintedQuantity) -> str | None:
    """What the hedge means: 约 and 左右 say the same, and 达到 says no more than the number does."""
    meaning = hedge_meaning(quantity.hedge)
    return None if meaning == "reached" else meaning
