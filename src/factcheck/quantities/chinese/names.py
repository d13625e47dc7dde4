"""Numerals inside Chinese names and idioms: what is no quantity although it is written with numerals."""

from __future__ import annotations

from factcheck.lazily import expression
from factcheck.quantities.atom import Atom
from factcheck.quantities.chinese.grammar import HAN, LICENCE_BEFORE
from factcheck.quantities.model import Embedded
from factcheck.quantities.units.algebra import is_currency
from factcheck.quantities.units.measure_words import ARTICLE_ONLY, NAME_BUILDING
from factcheck.quantities.words import words

IDIOMS = words(
    """
    十一五 十二五 十三五 十四五 十五五 一带一路 进一步 一鼓作气 万一 统一 四川 九江 百度 一穷二白 三权分置 一事一议 一级抓一级 焕然一新 一村一品 一户一策 一人一策 一站式 一体化 一次性 一把手 一系列 不折不扣 一条龙 一条心
    一家亲 三农 四面八方 千方百计 五湖四海 一心一意 百年大计 千家万户 万众一心 四季 一年四季 三下乡 一门心思 三天两头 一分钱 一线 一流 一律 一致 同一 唯一 之一 单一 任一 每一 一度 一时
    上半年 下半年 前半年 后半年 上半月 下半月 上半场 下半场 上半程 下半程 前半生 后半生 上半身 下半身 前半段 后半段 上半部 下半部
    一同 第一时间 第一书记 两委 两会 三资 五保户 两手抓 三公里 百姓 百货 千古 千秋 万象 万物 万岁 十分 十足 九寨沟 三峡 三亚 五台山 五角大楼 九龙 千岛湖 六安 八达岭 七里河 五一
    十一黄金周 六一 七一 八一 万里长城 万寿 百步 万水千山 三生 半导体 一个个 一步步 一件件 一座座 一条条 一天天 一户户 一张张 一项项 一批批 一代代 一次次 一点点 一点一滴 一五一十 一个样
    星期一 星期二 星期三 星期四 星期五 星期六 周一 周二 周三 周四 周五 周六 礼拜一 两两 四两拨千斤 三个臭皮匠
    """
)
_BY_CHARACTER: dict[str, list[tuple[str, int]]] = {}
for _word in IDIOMS:
    for _index, _character in enumerate(_word):
        if _character in HAN or _character == "半":
            _BY_CHARACTER.setdefault(_character, []).append((_word, _index))

NEGATED_ONE = expression(r"(?:不漏|不落|不让|不留|没有|无|每|这|那|某|哪|另|同|任何|唯|单|同|任)\Z")
ONE_ONE = expression(r"一\w\w?\w?一\w|一\w抓一")
QUOTED = expression(r"[“\"「『‘《]([^”\"」』’》“「\n]{1,14})[”\"」』’》]")
OPENING = expression(r"[“「『‘《][^”」』’》“「『‘《\n]*\Z")
LONGEST_NAME = 14
BARE_END = expression(r"\s*(?:[,.。,;；、!?！？:：)）】\]\n]|\Z|元|和|与|的|以上|以下|之上|之下|左右|多|余)")


def is_embedded(text: str, atom: Atom, hedged: bool, at: int, floor: int, other: Atom | None) -> bool:
    """Whether the numeral at ``at`` is part of a name or an idiom rather than a quantity."""
    if other is not None and other.measure:
        return _in_quotes(text, at, other.number_end) is not None and other.unit.is_count
    arabic = not atom.numeral.in_words
    if arabic:
        return _arabic_embedded(text, atom, at)
    if hedged and (atom.measure or atom.number_end - at > 1):
        return _in_quotes(text, at, atom.number_end) is not None
    if _idiom(text, at) or _in_quotes(text, at, atom.number_end):
        return True
    if atom.form or (atom.unit.factor < 1 and not atom.unit.dimension):
        return False
    return _words_embedded(text, atom, at)


def _arabic_embedded(text: str, atom: Atom, at: int) -> bool:
    if atom.measure and not atom.unit.is_count:
        return False
    if text.startswith("号", atom.end) and not atom.measure:
        return True
    if not atom.measure and not atom.hedge and LICENCE_BEFORE.search(text, max(0, at - 12), at):
        return True
    quoted = _in_quotes(text, at, atom.number_end)
    return quoted is not None


def _words_embedded(text: str, atom: Atom, at: int) -> bool:
    printed = text[at : atom.number_end]
    if len(printed) == 1:
        if not atom.measure or printed in "百千万亿兆":
            return True
        if printed == "一":
            return atom.measure in ARTICLE_ONLY or atom.measure in NAME_BUILDING or _one(text, at)
        return atom.measure in NAME_BUILDING and not is_currency(atom.unit.dimension)
    if atom.measure:
        return not _numeral_shaped(printed) or bool(
            text[at : at + 1] in "百千万" and printed.strip("百千万亿") == ""
        )
    return not (_numeral_shaped(printed) and (len(printed) > 2 or BARE_END.match(text, atom.end)))


def _numeral_shaped(printed: str) -> bool:
    """Whether Chinese characters form a number that people write: with places, or a year-like run of digits."""
    return any(character in "十百千万亿廿卅点拾佰仟" for character in printed) or len(printed) in (2, 3, 4)


def _one(text: str, at: int) -> bool:
    return bool(
        NEGATED_ONE.search(text, max(0, at - 3), at)
        or ONE_ONE.match(text, at)
        or ONE_ONE.search(text, max(0, at - 4), at + 4)
    )


def _idiom(text: str, at: int) -> tuple[int, int] | None:
    """The span of the listed word around the numeral at ``at``."""
    for word, index in _BY_CHARACTER.get(text[at], ()):
        if text.startswith(word, at - index) and at >= index:
            return at - index, at - index + len(word)
    return None


def _in_quotes(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The short quoted name around a numeral, without its quotation marks."""
    opening = OPENING.search(text, max(0, start - LONGEST_NAME - 1), start)
    if opening is None:
        return None
    match = QUOTED.match(text, opening.start())
    if match is None or match.end(1) < end:
        return None
    return match.span(1)


def embedded_at(original: str, text: str, at: int, end: int, floor: int) -> Embedded:
    """The name or idiom around a numeral, as far as it can be told; never before ``floor``."""
    if quoted := _in_quotes(text, at, end):
        start = max(quoted[0], floor)
        return Embedded(original[start : quoted[1]], start, quoted[1], "name")
    if idiom := _idiom(text, at):
        start = max(idiom[0], floor)
        return Embedded(original[start : idiom[1]], start, idiom[1], "idiom")
    if text[at].isascii():
        kind = "address" if text[max(0, at - 1) : at] in ("路", "街", "巷", "道") else "licence"
        stop = end + (1 if text.startswith("号", end) else 0)
        return Embedded(
            original[at:stop], at, stop, kind if text.startswith("号", end) or kind == "licence" else "name"
        )
    return Embedded(original[at:end], at, end, "idiom" if text[at] == "一" else "name")
