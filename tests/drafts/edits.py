"""Edits to drafts that know where every number went: the truth that anchoring is measured against.

A draft is a list of paragraphs, each of words and numerals in turn. A numeral keeps its identity (its index in the first draft) through
every edit, so that afterwards its true place, or that it is gone, is known.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from random import Random

from factcheck.drafts.documents import Document
from factcheck.drafts.numbers import DraftNumbers, Language, numbers_of
from factcheck.text import SourceText


@dataclass(frozen=True)
class Numeral:
    """Digits with their scale, as written now; ``identity`` is the number's index in the first draft."""

    identity: int
    written: str
    changed: bool = False


Piece = str | Numeral
Paragraph = tuple[Piece, ...]


@dataclass(frozen=True)
class Draft:
    paragraphs: tuple[Paragraph, ...]
    language: Language

    @property
    def text(self) -> str:
        return "\n".join("".join(_written(piece) for piece in paragraph) for paragraph in self.paragraphs)

    def places(self) -> dict[int, tuple[int, Numeral]]:
        """For every numeral that is left its offset in the text."""
        found = {}
        at = 0
        for paragraph in self.paragraphs:
            for piece in paragraph:
                if isinstance(piece, Numeral):
                    found[piece.identity] = (at, piece)
                at += len(_written(piece))
            at += 1
        return found

    def numerals(self) -> list[Numeral]:
        return [piece for paragraph in self.paragraphs for piece in paragraph if isinstance(piece, Numeral)]

    def mapped(self, change: Callable[[Piece], Piece]) -> Draft:
        return replace(self, paragraphs=tuple(tuple(map(change, paragraph)) for paragraph in self.paragraphs))


def _written(piece: Piece) -> str:
    return piece if isinstance(piece, str) else piece.written


def scanned(text: str, language: Language, path: str = "draft.md") -> DraftNumbers:
    return numbers_of(Document(path, text, SourceText(path, text)), language)


def draft_of(text: str, language: Language) -> Draft:
    numbers = scanned(text, language).numbers
    paragraphs: list[list[Piece]] = [[]]
    at = 0
    for identity, number in enumerate(numbers):
        _add_words(paragraphs, text[at : number.number_start])
        paragraphs[-1].append(Numeral(identity, text[number.number_start : number.number_end]))
        at = number.number_end
    _add_words(paragraphs, text[at:])
    return Draft(tuple(map(tuple, paragraphs)), language)


def _add_words(paragraphs: list[list[Piece]], words: str) -> None:
    first, *rest = words.split("\n")
    paragraphs[-1].append(first)
    for line in rest:
        paragraphs.append([line])


# ── the edits ────────────────────────────────────────────────────────────


def other_number(numeral: Numeral, random: Random, others: list[Numeral]) -> Numeral:
    """Another value: that of another number of the draft where one is written alike, else other digits."""
    shape = re.sub(r"\d+", "9", numeral.written)
    alike = [
        each.written
        for each in others
        if each.written != numeral.written and re.sub(r"\d+", "9", each.written) == shape
    ]
    if alike and random.random() < 0.5:
        return replace(numeral, written=random.choice(alike), changed=True)
    digits = [index for index, character in enumerate(numeral.written) if character in "0123456789"]
    if not digits:
        words = {"四": "五", "两": "三", "一": "二"}
        written = "".join(words.get(character, character) for character in numeral.written)
        return replace(numeral, written=written, changed=written != numeral.written)
    at = (
        digits[-1] if "至" in numeral.written else digits[0]
    )  # the lower end of a range stays below the upper
    digit = random.choice([each for each in "3456789" if each != numeral.written[at]])
    return replace(numeral, written=numeral.written[:at] + digit + numeral.written[at + 1 :], changed=True)


def one_number_changed(draft: Draft, identity: int, random: Random) -> Draft:
    others = draft.numerals()
    return draft.mapped(
        lambda piece: (
            other_number(piece, random, others)
            if isinstance(piece, Numeral) and piece.identity == identity
            else piece
        )
    )


def numbers_changed(draft: Draft, share: float, random: Random) -> Draft:
    others = draft.numerals()
    return draft.mapped(
        lambda piece: (
            other_number(piece, random, others)
            if isinstance(piece, Numeral) and random.random() < share
            else piece
        )
    )


