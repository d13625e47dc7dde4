"""Chinese numerals, and Arabic ones mixed with Chinese scales: 三千二百六十七, 1亿3千万, 两万, 廿, 三点五万."""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache

from factcheck.lazily import expression
from factcheck.quantities.numerals import LONGEST, Numeral

DIGITS = {
    **{character: value for value, character in enumerate("零一二三四五六七八九")},
    **{character: value for value, character in enumerate("零壹贰叁肆伍陆柒捌玖")},
    "〇": 0,
    "○": 0,
    "两": 2,
    "弌": 1,
    "壱": 1,
    "俩": 2,
    "仨": 3,
}
PLACES = {
    "十": 10,
    "百": 100,
    "千": 1000,
    "拾": 10,
    "佰": 100,
    "仟": 1000,
    "万": 10**4,
    "亿": 10**8,
    "兆": 10**12,
}
TENS = {"廿": 20, "卅": 30, "卌": 40}
LATIN_SCALES = {"k": 1000, "K": 1000, "M": 10**6}

TOKEN = expression(
    r"(?P<arabic>\d[\d,]*(?:\.\d+)?|\.\d+)|(?P<digits>[零一二两三四五六七八九〇○壹贰叁肆伍陆柒捌玖弌壱俩仨]+)"
    r"|(?P<places>[十百千拾佰仟万亿兆]+)|(?P<tens>[廿卅卌])|(?P<scale>[kKM])|(?P<point>点)"
)
SPACES = expression(r"\s+")


@lru_cache(maxsize=8192)
def read_numeral(text: str) -> Numeral | None:
    """The numeral that the whole text is, or ``None``.

    >>> read_numeral("三千二百六十七").value
    Fraction(3267, 1)
    >>> read_numeral("1亿3千万").value
    Fraction(130000000, 1)
    >>> read_numeral("2.23亿").digit_unit
    Fraction(1000000, 1)
    """
    if len(text) > LONGEST:
        return None
    text = SPACES.sub("", text)
    sign = 1
    if text[:1] in ("-", "负", "+"):
        sign = 1 if text[0] == "+" else -1
        text = text[1:]
    numeral = _range_of_digits(text) or _whole(text)
    return numeral if numeral is None or sign > 0 else numeral.negative()


ADJACENT = expression(
    r"(?<![零〇一二两三四五六七八九])([一二两三四五六七八九])([二三四五六七八九])(?![零〇一二两三四五六七八九点])"
)


def _range_of_digits(text: str) -> Numeral | None:
    """三四十 is 30 to 40: two digits in a row, the second one higher, are two guesses at the same place; 三五 is 3 to 5."""
    match = ADJACENT.search(text)
    if match is None or (DIGITS[match[2]] - DIGITS[match[1]] != 1 and match[0] != "三五"):
        return None
    low = _whole(text[: match.start()] + match[1] + text[match.end() :])
    high = _whole(text[: match.start()] + match[2] + text[match.end() :])
    if low is None or high is None:
        return None
    return Numeral(low.value, high.value - low.value, low.scale, 0, True, high.value)


def _whole(text: str) -> Numeral | None:
    tokens = []
    position = 0
    for match in TOKEN.finditer(text):
        if match.start() != position:
            return None
        position = match.end()
        tokens.append((match.lastgroup or "", match[0]))
    if position != len(text) or not tokens:
        return None
    return _simple(tokens) or _evaluate(tokens)


def _simple(tokens: list[tuple[str, str]]) -> Numeral | None:
    """The common forms, by the shortest way: an Arabic number with or without a scale."""
    if tokens[0][0] != "arabic" or len(tokens) > 2:
        return None
    value, decimals = _arabic(tokens[0][1])
    if len(tokens) == 1:
        return Numeral(value, Fraction(1, 10**decimals), "", decimals)
    kind, scale = tokens[1]
    if kind == "scale":
        size = LATIN_SCALES[scale]
    elif kind == "places":
        size = 1
        for place in scale:
            size *= PLACES[place]
    else:
        return None
    return Numeral(value * size, Fraction(size, 10**decimals), scale, decimals)


