"""One quantity that is the whole of a text: a fact's value."""

from __future__ import annotations

from typing import Literal

from factcheck.quantities.model import PrintedQuantity, ScannedItem

Language = Literal["zh", "en"]


def scan(text: str, language: Language = "zh") -> list[ScannedItem]:
    """Every number of a running text in order: quantities, and the numerals of names and idioms as :class:`Embedded`.

    >>> [item.text for item in scan("全县3267名贫困人口,占51.8%。", "zh")]
    ['3267名', '51.8%']
    """
    if language == "en":
        from factcheck.quantities.english.scanner import scan_en

        return scan_en(text)
    from factcheck.quantities.chinese.scanner import scan_zh

    return scan_zh(text)


def read_quantity(text: str, *, language: Language = "zh", context: str = "") -> PrintedQuantity | None:
    """The one quantity that the whole text is, or ``None``.

    ``context`` is the text around it (a quote that holds it), from which the noun after a measure word is taken.

    >>> read_quantity("2.23亿元").value
    Fraction(223000000, 1)
    >>> read_quantity("没有数字") is None
    True
    """
    stripped = text.strip()
    if not stripped:
        return None
    if language == "en":
        from factcheck.quantities.english.whole import whole_en

        quantity = whole_en(stripped)
    else:
        from factcheck.quantities.chinese.whole import whole_zh

        quantity = whole_zh(stripped)
    if quantity is None:
        return None
    return _in_context(quantity, stripped, context, language)


def _in_context(quantity: PrintedQuantity, text: str, context: str, language: Language) -> PrintedQuantity:
    """Take the counted noun from the text around the number."""
    from dataclasses import replace

    place = context.find(text)
    if place < 0 or quantity.noun:
        return quantity
    for item in scan(context, language):
        if (
            isinstance(item, PrintedQuantity)
            and item.start <= place + quantity.number_start < item.end
            and item.noun
        ):
            return replace(quantity, noun=item.noun, unit=item.unit)
    return quantity
