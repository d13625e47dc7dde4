"""The shortest words around a number that no other number of the draft has around it, whatever its digits."""

from __future__ import annotations

import re
from bisect import bisect_left

from factcheck.claims.model import Quote
from factcheck.drafts.numbers import DraftNumbers
from factcheck.drafts.scaffolding.clauses import Clause, clause_around
from factcheck.drafts.scaffolding.words import beside, counted_noun, said, words_before
from factcheck.quantities import PrintedQuantity, ScannedItem, scan
from factcheck.records import record

LEAST_WORDS = 2
"""Characters of context that a quote has at least, where the clause has as many: a bare number says nothing to a reader."""


@record(frozen=True)
class Fragments:
    """Finds quotes in one draft.

    ``at`` maps offsets of the text to offsets of its masked form; ``starts`` and ``ends`` are where its numerals begin and end.
    """

    draft: DraftNumbers
    at: tuple[int, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    @classmethod
    def of(cls, draft: DraftNumbers) -> Fragments:
        """Ready to find quotes in a draft."""
        at: list[int] = []
        length = 0
        numbers = iter(draft.numbers)
        number = next(numbers, None)
        for offset, character in enumerate(draft.text):
            at.append(length)
            if number is not None and offset >= number.number_end:
                number = next(numbers, None)
            if number is not None and number.number_start <= offset < number.number_end:
                length += offset == number.number_end - 1
            elif not character.isspace():
                length += 1
        numerals: list[ScannedItem] = [*draft.numbers, *draft.embedded]
        items = sorted((item.start, item.end) for item in numerals)
        starts, ends = zip(*items, strict=True) if items else ((), ())
        return cls(draft, (*at, length), starts, ends)

    def quote(self, site: int) -> Quote:
        """The quote of a number: within its clause where that suffices, else with the words before and after it as prefix and suffix."""
        clause = clause_around(self.draft, site)
        for start, end in (*self._in_words(site, clause), *self._within(site, clause)):
            if self._alone(site, start, end) and self._reads(site, start, end):
                return Quote(self.draft.text[start:end])
        return self._wider(site, clause)

    def _in_words(self, site: int, clause: Clause) -> list[tuple[int, int]]:
        """Stretches that cut no word in two: the number with the noun after it or the words before it, or with both."""
        if self.draft.language == "en":
            return self._in_latin_words(site)
        number, text = self.draft.numbers[site], self.draft.text
        before, noun = words_before(self.draft, site), counted_noun(self.draft, site)
        start, end = number.start, number.end
        if before:
            start = text.rindex(before, clause.start, number.start)
        if noun and text.startswith(noun, number.end):
            end += len(noun)
        found = [(number.start, end), (start, number.end), (start, end)]
        return sorted((each for each in found if each != (number.start, number.end)), key=_length)

    def _in_latin_words(self, site: int) -> list[tuple[int, int]]:
        """The number with a word or two after it, or before it, or both: as much as says something."""
        number = self.draft.numbers[site]
        left, right = beside(self.draft, site)
        ends = [number.end, *(number.end + found.end() for found in said(right)[:2])]
        starts = [number.start, *(number.start - len(left) + found.start() for found in said(left)[:-3:-1])]
        found = [(start, end) for start in starts for end in ends]
        return sorted((each for each in found if each != (number.start, number.end)), key=_length)

    def _within(self, site: int, clause: Clause) -> list[tuple[int, int]]:
        """The shortest stretches of the clause that are unique, the shortest of them first."""
        found: set[tuple[int, int]] = set()
        lefts, rights = self._cuts(site, clause)
        number = self.draft.numbers[site]
        least = min(number.end - number.start + LEAST_WORDS, clause.end - clause.start)
        for index in {0, 1, 2, 3, 5, 8, len(rights) - 1}:
            if index < len(rights):
                end = rights[index]
                count = self._nearest_left(site, lefts, end)
                while count < len(lefts) and end - lefts[count] < least:
                    count += 1
                if count < len(lefts):
                    found.add((lefts[count], end))
        return sorted(found, key=_length)

    def _nearest_left(self, site: int, lefts: list[int], end: int) -> int:
        """The index of the nearest beginning with which the stretch is unique: more words are never less so."""
        return bisect_left(range(len(lefts)), True, key=lambda index: self._alone(site, lefts[index], end))

    def _cuts(self, site: int, clause: Clause) -> tuple[list[int], list[int]]:
        """Where a quote may begin, the nearest first, and where it may end."""
        number = self.draft.numbers[site]
        least = number.end
        if number.noun and self.draft.text.startswith(number.noun, number.end):
            least += len(number.noun)
        lefts = [at for at in range(number.start, clause.start - 1, -1) if self._may_cut(site, at)]
        rights = [at for at in range(least, clause.end + 1) if self._may_cut(site, at)]
        return lefts or [number.start], rights or [clause.end]

    def _may_cut(self, site: int, at: int) -> bool:
        """Whether words may be cut here: not inside a Latin word or another number."""
        text = self.draft.text
        if 0 < at < len(text):
            before, after = text[at - 1], text[at]
            if before.isascii() and after.isascii() and before.isalnum() and after.isalnum():
                return False
            if before.isspace() and at > self.draft.numbers[site].start:
                return False
            if after.isspace() and at < self.draft.numbers[site].start:
                return False
        item = bisect_left(self.starts, at) - 1
        return item < 0 or at >= self.ends[item]

    def _alone(self, site: int, start: int, end: int) -> bool:
        number, masked = self.draft.numbers[site], self.draft.masked.text
        before = masked[self.at[start] : self.at[number.number_start]]
        after = masked[self.at[number.number_end] : self.at[end]]
        return len(self.draft.masked.sites_between(before, after)) == 1

    def _reads(self, site: int, start: int, end: int) -> bool:
        """Whether the number reads the same from these words alone."""
        number = self.draft.numbers[site]
        return any(
            isinstance(item, PrintedQuantity)
            and item.start == number.start - start
            and (item.text, item.value, item.unit, item.kind)
            == (number.text, number.value, number.unit, number.kind)
            for item in scan(self.draft.text[start:end], self.draft.language)
        )

    def _wider(self, site: int, clause: Clause) -> Quote:
        """The clause with as much of its line before and after it as tells it apart; of the lines around it where that is not enough."""
        text = self.draft.text
        line_end = text.find("\n", clause.end)
        line = (text.rfind("\n", 0, clause.start) + 1, len(text) if line_end < 0 else line_end)
        exact = text[clause.start : clause.end]
        for floor, ceiling in (line, (0, len(text))):
            for width in (4, 8, 16, 32, 64):
                start = self._cut_near(site, max(floor, clause.start - width))
                end = self._cut_near(site, min(ceiling, clause.end + width))
                for left, right in ((start, clause.end), (clause.start, end), (start, end)):
                    if self._alone(site, left, right) and self._reads(site, left, right):
                        before, after = text[left : clause.start], text[clause.end : right]
                        return Quote(exact, _on_one_line(before), _on_one_line(after))
        return Quote(exact)

    def _cut_near(self, site: int, at: int) -> int:
        """The nearest place towards the number where words may be cut."""
        step = 1 if at < self.draft.numbers[site].start else -1
        while not self._may_cut(site, at):
            at += step
        return at


def _length(stretch: tuple[int, int]) -> tuple[int, int]:
    return stretch[1] - stretch[0], -stretch[1]


def _on_one_line(words: str) -> str:
    """Words with a space for every line end: layout is no part of a quote."""
    return re.sub(r"\s*\n\s*", " ", words)
