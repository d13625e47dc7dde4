"""Bad drafts: a clear finding each, and nothing else lost."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafts.edits import scanned
from drafts.outcomes import Bench
from factcheck.drafts.states import State
from factcheck.drafts.verification import verify
from program import run_program

CLAIMS = "facts:\n  村: {value: 35个, quote: 全县35个贫困村, unit: 村}\n  坏: {value: 几个}\n"
SENTENCE = "全县35个贫困村全部摘帽。\n"
BAD = {
    "picture.txt": (b"\x89PNG\r\n\x1a\n" + bytes(200), "不是文字文件"),
    "archive.md": (b"PK\x03\x04" + bytes(200), "不是文字文件"),
    "letter.docx": (SENTENCE.encode(), "不是 Word 文档"),
    "mixed.txt": (SENTENCE.encode() * 20 + SENTENCE.encode("gbk"), "编码读不出来"),
    "huge.txt": (None, "文件太大"),
}


def written(folder: Path, name: str) -> None:
    (folder / "c.yaml").write_text(CLAIMS, encoding="utf-8")
    content = BAD[name][0]
    with (folder / name).open("wb") as file:
        if content is None:
            file.truncate(50_000_000)
        else:
            file.write(content)


@pytest.mark.parametrize("name", BAD)
def test_a_bad_draft_is_a_finding_and_hides_no_other(name: str, tmp_path: Path) -> None:
    written(tmp_path, name)
    done = run_program("draft", name, "c.yaml", folder=tmp_path, FACTCHECK_LANG="zh")
    assert done.returncode == 1
    assert done.stderr == ""
    assert "FC113" in done.stdout
    assert BAD[name][1] in done.stdout.replace("\n  ", "")
    assert "FC007" in done.stdout  # the mistake in the claims


@pytest.mark.parametrize("name", BAD)
def test_a_bad_text_named_by_claims(name: str, tmp_path: Path) -> None:
    written(tmp_path, name)
    (tmp_path / "c.yaml").write_text(f"article: {{text: {name}}}\n{CLAIMS}", encoding="utf-8")
    done = run_program("run", "c.yaml", "--profile", "strict", folder=tmp_path)
    assert done.returncode == 1
    assert {"FC113", "FC007"} <= {code for code in ("FC113", "FC007") if code in done.stdout}


@pytest.mark.parametrize("name", BAD)
def test_scan_says_why_it_cannot(name: str, tmp_path: Path) -> None:
    written(tmp_path, name)
    done = run_program("scan", name, folder=tmp_path, FACTCHECK_LANG="zh")
    assert (done.returncode, done.stdout) == (2, "")
    assert BAD[name][1] in done.stderr


def test_a_draft_without_numbers_misses_every_claim(tmp_path: Path) -> None:
    written(tmp_path, "picture.txt")
    (tmp_path / "words.md").write_text("这里没有数。", encoding="utf-8")
    done = run_program("draft", "words.md", "c.yaml", "-f", "json", folder=tmp_path)
    summary = json.loads(done.stdout)["drafts"][0]["summary"]
    assert (summary["missing"], summary["verified"], summary["unverified"]) == (1, 0, 0)


@pytest.mark.parametrize("content", [b"", b"\n\n", b"\xef\xbb\xbf", "数".encode() * 100_000, b"1" * 100_000, "一".encode() * 50_000, b"1,2," * 20_000])  # fmt: skip
def test_odd_texts_are_read_to_the_end(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "odd.txt").write_bytes(content)
    assert run_program("scan", "odd.txt", folder=tmp_path).returncode == 0


LIUHE = Bench.named("liuhe")


@given(st.text(max_size=200))
def test_any_text_can_be_held_against_claims(text: str) -> None:
    check = verify([LIUHE.file], scanned(text, "zh"), LIUHE.earlier)
    assert len(check.quotes) == 84
    sites = [quote.site for quote in check.quotes if quote.site is not None]
    assert len(sites) == len(set(sites))


@given(st.data())
def test_every_number_of_a_draft_is_accounted_for_once(data: st.DataObject) -> None:
    """Whatever is cut out or doubled: no number belongs to two quotes, and none is left unsaid."""
    lines = LIUHE.text.split("\n")
    chosen = data.draw(st.lists(st.sampled_from(lines), max_size=12))
    draft = scanned("\n".join(chosen), "zh")
    check = verify([LIUHE.file], draft, data.draw(st.sampled_from([None, LIUHE.earlier])))
    held = [quote.site for quote in check.quotes if quote.site is not None]
    rivals = {site for quote in check.quotes for site in quote.rivals}
    free = {*check.unverified, *(each.site for each in check.repeated)}
    needed = {site for site, number in enumerate(draft.numbers) if number.kind != "ordinal"}
    assert len(held) == len(set(held))
    assert not free & {*held, *rivals}
    assert needed <= {*held, *rivals, *free}
    for quote in check.quotes:
        if quote.state is State.VERIFIED:
            assert quote.site is not None
            assert (
                draft.numbers[quote.site].value * draft.numbers[quote.site].unit.factor
                == quote.printed.value * quote.printed.unit.factor
            )
