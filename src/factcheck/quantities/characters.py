"""One character for one: variants of digits, signs and numerals brought to one form, so that offsets stay those of the original."""

from __future__ import annotations

import re

_FULL_WIDTH = {0xFF10 + digit: str(digit) for digit in range(10)}
_SIGNS = {
    "．": ".",
    "，": ",",
    "％": "%",
    "／": "/",
    "⁄": "/",
    "×": "x",
    "＋": "+",
    "－": "-",
    "−": "-",
    "–": "-",
    "—": "-",
    "―": "-",
    "‐": "-",
    "‑": "-",
    "～": "~",
    "〜": "~",
    "∼": "~",
    "：": ":",
    "∶": ":",
    "＄": "$",
    "￥": "¥",
    "￡": "£",
    "≈": "约",
    "\u00a0": " ",
    "\u2009": " ",
    "\u202f": " ",
    "\u3000": " ",
    "\u2007": " ",
    "\t": " ",
}
TRADITIONAL = dict(
    zip(
        "萬億兩貳參陸點負個條種項處戶輛臺噸畝餘來幾雙達過約將隊數員歲週號圓幣倍屆場輪棟張隻雞據層間這業標歐韓臘紀際錢鐘鍾週時長頭寬裡邊從約兆瓩裏",
        "万亿两贰叁陆点负个条种项处户辆台吨亩余来几双达过约将队数员岁周号圆币倍届场轮栋张只鸡据层间这业标欧韩腊纪际钱钟钟周时长头宽里边从约兆瓩里",
        strict=True,
    )
)
_TABLE = str.maketrans({**{chr(code): digit for code, digit in _FULL_WIDTH.items()}, **_SIGNS, **TRADITIONAL})
_PAIRS = [(chr(code), form) for code, form in _TABLE.items()]
_VARIANT = re.compile("[" + "".join(re.escape(chr(code)) for code in _TABLE) + "]")


LONG = 2000


def normalize(text: str) -> str:
    """The text for matching, of the same length: ``２．５萬`` becomes ``2.5万``.

    >>> normalize("２．５萬戶")
    '2.5万户'
    """
    if _VARIANT.search(text) is None:
        return text
    if len(text) < LONG:
        return text.translate(_TABLE)
    for variant, form in _PAIRS:  # on long texts several times faster than to translate each character
        text = text.replace(variant, form)
    return text
