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
from factcheck.quantities import PrintedQuantity

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
    placements = place(anchors_of(quoted, draft, earlier), draft.masked)
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


def _state(number: QuotedNumber, placement: Placement, draft: DraftNumbers, moved: bool) -> QuoteState:
    if placement.site is None:
        return QuoteState(number.fact, number.quote, State.MISSING, number.printed)
    if placement.rivals:
        rivals = tuple(sorted({placement.site, *placement.rivals}))
        return QuoteState(number.fact, number.quote, State.AMBIGUOUS, number.printed, rivals=rivals)
    change = change_between(number.printed, draft.numbers[placement.site])
    state = State.VERIFIED if change in (None, Change.STYLE) else State.CHANGED
    return QuoteState(number.fact, number.quote, state, number.printed, placement.site, change, moved)


def change_between(claimed: PrintedQuantity, found: PrintedQuantity) -> Change | None:
    """The gravest difference between two printed forms of one number; ``None`` where they read the same."""
    if claimed.unit.dimension != found.unit.dimension and claimed.measure != found.measure:
        return Change.VALUE if claimed.value != found.value else Change.UNIT
    if not same_value(claimed, found):
        return Change.VALUE
    if claimed.hedge != found.hedge:
        return Change.HEDGE
    if claimed.digit_unit != found.digit_unit:
        return Change.PRECISION
    return None if claimed.text == found.text else Change.STYLE
