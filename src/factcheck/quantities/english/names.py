"""Numerals inside English names: iPhone 11, COVID-19, Article 50, the S&P 500."""

from __future__ import annotations

import re

from factcheck.lazily import expression
from factcheck.quantities.atom import Atom
from factcheck.quantities.english import grammar
from factcheck.quantities.model import Embedded
from factcheck.quantities.words import words

PRONOUN_ONE_BEFORE = expression(
    r"(?:^|(?<=[^a-z]))(?:this|that|no|any|every|each|the|which|another|some|someone|day|number|square|a|an|as|loved|only)[\s-]+\Z"
)
PRONOUN_ONE_AFTER = expression(
    r"\s+(?:another|day|thing|who|that|which|can|could|would|should|might|must|is|was|has|and)\b|['’]s?\b|\s*[,.;:)]|\s*$"
)
LABEL_BEFORE = expression(
    r"\b(?:no|nos|nr|nrs|number|page|pages|chapter|section|article|version|phase|grade|group|level|step|round|week|day|game|stage|part|line|type|class"
    r"|top|route|highway|interstate|channel|season|episode|exit|form|title|proposition|unit|category|tier|room|gate|apollo|formula|league|area|windows|world\s+war|g|figure|table|floor|lot|pier|act|volume|book|rule|item|model|series|mark|flight|platform|resolution|amendment|bus|studio|big|final|last|world)\.?\s*[#-]?\s*\Z|#\s?\Z"
)
CAPITAL_BEFORE = expression(r"(?:^|[\s(“\"‘'/-])([A-Z][\w&.'’-]*|[a-z]+[A-Z]\w*|[A-Z]&[A-Z])\s\Z")
NOT_NAMES = frozenset(
    words(
        """
        In By At From About Over Under The A An Of For On To And Or But With Some Around Nearly Almost More Less Than Up Only Just Since
        Until After Before During Between Roughly Approximately As When While If That This These Those There Here His Her Their Its
        Our My Your He She They We It I Last Next Every Each All Another First Then Now Still Also Not No So Who What Where Why How Is
        Are Was Were Has Have Had Will Would Could Can May Within Without Like Into Through Near Against Per Plus Minus Because Although
        Though Meanwhile However Today Yesterday Tomorrow Both Either At Least Most Many Few Several Exactly Total Another Even Give Find
        Monday Tuesday Wednesday Thursday Friday Saturday Sunday
        """
    )
)
PREFIX_BEFORE = expression(
    r"\b(?:mid|pre|post|early|late|a|an|nearly|sub|non|about|up|to|minus|negative|plus|now|and|or|under|over|the|least|than)-\Z"
)
REST_OF_CODE = expression(r"\w+(?:[-./]\w*\d\w*|,\d{3}\b)*")


def special(original: str, text: str, lower: str, at: int) -> Embedded | None:
    """Telephone numbers, times of day, codes, and digits that letters run into (COVID-19, A380)."""
    if grammar.SPECIAL.match(lower, at):
        if match := grammar.PHONE.match(lower, at):
            return Embedded(original[at : match.end()], at, match.end(), "phone")
        if (match := grammar.TIME.match(lower, at)) and not _decimal(lower, match):
            return Embedded(original[at : match.end()], at, match.end(), "time")
        if (
            (score := grammar.SCORE.match(lower, at))
            and int(score[1]) >= int(score[2])
            and text[at - 1 : at] != "$"
        ):
            return Embedded(original[at : score.end()], at, score.end(), "code")
        if match := grammar.CODE.match(lower, at):
            return Embedded(original[at : match.end()], at, match.end(), "code")
    if _runs_from_letters(text, lower, at):
        match = REST_OF_CODE.match(text, at)
        end = match.end() if match else at + 1
        return Embedded(original[at:end], at, end, "code")
    return None


def _decimal(lower: str, match: re.Match[str]) -> bool:
    """7.36 is a number unless am or pm follows."""
    return "." in match[0] and "m" not in match[0]


def _runs_from_letters(text: str, lower: str, at: int) -> bool:
    before = text[at - 1 : at]
    if before.isalpha() and before.isascii():
        return not grammar.MONEY_BEFORE.search(lower, max(0, at - 5), at)
    hyphened = before == "-" and text[at - 2 : at - 1].isalpha()
    return hyphened and not PREFIX_BEFORE.search(lower, max(0, at - 8), at)


def is_embedded(text: str, lower: str, atom: Atom, hedged: bool, floor: int) -> bool:
    """Whether a number is part of a name rather than a quantity."""
    at = atom.number_start
    if lower.startswith("one", at) and atom.number_end == at + 3 and not hedged:
        return _pronoun(lower, atom)
    if hedged or atom.numeral.scale or atom.numeral.decimals or atom.form or atom.numeral.in_words:
        return False
    known = bool(atom.measure) and not atom.noun
    if LABEL_BEFORE.search(lower, max(floor, at - 14), at) and not known:
        return True
    if known:
        return False
    capital = CAPITAL_BEFORE.search(text, max(floor, at - 20), at)
    return (
        bool(capital)
        and capital is not None
        and capital[1] not in NOT_NAMES
        and "," not in lower[at : atom.number_end]
    )


def _pronoun(lower: str, atom: Atom) -> bool:
    """ "One" is a number before a unit or noun, not in "this one", "one another"."""
    at = atom.number_start
    if atom.measure and not atom.noun:
        return False
    if PRONOUN_ONE_BEFORE.search(lower, max(0, at - 9), at):
        return True
    return PRONOUN_ONE_AFTER.match(lower, atom.number_end) is not None
