"""Which checks use which printed number of ``claims/``: the table at the end of docs/article.md. ``--update`` in the folder ``tests`` writes it anew:
``python -m documents.checks_of_facts --update``."""

from __future__ import annotations

import sys
from collections.abc import Iterator

from factcheck.claims.model import Check, ClaimsFile, Fact
from factcheck.claims.project import read_project
from factcheck.reports.relations import facts_of
from program import ROOT

PAGE = ROOT / "docs" / "article.md"
CLAIMS = ROOT / "claims" / "liuhe-2020.yaml"
START, END = "<!-- table:start -->\n", "<!-- table:end -->\n"
HEAD = "| 印出的数 | 事实 | 关系（* 为推测） |\n| --- | --- | --- |\n"


def claims() -> ClaimsFile:
    """The article's claims."""
    return read_project([CLAIMS]).files[0]


def table() -> str:
    """One row for each printed number, in the order of the article."""
    file = claims()
    rows = (_row(fact, file.checks) for fact in file.facts.values() if not fact.hidden)
    return HEAD + "".join(rows)


def _row(fact: Fact, checks: list[Check]) -> str:
    again = f"（{len(fact.quotes)} 处）" if len(fact.quotes) > 1 else ""
    users = "、".join(_names(fact, checks)) or "独立，不参与关系"
    return f"| {fact.printed}{again} | {fact.name} | {users} |\n"


def _names(fact: Fact, checks: list[Check]) -> Iterator[str]:
    for check in checks:
        if fact.id in facts_of(check):
            yield check.id.partition(".")[2] + ("*" if check.assumption else "")


def main() -> None:
    """Write the table anew with ``--update``."""
    if "--update" in sys.argv[1:]:
        text = PAGE.read_text(encoding="utf-8")
        before, after = text.partition(START)[0], text.partition(END)[2]
        PAGE.write_text(f"{before}{START}\n{table()}\n{END}{after}", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
