"""One character for one: variants of digits, signs and numerals brought to one form, so that offsets stay those of the original."""

from __future__ import annotations

import re

from factcheck.lazily import expression
from factcheck.quantities.words import words

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
TRADITIONAL = {
    pair[0]: pair[1]
    for pair in words(
        """
        萬万 億亿 兩两 貳贰 參叁 陸陆 點点 負负 個个 條条 種种 項项 處处 戶户 輛辆 臺台 噸吨 畝亩 餘余 來来 幾几 雙双 達达 過过 約约 將将
        隊队 數数 員员 歲岁 週周 號号 圓圆 幣币 屆届 場场 輪轮 棟栋 張张 隻只 雞鸡 據据 層层 間间 這这 業业 標标 歐欧 韓韩 臘腊 紀纪 際际
        錢钱 鐘钟 鍾钟 時时 長长 頭头 寬宽 裡里 裏里 邊边 從从 攝摄 碼码 華华 頓顿 鎊镑 銖铢 盧卢
        """
    )
}
_TABLE = str.maketrans({**{chr(code): digit for code, digit in _FULL_WIDTH.items()}, **_SIGNS, **TRADITIONAL})
_PAIRS = [(chr(code), form) for code, form in _TABLE.items()]
_VARIANT = expression("[" + "".join(re.escape(chr(code)) for code in _TABLE) + "]")


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
