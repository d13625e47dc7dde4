"""A unit's printed name turned into its dimension and exact size."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from functools import lru_cache
from typing import Literal

from factcheck.lazily import expression
from factcheck.quantities.model import Dimension, Unit
from factcheck.quantities.units.algebra import divide, multiply
from factcheck.quantities.units.counted_nouns import CHINESE_HEADS, ENGLISH_IRREGULAR, ENGLISH_PERSONS
from factcheck.quantities.units.known import known_unit, make_unit, singular
from factcheck.quantities.units.measure_words import PLAIN
from factcheck.quantities.units.registry import DefinedUnits, define

SCALES = {
    "十": 10,
    "百": 100,
    "千": 1000,
    "万": 10**4,
    "十万": 10**5,
    "百万": 10**6,
    "千万": 10**7,
    "亿": 10**8,
    "十亿": 10**9,
    "百亿": 10**10,
    "千亿": 10**11,
    "万亿": 10**12,
    "thousand": 1000,
    "million": 10**6,
    "billion": 10**9,
    "trillion": 10**12,
}
DIVISION = expression(r"\s*/\s*|\s+per\s+|\s*每\s*|\s+an?\s+")
PRODUCT = expression(r"\s*[·⋅*]\s*")


def parse_unit(
    text: str, *, language: Literal["zh", "en"] = "zh", project_units: Mapping[str, str] | None = None
) -> Unit:
    """The unit that a text names: known, of the project (name to definition in pint's syntax), or a new count noun.

    Units multiply with ``·`` and divide with ``/``, ``per`` or ``每``; a scale may stand before one (``万元``, ``million tonnes``).
    A name that nothing knows is a noun that is counted, never an error; :func:`nearest_unit` tells near misses.

    >>> parse_unit("元/人次").dimension
    (('person_time', -1), ('yuan', 1))
    >>> parse_unit("万元").factor
    Fraction(10000, 1)
    >>> parse_unit("自然屯").is_count
    True
    """
    name = text.strip()
    own = define_units(project_units).units if project_units else {}
    parts = DIVISION.split(name) if name not in own and known_unit(name) is None else [name]
    numerator = _product(parts[0], own, language)
    for part in parts[1:]:
        numerator = divide(numerator, _product(part, own, language))
    return make_unit(name, numerator.dimension, numerator.factor)


def define_units(definitions: Mapping[str, str]) -> DefinedUnits:
    """Resolve a project's units with pint, once for the same definitions; what pint refuses is listed as a problem."""
    return _define(tuple(definitions.items()))


@lru_cache(maxsize=64)
def _define(definitions: tuple[tuple[str, str], ...]) -> DefinedUnits:
    return define(dict(definitions))


def _product(text: str, own: Mapping[str, tuple[Dimension, Fraction]], language: str) -> Unit:
    parts = PRODUCT.split(text.strip()) if known_unit(text) is None else [text]
    unit = _single(parts[0], own, language)
    for part in parts[1:]:
        unit = multiply(unit, _single(part, own, language))
    return unit


def _single(name: str, own: Mapping[str, tuple[Dimension, Fraction]], language: str) -> Unit:
    """One name without signs; the project's own meaning goes before ours."""
    name = name.strip()
    if not name:
        return Unit("", ())
    plain = _without_scale(name, own)
    if plain is not None:
        return plain
    for scale, size in SCALES.items():
        if name.startswith(scale) and (rest := name[len(scale) :].strip()):
            unit = _without_scale(rest, own)
            if unit is not None:
                return make_unit(name, unit.dimension, unit.factor * size)
    return count_noun(name, language)


def _without_scale(name: str, own: Mapping[str, tuple[Dimension, Fraction]]) -> Unit | None:
    if name in own:
        dimension, factor = own[name]
        return make_unit(name, dimension, factor)
    if name in PLAIN:
        return known_unit(name) or Unit(name, (("count", 1),), is_count=True)
    return known_unit(name)


def count_noun(name: str, language: str = "zh") -> Unit:
    """A new count unit: whole numbers of what the word names. A noun is of the kind that its last word is known for.

    >>> count_noun("非贫困村").dimension, count_noun("自然屯").dimension, count_noun("poor families", "en").dimension
    ((('village', 1),), (('自然屯', 1),), (('household', 1),))
    """
    base = _english_base(name) if language == "en" and name.isascii() else _chinese_base(name)
    known = known_unit(base)
    dimension = known.dimension if known is not None and known.is_count else ((base, 1),)
    return Unit(name, dimension, Fraction(1), True)


def _english_base(name: str) -> str:
    word = name.lower().split()[-1]
    if word in ENGLISH_PERSONS or singular(word) in ENGLISH_PERSONS:
        return "person"
    return ENGLISH_IRREGULAR.get(word) or singular(word)


def _chinese_base(name: str) -> str:
    """The head of a noun (非贫困村: 村), without a measure word before it (个村)."""
    noun = name[1:] if name[0] == "个" and len(name) > 1 else name
    for length in range(min(len(noun), LONGEST_HEAD), 0, -1):
        if base := CHINESE_HEADS.get(noun[-length:]):
            return base
    return noun


LONGEST_HEAD = max(map(len, CHINESE_HEADS))
