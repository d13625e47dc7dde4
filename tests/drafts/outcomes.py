"""What was said of each quoted number, held against where it truly is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from drafts.edits import SCENARIOS, Draft, draft_of, scanned
from factcheck.claims import ClaimsFile, read_text
from factcheck.drafts.numbers import DraftNumbers
from factcheck.drafts.states import QuoteState, State
from factcheck.drafts.verification import verify
from factcheck.text import SourceText

ROOT = Path(__file__).resolve().parents[2]
DRAFTS = {
    "liuhe": ("examples/liuhe-draft.md", "claims/liuhe-2020.yaml"),
    "harbour": ("examples/harbour-budget.md", "examples/harbour-budget.yaml"),
    "school meals": ("examples/school-meals.md", "examples/school-meals.yaml"),
}
"""Own-words drafts and the claims that hold for them."""

RIGHT, SILENT, FLAGGED, ELSEWHERE = "right", "silently wrong", "flagged", "wrong place"


class Bench:
    """A draft with its claims, and which number of it each quote is about."""

    def __init__(self, text: str, file: ClaimsFile) -> None:
        self.file = file
        self.text = text
        self.language = file.article.language
        self.earlier = scanned(text, self.language)
        self.draft = draft_of(text, self.language)
        first = verify([file], self.earlier)
        assert all(state.state is State.VERIFIED for state in first.quotes)
        self.identities = [state.site for state in first.quotes]

    @classmethod
    def named(cls, name: str) -> Bench:
        draft, claims = DRAFTS[name]
        text = (ROOT / claims).read_text(encoding="utf-8")
        return cls((ROOT / draft).read_text(encoding="utf-8"), read_text(SourceText(Path(claims).name, text)))

    def outcomes(self, edited: Draft, about: frozenset[int], with_earlier: bool) -> Counter[str]:
        """How many of the quotes about these numbers were judged how."""
        numbers = scanned(edited.text, self.language)
        check = verify([self.file], numbers, self.earlier if with_earlier else None)
        places = edited.places()
        return Counter(
            outcome(state, numbers, places.get(identity))
            for state, identity in zip(check.quotes, self.identities, strict=True)
            if identity in about
        ) + Counter(
            {
                SILENT: sum(
                    outcome(state, numbers, places.get(identity)) == SILENT
                    for state, identity in zip(check.quotes, self.identities, strict=True)
                    if identity not in about
                )
            }
        )

    def scenario(self, name: str, rounds: int, with_earlier: bool) -> Counter[str]:
        """All outcomes of a scenario."""
        total: Counter[str] = Counter()
        for edited, about in SCENARIOS[name](self.draft, rounds):
            total += self.outcomes(edited, about, with_earlier)
        return total


def outcome(state: QuoteState, numbers: DraftNumbers, place: tuple[int, object] | None) -> str:
    """One quote: right, flagged (not verified although it is there), at a wrong place, or silently wrong."""
    true_site = None if place is None else site_at(numbers, place[0])
    changed = place is not None and getattr(place[1], "changed", False)
    if state.state is State.VERIFIED:
        return RIGHT if true_site is not None and state.site == true_site and not changed else SILENT
    if state.state is State.CHANGED:
        if state.site != true_site:
            return ELSEWHERE
        return RIGHT if changed else FLAGGED
    if state.state is State.MISSING:
        return RIGHT if true_site is None else FLAGGED
    return FLAGGED


def site_at(numbers: DraftNumbers, offset: int) -> int | None:
    """The number that stands at an offset of the text."""
    for site, number in enumerate(numbers.numbers):
        if number.number_start <= offset < number.number_end:
            return site
    return None


def shown(total: Counter[str]) -> Sequence[int]:
    return [total[key] for key in (RIGHT, SILENT, ELSEWHERE, FLAGGED)]
