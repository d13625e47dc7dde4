"""Which numbers left their paragraph between two texts."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from factcheck.drafts.anchoring import Placement
from factcheck.drafts.numbers import DraftNumbers
from factcheck.drafts.quoted import QuotedNumber, earlier_sites


def moved_quotes(
    quoted: Sequence[QuotedNumber],
    placements: Sequence[Placement],
    draft: DraftNumbers,
    earlier: DraftNumbers,
) -> frozenset[int]:
    """The quotes (by index) whose paragraph now is not the one their old paragraph became.

    An old paragraph became the new one that took most of its numbers; where that is a tie, or there is only one number, the
    one whose words are likest.
    """
    places: dict[int, tuple[int, int]] = {}
    for index, site in earlier_sites(quoted, earlier).items():
        placement = placements[index]
        if placement.site is not None and not placement.rivals:
            places[index] = (earlier.paragraph(site), draft.paragraph(placement.site))
    became = _successors(places, draft, earlier)
    return frozenset(index for index, (old, new) in places.items() if became[old] != new)


def _successors(
    places: dict[int, tuple[int, int]], draft: DraftNumbers, earlier: DraftNumbers
) -> dict[int, int]:
    votes: dict[int, Counter[int]] = defaultdict(Counter)
    for old, new in places.values():
        votes[old][new] += 1
    old_lines, new_lines = earlier.text.split("\n"), draft.text.split("\n")
    return {old: _successor(old_lines[old], counter, new_lines) for old, counter in votes.items()}


def _successor(old: str, votes: Counter[int], new_lines: Sequence[str]) -> int:
    from rapidfuzz import fuzz, process

    most = max(votes.values())
    leaders = [line for line, count in votes.items() if count == most]
    if len(leaders) == 1 and most > 1:
        return leaders[0]
    found = process.extractOne(old, new_lines, scorer=fuzz.ratio)
    return found[2] if found is not None else leaders[0]
