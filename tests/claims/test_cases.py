"""Every slip in ``cases/``: its code, exact place, words, and what of the rest of the file is still read."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from claims.reading_cases import codes, marked, place, read
from factcheck.findings.codes import CODES

CASES: list[dict[str, Any]] = [
    {**case, "group": path.stem}
    for path in sorted((Path(__file__).parent / "cases").glob("*.yaml"))
    for case in yaml.safe_load(path.read_text(encoding="utf-8"))
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['group']}: {case['case']}")
def test_slip(case: dict[str, Any]) -> None:
    file = read(case["text"])
    found = []
    for finding in file.findings:
        row = {
            "code": finding.code,
            "at": place(finding),
            "marked": marked(finding),
            "zh": finding.message.zh,
            "en": finding.message.en,
        }
        if finding.help is not None:
            row["advice"] = finding.help.zh
        found.append(row)
    assert found == case["findings"]
    assert list(file.facts) == case["facts"]
    assert len(file.checks) == case["checks"]


CORRECTED = (
    ("put the whole entry in single quotes: ", 0),
    ("use quotes: ", 0),
    ("write: ", 0),
    ("write the line above as: ", -1),
)
"""How the advice announces a corrected line, and which line that is, counted from the finding's."""


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['group']}: {case['case']}")
def test_the_corrected_line_is_right(case: dict[str, Any]) -> None:
    text: str = case["text"]
    before = codes(read(text))
    for finding in read(text).findings:
        for announced, offset in CORRECTED:
            advice = finding.help.en if finding.help is not None else ""
            if not advice.startswith(announced):
                continue
            lines = text.split("\n")
            number = finding.primary.position.line - 1 + offset
            whole = lines[number].strip()
            written, corrected = whole, advice.removeprefix(announced)
            if "{" in whole and "{" not in corrected:
                continue  # the advice shows one field of a line in braces
            indent = lines[number][: len(lines[number]) - len(lines[number].lstrip())]
            if lines[number + 1 : number + 2] and offset and not lines[number].startswith(indent + "- that"):
                assert corrected.startswith("- that: ")
            lines[number] = lines[number].replace(written, corrected)
            after = codes(read("\n".join(lines)))
            assert after.count(finding.code) < before.count(finding.code), corrected


def test_every_code_of_input_has_both_titles() -> None:
    for code in (row for row in CODES.values() if row.code.startswith("FC0")):
        assert code.title.zh
        assert code.title.en
