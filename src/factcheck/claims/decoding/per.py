"""The divisor that a quote names beside its number: 户均2890元 is per household, 每个村屯都有1至2名 per 村屯."""

from __future__ import annotations

import re

from factcheck.lazily import expression

_MEAN = expression(r"(人|户|村|乡|镇|亩|县|校|班|家|次|单位)均")
_EACH = expression(r"每一?(?P<unit>户|人|名|位|家|亩|村|次|年|月|天|日|吨|公里|平方公里|平方米|千瓦时)")
_EACH_NOUN = expression(
    r"每一?(?:个|座|处|所|台|辆|项|条|只|头|间)(?P<noun>[一-鿿]{1,5}?)"
    r"(?=都|均|各|有|约|可|平均|达|配|安排|设|增|补|投|支出|收入|发放|建|种|需|为|[,，、。;；\s]|[0-9０-９]|$)"
)
NOT_COUNTED = frozenset((None, "年", "月", "天", "日", "次"))
"""After 每, these are spans of time or occasions: what is counted in each stays a whole number."""

_UNITS = {"名": "人", "位": "人", "家": "户"}
_PER = expression(
    r"\bper\s+(?!cent\b|capita\b)([A-Za-z-]+)|\b(?:each|every)\s+([A-Za-z-]+)|\b(per capita)\b", re.IGNORECASE
)


def divisor(quote: str) -> str | None:
    """What a quote says its number is per, as a unit's name; ``None`` where it says nothing.

    >>> divisor("户均增收2890元"), divisor("每个村屯都有1至2名保洁员"), divisor("$40 per head"), divisor("219个村")
    ('户', '村屯', 'head', None)
    """
    if "均" in quote and (mean := _MEAN.search(quote)):
        return _UNITS.get(mean[1], mean[1])
    if "每" in quote:
        each = _EACH.search(quote)
        if each is not None:
            return _UNITS.get(each["unit"], each["unit"])
        noun = _EACH_NOUN.search(quote)
        return noun["noun"] if noun is not None else None
    if quote.isascii() or "per" in quote:
        per = _PER.search(quote)
        if per is not None:
            return "person" if per[3] else (per[1] or per[2]).lower()
    return None
