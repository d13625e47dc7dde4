"""What an English number counts or measures: the unit, or the noun, in the words after it."""

from __future__ import annotations

import re
from functools import lru_cache

from factcheck.lazily import expression
from factcheck.quantities.model import Unit
from factcheck.quantities.units.counted_nouns import ENGLISH_IRREGULAR, ENGLISH_PERSONS
from factcheck.quantities.units.known import known_unit
from factcheck.quantities.units.parse import count_noun
from factcheck.quantities.words import words

WORDS = expression(r"([\s-]?)((?:[A-Za-zµμΩ°][A-Za-z’']*[²³23]?|[$€£¥₩₹₿₡₭](?!\s?\d))(?![\d]))")
FOLLOWING = expression(r"(?:\s+|-)([A-Za-z][A-Za-z’'&.-]*)")
NOT_UNITS = frozenset(words("in at one time a as an am pm second mark bar sen times min sec b k h s"))
ATTACHED_ONLY = frozenset(words("A B C F G H J K L N S T V W h s t g l"))
STOPS = frozenset(
    words(
        """
        of in to and the for on at by with from that which who is are was were has have had as or but than more less per will
        would can could may might into after before during since this these those last next a an it its their his her he she they
        we you i if when where while not no so also only even then there here each every any all up down out off over under
        about between against through said says do does did be been being because until according including such though
        around across along versus vs ahead yet still just however among within without via
        """
    )
)
MASS_ENDINGS = ("ss", "us", "is", "'s", "’s")
LONGEST_NOUN = 4
PERIODS = frozenset(
    words(
        "share year day month week hour person head barrel ton tonne ounce gallon pound liter litre acre night minute second unit bottle piece quarter game"
    )
)
DIVISOR = expression(
    r"(?:\s+per\s+|\s?/\s?|\s+(an?)\s+|-(a)-)((?:square\s+|cubic\s+|metric\s+)?[A-Za-z]+)(?![A-Za-z])"
)


def unit_after(text: str, at: int) -> tuple[Unit, int, str] | None:
    """The known unit that begins at ``at`` (after a space or hyphen), its end and its printed name: ``square miles``, ``kWh``.

    >>> unit_after("25 square miles", 2)[1:]
    (15, 'square miles')
    """
    ends = []
    position = at
    for _ in range(3):
        match = WORDS.match(text, position)
        if match is None:
            break
        ends.append(match.end())
        position = match.end()
    for end in reversed(ends):
        name = text[at:end].lstrip(" -\t")
        unit = _unit_named(name, attached=text[at] not in " -")
        if unit is not None:
            return unit, end, name
    return None


@lru_cache(maxsize=4096)
def _unit_named(name: str, attached: bool) -> Unit | None:
    compact = re.sub(r"[\s-]+", " ", name).rstrip(".")
    if compact.lower() in NOT_UNITS and not (attached and len(compact) == 1 and compact not in "abk"):
        return None
    if compact in ATTACHED_ONLY and not attached:
        return None
    return known_unit(compact)


def counted_noun(text: str, at: int, value_is_one: bool) -> tuple[Unit, int, str] | None:
    """The plural noun within the next words, the end of the first word, and its printed form: 13 poor households.

    >>> counted_noun("13 poor households in", 2, False)[2]
    'households'
    """
    position = at
    for index in range(LONGEST_NOUN):
        match = FOLLOWING.match(text, position)
        if match is None:
            return None
        word = match[1].rstrip(".'’-")
        lower = word.lower()
        if lower in STOPS or not word:
            return None
        if _looks_plural(lower) or (value_is_one and index == 0 and len(word) > 2):
            return noun_unit(lower), match.start(1) + len(word), word
        if match[1] != word:
            return None
        position = match.end()
    return None


def _looks_plural(word: str) -> bool:
    if word in ENGLISH_PERSONS or word in ENGLISH_IRREGULAR:
        return True
    return len(word) > 3 and word.endswith("s") and not word.endswith(MASS_ENDINGS)


@lru_cache(maxsize=4096)
def noun_unit(word: str) -> Unit:
    """The count unit that an English noun names; nouns for people all count persons."""
    return count_noun(word, "en")


def divisor_after(text: str, at: int) -> tuple[Unit, int, str] | None:
    """What a rate is per: ``per share``, ``a day``, ``/h``; its end and its name."""
    match = DIVISOR.match(text, at)
    if match is None:
        return None
    name = match[3]
    if (match[1] or match[2]) and name.lower() not in PERIODS:
        return None
    if name.lower() in ("cent", "cents"):
        return None
    return known_unit(name) or noun_unit(name.lower()), match.end(), name
