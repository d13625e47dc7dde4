"""The table of codes: stable, never reused, each with its slug and severity. What each means at length stands in the rules."""

from __future__ import annotations

from factcheck.findings.messages import Message
from factcheck.findings.model import Severity
from factcheck.records import record

_E, _W, _I = Severity.ERROR, Severity.WARNING, Severity.INFO


@record(frozen=True, slots=True)
class Code:
    """One kind of finding."""

    code: str
    slug: str
    severity: Severity
    title: Message


Row = tuple[str, str, Severity, str, str]


def _table(*rows: Row) -> dict[str, Code]:
    return {code: Code(code, slug, severity, Message(zh, en)) for code, slug, severity, zh, en in rows}


# FC0xx: input
INPUT_ROWS: tuple[Row, ...] = (
    ("FC001", "unreadable-file", _E, "文件无法读取", "file cannot be read"),
    ("FC002", "yaml-syntax", _E, "YAML 语法错误", "YAML syntax error"),
    ("FC003", "not-utf8", _E, "文件不是 UTF-8 编码", "file is not UTF-8"),
    ("FC004", "duplicate-key", _E, "重复的键", "duplicate key"),
    ("FC005", "unknown-key", _E, "未知的字段", "unknown field"),
    ("FC006", "unknown-name", _E, "没有这个名字的数字", "no fact of this name"),
    ("FC007", "unparsable-quantity", _E, "读不出数量", "quantity cannot be read"),
    ("FC008", "expression-syntax", _E, "关系式写法有误", "expression cannot be read"),
    ("FC009", "wrong-type", _E, "此处应写别的内容", "wrong kind of value"),
    ("FC010", "missing-field", _E, "缺少字段", "missing field"),
    ("FC011", "yaml-feature", _E, "不允许的 YAML 功能", "YAML feature not allowed"),
    ("FC012", "several-documents", _E, "一个文件里有多个文档", "several documents in one file"),
    ("FC013", "empty-file", _W, "文件里没有内容", "file is empty"),
    ("FC014", "uses-missing", _E, "引用的文件不存在", "used file is missing"),
    ("FC015", "uses-cycle", _E, "文件互相引用", "files use each other in a cycle"),
    ("FC016", "uses-outside", _E, "引用的文件在项目文件夹之外", "used file lies outside the project"),
    ("FC017", "comma-splits-value", _E, "逗号把值切开了", "comma splits the value"),
    ("FC018", "comment-cuts-text", _W, "# 之后的文字被当作注释", "text after # is cut off"),
    ("FC019", "full-width-colon", _E, "键后用了全角冒号", "full-width colon after a key"),
    ("FC020", "quote-whole-entry", _E, "整条须加引号", "the whole entry needs quotes"),
    (
        "FC021",
        "value-as-block",
        _E,
        "> 或 | 开头的值须加引号",
        "a value that starts with > or | needs quotes",
    ),
    ("FC022", "inner-quote", _E, "引号里又有引号", "quote inside quotes"),
    (
        "FC023",
        "because-after-string",
        _E,
        "关系式后面另有字段，应写 that",
        "fields after a formula need that",
    ),
    ("FC024", "tab-indentation", _E, "用制表符缩进", "tab in the indentation"),
    ("FC025", "unclosed-quote", _E, "引号没有闭合", "quote is not closed"),
    ("FC026", "control-character", _E, "文件里有控制字符", "control character in the file"),
    ("FC027", "space-after-colon", _E, "冒号后缺空格", "no space after the colon"),
    ("FC028", "unit-definition", _E, "单位定义读不懂", "unit definition cannot be read"),
    ("FC029", "nested-too-deep", _E, "嵌套太深", "nested too deep"),
    ("FC030", "wide-indentation", _E, "用全角空格缩进", "full-width space in the indentation"),
    ("FC031", "unclosed-bracket", _E, "括号没有闭合", "bracket is not closed"),
)

# FC1xx: quotes and drafts
DRAFT_ROWS: tuple[Row, ...] = (
    ("FC101", "value-not-in-quote", _E, "引文中没有这个数", "value is not in its quote"),
    ("FC102", "repeated-figure-differs", _E, "重复出现的数字不一致", "a repeated figure differs"),
    ("FC103", "quote-has-several-numbers", _E, "引文中有几个数", "the quote holds several numbers"),
    ("FC104", "quote-missing", _E, "草稿里找不到引文", "quote is not in the draft"),
    ("FC105", "number-changed", _E, "草稿里的数变了", "number changed in the draft"),
    ("FC106", "unit-changed", _E, "草稿里的单位变了", "unit changed in the draft"),
    ("FC107", "hedge-changed", _W, "草稿里的约数词变了", "hedge changed in the draft"),
    ("FC108", "precision-changed", _W, "草稿里的精度变了", "precision changed in the draft"),
    ("FC109", "quote-ambiguous", _W, "引文对应草稿里的几处", "quote fits several places"),
    ("FC110", "uncovered-number", _I, "没有事实对应的数", "number without a fact"),
    ("FC111", "repeated-number-differs", _E, "同样的话，前后数字不同", "the same words with another number"),
    ("FC112", "quote-moved", _I, "引文移到了别的段落", "quote moved to another paragraph"),
    ("FC113", "draft-unreadable", _E, "草稿无法读取", "draft cannot be read"),
)

