"""Where in a draft each quoted number now stands, though both its value and its words may have been edited.

Every number is one mark, so its digits never say where it is: a changed number is found by the words around it, and an
equal number elsewhere attracts nothing. Sites are shared out one to one, so that a quote whose place was deleted
cannot take the place of another. Where the words alone do not decide, the numbers that stand beside it do: quotes that
follow each other in the claims mostly follow each other in the text, and move together.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from factcheck.drafts.likeness import GAP_ALIKE, Candidates, likeness
from factcheck.drafts.masking import Masked

CLEAR = 6.0
"""By how much the likeness of the best site must beat the next, for the words to decide (see ``docs/drafts.md``)."""
NEAR = 2
"""How many numbers away from a number that stood beside it a site may be, to count as still beside it."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """A quoted number to be found: the masked words ``before`` and ``after`` it.

    ``order`` is its place among all quotes, ``beside`` are the anchors (by index) that stood directly before or after it.
    """

    before: str
    after: str
    order: int
    beside: tuple[int, ...] = ()

    @property
    def length(self) -> int:
        """How many characters of context there are."""
        return len(self.before) + len(self.after)


@dataclass(frozen=True, slots=True)
class Placement:
    """The outcome for one anchor: its ``site`` (an index into the draft's numbers), ``None`` where it is missing.

    ``rivals`` are the sites among which nothing decides. ``by_order``: only the order of the text chose among equal words.
    """

    site: int | None
    likeness: float = 0.0
    rivals: tuple[int, ...] = ()
    by_order: bool = False


def place(anchors: Sequence[Anchor], draft: Masked) -> list[Placement]:
    """A placement for each anchor, one to one: first what the words decide, then what the neighbours decide, then equals in order."""
    return _Placing(anchors, draft).placements()


class _Placing:
    """The sites still free and the anchors still without one, as the decisions are taken."""

    def __init__(self, anchors: Sequence[Anchor], draft: Masked) -> None:
        self.anchors = anchors
        self.draft = draft
        self.wishes = Candidates(draft).of_all([(anchor.before, anchor.after) for anchor in anchors])
        self.placed: dict[int, int] = {}
        self.taken: dict[int, int] = {}
        self.by_order: set[int] = set()

    def placements(self) -> list[Placement]:
        while self._by_words() or self._by_neighbours():
            pass
        self._equals_in_order()
        while self._by_words() or self._by_neighbours():
            pass
        self._into_gaps()
        return [self._placement(index) for index in range(len(self.anchors))]

    def _placement(self, anchor: int) -> Placement:
        site = self.placed.get(anchor)
        if site is not None:
            return Placement(site, self.wishes[anchor].get(site, 0.0), by_order=anchor in self.by_order)
        rivals = tuple(sorted(self._best(anchor)))
        return Placement(rivals[0] if rivals else None, rivals=rivals)

    def _open(self) -> list[int]:
        return [
            anchor for anchor in range(len(self.anchors)) if anchor not in self.placed and self.wishes[anchor]
        ]

    def _take(self, anchor: int, site: int) -> None:
        self.placed[anchor] = site
        self.taken[site] = anchor
        self.wishes[anchor] = {site: self.wishes[anchor].get(site, 0.0)}

    def _best(self, anchor: int) -> dict[int, float]:
        """The free sites that fit about as well as the best of them."""
        free = {site: value for site, value in self.wishes[anchor].items() if site not in self.taken}
        least = max(free.values(), default=0.0) - CLEAR
        return {site: value for site, value in free.items() if value > least}

    def _wanted(self, open_anchors: Sequence[int]) -> dict[int, list[int]]:
        """For each free site the anchors that fit it about as well as the best of them does."""
        wanted: dict[int, list[int]] = {}
        for anchor in open_anchors:
            for site in self.wishes[anchor]:
                if site not in self.taken:
                    wanted.setdefault(site, []).append(anchor)
        return {site: self._strongest(site, rivals) for site, rivals in wanted.items()}

    def _strongest(self, site: int, rivals: list[int]) -> list[int]:
        best = max(self.wishes[anchor][site] for anchor in rivals)
        near = [anchor for anchor in rivals if self.wishes[anchor][site] > best - CLEAR]
        if best < 100.0:
            return near
        longest = max(self.anchors[anchor].length for anchor in near if self.wishes[anchor][site] == 100.0)
        return [
            anchor
            for anchor in near
            if self.wishes[anchor][site] < 100.0 or self.anchors[anchor].length == longest
        ]

    def _by_words(self) -> bool:
        """Place whatever fits one free site only, which nothing else fits as well."""
        open_anchors = self._open()
        wanted = self._wanted(open_anchors)
        decided = False
        for anchor in open_anchors:
            best = self._best(anchor)
            if len(best) == 1 and wanted[site := next(iter(best))] == [anchor]:
                self._take(anchor, site)
                decided = True
        return decided

    def _by_neighbours(self) -> bool:
        """Among sites that fit alike, the one beside the numbers that stood beside it before."""
        open_anchors = self._open()
        nearest: dict[int, list[int]] = {}
        for anchor in open_anchors:
            distances = {site: self._distance(anchor, site) for site in self._best(anchor)}
            least = min(distances.values(), default=NEAR + 1)
            closest = [site for site, distance in distances.items() if distance == least]
            if least <= NEAR and len(closest) == 1:
                nearest.setdefault(closest[0], []).append(anchor)
        wanted = self._wanted(open_anchors)
        decided = False
        for site, claimants in nearest.items():
            least = min(self._distance(anchor, site) for anchor in claimants)
            closest = [anchor for anchor in claimants if self._distance(anchor, site) == least]
            if len(closest) == 1 and closest[0] in wanted[site]:
                self._take(closest[0], site)
                decided = True
        return decided

    def _distance(self, anchor: int, site: int) -> int:
        """How many numbers a site is away from the nearest number that stood beside the anchor."""
        places = [
            self.placed[other]
            for other in self.anchors[anchor].beside
            if other in self.placed and other not in self.by_order
        ]
        return min((abs(site - place) for place in places), default=NEAR + 1)

    def _equals_in_order(self) -> None:
        """Quotes with the same words around them and just as many free sites take these in the order of the text."""
        groups: dict[tuple[str, str], list[int]] = {}
        for anchor in self._open():
            groups.setdefault((self.anchors[anchor].before, self.anchors[anchor].after), []).append(anchor)
        for members in groups.values():
            sites = sorted(self._best(members[0]))
            if len(members) == len(sites) > 1:
                members.sort(key=lambda anchor: self.anchors[anchor].order)
                for member, site in zip(members, sites, strict=True):
                    self._take(member, site)
                    self.by_order.add(member)

    def _into_gaps(self) -> None:
        """An anchor whose words were edited away takes the one free number between the numbers that stood around it."""
        for index, anchor in enumerate(self.anchors):
            if index in self.placed or self._best(index):
                continue
            around = sorted(self.placed[other] for other in anchor.beside if other in self.placed)
            if len(around) == 2 and around[1] - around[0] == 2 and (site := around[0] + 1) not in self.taken:
                alike = likeness(anchor.before, anchor.after, self.draft, site)
                if alike >= GAP_ALIKE:
                    self.wishes[index] = {site: alike}
                    self._take(index, site)
