"""Ignores written into claims as text: the check is ignored, and nothing else about the file changes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.claims.editing.ignoring import with_ignores
from factcheck.claims.reading import read_text
from factcheck.text import SourceText

FACTS = "facts:\n  甲: 3人  # three\n  乙: 4人\nchecks:\n"

CASES = {
    "  - 甲 = 乙  # why\n": '  - ignore: "R"\n    that: 甲 = 乙  # why\n',
    "- 甲 = 乙": '- ignore: "R"\n  that: 甲 = 乙',
    "  - '甲 = 乙' # q\n": "  - ignore: \"R\"\n    that: '甲 = 乙' # q\n",
    "  - {that: 甲 = 乙} # f\n": '  - {that: 甲 = 乙, ignore: "R"} # f\n',
    "  - {that: 甲 = 乙, # f\n     because: x\n    }\n": '  - {that: 甲 = 乙, # f\n     because: x, ignore: "R"\n    }\n',
    "  -   that: 甲\n        = 乙\n      because: x\n": '  -   ignore: "R"\n      that: 甲\n        = 乙\n      because: x\n',
    "  # first\n  -\n    # second\n    same: [甲, 乙]\n": '  # first\n  -\n    # second\n    ignore: "R"\n    same: [甲, 乙]\n',
}


def edited(text: str, reason: str = "R") -> tuple[str, tuple[str, ...]]:
    file = read_text(SourceText("a.yaml", text))
    result = with_ignores(file, [check.id for check in file.checks], reason)
    return result.text, result.left


@pytest.mark.parametrize(("before", "after"), CASES.items())
def test_where_it_is_written(before: str, after: str) -> None:
    assert edited(FACTS + before) == (FACTS + after, ())


def test_line_ends_stay_as_they_are() -> None:
    text, left = edited((FACTS + "  - 甲 = 乙\n").replace("\n", "\r\n"))
    assert not left
    assert text == (FACTS + '  - ignore: "R"\n    that: 甲 = 乙\n').replace("\n", "\r\n")


@pytest.mark.parametrize(
    "checks", ["  - {that: 甲 = 乙, ignore: known}\n", "  - {that: 甲 = 乙, # }\n    because: x,}\n"]
)
def test_what_cannot_be_edited_safely_is_left(checks: str) -> None:
    text, left = edited(FACTS + checks)
    if left:
        assert text == FACTS + checks
    else:
        assert read_text(SourceText("a.yaml", text)).checks[0].ignore == "R"


@given(
    st.lists(st.sampled_from(list(CASES)).filter(lambda each: each.startswith("  ")), min_size=1, max_size=4),
    st.text(max_size=8),
)
def test_all_checks_of_a_file_at_once(checks: list[str], reason: str) -> None:
    before = FACTS + "".join(checks)
    text, left = edited(before, reason)
    file = read_text(SourceText("a.yaml", text))
    if left:
        return
    assert [check.ignore for check in file.checks] == [reason] * len(checks)
    assert not file.findings
    for line in before.splitlines():
        assert line.lstrip(" -").split(" #")[0].rstrip("} ") in text
