"""Names for facts in the article's own words, each once."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.drafts.numbers import DraftNumbers
from factcheck.drafts.scaffolding.clauses import clause_around
from factcheck.drafts.scaffolding.words import beside, clause_before, counted_noun, latin_words, words_before

_KINDS_ZH = {
    "money": "金额",
    "percent": "比例",
    "percentage_point": "百分点",
    "fraction": "比例",
    "year": "年份",
    "date": "日期",
    "duration": "时长",
}
_KINDS_EN = {
    "money": "amount",
    "percent": "share",
    "percentage_point": "points",
    "fraction": "share",
    "year": "year",
    "date": "date",
    "duration": "duration",
}
_RESERVED = frozenset({"min", "max", "abs", "sum"})
_LABEL = re.compile(r"[\u4e00-\u9fff]{1,8}(?=：)")


class Names:
    """Gives out names; none twice."""

    def __init__(self, draft: DraftNumbers) -> None:
        self._draft = draft
        self._given: set[str] = set()

    def name(self, site: int) -> str:
        """A valid identifier that says what the number at ``site`` is."""
        candidates = _chinese if self._draft.language == "zh" else _english
        last = "数" if self._draft.language == "zh" else "number"
        for candidate in candidates(self._draft, site):
            if usable(candidate):
                last = candidate
                if candidate not in self._given:
                    break
        name, count = last, 1
        while name in self._given:
            count += 1
            name = f"{last}_{count}"
        self._given.add(name)
        return name


def usable(name: str) -> bool:
    """Whether a fact may be called so without back-quotes: an identifier that no formula means otherwise."""
    return name.isidentifier() and name not in _RESERVED and len(name) > 1


def _chinese(draft: DraftNumbers, site: int) -> Iterator[str]:
    number = draft.numbers[site]
    noun, before = counted_noun(draft, site), words_before(draft, site)
    kind = _KINDS_ZH.get(number.kind, number.measure or "数")
    if number.kind in ("year", "date"):
        said = clause_before(draft, site)
        yield said if said.endswith(kind) else said + kind
        yield f"{kind}{re.sub('[^0-9]', '', number.text)}"
    base = noun or before or _earlier_words(draft, site) + kind
    yield base
    if noun and before:
        yield before + noun
    label = _label(draft, site)
    if label:
        yield label + base
    yield clause_before(draft, site) + base
    yield base + kind
    yield _earlier_words(draft, site) + base
    yield base


def _label(draft: DraftNumbers, site: int) -> str:
    """The words that head the line: 路 in “路：累计投资2.9亿元”."""
    line = draft.text.rfind("\n", 0, draft.numbers[site].start) + 1
    found = _LABEL.match(draft.text, line)
    return found[0] if found else ""


def _earlier_words(draft: DraftNumbers, site: int) -> str:
    """The words before the number before this one: 学生 for the second number of 学生9370人、537.49万元."""
    return words_before(draft, site - 1) if site else ""


def _english(draft: DraftNumbers, site: int) -> Iterator[str]:
    number = draft.numbers[site]
    kind = _KINDS_EN.get(number.kind, "number")
    printed = latin_words(draft.text[number.number_end : number.end], 4) if number.kind == "count" else []
    left, right = beside(draft, site)
    before, after = latin_words(left, 2, last=True), latin_words(right, 2)
    if number.kind in ("year", "date"):
        yield f"{kind}_{re.sub('[^0-9]', '', number.text)}"
    if printed:
        yield "_".join(printed)
        yield "_".join([*before, *printed])
        yield "_".join([*printed, *after])
    if number.kind in ("percent", "percentage_point", "fraction"):
        before, after = before[-1:], after[:1]
    words = after or before
    earlier = latin_words(draft.text[clause_around(draft, site).start : number.start], 2, last=True)
    for name in (words, [*before, *after], [*before, *after, kind], [*earlier, kind], [kind]):
        if name and (name != [kind] or not earlier):
            yield "_".join(name)
