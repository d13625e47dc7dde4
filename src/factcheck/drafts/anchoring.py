"""Where in a draft each quoted number now stands, though both its value and its words may have been edited.

Every number is one mark, so its digits never say where it is: a changed number is found by the words around it, and an
equal number elsewhere attracts nothing. Sites are shared out one to one, so that a quote whose place was deleted
cannot take the place of another.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from factcheck.drafts.masking import Masked

ALIKE = 60.0
"""The least likeness (0 to 100) of the words around a number for a site to be considered: below it chance is likelier than an edit."""
CLEAR = 6.0
"""By how much the best site must beat the next free one; closer than that the words do not decide."""
NEAREST = 8
"""How many of the likest sites are considered for each quote."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """A quoted number to be found: the masked words ``before`` and ``after`` it. ``order`` is its place among all quotes."""

    before: str
    after: str
    order: int


@dataclass(frozen=True, slots=True)
class Placement:
    """The outcome for one anchor: its ``site`` (an index into the draft's numbers), ``None`` where it is missing.

    ``rivals`` are the sites that the words fit as well; where there are any, the place is not decided.
    """

    site: int | None
    likeness: float = 0.0
    rivals: tuple[int, ...] = ()


def place(anchors: Sequence[Anchor], draft: Masked) -> list[Placement]:
    """A placement for each anchor, one to one: the likest pairs first, ties in the order of the text or not at all."""
    candidates = _candidates(anchors, draft)
    taken: dict[int, int] = {}
    placed: dict[int, int] = {}
    _share_out_equals(anchors, candidates, taken, placed)
    pairs = sorted(
        (
            (likeness, anchor, site)
            for anchor, sites in enumerate(candidates)
            for site, likeness in sites.items()
        ),
        key=lambda pair: (-pair[0], anchors[pair[1]].order, pair[2]),
    )
    for _, anchor, site in pairs:
        if anchor not in placed and site not in taken:
            placed[anchor], taken[site] = site, anchor
    return [_placement(anchor, sites, placed.get(anchor), taken) for anchor, sites in enumerate(candidates)]


def _placement(anchor: int, sites: dict[int, float], site: int | None, taken: dict[int, int]) -> Placement:
    if site is None:
        return Placement(None)
    rivals = tuple(
        sorted(
            other
            for other, likeness in sites.items()
            if other != site and other not in taken and likeness > sites[site] - CLEAR
        )
    )
    return Placement(site, sites[site], rivals)


def _candidates(anchors: Sequence[Anchor], draft: Masked) -> list[dict[int, float]]:
    """For each anchor its likest sites with their likeness; equal contexts are compared once."""
    from rapidfuzz import fuzz, process

    windows: dict[tuple[int, int], list[str]] = {}
    known: dict[tuple[str, str], dict[int, float]] = {}
    for anchor in anchors:
        key = (anchor.before, anchor.after)
        if key in known:
            continue
        widths = (len(anchor.before), len(anchor.after))
        if widths not in windows:
            windows[widths] = draft.windows(*widths)
        exact = draft.sites_between(anchor.before, anchor.after)
        if exact:
            known[key] = dict.fromkeys(exact, 100.0)
            continue
        found = process.extract(
            draft.window_of(anchor.before, anchor.after),
            windows[widths],
            scorer=fuzz.ratio,
            limit=NEAREST,
            score_cutoff=ALIKE,
        )
        known[key] = {site: likeness for _, likeness, site in found}
    return [known[anchor.before, anchor.after] for anchor in anchors]


def _share_out_equals(
    anchors: Sequence[Anchor],
    candidates: Sequence[dict[int, float]],
    taken: dict[int, int],
    placed: dict[int, int],
) -> None:
    """Quotes with the same words around them and just as many exact sites take these in the order of the text."""
    groups: dict[tuple[str, str], list[int]] = defaultdict(list)
    for index, anchor in enumerate(anchors):
        groups[anchor.before, anchor.after].append(index)
    for members in groups.values():
        exact = sorted(site for site, likeness in candidates[members[0]].items() if likeness == 100.0)
        if len(exact) == len(members):
            for member, site in zip(
                sorted(members, key=lambda index: anchors[index].order), exact, strict=True
            ):
                if site not in taken:
                    placed[member], taken[site] = site, member