INSERTED = {
    "zh": ("据介绍", "这一年", "在有关方面支持下", "经过几轮摸底", "大家都说", "相比往年", "又添置设备36台", "来访者达到219个", "另有志愿者15名", "听取意见90次"),
    "en": ("the office said", "as in other years", "after several rounds of talks", "we were told", "with 36 new machines", "and 787 visitors came"),
}  # fmt: skip


def insertions(draft: Draft, count: int, random: Random) -> Draft:
    """Clauses put in at clause ends, some with numbers that are equal to others of the draft."""
    mark = "，" if draft.language == "zh" else ", "
    for _ in range(count):
        places = [
            (line, index, found.end())
            for line, paragraph in enumerate(draft.paragraphs)
            for index, piece in enumerate(paragraph)
            if isinstance(piece, str)
            for found in re.finditer(r"[，。；：]|[,.;:] ", piece)
        ]
        line, index, at = random.choice(places)
        words = draft.paragraphs[line][index]
        assert isinstance(words, str)
        clause = random.choice(INSERTED[draft.language]) + mark
        draft = _with_piece(draft, line, index, words[:at] + clause + words[at:])
    return draft


def _with_piece(draft: Draft, line: int, index: int, piece: Piece) -> Draft:
    paragraph = draft.paragraphs[line]
    changed = (*paragraph[:index], piece, *paragraph[index + 1 :])
    return replace(draft, paragraphs=(*draft.paragraphs[:line], changed, *draft.paragraphs[line + 1 :]))


SYNONYMS = {
    "全部": "都", "累计": "总共", "投资": "投入", "建立": "设立", "建设": "兴建", "达到": "为", "带动": "惠及", "改造": "翻修", "贫困": "困难",
    "县里": "县上", "发展到": "增加到", "资助": "帮助", "比例": "比率", "增收": "增加收入", "扶贫": "帮扶", "served": "dished out", "last year": "in the past year",
    "spent": "paid out", "completed": "took", "made up": "formed", "went on": "were for", "permanent": "regular", "All told": "In all", "before": "ahead of",
    "sign up": "enrol", "bill": "cost", "took": "had", "Those who": "Pupils who",
}  # fmt: skip


def reworded(draft: Draft, share: float, random: Random) -> Draft:
    """Words put for others of the same meaning, and single characters left out."""

    def change(piece: Piece) -> Piece:
        if not isinstance(piece, str):
            return piece
        for word, other in SYNONYMS.items():
            if random.random() < 0.8:
                piece = piece.replace(word, other)
        unit, rest = (
            piece[:3],
            piece[3:],
        )  # what is counted stays: without it another number would stand there
        return unit + "".join(
            character for character in rest if not (character.isalpha() and random.random() < share)
        )

    return draft.mapped(change)


def punctuation_changed(draft: Draft, random: Random) -> Draft:
    marks = {"，": "、", "。": "；", "；": "。", "、": "，", "：": "，", ";": ",", ":": ","}
    return draft.mapped(
        lambda piece: (
            "".join(
                marks.get(character, character) if random.random() < 0.5 else character for character in piece
            )
            if isinstance(piece, str)
            else piece
        )
    )


def paragraphs_shuffled(draft: Draft, random: Random) -> Draft:
    paragraphs = list(draft.paragraphs)
    random.shuffle(paragraphs)
    return replace(draft, paragraphs=tuple(paragraphs))


DIGITS = "零一二三四五六七八九"


def in_chinese(number: int) -> str:
    """15 as 十五."""
    if number < 10:
        return DIGITS[number]
    for size, word in ((10**8, "亿"), (10**4, "万"), (1000, "千"), (100, "百"), (10, "十")):
        if number >= size:
            head, rest = divmod(number, size)
            gap = "零" if rest and rest < size // 10 and size > 10 else ""
            start = "" if size == 10 and head == 1 else in_chinese(head)
            return start + word + gap + (in_chinese(rest) if rest else "")
    raise AssertionError


