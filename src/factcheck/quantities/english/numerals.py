"""English numerals: 1,234.5, 2.3 million, 10k, three thousand two hundred and sixty-seven, two and a half."""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache

from factcheck.lazily import expression
from factcheck.quantities.numerals import LONGEST, Numeral
from factcheck.quantities.words import words

SMALL = {
    word: value
    for value, word in enumerate(
        words(
            """
            zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
            eighteen nineteen
            """
        )
    )
} | {"nought": 0, "naught": 0, "nil": 0, "a": 1, "an": 1}
TENS = {
    word: 10 * value
    for value, word in enumerate(words("twenty thirty forty fifty sixty seventy eighty ninety"), start=2)
}
SCALES = {
    "thousand": 10**3,
    "million": 10**6,
    "billion": 10**9,
    "trillion": 10**12,
    "lakh": 10**5,
    "crore": 10**7,
    "dozen": 12,
}
ABBREVIATIONS = {
    "k": 10**3,
    "m": 10**6,
    "mn": 10**6,
    "mil": 10**6,
    "mln": 10**6,
    "mm": 10**6,
    "b": 10**9,
    "bn": 10**9,
    "bln": 10**9,
    "t": 10**12,
    "tn": 10**12,
    "trn": 10**12,
    "tln": 10**12,
}
ORDINALS = {
    word: value
    for value, word in enumerate(
        words(
            """
            third quarter fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth
            seventeenth eighteenth nineteenth twentieth
            """
        ),
        start=3,
    )
} | {
    "half": 2,
    "halve": 2,
    "fourth": 4,
    "hundredth": 100,
    "thousandth": 1000,
    "millionth": 10**6,
    "billionth": 10**9,
    "trillionth": 10**12,
    "thirtieth": 30,
    "fortieth": 40,
    "fiftieth": 50,
}
VULGAR = {
    "½": (1, 2),
    "⅓": (1, 3),
    "⅔": (2, 3),
    "¼": (1, 4),
    "¾": (3, 4),
    "⅕": (1, 5),
    "⅖": (2, 5),
    "⅗": (3, 5),
    "⅘": (4, 5),
    "⅙": (1, 6),
    "⅛": (1, 8),
    "⅜": (3, 8),
    "⅝": (5, 8),
    "⅞": (7, 8),
}
"""The single characters for fractions."""

WORD = expression(r"[a-z]+|\d[\d,]*(?:\.\d+)?|\.\d+")


def scale_size(word: str) -> int:
    """What a scale word or abbreviation multiplies by; 0 where it is none."""
    word = word.lower()
    return (
        SCALES.get(word)
        or SCALES.get(word.removesuffix("s"))
        or ABBREVIATIONS.get(word)
        or (100 if word == "hundred" else 0)
    )


@lru_cache(maxsize=4096)
def read_english(text: str) -> Numeral | None:
    """The numeral that the whole text is, or ``None``.

    >>> read_english("three thousand two hundred and sixty-seven").value
    Fraction(3267, 1)
    >>> read_english("2.3 million").digit_unit
    Fraction(100000, 1)
    """
    tokens = WORD.findall(text.lower())
    if not tokens or max(map(len, tokens)) > LONGEST or len(tokens) > LONGEST:
        return None
    negative = tokens[0] in ("minus", "negative") or text.lstrip().startswith("-")
    if tokens[0] in ("minus", "negative"):
        tokens = tokens[1:]
    numeral = _evaluate(tokens)
    return numeral.negative() if numeral and negative else numeral


def _evaluate(tokens: list[str]) -> Numeral | None:
    total = section = Fraction(0)
    unit, decimals, scale, arabic = Fraction(1), 0, "", False
    index = 0
    while index < len(tokens):
        token = tokens[index]
        if token[0] in "0123456789.":
            value, decimals = read_arabic(token)
            arabic = True
            section, unit, scale = section + value, Fraction(1, 10**decimals), ""
        elif token in SMALL or token in TENS:
            section, unit, scale = section + (SMALL.get(token) or TENS.get(token) or 0), Fraction(1), ""
        elif token == "point" and index + 1 < len(tokens):
            digits, index = _digits_after_point(tokens, index)
            decimals = len(digits)
            section, unit = section + Fraction(int(digits or "0"), 10**decimals), Fraction(1, 10**decimals)
        elif token == "hundred":
            section = Fraction(section or 1) * 100
            unit, scale = (unit * 100, "hundred") if arabic else (Fraction(1), "")
        elif size := scale_size(token):
            multiplied = Fraction(section or 1) * size
            total, section = (
                (total * size, Fraction(0)) if total and not section else (total + multiplied, Fraction(0))
            )
            unit, scale = unit * size, f"{scale} {token}".strip()
        elif token != "and":
            return None
        index += 1
    return Numeral(total + section, unit, scale, decimals, not arabic)


def read_arabic(token: str) -> tuple[Fraction, int]:
    """An Arabic number with grouping, and its decimals.

    >>> read_arabic("1,234.50")
    (Fraction(2469, 2), 2)
    """
    whole, _, decimals = token.rstrip(",").replace(",", "").partition(".")
    return Fraction(int((whole or "0") + decimals), 10 ** len(decimals)), len(decimals)


def _digits_after_point(tokens: list[str], index: int) -> tuple[str, int]:
    digits = ""
    while index + 1 < len(tokens) and (
        tokens[index + 1] in SMALL or tokens[index + 1] in TENS or tokens[index + 1].isdigit()
    ):
        token = tokens[index + 1]
        value = TENS.get(token, SMALL.get(token, token))
        follows = index + 2 < len(tokens) and tokens[index + 2] in SMALL and token in TENS
        digits += str(value)[:1] if follows else str(value)
        index += 1
    return digits, index
