"""The unit that stands at a place of a text, longest name first (千瓦时 before 千, 人次 before 人)."""

from __future__ import annotations

from functools import lru_cache

from factcheck.lazily import expression
from factcheck.quantities.model import Unit
from factcheck.quantities.units.algebra import divide
from factcheck.quantities.units.counted_nouns import CHINESE_HEADS
from factcheck.quantities.units.known import SYMBOLS, known_unit, make_unit
from factcheck.quantities.units.measure_words import PLAIN
from factcheck.quantities.units.parse import count_noun
from factcheck.quantities.units.table import NAMES

COUNT = (("count", 1),)
NOT_IN_CHINESE_TEXT = frozenset(
    {"one", "time", "K", "in", "at", "A", "B", "s", "min", "sec", "sen", "bar", "mark"}
)


def _by_first_character() -> dict[str, tuple[str, ...]]:
    names = (set(NAMES) | set(SYMBOLS) | set(PLAIN)) - NOT_IN_CHINESE_TEXT
    groups: dict[str, list[str]] = {}
    for name in names:
        groups.setdefault(name[0], []).append(name)
    return {first: tuple(sorted(group, key=len, reverse=True)) for first, group in groups.items()}


BY_FIRST = _by_first_character()


@lru_cache(maxsize=2048)
def unit_of_measure(word: str) -> Unit:
    """The unit of a measure word or unit name: its own, or the wildcard count."""
    return known_unit(word) or Unit(word, COUNT, is_count=True)


def match_unit(text: str, at: int) -> str:
    """The longest unit name or measure word at ``at``, or an empty string.

    >>> match_unit("3000万千瓦时", 5)
    '千瓦时'
    """
    if at >= len(text):
        return ""
    for name in BY_FIRST.get(text[at], ()):
        if text.startswith(name, at) and not _runs_on(text, at + len(name), name):
            return name
    return ""


def _runs_on(text: str, end: int, name: str) -> bool:
    """A Latin unit name that is only the beginning of a longer word."""
    return (
        name[-1].isascii()
        and name[-1].isalpha()
        and end < len(text)
        and text[end].isascii()
        and text[end].isalnum()
    )


def match_divisor(text: str, at: int) -> str:
    """The unit after a slash or 每 at ``at`` (元/人次, 公里每小时), or an empty string."""
    if at + 1 < len(text) and text[at] in "/每":
        return match_unit(text, at + 1)
    return ""


@lru_cache(maxsize=1024)
def quotient(word: str, divisor: str) -> Unit:
    """The unit of 元/人次."""
    unit = divide(unit_of_measure(word), unit_of_measure(divisor))
    return make_unit(f"{word}/{divisor}", unit.dimension, unit.factor)


STOPS = "的和及与或等在已均都把被将是有为了对从以并也占比较全共"
STRETCH = expression(rf"(?:(?![{STOPS}0-9A-Za-z_])\w){{1,14}}")
# A place that governs the next word (省级, 县域) is no head.
HEADS = expression(
    f"(?:{'|'.join(sorted(CHINESE_HEADS, key=len, reverse=True))})(?![级属内域管委政办直辖均际产务库])"
)


def head_noun(text: str, at: int) -> tuple[str, str]:
    """The noun phrase that a plain measure word at the end of ``text[:at]`` counts, and the dimension of its head; empty where unknown.

    The phrase ends with the first listed head, in its longest form (贫困村, not 村).

    >>> head_noun("13个扶贫产业园,使", 3)
    ('扶贫产业园', '产业园')
    """
    stretch = STRETCH.match(text, at)
    head = HEADS.search(text, at, stretch.end()) if stretch else None
    if head is None:
        return "", ""
    return text[at : head.end()], CHINESE_HEADS[head[0]]


@lru_cache(maxsize=1024)
def counted(word: str, base: str) -> Unit:
    """The unit of a plain measure word whose noun is known."""
    known = known_unit(base)
    return Unit(word, known.dimension if known else count_noun(base).dimension, is_count=True)