def numerals_in_chinese(draft: Draft) -> Draft:
    """Every plain whole number below 100 in characters."""
    return draft.mapped(
        lambda piece: (
            replace(piece, written=in_chinese(int(piece.written)))
            if isinstance(piece, Numeral) and piece.written.isdecimal() and int(piece.written) < 100
            else piece
        )
    )


CLAUSE = re.compile(r"[，。；：、]|[,.;:](?= |$)")


def clause_deleted(draft: Draft, identity: int) -> Draft:
    """Without the clause of a number, and whatever other numbers stand in it."""
    for line, paragraph in enumerate(draft.paragraphs):
        for index, piece in enumerate(paragraph):
            if isinstance(piece, Numeral) and piece.identity == identity:
                return _without_clause(draft, line, index)
    raise AssertionError


def _without_clause(draft: Draft, line: int, index: int) -> Draft:
    paragraph = list(draft.paragraphs[line])
    first = index
    while first > 0:
        words = paragraph[first - 1]
        ends = list(CLAUSE.finditer(words)) if isinstance(words, str) else []
        if ends and isinstance(words, str):
            paragraph[first - 1] = words[: ends[-1].end()]
            break
        first -= 1
    last = index
    while last + 1 < len(paragraph):
        words = paragraph[last + 1]
        end = CLAUSE.search(words) if isinstance(words, str) else None
        if end and isinstance(words, str):
            paragraph[last + 1] = words[end.end() :]
            break
        last += 1
    kept = tuple(paragraph[:first] + paragraph[last + 1 :])
    return replace(draft, paragraphs=(*draft.paragraphs[:line], kept, *draft.paragraphs[line + 1 :]))


# ── the nine scenarios ───────────────────────────────────────────────────

Edited = Iterator[tuple[Draft, frozenset[int]]]
"""Edited drafts, each with the identities that it is about."""


def _whole(draft: Draft) -> tuple[Draft, frozenset[int]]:
    return draft, frozenset(numeral.identity for numeral in draft.numerals())


def _rounds(draft: Draft, rounds: int, edit: Callable[[Draft, Random], Draft]) -> Edited:
    everything = frozenset(numeral.identity for numeral in draft.numerals())
    for seed in range(rounds):
        yield edit(draft, Random(seed)), everything


def _each(draft: Draft, edit: Callable[[Draft, int], Draft]) -> Edited:
    for numeral in draft.numerals():
        yield edit(draft, numeral.identity), frozenset([numeral.identity])


SCENARIOS: dict[str, Callable[[Draft, int], Edited]] = {
    "nothing changed": lambda draft, rounds: _rounds(draft, 1, lambda each, _: each),
    "one number changed": lambda draft, _: _each(
        draft, lambda each, identity: one_number_changed(each, identity, Random(identity))
    ),
    "all numbers changed": lambda draft, rounds: _rounds(
        draft, rounds, lambda each, random: numbers_changed(each, 1.0, random)
    ),
    "40 insertions": lambda draft, rounds: _rounds(
        draft, rounds, lambda each, random: insertions(each, 40, random)
    ),
    "rewording": lambda draft, rounds: _rounds(
        draft, rounds, lambda each, random: reworded(each, 0.05, random)
    ),
    "paragraphs shuffled": lambda draft, rounds: _rounds(draft, rounds, paragraphs_shuffled),
    "15 → 十五": lambda draft, rounds: _rounds(draft, 1, lambda each, _: numerals_in_chinese(each)),
    "30 % numbers, rewording, punctuation": lambda draft, rounds: _rounds(
        draft,
        rounds,
        lambda each, random: punctuation_changed(
            reworded(numbers_changed(each, 0.3, random), 0.05, random), random
        ),
    ),
    "the claim's clause deleted": lambda draft, _: _each(draft, clause_deleted),
    "clause deleted, all else edited": lambda draft, _: _each(
        draft,
        lambda each, identity: insertions(
            reworded(clause_deleted(each, identity), 0.02, Random(identity)), 10, Random(identity)
        ),
    ),
    "everything at once": lambda draft, rounds: _rounds(
        draft,
        rounds,
        lambda each, random: paragraphs_shuffled(
            insertions(reworded(numbers_changed(each, 0.3, random), 0.05, random), 20, random), random
        ),
    ),
}
