"""Where in a draft each quoted number now stands, though both its value and its words may have been edited.

Every number is one mark, so its digits never say where it is: a changed number is found by the words around it, and an
equal number elsewhere attracts nothing. Sites are shared out one to one, so that a quote whose place was deleted
cannot take the place of another. Where the words alone do not decide, the numbers that stand beside it do: quotes that
follow each other in the claims mostly follow each other in the text, and move together.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from factcheck.drafts.likeness import GAP_ALIKE, Candidates, likeness
from factcheck.drafts.masking import Masked
from factcheck.records import record

CLEAR = 6.0
"""By how much the likeness of the best site must beat the next, for the words to decide (see ``docs/drafts.md``)."""
SURE = 20.0
"""By how much it must beat the next to be placed before the numbers beside it are looked at."""
BESIDE = 12.0
"""How much less alike than the best a site may be where the numbers beside it speak for it."""
FITTING = 90.0
"""The least likeness at which an anchor with more words holds its own against a shorter one that fits better."""
LEAST_CONTEXT = 3
"""Characters of context below which an anchor takes only what no other fits: a bare number fits everywhere."""
NEAR = 1
"""How many numbers may stand between a site and a number that stood directly beside it, to count as still beside it."""


@record(frozen=True, slots=True)
class Anchor:
    """A quoted number to be found: the masked words ``before`` and ``after`` it.

    ``order`` is its place among all quotes; ``preceding`` and ``following`` are the anchors (by index) that stood directly before and after it.
    """

    before: str
    after: str
    order: int
    preceding: tuple[int, ...] = ()
    following: tuple[int, ...] = ()

    @property
    def length(self) -> int:
        """How many characters of context there are."""
        return len(self.before) + len(self.after)


@record(frozen=True, slots=True)
class Placement:
    """The outcome for one anchor: its ``site`` (an index into the draft's numbers), ``None`` where it is missing.

    ``rivals`` are the sites among which nothing decides. ``by_order``: only the order of the text chose among equal words, at these sites.
    """

    site: int | None
    likeness: float = 0.0
    rivals: tuple[int, ...] = ()
    by_order: tuple[int, ...] = ()


def place(anchors: Sequence[Anchor], draft: Masked, apart: Collection[int] = frozenset()) -> list[Placement]:
    """A placement for each anchor, one to one: first what the words decide, then what the neighbours decide, then equals in order.

    Sites ``apart`` are given to none.
    """
    return _Placing(anchors, draft, apart).placements()


class _Placing:
    """The sites still free and the anchors still without one, as the decisions are taken."""

    def __init__(self, anchors: Sequence[Anchor], draft: Masked, apart: Collection[int]) -> None:
        self.anchors = anchors
        self.draft = draft
        self.wishes = Candidates(draft).of_all([(anchor.before, anchor.after) for anchor in anchors])
        self.placed: dict[int, int] = {}
        self.taken: dict[int, int] = dict.fromkeys(apart, -1)
        self.by_order: dict[int, tuple[int, ...]] = {}

    def placements(self) -> list[Placement]:
        self._decide()
        self._equals_in_order()
        self._decide()
        return [self._placement(index) for index in range(len(self.anchors))]

    def _decide(self) -> None:
        """The surest decisions first; after each round all the surer ones are tried again."""
        while (
            self._by_words(SURE)
            or any(self._by_neighbours(distance) for distance in range(NEAR + 1))
            or self._by_words(CLEAR)
            or self._into_gaps()
        ):
            pass

    def _placement(self, anchor: int) -> Placement:
        site = self.placed.get(anchor)
        if site is not None:
            return Placement(site, self.wishes[anchor].get(site, 0.0), by_order=self.by_order.get(anchor, ()))
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

    def _best(self, anchor: int, margin: float = CLEAR) -> dict[int, float]:
        """The free sites that fit about as well as the best of them."""
        free = {site: value for site, value in self.wishes[anchor].items() if site not in self.taken}
        least = max(free.values(), default=0.0) - margin
        return {site: value for site, value in free.items() if value > least}

    def _wanted(self, open_anchors: Sequence[int], margin: float) -> dict[int, list[int]]:
        """For each free site the anchors that fit it about as well as the best of them does."""
        wanted: dict[int, list[int]] = {}
        for anchor in open_anchors:
            for site in self.wishes[anchor]:
                if site not in self.taken:
                    wanted.setdefault(site, []).append(anchor)
        return {site: self._strongest(site, rivals, margin) for site, rivals in wanted.items()}

    def _strongest(self, site: int, rivals: list[int], margin: float) -> list[int]:
        """Those that fit about as well as the best, or in as many characters; of those that fit exactly only the longest."""
        rivals = [anchor for anchor in rivals if self.anchors[anchor].length >= LEAST_CONTEXT] or rivals
        likest = max(rivals, key=lambda anchor: (self.wishes[anchor][site], self.anchors[anchor].length))
        return [anchor for anchor in rivals if anchor == likest or self._rivals(anchor, likest, site, margin)]

    def _rivals(self, anchor: int, likest: int, site: int, margin: float) -> bool:
        """Whether an anchor fits a site about as well as the likest one."""
        value, best = self.wishes[anchor][site], self.wishes[likest][site]
        if value == 100.0:
            return self.anchors[anchor].length == self.anchors[likest].length
        longer = self._fitting(anchor, site) >= self._fitting(likest, site)
        return value > best - margin or (value >= FITTING and longer)

    def _fitting(self, anchor: int, site: int) -> float:
        """About how many characters of context agree."""
        return self.wishes[anchor][site] * self.anchors[anchor].length / 100

    def _by_words(self, margin: float) -> bool:
        """Place whatever fits one free site only, which nothing else fits as well."""
        open_anchors = self._open()
        wanted = self._wanted(open_anchors, margin)
        decided = False
        for anchor in open_anchors:
            best = self._best(anchor, margin)
            if len(best) == 1 and wanted[site := next(iter(best))] == [anchor]:
                self._take(anchor, site)
                decided = True
        return decided

    def _by_neighbours(self, most: int) -> bool:
        """Among sites that fit alike, the one beside the numbers that stood beside it before, with at ``most`` so many between."""
        open_anchors = self._open()
        nearest: dict[int, list[int]] = {}
        for anchor in open_anchors:
            closest = [site for site in self._best(anchor, BESIDE) if self._distance(anchor, site) <= most]
            if len(closest) == 1:
                nearest.setdefault(closest[0], []).append(anchor)
        wanted = self._wanted(open_anchors, BESIDE)
        decided = False
        for site, claimants in nearest.items():
            if len(claimants) == 1 and claimants[0] in wanted[site] and site not in self.taken:
                self._take(claimants[0], site)
                decided = True
        return decided

    def _distance(self, anchor: int, site: int) -> int:
        """How many numbers stand between a site and the nearest that stood directly before or after the anchor, on its own side."""
        after = [site - place - 1 for place in self._places(self.anchors[anchor].preceding)]
        before = [place - site - 1 for place in self._places(self.anchors[anchor].following)]
        return min((distance for distance in (*after, *before) if distance >= 0), default=NEAR + 1)

    def _places(self, anchors: Sequence[int]) -> list[int]:
        return [self.placed[each] for each in anchors if each in self.placed and each not in self.by_order]

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
                    self.by_order[member] = tuple(sites)

    def _into_gaps(self) -> bool:
        """An anchor whose words were edited away takes the one free number between the numbers that stood around it."""
        decided = False
        for index, anchor in enumerate(self.anchors):
            if index in self.placed or self._best(index):
                continue
            ends = set(self._places(anchor.following))
            gaps = [
                place + 1
                for place in self._places(anchor.preceding)
                if place + 2 in ends and place + 1 not in self.taken
            ]
            if len(gaps) == 1:
                alike = likeness(anchor.before, anchor.after, self.draft, gaps[0])
                if alike >= GAP_ALIKE:
                    self.wishes[index] = {gaps[0]: alike}
                    self._take(index, gaps[0])
                    decided = True
        return decided
