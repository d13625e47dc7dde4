"""Slips in the words around the digits: 万 for 亿, 元 for 万元, million for billion, a lost sign, % for percentage points, 人 for 人次."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from factcheck.diagnosis.slips.digits import Undone
from factcheck.diagnosis.slips.model import SHARE_OF_KIND, SlipKind
from factcheck.diagnosis.slips.numeral import Numeral

_CHINESE = {"": 0, "万": 4, "亿": 8}
_ENGLISH = {"": 0, "thousand": 3, "million": 6, "billion": 9, "trillion": 12}
_SHORT = {"k": 3, "m": 6, "bn": 9, "tn": 12, "K": 3, "M": 6, "B": 9, "b": 9}

_UNITS_CHINESE = (("人次", "人"), ("个百分点", "%"))
_UNITS_ENGLISH = (
    ("percentage points", "%"),
    ("percentage points", "percent"),
    ("percentage points", "per cent"),
)


def scale_exchanged(numeral: Numeral, *, chinese: bool) -> Iterator[tuple[Undone, int]]:
    """Another scale word behind the digits, with the power of ten that it adds.

    >>> [(meant.written(), power) for (_, meant, _), power in scale_exchanged(Numeral.read("2.23万"), chinese=True)]
    [('2.23', -4), ('2.23亿', 4)]
    """
    scale = numeral.scale.strip()
    if scale in _SHORT:
        table, space = _SHORT, ""
    else:
        table, space = (_CHINESE, "") if chinese else (_ENGLISH, " ")
    if scale not in table:
        return
    likelihood = SHARE_OF_KIND[SlipKind.SCALE] / (2 * (len(table) - 1))
    for word, power in table.items():
        if power != table[scale]:
            meant = replace(numeral, scale=space + word if word else "")
            yield (SlipKind.SCALE, meant, likelihood), power - table[scale]


def sign_lost(numeral: Numeral) -> Iterator[Undone]:
    """The minus sign was forgotten, or set where none belongs."""
    if int(numeral.digits):
        yield SlipKind.SIGN, replace(numeral, negative=not numeral.negative), SHARE_OF_KIND[SlipKind.SIGN]


def unit_exchanged(text: str, *, chinese: bool) -> Iterator[str]:
    """The whole printed form with the unit that people confuse with its own.

    >>> list(unit_exchanged("9370人", chinese=True)), list(unit_exchanged("3.2 percentage points", chinese=False))
    (['9370人次'], ['3.2%'])
    """
    for longer, shorter in _UNITS_CHINESE if chinese else _UNITS_ENGLISH:
        if text.endswith(longer):
            stem, other = text.removesuffix(longer), shorter
        elif text.endswith(shorter):
            stem, other = text.removesuffix(shorter), longer
        else:
            continue
        bare = stem.rstrip()
        yield bare + other if other == "%" or chinese else f"{bare} {other}"
        return
