"""Numbers written out in words: the inverse of the reading under test."""

from __future__ import annotations

HAN = "零一二三四五六七八九"
SMALL = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
TENS = "zero ten twenty thirty forty fifty sixty seventy eighty ninety".split()  # noqa: SIM905


def chinese(number: int) -> str:
    """3267 as 三千二百六十七."""
    if number == 0:
        return "零"
    text = ""
    for size, place in ((10**16, "亿亿"), (10**12, "万亿"), (10**8, "亿"), (10**4, "万"), (1, "")):
        group, number = divmod(number, size)
        if group:
            if text and group < 1000:
                text += "零"
            text += _group(group) + place
    return text


def _group(number: int) -> str:
    text = ""
    zero = False
    for size, place in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, number = divmod(number, size)
        if digit:
            text += ("零" if zero and text else "") + HAN[digit] + place
            zero = False
        else:
            zero = True
    return text


def english(number: int) -> str:
    """3267 as three thousand two hundred and sixty-seven."""
    if number < 1000:
        return _below_thousand(number)
    parts = []
    for size, name in ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"), (10**3, "thousand")):
        group, number = divmod(number, size)
        if group:
            parts.append(f"{english(group)} {name}")
    if number:
        parts.append(("and " if number < 100 else "") + _below_thousand(number))
    return " ".join(parts)


def _below_thousand(number: int) -> str:
    if number < 20:
        return SMALL[number]
    if number < 100:
        tens, unit = divmod(number, 10)
        return TENS[tens] + (f"-{SMALL[unit]}" if unit else "")
    hundreds, rest = divmod(number, 100)
    return f"{SMALL[hundreds]} hundred" + (f" and {_below_thousand(rest)}" if rest else "")
