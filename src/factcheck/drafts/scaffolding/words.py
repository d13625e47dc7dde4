"""Words of the article beside a number: what is counted, and what is said of it."""

from __future__ import annotations

import re

from factcheck.drafts.numbers import DraftNumbers
from factcheck.drafts.scaffolding.clauses import clause_around

LONGEST_NOUN = 12
"""Chinese characters that a noun has at most."""
_NOUN_ENDS = re.compile(
    r"全部|全都|均|都|已|将|在|对|从|和|与|及|或|被|把|是|为|有|到|则|同样|进行|建立|走访|担任|受益|参保|达|占|等|[^\u4e00-\u9fff]"
)
_BEFORE_ENDS = re.compile(
    r"(?:的|地|达到|达|为|共|约|近|是|了|至|到|有|等|超过|超|在|仅|已|由|从|分|增|一共|合计)+$"
)
_BEFORE_BEGINS = re.compile(r"^(?:当中|其中|并且|并|又|还|也|和|与|及|使|将|把|对|另有|另|以来|期间|等)+")
_HAN_AT_END = re.compile(r"[\u4e00-\u9fff]*$")
_LATIN_WORD = re.compile(r"[A-Za-z][A-Za-z'’-]*")
_EMPTY_WORDS = frozenset(
    [
        "a",
        "an",
        "the",
        "of",
        "in",
        "on",
        "at",
        "to",
        "for",
        "with",
        "by",
        "from",
        "that",
        "this",
        "these",
        "those",
        "was",
        "were",
        "is",
        "are",
        "be",
        "been",
        "has",
        "have",
        "had",
        "and",
        "or",
        "but",
        "as",
        "its",
        "it",
        "they",
        "their",
        "he",
        "she",
        "his",
        "her",
        "who",
        "which",
        "than",
        "then",
        "there",
        "some",
        "all",
        "about",
        "after",
        "before",
        "into",
        "over",
        "per",
        "not",
        "no",
        "so",
        "up",
        "out",
        "more",
        "most",
        "other",
        "another",
        "each",
        "every",
    ]
)


def counted_noun(draft: DraftNumbers, site: int) -> str:
    """The noun that follows a number: 贫困村 after 35个, staff after 1,284."""
    number = draft.numbers[site]
    if number.noun or draft.language == "en":
        return number.noun
    if number.kind != "count":
        return ""
    following = beside(draft, site)[1]
    end = _NOUN_ENDS.search(following)
    noun = following[: end.start()] if end else following
    return noun if 2 <= len(noun) <= LONGEST_NOUN else ""


def _next_start(draft: DraftNumbers, site: int) -> int:
    """Where the next number begins; ordinals are parts of names (第一书记)."""
    following = draft.numbers[site + 1 : site + 4]
    return next((number.start for number in following if number.kind != "ordinal"), len(draft.text))


def beside(draft: DraftNumbers, site: int) -> tuple[str, str]:
    """What stands before and after a number in its clause, as far as the next numbers."""
    clause, number = clause_around(draft, site), draft.numbers[site]
    start = max(clause.start, min(draft.numbers[site - 1].end, number.start)) if site else clause.start
    end = max(number.end, min(clause.end, _next_start(draft, site)))
    return draft.text[start : number.start], draft.text[number.end : end]


def words_before(draft: DraftNumbers, site: int) -> str:
    """The Chinese words before a number in its clause, without those that only lead to it: 户均增收 before 2890元."""
    return trimmed(beside(draft, site)[0])


def clause_before(draft: DraftNumbers, site: int) -> str:
    """The Chinese words of the clause before the number's own, in the same line, from the last number in it."""
    start = clause_around(draft, site).start
    begin = max(draft.text.rfind("\n", 0, start) + 1, start - 20)
    if site and draft.numbers[site - 1].end <= start:
        begin = max(begin, draft.numbers[site - 1].end)
    return trimmed(draft.text[begin:start].rstrip("，、；：。,;: "))


def trimmed(words: str) -> str:
    """The end of some Chinese words, without particles at either end.

    >>> trimmed("当中增加补偿达到"), trimmed("占贫困人口的")
    ('增加补偿', '占贫困人口')
    """
    found = _HAN_AT_END.search(words.rstrip("“”‘’（( "))
    kept = _BEFORE_ENDS.sub("", found[0] if found else "")
    return _BEFORE_BEGINS.sub("", kept[-LONGEST_NOUN:])


def latin_words(text: str, most: int, *, last: bool = False) -> list[str]:
    """Up to so many words that say something, in lower case; the ``last`` ones instead of the first.

    >>> latin_words("went on the new wages", 2)
    ['went', 'new']
    """
    kept = [found[0] for found in said(text)]
    words = [word.replace("’", "").replace("'", "").replace("-", "_").lower() for word in kept]
    return words[-most:] if last else words[:most]


def said(text: str) -> list[re.Match[str]]:
    """The Latin words that say something, with their places."""
    return [found for found in _LATIN_WORD.finditer(text) if found[0].lower() not in _EMPTY_WORDS]
