"""Drafts being edited: what anchoring gets right, and how long a check takes. ``python bench/draft.py [--rounds N]``.

The scenarios are those of the tests (``tests/drafts/edits.py``): programmatic edits that know where every number went. Without
``../shared`` the long draft is made up.
"""

from __future__ import annotations

import sys
import time
from collections import Counter
from pathlib import Path
from random import Random

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tests"))

from drafts.edits import SCENARIOS, draft_of, paragraphs_shuffled, scanned  # noqa: E402
from drafts.outcomes import DRAFTS, Bench, shown  # noqa: E402
from factcheck.claims import ClaimsFile, read_text  # noqa: E402
from factcheck.drafts.numbers import DraftNumbers  # noqa: E402
from factcheck.drafts.scaffolding.scaffold import scaffold  # noqa: E402
from factcheck.drafts.scaffolding.writing import claims_text  # noqa: E402
from factcheck.drafts.states import State  # noqa: E402
from factcheck.drafts.verification import verify  # noqa: E402
from factcheck.text import SourceText  # noqa: E402

SHARED = ROOT.parent / "shared"
SUBJECTS = [
    "农业",
    "工业",
    "教育",
    "交通",
    "水利",
    "林业",
    "旅游",
    "商贸",
    "卫生",
    "文化",
    "体育",
    "民政",
    "科技",
    "电力",
    "通信",
    "气象",
]
OBJECTS = [
    "大桥",
    "学校",
    "医院",
    "泵站",
    "大棚",
    "车间",
    "站点",
    "书屋",
    "广场",
    "路灯",
    "水库",
    "苗圃",
    "市场",
    "民宿",
    "实验室",
    "机房",
]


def benches() -> dict[str, Bench]:
    """The drafts by name: our own, and the real article where it is at hand."""
    found = {name: Bench.named(name) for name in DRAFTS}
    article = SHARED / "article" / "liuhe-2020.txt"
    if article.exists():
        claims = ROOT / "claims" / "liuhe-2020.yaml"
        file = read_text(SourceText(claims.name, claims.read_text(encoding="utf-8")))
        found["the real article"] = Bench(article.read_text(encoding="utf-8"), file)
    else:
        print("../shared is not here: the real article is left out")
    return found


def scenario_table(rounds: int) -> None:
    """Right, silently wrong, at a wrong place, flagged: for quotes alone and with the earlier text."""
    for name, bench in benches().items():
        print(f"\n{name}: {len(bench.identities)} quotes; right / silently wrong / wrong place / flagged")
        print(f"{'scenario':38} {'quotes only':>26}   {'with the earlier text':>26}")
        totals = [Counter[str](), Counter[str]()]
        for scenario in SCENARIOS:
            counts = [bench.scenario(scenario, rounds, earlier) for earlier in (False, True)]
            totals = [total + count for total, count in zip(totals, counts, strict=True)]
            print(f"{scenario:38} {_row(counts[0])}   {_row(counts[1])}")
        print(f"{'all':38} {_row(totals[0])}   {_row(totals[1])}")


def _row(count: Counter[str]) -> str:
    return " / ".join(f"{value:5}" for value in shown(count))


def long_text() -> str:
    """About 100 pages: five real reports, or as many made-up sentences."""
    reports = sorted((SHARED / "data" / "reports-2026").glob("*.txt"))
    if reports:
        return "\n".join(path.read_text(encoding="utf-8") for path in reports)
    random = Random(1)
    sentences = [
        f"{random.choice(SUBJECTS)}{random.choice(SUBJECTS)}部门新建{random.choice(OBJECTS)}{random.randint(2, 999)}处，"
        f"投入资金{random.randint(100, 9999)}万元，占全年{random.choice(SUBJECTS)}支出的{random.randint(1, 99)}.{random.randint(1, 9)}%。"
        for _ in range(700)
    ]
    return "\n".join("".join(sentences[at : at + 5]) for at in range(0, len(sentences), 5))


def claims_of(draft: DraftNumbers) -> ClaimsFile:
    made = scaffold(draft)
    return read_text(SourceText("claims.yaml", claims_text(made.header, made.facts)))


def best(rounds: int, work: object) -> float:
    """Seconds of processor time, the best of several rounds."""
    times = []
    for _ in range(rounds):
        start = time.process_time()
        work()  # type: ignore[operator]
        times.append(time.process_time() - start)
    return min(times)


def speed() -> None:
    """Scan and check together: as long as a user waits after the program has started and read the claims."""
    own = Bench.named("liuhe")
    seconds = best(20, lambda: verify([own.file], scanned(own.text, "zh")))
    print(
        f"\nseed-sized draft ({len(own.text)} characters, {len(own.identities)} quotes): scanned and checked in {seconds * 1000:.0f} ms"
    )
    text = long_text()
    start = time.process_time()
    earlier = scanned(text, "zh")
    file = claims_of(earlier)
    print(
        f"100 pages ({len(text)} characters, {len(earlier.numbers)} numbers): claims written in {time.process_time() - start:.1f} s"
    )
    draft = draft_of(text, "zh")
    shuffled = paragraphs_shuffled(draft, Random(1)).text
    edited = SCENARIOS["everything at once"](draft, 1)
    for name, version in (
        ("unchanged", text),
        ("paragraphs shuffled", shuffled),
        ("everything at once", next(edited)[0].text),
    ):
        for known in (None, earlier):
            start = time.process_time()
            check = verify([file], scanned(version, "zh"), known)
            took = time.process_time() - start
            states = ", ".join(f"{check.count(state)} {state.value}" for state in State if check.count(state))
            print(
                f"  {name:20} {'with the earlier text' if known else 'quotes only':22} {took:5.2f} s  {states}"
            )


def main() -> None:
    rounds = int(sys.argv[sys.argv.index("--rounds") + 1]) if "--rounds" in sys.argv else 5
    scenario_table(rounds)
    speed()


if __name__ == "__main__":
    main()
