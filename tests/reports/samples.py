"""Reports that between them show everything a report can show. The articles are invented."""

from __future__ import annotations

from fractions import Fraction

from factcheck.check.model import Diagnosis, Guard, Report
from factcheck.findings import Bounds, Finding, Message, Repair, Severity
from factcheck.judgement.model import CheckVerdict, Implied, Verdict
from factcheck.quantities.interval import Interval
from factcheck.quantities.model import Unit
from factcheck.text import SourceText
from reports.building import check, claims_file, fact, label, report_of, verdict

TONS = Unit("万吨", (("mass", 1),), Fraction(10_000_000))
PERCENT = Unit("%", (), Fraction(1, 100))
PERSONS = Unit("人", (("person", 1),), Fraction(1), is_count=True)

GRAIN_ARTICLE = SourceText(
    "articles/grain-2025.md",
    "# 夏粮收购进度过半\n\n"
    "记者从县粮食和物资储备局获悉，截至7月底，收购工作进展顺利。今年全县收购小麦12.6万吨、稻谷8.3万吨，合计21.5万吨，"
    "比上年的17.8万吨增长18%。各乡镇收购点秩序良好，“打白条”现象没有发生，农民种粮积极性进一步提高。\n",
)
GRAIN_CLAIMS = SourceText(
    "claims/grain-2025.yaml",
    "article:\n  title: 夏粮收购进度过半\n  text: ../articles/grain-2025.md\n"
    "facts:\n  小麦: 12.6万吨\n  稻谷: 8.3万吨\n  合计:\n    value: 21.5万吨\n    quote: 合计21.5万吨\n"
    "  上年: 17.8万吨\n  增长: 18%\n"
    "checks:\n  - sum: {whole: 合计, parts: [小麦, 稻谷]}\n  - change: {from: 上年, to: 合计, by: 增长}\n"
    "  - 小麦 > 稻谷\n",
)


def grain() -> Report:
    """The report of the format's description: two errors with one number in common."""
    stem, source, article = "grain-2025", GRAIN_CLAIMS, GRAIN_ARTICLE
    facts = [
        fact(stem, source, "小麦", "12.6万吨", TONS, Fraction(1255, 100), Fraction(1265, 100)),
        fact(stem, source, "稻谷", "8.3万吨", TONS, Fraction(825, 100), Fraction(835, 100)),
        fact(stem, source, "合计", "21.5万吨", TONS, Fraction(2145, 100), Fraction(2155, 100)),
        fact(stem, source, "上年", "17.8万吨", TONS, Fraction(1775, 100), Fraction(1785, 100)),
        fact(stem, source, "增长", "18%", PERCENT, Fraction(175, 10), Fraction(185, 10)),
    ]
    total = check(
        stem,
        source,
        "sum: {whole: 合计, parts: [小麦, 稻谷]}",
        "sum",
        {"whole": ("合计",), "parts": ("小麦", "稻谷")},
    )
    growth = check(
        stem,
        source,
        "change: {from: 上年, to: 合计, by: 增长}",
        "change",
        {"from": ("上年",), "to": ("合计",), "by": ("增长",)},
    )
    order = check(stem, source, "小麦 > 稻谷", "expression", {"left": ("小麦",), "right": ("稻谷",)})
    wrong_sum = Finding(
        code="FC201",
        slug="sum-impossible",
        severity=Severity.ERROR,
        message=Message(
            "原文合计 21.5 万吨，分项相加只可能在 20.8 万吨到 21.0 万吨之间",
            "the article says 21.5 万吨 in total, but the parts add up to between 20.8 and 21.0 万吨",
        ),
        labels=(label(source, "21.5万吨", "C", primary=True),),
        article=(
            label(article, "21.5万吨", "C", primary=True),
            label(article, "12.6万吨", "A"),
            label(article, "8.3万吨", "B"),
        ),
        check=total.id,
        facts=(f"{stem}.小麦", f"{stem}.稻谷", f"{stem}.合计"),
        reading="loose",
        stated=Bounds("21.4", "21.6", "万吨", True, True),
        implied=Bounds("20.7", "21.1", "万吨", True, True),
        gap="0.3",
        derivation=(
            Message(
                "A + B = 12.6 + 8.3 = 20.9 万吨；按四舍五入为 [20.8, 21.0]，放宽到截尾为 (20.7, 21.1)",
                "A + B = 12.6 + 8.3 = 20.9 万吨; rounded from [20.8, 21.0], or cut short from (20.7, 21.1)",
            ),
        ),
    )
    wrong_growth = Finding(
        code="FC203",
        slug="change-impossible",
        severity=Severity.ERROR,
        message=Message(
            "从 17.8 万吨增长 18%，应为 20.8 万吨到 21.2 万吨，原文是 21.5 万吨",
            "17.8 万吨 up 18% makes between 20.8 and 21.2 万吨, but the article says 21.5 万吨",
        ),
        labels=(
            label(source, "18%", "E"),
            label(source, "17.8万吨", "D"),
            label(source, "21.5万吨", "C", primary=True),
        ),
        article=(
            label(article, "21.5万吨", "C", primary=True),
            label(article, "17.8万吨", "D"),
            label(article, "18%", "E", note=Message("增长率", "the rate")),
        ),
        check=growth.id,
        facts=(f"{stem}.合计", f"{stem}.上年", f"{stem}.增长"),
        reading="loose",
        stated=Bounds("21.4", "21.6", "万吨", True, True),
        implied=Bounds("20.709", "21.301", "万吨", True, True),
        gap="0.099",
        derivation=(
            Message(
                "D × (1 + E) = 17.8 × 1.18 = 21.004 万吨；放宽到截尾为 (20.709, 21.301)",
                "D × (1 + E) = 17.8 × 1.18 = 21.004 万吨; at its loosest (20.709, 21.301)",
            ),
        ),
    )
    diagnosis = Diagnosis(
        message=Message(
            "上面 2 条错误都含 C；只改 C 一处就能全部消除",
            "both errors above contain C; changing C alone clears them",
        ),
        members=(wrong_sum.fingerprint, wrong_growth.fingerprint),
        repairs=(
            Repair(
                fact=f"{stem}.合计",
                printed="21.5万吨",
                suggested="21.0万吨",
                kind="digit",
                clears=("FC201", "FC203"),
                allowed=Bounds("20.709", "21.1", "万吨"),
                letter="C",
                reason=Message(
                    "同时满足 FC201 与 FC203 的唯一一位小数",
                    "the only figure with one decimal that satisfies FC201 and FC203",
                ),
            ),
            Repair(
                fact=f"{stem}.小麦",
                printed="12.6万吨",
                suggested="13.2万吨",
                kind="free",
                clears=("FC201", "FC203"),
                letter="A",
                also=((f"{stem}.增长", "18%", "20%"),),
            ),
        ),
    )
    return report_of(
        [claims_file(stem, source, facts, [total, growth, order])],
        [wrong_growth, wrong_sum],
        {
            total.id: verdict(total, Verdict.IMPOSSIBLE),
            growth.id: verdict(growth, Verdict.IMPOSSIBLE),
            order.id: verdict(order, Verdict.HOLDS, slack=Fraction(42, 10)),
        },
        implied={
            f"{stem}.小麦": Implied(
                Interval(Fraction(1255, 100), Fraction(1265, 100)),
                Interval(Fraction(125, 10), Fraction(127, 10), True, True),
            )
        },
        diagnoses=(diagnosis,),
        guards={item.id: Guard.ALL if index < 3 else Guard.LEADING for index, item in enumerate(facts)},
    )


