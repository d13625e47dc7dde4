"""The words that say how exactly a number is meant: one table for both languages.

A word is a hedge only directly before or directly after the number, as its row says. What each meaning allows is in
:mod:`factcheck.quantities.readings`.
"""

from __future__ import annotations

from typing import Literal

Meaning = Literal["about", "nearly", "odd", "more_than", "at_least", "less_than", "at_most", "reached"]

BEFORE: dict[Meaning, str] = {
    "about": "约 大约 大概 约为 约有 约需 大约有 大致 接近 差不多 估计 约合 约占 约达 约计 近似 大体"
    "|about around roughly some approximately approx approx. circa ca ca. close_to ~ or_so an_estimated estimated in_the_region_of"
    " in_the_order_of on_the_order_of something_like in_the_neighborhood_of",
    "nearly": "近 将近 快到 几近 近乎 几乎 逼近|nearly almost just_under just_shy_of not_quite just_short_of barely",
    "more_than": "超 超过 逾 突破 多于 大于 高于 过 超出 已超 已超过 超过了 突破了 早已超过 > ＞"
    "|more_than over exceeding above upwards_of greater_than in_excess_of north_of well_over exceed exceeds exceeded surpassing"
    " topping over_than bigger_than higher_than larger_than just_over slightly_over slightly_more_than > well_above",
    "at_least": "至少 不少于 不低于 不小于 最少 起码 至少有 最低 不下 不下于 上 ≥ ＞= >= 大于等于 大于或等于 大于或者等于"
    "|at_least at_least_or_equal_to bigger_or_equal_than greater_than_or_equal_to more_than_or_equal_to no_less_than no_fewer_than not_less_than a_minimum_of minimum_of as_many_as_or_more >= ≥ starting_at",
    "less_than": "不足 不到 少于 低于 小于 不满 未满 未达 < ＜"
    "|less_than under fewer_than below lower_than smaller_than short_of < well_under",
    "at_most": "至多 最多 不超过 不多于 不高于 不大于 顶多 最高 最高达 不超 ≤ ＜= <= 小于等于 小于或等于 小于或者等于"
    "|at_most smaller_or_equal_than less_than_or_equal_to up_to no_more_than not_more_than maximum_of a_maximum_of as_much_as as_many_as <= ≤ no_greater_than",
    "reached": "达 达到 达到了 高达 多达 达成|reached reaching equal_to equals_to equals equaling_to hit hitting totaling totalling",
}
"""Words before the number, Chinese ones, then English ones (``_`` for a space)."""

AFTER: dict[Meaning, str] = {
    "about": "左右 上下|or_so or_thereabouts give_or_take",
    "odd": "多 余 来 几 有余 开外 出头 挂零|odd plus +",
    "at_least": "以上 及以上 或以上 之上|or_more or_above or_greater or_higher and_above and_up or_over",
    "at_most": "以下 及以下 以内 之内 或以下 之下|or_less or_fewer or_below or_lower and_below or_under",
}
"""Words after the number or its unit."""


def _words(table: dict[Meaning, str], language: int) -> dict[str, Meaning]:
    return {
        word.replace("_", " "): meaning
        for meaning, words in table.items()
        for word in words.split("|")[language].split()
    }


# The last character of a longer word is no hedge: 签约35个, 最近3年, 会上15人.
PART_OF_A_WORD: dict[str, str] = {
    "约": "签节预合纽公违履制简契邀婚条租续",
    "近": "最附邻就新靠临亲远晚切抵走拉",
    "超": "赶反",
    "达": "表传发抵直到马雷转雅送",
    "上": "",
}
PLACES_ONLY = "十百千万亿"
"""上 is a hedge before these only: 上千人; 过 before 半 only: 过半."""

BEFORE_ZH = _words(BEFORE, 0)
AFTER_ZH = _words(AFTER, 0)
BEFORE_EN = _words(BEFORE, 1)
AFTER_EN = _words(AFTER, 1)
_MEANINGS: dict[str, Meaning] = {**BEFORE_EN, **AFTER_EN, **BEFORE_ZH, **AFTER_ZH}


def hedge_meaning(hedge: str) -> Meaning | None:
    """What a printed hedge word means, ``None`` for no hedge; ``达到`` and ``reached`` leave the number plain.

    >>> hedge_meaning("约"), hedge_meaning("or more"), hedge_meaning("")
    ('about', 'at_least', None)
    """
    return _MEANINGS.get(hedge) or _MEANINGS.get(" ".join(hedge.lower().split()))


def is_hedge_zh(hedge: str, before: str, after: str) -> bool:
    """Whether a Chinese hedge word is one between these neighbours, or the end of another word.

    >>> is_hedge_zh("约", "签", "3"), is_hedge_zh("约", "共", "3"), is_hedge_zh("上", "会", "1")
    (False, True, False)
    """
    if hedge == "上":
        return after in PLACES_ONLY
    if hedge == "过":
        return after == "半"
    return not before or before not in PART_OF_A_WORD.get(hedge, "")
