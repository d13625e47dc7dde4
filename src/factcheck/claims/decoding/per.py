"""The divisor that a quote names beside its number: 户均2890元 is per household, 每个村屯都有1至2名 per 村屯."""

from __future__ import annotations

import re

_MEAN = re.compile(r"(人|户|村|乡|镇|亩|县|校|班|家|次|单位)均")
_EACH = re.compile(
    r"每(?:一)?(?:个|名|位|户|人|家|座|处|所|台|辆|亩|吨|平方公里|平方米|公里|千瓦时|度|次|年|月|天|日|村)?"
    r"(?P<noun>[一-鿿]{1,6}?)?(?=都|均|有|约|可|平均|达|配|安排|设|增|[,，、。;；]|[0-9０-９]|$)"
)
_MEASURE = re.compile(
    r"每(?:一)?(?P<measure>户|人|名|位|家|亩|村|次|年|月|天|日|平方公里|平方米|公里|吨|千瓦时)"
)
_PER = re.compile(
    r"\bper\s+(?!cent\b|capita\b)([A-Za-z-]+)|\b(?:each|every)\s+([A-Za-z-]+)|\b(per capita)\b", re.IGNORECASE
)
_PERSON = frozenset(("名", "位", "人"))


def divisor(quote: str) -> str | None:
    """What a quote says its number is per, as a unit's name; ``None`` where it says nothing.

    >>> divisor("户均增收2890元"), divisor("每个村屯都有1至2名保洁员"), divisor("$40 per head"), divisor("219个村")
    ('户', '村屯', 'head', None)
    """
    if "均" in quote and (mean := _MEAN.search(quote)):
        return "户" if mean[1] == "家" else mean[1]
    if "每" in quote:
        each = _EACH.search(quote)
        measure = _MEASURE.search(quote)
        if each is not None and each["noun"]:
            return each["noun"]
        if measure is not None:
            return "人" if measure["measure"] in _PERSON else measure["measure"]
        return None
    if quote.isascii() or "per" in quote:
        per = _PER.search(quote)
        if per is not None:
            return "person" if per[3] else (per[1] or per[2]).lower()
    return None