def _arabic(text: str) -> tuple[Fraction, int]:
    whole, _, decimals = text.replace(",", "").partition(".")
    return Fraction(int((whole or "0") + decimals), 10 ** len(decimals)), len(decimals)


class _Sum:
    """The running value: finished groups of 万, 亿, 兆, the group being read, and the digit not yet placed."""

    def __init__(self) -> None:
        self.groups: list[Fraction] = []
        self.section = Fraction(0)
        self.pending: Fraction | None = None
        self.unit = Fraction(1)  # place value of the last printed digit
        self.last_place = 0  # the place after which a lone digit means the next lower one (四百五)

    def place(self, size: int) -> None:
        if size < 10**4:
            self.section += (self.pending or 1) * size
        else:
            self._large(size)
        self.pending = None
        self.last_place = size

    def _large(self, size: int) -> None:
        group = self.section + (self.pending or 0)
        self.section = Fraction(0)
        while self.groups and (self.groups[-1] < size or not group):
            group += self.groups.pop()
        self.groups.append((group or Fraction(1)) * size)

    def total(self) -> Fraction:
        return sum(self.groups, Fraction(0)) + self.section + (self.pending or 0)


def _evaluate(tokens: list[tuple[str, str]]) -> Numeral | None:
    running = _Sum()
    index = 0
    decimals = 0
    in_words = True
    scale = ""
    while index < len(tokens):
        kind, text = tokens[index]
        last = index == len(tokens) - 1 or tokens[index + 1][0] == "point"
        scale = ""
        if kind == "arabic":
            in_words = False
            value, decimals = _arabic(text)
            if running.pending:
                return None
            running.pending, running.unit = value, Fraction(1, 10**decimals)
        elif kind == "digits":
            if running.pending is not None:
                return None
            if not _digits(running, text, last):
                return None
        elif kind == "tens":
            running.section += TENS[text]
            running.unit = Fraction(1)
        elif kind == "point":
            if index + 1 == len(tokens) or tokens[index + 1][0] not in ("digits", "arabic"):
                return None
            index += 1
            decimals = _decimals(running, tokens[index][1])
        elif kind == "places":
            if not _in_order(running, text):
                return None
            scale = _places(running, text, in_words)
        else:
            return None
        index += 1
    return Numeral(running.total(), running.unit, scale, decimals, in_words)


def _digits(running: _Sum, text: str, last: bool) -> bool:
    """Put a run of Chinese digits in its place; a run of several after a place (十二五) is no number."""
    values = [DIGITS[character] for character in text]
    running.unit = Fraction(1)
    if len(values) > 1 and values[0] == 0 and running.last_place:
        values = values[1:]  # 一百零五
    elif last and len(values) == 1 and values[0] and running.last_place >= 100:
        running.unit = Fraction(running.last_place, 10)  # 四百五 is 450
        running.pending = values[0] * running.unit
        return True
    if len(values) > 1 and running.last_place:
        return False
    number = 0
    for value in values:
        number = number * 10 + value
    running.pending = Fraction(number)
    return True


def _decimals(running: _Sum, text: str) -> int:
    digits = "".join(str(DIGITS.get(character, character)) for character in text)
    whole = running.total()
    running.groups, running.section = [], Fraction(0)
    running.pending = whole + Fraction(int(digits), 10 ** len(digits))
    running.unit = Fraction(1, 10 ** len(digits))
    return len(digits)


def _in_order(running: _Sum, text: str) -> bool:
    """Within a group the places fall: 三千八百, not 一百二百."""
    last = running.last_place
    for place in text:
        size = PLACES[place]
        if size < 10**4 and last and size >= last and last < 10**4:
            return False
        last = size
    return True


def _places(running: _Sum, text: str, in_words: bool) -> str:
    """Apply a run of places; the scale is what stands for zeros: 万 and above, or any after Arabic digits."""
    scale = ""
    for place in text:
        size = PLACES[place]
        running.place(size)
        if size >= 10**4:
            running.unit = (running.unit if scale or running.unit < 1 else Fraction(1)) * size
            scale += place
        elif not in_words:
            running.unit = running.unit * size if scale == "" else running.unit
            scale += place
        else:
            scale = ""
    return scale