CODES: dict[str, Code] = _table(
    *INPUT_ROWS,
    *DRAFT_ROWS,
    # FC2xx: impossible
    ("FC201", "sum-impossible", _E, "合计不符", "sum does not add up"),
    ("FC202", "share-impossible", _E, "占比不符", "share does not fit"),
    ("FC203", "change-impossible", _E, "增减不符", "change does not fit"),
    ("FC204", "average-impossible", _E, "平均数不符", "average does not fit"),
    ("FC205", "times-impossible", _E, "倍数不符", "multiple does not fit"),
    ("FC206", "within-impossible", _E, "部分大于整体", "part exceeds the whole"),
    ("FC207", "shares-impossible", _E, "各占比之和不为 100%", "shares do not sum to 100%"),
    ("FC208", "per-year-impossible", _E, "年均增速不符", "yearly rate does not fit"),
    ("FC209", "expression-impossible", _E, "关系式不成立", "relation cannot hold"),
    ("FC210", "same-impossible", _E, "同一数字前后不一", "the same figure differs"),
    ("FC220", "jointly-impossible", _E, "几条关系不能同时成立", "checks cannot all hold"),
    # FC3xx: doubtful
    ("FC301", "sum-doubtful", _W, "合计按所印数字对不上", "sum does not add up as printed"),
    ("FC302", "share-doubtful", _W, "占比按所印数字对不上", "share does not fit as printed"),
    ("FC303", "change-doubtful", _W, "增减按所印数字对不上", "change does not fit as printed"),
    ("FC304", "average-doubtful", _W, "平均数按所印数字对不上", "average does not fit as printed"),
    ("FC305", "times-doubtful", _W, "倍数按所印数字对不上", "multiple does not fit as printed"),
    ("FC306", "within-doubtful", _W, "部分按所印数字大于整体", "part exceeds the whole as printed"),
    ("FC307", "shares-doubtful", _W, "各占比之和按所印数字不为 100%", "shares do not sum to 100% as printed"),
    ("FC308", "per-year-doubtful", _W, "年均增速按所印数字对不上", "yearly rate does not fit as printed"),
    ("FC309", "expression-doubtful", _W, "关系式按所印数字不成立", "relation does not hold as printed"),
    ("FC310", "same-doubtful", _W, "同一数字按所印数字不一", "the same figure differs as printed"),
    ("FC320", "jointly-doubtful", _W, "几条关系按所印数字不能同时成立", "checks cannot all hold as printed"),
    ("FC330", "implausible", _W, "可能但不可信", "possible, not plausible"),
    ("FC331", "tie-only", _I, "只靠恰好的五入才成立", "holds only by an exact tie"),
    # FC4xx: units and values
    ("FC401", "dimension-clash", _E, "单位不相容", "units do not fit together"),
    ("FC402", "counts-added", _W, "不同的计数相加", "different things added"),
    ("FC403", "counts-compared", _I, "不同的计数相比", "different things compared"),
    ("FC404", "persons-and-visits", _E, "人与人次混用", "persons mixed with visits"),
    ("FC405", "currencies-mixed", _E, "币种混用", "currencies mixed"),
    ("FC406", "percent-and-points", _E, "百分比与百分点混用", "percent mixed with percentage points"),
    ("FC407", "count-not-whole", _E, "计数不是整数", "count is not a whole number"),
    ("FC408", "share-over-hundred", _E, "占比超过 100%", "share above 100%"),
    ("FC409", "scale-slip", _I, "可能差了一个数量级", "scale slip would explain it"),
    ("FC410", "unit-near-miss", _I, "单位与已知单位相近", "unit resembles a known one"),
    (
        "FC411",
        "divisor-disagrees",
        _W,
        "户均、人均与除数不一致",
        "per-household or per-person disagrees with the divisor",
    ),
    ("FC412", "division-by-zero", _E, "除数为零", "division by zero"),
    # FC5xx: precision and wording
    ("FC501", "digits-beyond-inputs", _W, "位数超出数据所能支持", "more digits than the inputs carry"),
    ("FC502", "truncates", _I, "本文数字系截尾", "figures are truncated"),
    ("FC503", "mixed-rounding", _W, "取整方式不一", "rounding conventions mixed"),
    ("FC504", "rounding-flatters", _W, "取整总是偏向有利一方", "every rounding flatters"),
    ("FC505", "hedge-contradicts", _W, "约数词与数字矛盾", "hedge contradicts the number"),
    # FC6xx: time and sources
    ("FC601", "periods-mixed", _W, "同一关系中时间不同", "periods mixed in one check"),
    ("FC602", "no-source", _I, "没有来源", "no source"),
    # FC7xx: hygiene
    ("FC701", "unused-fact", _I, "没有关系用到的数字", "fact no check uses"),
    ("FC702", "proves-nothing", _I, "此关系不证明什么", "check proves nothing"),
    ("FC703", "redundant-check", _I, "重复的关系", "duplicate or redundant check"),
    ("FC704", "ignore-without-reason", _W, "忽略而未说明理由", "ignore without a reason"),
    ("FC705", "ignore-hides-nothing", _W, "忽略已无必要", "ignore hides nothing"),
    ("FC706", "not-judged", _I, "未能判定", "not judged"),
    ("FC901", "internal-error", _E, "内部错误", "internal error"),
)


def code_of(name: str) -> Code:
    """The code by its number (``FC201``) or slug (``sum-impossible``); KeyError where there is none."""
    if name in CODES:
        return CODES[name]
    for code in CODES.values():
        if code.slug == name:
            return code
    raise KeyError(name)
