"""How alike the words around a quoted number and around the numbers of a draft are."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.drafts.masking import Masked

ALIKE = 60.0
"""The least likeness (0 to 100) of the words around a number for a site to be considered: below it chance is likelier than an edit."""
GAP_ALIKE = 30.0
"""The same for the one site that is left between the numbers that stood around it before."""
NEAREST = 8
"""How many of the likest sites are considered for each quote."""
CLOSE = 4
"""How many characters on either side of a number are its nearest words."""
ROUGHLY = 45.0
"""The least likeness of the whole windows for the two sides to be compared at all."""


class Candidates:
    """The sites of a draft that each pair of words could stand around, with their likeness; equal words are compared once."""

    def __init__(self, draft: Masked) -> None:
        self._draft = draft
        self._windows: dict[tuple[int, int], list[str]] = {}
        self._known: dict[tuple[str, str], dict[int, float]] = {}

    def of_all(self, words: Sequence[tuple[str, str]]) -> list[dict[int, float]]:
        """The candidates for each ``before`` and ``after``: where they stand exactly, else where they are likest."""
        return [dict(self._of(before, after)) for before, after in words]

    def _of(self, before: str, after: str) -> dict[int, float]:
        key = (before, after)
        if key not in self._known:
            exact = self._draft.sites_between(before, after)
            self._known[key] = dict.fromkeys(exact, 100.0) if exact else self._likest(before, after)
        return self._known[key]

    def _likest(self, before: str, after: str) -> dict[int, float]:
        """Sites by the likeness of the whole window first, which is quick, and then of either side, which holds the number in its place."""
        from rapidfuzz import fuzz, process

        widths = (len(before), len(after))
        if widths not in self._windows:
            self._windows[widths] = self._draft.windows(*widths)
        found = process.extract(
            self._draft.window_of(before, after),
            self._windows[widths],
            scorer=fuzz.ratio,
            limit=NEAREST,
            score_cutoff=ROUGHLY,
        )
        alike = {site: likeness(before, after, self._draft, site) for _, _, site in found}
        return {site: value for site, value in alike.items() if value >= ALIKE}


def likeness(before: str, after: str, draft: Masked, site: int) -> float:
    """From 0 to 100: how alike the words on either side are to those of a site.

    Each side counts for as much as it is long; half of the result is that of the nearest words alone, which hold the unit and
    outlive most edits.

    >>> from factcheck.drafts.masking import mask
    >>> likeness("共", "个村", mask("共 35 个镇", [(2, 4)]), 0)
    66.66666666666667
    """
    near = _sides(before[-CLOSE:], after[:CLOSE], draft, site)
    return (near + _sides(before, after, draft, site)) / 2


def _sides(before: str, after: str, draft: Masked, site: int) -> float:
    from rapidfuzz import fuzz

    if not before and not after:
        return 100.0
    left = fuzz.ratio(before, draft.before(site, len(before))) if before else 0.0
    right = fuzz.ratio(after, draft.after(site, len(after))) if after else 0.0
    return (left * len(before) + right * len(after)) / (len(before) + len(after))
