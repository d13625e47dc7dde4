from __future__ import annotations

import html
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from factcheck.reports.html import pages
from factcheck.reports.html.environment import digest
from factcheck.reports.interface import RenderOptions
from page.making import HARVEST, HARVEST_TEXT, page_of, report_of, written

HOSTILE = "</style></script><script>alert(1)</script><img src=x onerror=alert(2)>\"'&{{ 7*7 }}"


class Outline(HTMLParser):
    """Elements, ids and addresses of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[str] = []
        self.ids: list[str] = []
        self.targets: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append(tag)
        self.attributes += attrs
        for name, value in attrs:
            if name == "id":
                self.ids.append(value or "")
            if name == "popovertarget" or (name == "href" and (value or "").startswith("#")):
                self.targets.append((value or "").removeprefix("#"))


def policy_of(text: str) -> str:
    found = re.search(r'Content-Security-Policy" content="([^"]*)"', text)
    assert found
    return html.unescape(found[1])


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_page_needs_no_network_and_every_target_exists(tmp_path: Path, language: str) -> None:
    text = page_of(report_of(written(tmp_path)), language)  # type: ignore[arg-type]
    outline = Outline(text)
    assert len(outline.ids) == len(set(outline.ids))
    assert set(outline.targets) <= set(outline.ids)
    assert not {"img", "link", "iframe", "object", "base"} & set(outline.elements)
    assert not [value for name, value in outline.attributes if name == "src" or "//" in (value or "")]
    assert not [name for name, _ in outline.attributes if name == "style" or name.startswith("on")]


def test_the_policy_allows_exactly_the_style_and_the_script_of_the_page(tmp_path: Path) -> None:
    text = page_of(report_of(written(tmp_path)))
    style = re.search(r"<style>(.*?)</style>", text, re.S)
    script = re.search(r"<script>(.*?)</script>", text, re.S)
    assert style
    assert script
    assert policy_of(text) == (
        f"default-src 'none'; style-src {digest(style[1])}; script-src {digest(script[1])}; "
        "base-uri 'none'; form-action 'none'"
    )
    assert text.index("Content-Security-Policy") < text.index("<style>")


def test_text_from_files_is_shown_and_not_run(tmp_path: Path) -> None:
    import json

    hostile = json.dumps(HOSTILE)
    claims = HARVEST.replace("title: 夏粮", f"title: {hostile}").replace(
        "because: 只收这两种", f"because: {hostile}"
    )
    claims = claims.replace("小麦: {", f"小麦: {{source: {hostile}, note: {hostile}, ")
    text = page_of(report_of(written(tmp_path, claims, f"{HARVEST_TEXT}\n{HOSTILE}\u202e\x1b[31m\n")))
    elements = Outline(text).elements
    assert elements.count("script") == 1
    assert elements.count("style") == 1
    assert "img" not in elements
    assert text.count("&lt;script&gt;alert(1)&lt;/script&gt;") >= 4
    assert "{{ 7*7 }}" in html.unescape(text)
    assert "\u202e" not in text
    assert r"\u202e\x1b[" in text


def test_the_same_report_gives_the_same_page(tmp_path: Path) -> None:
    folder = written(tmp_path)
    assert page_of(report_of(folder)) == page_of(report_of(folder))


def test_many_articles_stand_under_an_index_in_one_file(tmp_path: Path) -> None:
    written(tmp_path)
    written(
        tmp_path,
        HARVEST.replace("21.5", "20.9").replace("夏粮.md", "秋粮.md"),
        HARVEST_TEXT.replace("21.5", "20.9"),
        "秋粮",
    )
    outline = Outline(page_of(report_of(tmp_path)))
    assert len(outline.ids) == len(set(outline.ids))
    assert set(outline.targets) <= set(outline.ids)
    assert outline.elements.count("table") == 1
    assert outline.elements.count("main") == 1


def test_a_folder_holds_an_index_and_a_page_for_each_article(tmp_path: Path) -> None:
    written(tmp_path)
    base = "facts:\n  总量: {value: 100个}\nchecks: []\n"
    user = "uses: {基数: base.yaml}\nfacts:\n  部分: {value: 30个}\nchecks:\n  - within: {part: 部分, whole: 基数.总量}\n"
    written(tmp_path, base, None, "base")
    written(tmp_path, user, None, "index")
    made = dict(pages(report_of(tmp_path), RenderOptions(language="zh")))
    assert sorted(made) == ["base.html", "index-2.html", "index.html", "夏粮.html"]
    assert {"base.html", "index-2.html", "%E5%A4%8F%E7%B2%AE.html"} <= set(
        re.findall(r'href="([^"#]+)"', made["index.html"])
    )
    assert "base.html#n-" in made["index-2.html"]
    for text in made.values():
        outline = Outline(text)
        assert set(outline.targets) <= set(outline.ids)


def test_nothing_to_check_is_a_page_too(tmp_path: Path) -> None:
    assert "<main" in page_of(report_of(tmp_path))
