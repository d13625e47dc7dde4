"""The one table of the format: every field, what it takes and what it means. Decoding and the JSON Schema both follow it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from factcheck.claims.model import CheckKind
from factcheck.findings import Message
from factcheck.records import record

FieldType = Literal[
    "text",  # any text
    "texts",  # one text or a list of them
    "flag",  # true or false
    "choice",  # one of a few words
    "date",  # 2020, 2020-04 or 2020-04-21
    "period",  # 2016/2020-04, open ends as 2016/..
    "quantity",  # a number as printed
    "unit",  # the name of a unit
    "quotes",  # a text, a list of them, or {exact, prefix, suffix}
    "between",  # [low, high]
    "reading",  # exact, strict, loose or [low, high]
    "expression",  # a fact, a quantity or a formula
    "expressions",  # a list of those
    "formula",  # a comparison
    "tolerance",  # a percentage or a quantity
    "names",  # a mapping of names to texts
    "article",  # the fields of an article
    "facts",  # names to facts
    "checks",  # a list of checks
]


@record(frozen=True, slots=True)
class Field:
    """One field: its name, what it takes, its meaning for people."""

    name: str
    type: FieldType
    meaning: Message
    required: bool = False
    choices: tuple[str, ...] = ()


class Table(dict[str, Field]):
    """Fields by name; ``required`` are those that must not be missing, ``needed`` their names."""

    def __init__(self, fields: Iterable[Field]) -> None:
        super().__init__((field.name, field) for field in fields)
        self.required = tuple(field for field in self.values() if field.required)
        self.needed = frozenset(field.name for field in self.required)


def _field(
    name: str,
    takes: FieldType,
    zh: str,
    en: str,
    *,
    required: bool = False,
    choices: tuple[str, ...] = (),
) -> Field:
    return Field(name, takes, Message(zh, en), required, choices)


def _table(*fields: Field) -> Table:
    return Table(fields)


FILE: Table = _table(
    _field("article", "article", "文章的说明", "what the article is"),
    _field("units", "names", "本项目的单位：名字与定义（pint 写法）", "units of the project: name and definition in pint's syntax"),
    _field("uses", "names", "引用其他文件的数字：名字与文件路径", "facts of other files: name and path"),
    _field("facts", "facts", "文章写出的数字与由它们推出的量", "the numbers that the article prints, and quantities they imply"),
    _field("checks", "checks", "数字之间必须成立的关系", "the relations that must hold between the numbers"),
)  # fmt: skip

ARTICLE: Table = _table(
    _field("title", "text", "标题", "title"),
    _field("authors", "texts", "作者", "authors"),
    _field("publisher", "text", "发表处", "publisher"),
    _field("published", "date", "发表日期", "date of publication"),
    _field("language", "choice", "数词与约数词的语言", "language of numerals and hedges", choices=("zh", "en")),
    _field("text", "text", "稿件路径，相对于本文件", "path of the draft, relative to this file"),
    _field(
        "rounding", "choice", "本文取整的方式", "how the article shortens numbers",
        choices=("nearest", "truncate", "either"),
    ),
)  # fmt: skip

FACT: Table = _table(
    _field("value", "quantity", "原文所印的数，照抄", "the number exactly as printed"),
    _field("quote", "quotes", "原文中数字前后的原话", "the article's words around the number"),
    _field("unit", "unit", "所计的是什么", "what is counted"),
    _field("as_of", "date", "截至何时", "the date it stands for"),
    _field("period", "period", "何时至何时", "the period it covers"),
    _field("cumulative", "flag", "是累计数", "a cumulative figure"),
    _field("source", "text", "来源", "where it comes from"),
    _field("trusted", "flag", "可信，不受怀疑", "never the suspect"),
    _field("alone", "flag", "独立的数，不要求有关系用到", "no check is expected to use it"),
    _field("note", "text", "备注", "a note"),
    _field("because", "text", "理由", "why"),
    _field("between", "between", "隐藏量的上下界", "bounds of a hidden quantity"),
    _field(
        "reading", "reading", "改定读法", "overrides what the printed form may mean",
        choices=("exact", "strict", "loose"),
    ),
    _field("precision", "quantity", "精确到何位", "the place of the last digit that counts"),
)  # fmt: skip

QUOTE: Table = _table(
    _field("exact", "text", "原话", "the words themselves", required=True),
    _field("prefix", "text", "前文", "the words before"),
    _field("suffix", "text", "后文", "the words after"),
)

CHECK: Table = _table(
    _field("id", "text", "编号", "identifier"),
    _field("because", "text", "为什么必须成立", "why it must hold"),
    _field("severity", "choice", "标签", "the label only", choices=("error", "warning", "info")),
    _field("tolerance", "tolerance", "允许的偏差", "how far a comparison may be off"),
    _field("assumption", "flag", "编辑的推测，并非原文所说", "the editor's guess, not the text's word"),
    _field("ignore", "text", "保留但不计，写明理由", "kept but not counted: the reason"),
)  # fmt: skip

_PART = _field("part", "expression", "部分", "the part", required=True)
_WHOLE = _field("whole", "expression", "整体", "the whole", required=True)
_FROM = _field("from", "expression", "原数", "the earlier value", required=True)
_TO = _field("to", "expression", "现数", "the later value", required=True)

KINDS: dict[CheckKind, Table] = {
    "sum": _table(_WHOLE, _field("parts", "expressions", "各部分", "the parts", required=True)),
    "share": _table(
        _PART, _WHOLE, _field("is", "expression", "占比", "the share", required=True)
    ),
    "average": _table(
        _field("total", "expression", "总量", "the total", required=True),
        _field("over", "expression", "除数", "what it is spread over", required=True),
        _field("is", "expression", "平均数", "the average", required=True),
    ),
    "change": _table(_FROM, _TO, _field("by", "expression", "增减", "the change", required=True)),
    "times": _table(
        _field("a", "expression", "被比的数", "the number compared", required=True),
        _field("b", "expression", "基数", "the base", required=True),
        _field("is", "expression", "倍数", "the multiple", required=True),
    ),
    "within": _table(
        _field("part", "expression", "部分", "the part"),
        _field("parts", "expressions", "互不重叠的各部分", "parts that do not overlap"),
        _WHOLE,
    ),
    "shares": _table(_field("of", "expressions", "各占比，合为 100%", "shares that make 100%", required=True)),
    "per_year": _table(
        _FROM,
        _TO,
        _field("years", "expression", "年数", "the number of years", required=True),
        _field("by", "expression", "年均增速", "the yearly rate", required=True),
    ),
}  # fmt: skip
"""The named kinds with fields; ``same`` takes a bare list, a formula stands in ``that``."""

KIND_MEANINGS: dict[CheckKind, Message] = {
    "sum": Message("整体 = 各部分之和", "whole = sum of the parts"),
    "share": Message("部分 = 占比 × 整体", "part = share × whole"),
    "average": Message("总量 = 平均数 × 除数", "total = average × divisor"),
    "change": Message("现数 = 原数 × (1 + 增幅)，或原数 + 增量", "to = from × (1 + by), or from + by"),
    "times": Message("a = 倍数 × b", "a = multiple × b"),
    "within": Message("部分 ≤ 整体", "part ≤ whole"),
    "shares": Message("各占比之和 = 100%", "the shares make 100%"),
    "per_year": Message("现数 = 原数 × (1 + 增速)^年数", "to = from × (1 + by)^years"),
    "same": Message("同一个数，印了不止一次", "one quantity, printed more than once"),
    "expression": Message("任意等式或不等式", "any equation or inequality"),
}
