"""Corrections of claims files: only where the quote or the text leaves no doubt."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.claims import ClaimsFile, read_text
from factcheck.drafts.documents import document_from_bytes
from factcheck.drafts.numbers import numbers_of
from factcheck.drafts.states import State
from factcheck.drafts.verification import verify
from factcheck.fixing.fixes import fixes_of
from factcheck.fixing.model import edited
from factcheck.text import SourceText
from program import run_program

DRAFT = "经过三年整修，全县35个贫困村全部摘帽，另有184个非贫困村。\n\n合计投资2.23亿元，人均增收约3000元。\n"


def fixed(facts: str, draft: str = "") -> str:
    file = read(f"facts:\n  {facts}\n")
    checks = [verify([file], numbers_of(document_from_bytes(draft.encode(), "d.md"), "zh"))] if draft else []
    return edited(file.source.text, fixes_of(file, checks)).removeprefix("facts:\n  ").rstrip("\n")


def read(text: str) -> ClaimsFile:
    return read_text(SourceText("c.yaml", text))


@pytest.mark.parametrize(
    ("facts", "wanted"),
    [
        (
            "村: {value: 53个, quote: 全县35个贫困村}  # 抄错",
            "村: {value: 35个, quote: 全县35个贫困村}  # 抄错",
        ),
        ('钱: {value: "2.32亿元", quote: 投资2.23亿元}', "钱: {value: 2.23亿元, quote: 投资2.23亿元}"),
        ("钱: {value: 3000元, quote: 增收约3000元}", "钱: {value: 约3000元, quote: 增收约3000元}"),
        ("村: {valeu: 35个, quote: 35个村}", "村: {value: 35个, quote: 35个村}"),
        ("率: {value: 90%, quote: 比例达到80%}", "率: {value: 80%, quote: 比例达到80%}"),
        ("钱: {value: 100元, quote: '1,200元'}", "钱: {value: \"1,200元\", quote: '1,200元'}"),
    ],
)
def test_what_was_copied_wrongly_is_corrected(facts: str, wanted: str) -> None:
    assert fixed(facts) == wanted


@pytest.mark.parametrize(
    "facts",
    [
        "村: {value: 35个, quote: 全县35个贫困村}",
        "村: {value: 35个, quote: 三十五个村}",  # the same number written otherwise
        "村: {value: 53个, quote: 35个村、184个村}",  # which of the two?
        "村: {value: 53个, quote: [35个村, 36个村]}",  # the quotes disagree
        "村: {value: 53个, quote: 投资2.23亿元}",  # a number of another kind
        "村: {xyz: 35个}",  # no slip of any field
        "村: {value: 35个, valeu: 36个}",  # mending the key would make it stand twice
    ],
)
def test_what_is_open_to_doubt_is_left_alone(facts: str) -> None:
    assert fixed(facts) == facts


@pytest.mark.parametrize(
    ("facts", "wanted"),
    [
        ("村: {value: 184个, quote: 原有184个非贫困村}", "村: {value: 184个, quote: 184个非贫困村}"),
        ("期: {value: 三年, quote: {exact: 三年, prefix: 历经}}", "期: {value: 三年, quote: 经过三年}"),
        ("村: {value: 35个, quote: 全县三十五个贫困村}", "村: {value: 35个, quote: 35个贫困村}"),
    ],
)
def test_quotes_follow_the_words_of_the_text(facts: str, wanted: str) -> None:
    assert fixed(facts, DRAFT) == wanted


def test_a_number_that_changed_in_the_text_is_not_followed() -> None:
    facts = "村: {value: 53个, quote: 全县53个贫困村}"
    assert fixed(facts, DRAFT) == facts


@given(st.sampled_from(["35个", "53个", "三十五个", "约35个", "184个"]), st.sampled_from(["全县35个贫困村", "另有184个非贫困村", "原来184个非贫困村", "大约35个贫困村"]))  # fmt: skip
def test_fixing_is_done_after_one_round(value: str, quote: str) -> None:
    once = fixed(f"村: {{value: {value}, quote: {quote}}}", DRAFT)
    assert fixed(once, DRAFT) == once


def test_a_fixed_file_holds_against_its_text() -> None:
    file = read("facts:\n  " + fixed("村: {value: 184个, quote: 原有184个非贫困村}", DRAFT))
    check = verify([file], numbers_of(document_from_bytes(DRAFT.encode(), "d.md"), "zh"))
    assert [quote.state for quote in check.quotes] == [State.VERIFIED]


CLAIMS = "\ufeff# 注释\r\narticle: {title: 题, text: d.md}\r\nfacts:\r\n  村: {value: 53个, quote: 全县35个贫困村}   # 抄错\r\n"


def test_diff_shows_and_fix_writes_and_nothing_else_changes(tmp_path: Path) -> None:
    claims = tmp_path / "c.yaml"
    (tmp_path / "d.md").write_text(DRAFT, encoding="utf-8")
    claims.write_bytes(CLAIMS.encode())
    shown = run_program("run", "c.yaml", "--diff", folder=tmp_path, FACTCHECK_LANG="en")
    assert shown.returncode == 1
    assert shown.stdout.splitlines()[0].startswith("c.yaml:4:14  53个 → 35个  (FC101")
    assert claims.read_bytes() == CLAIMS.encode()
    run_program("run", "c.yaml", "--fix", folder=tmp_path)
    assert claims.read_bytes() == CLAIMS.replace("53个", "35个").encode()
    again = run_program("run", "c.yaml", "--diff", folder=tmp_path)
    assert again.returncode == 0
    assert sorted(path.name for path in tmp_path.iterdir() if path.is_file()) == ["c.yaml", "d.md"]


def test_the_projects_own_claims_need_no_corrections() -> None:
    assert run_program("run", "claims", "examples", "--diff").returncode == 0