MIXED_CLAIMS = SourceText(
    "claims/mixed.yaml",
    "facts:\n  受助学生: 9370人\n  贫困人口: {unit: 人}\n  低保人数: 3267名\n  占比: 51.8%\n  金额:\t合计😀100亿元\n"
    "  备注: \x1b[31m红\x1b[0m100元 # 控制字符\n"
    "checks:\n  - within: {part: 受助学生, whole: 贫困人口}\n    because: 学生都是贫困人口\n"
    "  - share: {part: 低保人数, whole: 贫困人口, is: 占比}\n  - 受助学生 > 0\n  - 低保人数 < 受助学生\n",
)


def mixed() -> Report:
    """Everything else: a warning, a note, emoji, control characters, a file that cannot be read, what is ignored and what not judged."""
    stem, source = "mixed", MIXED_CLAIMS
    facts = [
        fact(stem, source, "受助学生", "9370人", PERSONS, 9370, 9370),
        fact(stem, source, "贫困人口", None, PERSONS, 0, 10**6),
        fact(stem, source, "低保人数", "3267名", PERSONS, 3267, 3267),
        fact(stem, source, "占比", "51.8%", PERCENT, Fraction(5175, 100), Fraction(5185, 100)),
        fact(stem, source, "金额", "100亿元", Unit("元", (("yuan", 1),)), 10**10, 10**10),
    ]
    within = check(
        stem,
        source,
        "within: {part: 受助学生, whole: 贫困人口}\n    because: 学生都是贫困人口",
        "within",
        {"part": ("受助学生",), "whole": ("贫困人口",)},
    )
    share = check(
        stem,
        source,
        "share: {part: 低保人数, whole: 贫困人口, is: 占比}",
        "share",
        {"part": ("低保人数",), "whole": ("贫困人口",), "is": ("占比",)},
    )
    positive = check(
        stem, source, "受助学生 > 0", "expression", {"left": ("受助学生",)}, ignore="统计口径不同"
    )
    less = check(
        stem, source, "低保人数 < 受助学生", "expression", {"left": ("低保人数",), "right": ("受助学生",)}
    )
    broken = SourceText("claims/坏的 文件.yaml", "")
    findings = [
        Finding(
            code="FC001",
            slug="unreadable-file",
            severity=Severity.ERROR,
            message=Message("文件无法读取：不是 UTF-8", "the file cannot be read: not UTF-8"),
            labels=(label(broken, ""),),
        ),
        Finding(
            code="FC206",
            slug="within-impossible",
            severity=Severity.ERROR,
            message=Message(
                "受助学生 9370 人，多于其所属的贫困人口（最多 6319 人）",
                "9370 students got help, more than the poor people they belong to (at most 6319)",
            ),
            labels=(
                label(source, "受助学生: 9370人", "A", primary=True),
                label(
                    source,
                    "within: {part: 受助学生, whole: 贫困人口}\n    because: 学生都是贫困人口",
                    note=Message("这条关系", "this check"),
                ),
                label(source, "51.8%", "B"),
            ),
            check=within.id,
            facts=(f"{stem}.受助学生", f"{stem}.占比"),
            reading="loose",
            stated=Bounds("9370", "9370", "人"),
            implied=Bounds("0", "6319", "人"),
            gap="3051",
            derivation=(
                Message("3267名 ÷ B → 6295…6319 人", "3267名 ÷ B → 6295…6319 人"),
                Message("A ≤ 6319 人", "A ≤ 6319 人"),
            ),
            repairs=(
                Repair(
                    fact=f"{stem}.受助学生",
                    printed="9370人",
                    suggested="937人",
                    kind="dropped-digit",
                    clears=("FC206",),
                    allowed=Bounds("0", "6319", "人"),
                ),
            ),
        ),
        Finding(
            code="FC302",
            slug="share-doubtful",
            severity=Severity.WARNING,
            message=Message(
                "3267 名占 51.8%：要靠截尾才说得通", "3267 at 51.8%: works only if digits were cut off"
            ),
            labels=(
                label(source, "51.8%", "B", primary=True, note=Message("也许是 51.9%", "perhaps 51.9%")),
            ),
            check=share.id,
            facts=(f"{stem}.低保人数", f"{stem}.占比"),
            reading="strict",
            stated=Bounds("51.75", "51.85", "%"),
            implied=Bounds("51.86", None, "%"),
            gap="0.01",
        ),
        Finding(
            code="FC410",
            slug="unit-near-miss",
            severity=Severity.INFO,
            message=Message("单位写法可疑 100% :: a,b", "the unit looks odd 100% :: a,b"),
            labels=(label(source, "100亿元", "A", primary=True),),
            facts=(f"{stem}.金额",),
        ),
        Finding(
            code="FC504",
            slug="rounding-flatters",
            severity=Severity.WARNING,
            message=Message(
                "引文含控制字符\x1b[2J\n与 <b>标签</b> | `竖线`",
                "control \x1b[2J\ncharacters and <b>tags</b> | `bars`",
            ),
            labels=(label(source, "\x1b[31m红\x1b[0m100元", primary=True),),
        ),
        Finding(
            code="FC209",
            slug="expression-impossible",
            severity=Severity.ERROR,
            message=Message("口径不同", "counted differently"),
            labels=(label(source, "受助学生 > 0", primary=True),),
            check=positive.id,
            ignored="统计口径不同",
        ),
    ]
    return report_of(
        [claims_file(stem, source, facts, [within, share, positive, less])],
        findings,
        {
            within.id: verdict(within, Verdict.IMPOSSIBLE),
            share.id: verdict(share, Verdict.DOUBTFUL, tie_only=True),
            positive.id: verdict(positive, Verdict.IGNORED),
            less.id: CheckVerdict(check=less.id, verdict=Verdict.NOT_JUDGED, reason="nodes"),
        },
        implied={
            f"{stem}.贫困人口": Implied(
                Interval(6301, 6313, integer=True), Interval(6295, 6319, integer=True), unit=PERSONS
            )
        },
        unread=(broken.path,),
    )


def clean() -> Report:
    """Nothing wrong."""
    stem, source = "mixed", MIXED_CLAIMS
    facts = [
        fact(stem, source, "受助学生", "9370人", PERSONS, 9370, 9370),
        fact(stem, source, "低保人数", "3267名", PERSONS, 3267, 3267),
    ]
    less = check(
        stem, source, "低保人数 < 受助学生", "expression", {"left": ("低保人数",), "right": ("受助学生",)}
    )
    return report_of(
        [claims_file(stem, source, facts, [less])], [], {less.id: verdict(less, Verdict.HOLDS)}, exit_code=0
    )


SAMPLES = {"grain": grain, "mixed": mixed, "clean": clean}
