"""A scaffold holds against its own draft: all verified, nothing ambiguous, nothing uncovered."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from drafts.edits import scanned
from factcheck.check.scaffolding import NewClaims, new_claims
from factcheck.claims.syntax.writing import scalar
from factcheck.drafts.documents import read_document
from factcheck.drafts.numbers import numbers_of
from factcheck.drafts.scaffolding.fragments import Fragments
from factcheck.drafts.scaffolding.scaffold import scaffold
from factcheck.drafts.states import State
from program import ROOT, run_program

EXAMPLES = sorted((ROOT / "examples").glob("*.md"))
SHARED = ROOT.parent / "shared"
ARTICLES = sorted([*SHARED.glob("article/*.txt"), *SHARED.glob("data/reports-2026/*.txt")])


def claims_for(path: Path) -> NewClaims:
    return new_claims(numbers_of(read_document(path)), "claims/new.yaml", path.name)


def holds(claims: NewClaims) -> None:
    check = claims.check
    assert claims.file.findings == []
    assert [quote for quote in check.quotes if quote.state is not State.VERIFIED] == []
    assert check.unverified == ()
    assert check.repeated == ()


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_a_scaffold_holds_against_its_draft(path: Path) -> None:
    holds(claims_for(path))


@pytest.mark.skipif(not ARTICLES, reason="../shared is not here")
@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_a_scaffold_holds_against_real_articles(path: Path) -> None:
    holds(claims_for(path))


def test_repeated_figures_are_gathered() -> None:
    claims = claims_for(ROOT / "examples" / "liuhe-draft.md")
    assert len(claims.file.facts["行政村"].quotes) == 3
    assert len(claims.file.facts["贫困村"].quotes) == 2
    assert len(claims.file.facts["安全住房"].quotes) == 1  # 100% said of something else is another fact


def test_names_are_the_words_of_the_article() -> None:
    claims = claims_for(ROOT / "examples" / "liuhe-draft.md")
    assert {"低保覆盖", "建档立卡贫困人口", "户均增收", "节点村", "通信累计投资", "保洁员"} - set(
        claims.file.facts
    ) == {"低保覆盖"}
    assert all(name.isidentifier() for name in claims.file.facts)


def test_the_header_comes_from_the_draft() -> None:
    article = claims_for(ROOT / "examples" / "liuhe-draft.md").file.article
    assert (article.title, article.published, article.language) == ("数字里的柳河", "2020-04-21", "zh")


def test_relations_among_the_numbers_are_proposed_as_comments() -> None:
    claims = claims_for(ROOT / "examples" / "liuhe-draft.md")
    assert "#   - 贫困村 + 非贫困村 = 行政村\n" in claims.text
    assert claims.file.checks == []


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("全县共有35个贫困村。全县共有48个乡镇。", {"exact": "35个贫困村"}),
        ("去年建成35个。\n今年建成48个。", {"exact": "去年建成35个"}),
        ("男生多，共35人；女生少，共48人。", {"exact": "共35人", "prefix": "男生多，"}),
    ],
)
def test_quotes_are_as_short_as_they_can_be(text: str, quote: dict[str, str]) -> None:
    found = Fragments.of(scanned(text, "zh")).quote(0)
    wanted = {"prefix": "", "suffix": ""} | quote
    assert {"exact": found.exact, "prefix": found.prefix, "suffix": found.suffix} == wanted


@given(st.text(st.characters(exclude_categories=("Cs", "Cc", "Co", "Cn"))))
def test_texts_are_written_so_that_yaml_reads_them_back(text: str) -> None:
    assert yaml.load(f"{{key: {scalar(text)}}}", yaml.BaseLoader) == {"key": text}
    assert yaml.load(f"key: {scalar(text)}\nnext: 1", yaml.BaseLoader) == {"key": text, "next": "1"}


PIECES = st.sampled_from(
    ["35个贫困村", "219个行政村", "户均增收", "2890元", "占", "51.8%", "，", "。", "\n", "1至2名", "约3000人", "：", "“", "”", " ", "2019年", "、", "1,200元", "#", "- "]
)  # fmt: skip


@given(st.lists(PIECES, max_size=30))
def test_any_draft_gives_claims_without_mistakes(pieces: list[str]) -> None:
    claims = new_claims(scanned("".join(pieces), "zh"), "claims/new.yaml", "draft.md")
    assert [finding for finding in claims.file.findings if finding.code not in ("FC010", "FC013")] == []
    assert not any(quote.state is State.CHANGED for quote in claims.check.quotes)
    names = [fact.name for fact in scaffold(claims.check.draft).facts]
    assert len(names) == len(set(names))


def test_init_never_overwrites_without_being_told(tmp_path: Path) -> None:
    draft = tmp_path / "draft.md"
    draft.write_text("全县共有35个贫困村。", encoding="utf-8")
    assert run_program("init", "draft.md", folder=tmp_path).returncode == 0
    written = tmp_path / "claims" / "draft.yaml"
    first = written.read_text(encoding="utf-8")
    assert "text: ../draft.md" in first
    written.write_text("mine", encoding="utf-8")
    refused = run_program("init", "draft.md", folder=tmp_path)
    assert refused.returncode == 2
    assert "--force" in refused.stderr
    assert written.read_text(encoding="utf-8") == "mine"
    assert run_program("init", "draft.md", "--force", folder=tmp_path).returncode == 0
    assert written.read_text(encoding="utf-8") == first
    assert [path.name for path in written.parent.iterdir()] == ["draft.yaml"]  # nothing left behind


def test_init_says_why_it_cannot(tmp_path: Path) -> None:
    (tmp_path / "empty.md").write_text("没有数字。", encoding="utf-8")
    (tmp_path / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n")
    for name, reason in (("empty.md", "里没有数"), ("picture.txt", "不是文字文件"), ("none.md", "找不到")):
        refused = run_program("init", name, folder=tmp_path, FACTCHECK_LANG="zh")
        assert refused.returncode == 2
        assert reason in refused.stderr
    assert not (tmp_path / "claims").exists()
