"""What files hold never acts: no control character, no markup, no link, no mention reaches the reader's screen."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from factcheck.check.model import Report
from factcheck.findings import Finding, Message, Severity
from factcheck.reports import RenderOptions, render
from factcheck.reports.markdown import escaped, markdown
from factcheck.text import SourceText
from reports.building import label, report_of
from reports.samples import mixed

HOSTILE = "\x1b]0;title\x07\x9b31m[red]x[/red] \u202e{}\x00\r\u2028\ud800 合计21.5万吨"


def hostile(text: str) -> Report:
    source = SourceText(f"claims/{text[:20]}.yaml", f"a: {text}\nb: 21.5")
    return report_of(
        [],
        [
            Finding(
                code="FC504",
                slug="rounding-flatters",
                severity=Severity.WARNING,
                message=Message(text, text),
                labels=(
                    label(source, "21.5", text, primary=True, note=Message(text, text)),
                    label(source, "a: ", "B"),
                ),
                derivation=(Message(text, text),),
                notes=(Message(text, text),),
            )
        ],
        {},
    )


def control_characters(text: str) -> set[str]:
    return {
        each for each in text if unicodedata.category(each) in {"Cc", "Cf", "Cs"} and each not in "\n\u200d"
    }


@pytest.mark.parametrize("name", ["terminal", "concise", "github"])
@pytest.mark.parametrize("report", [hostile(HOSTILE), mixed()], ids=["hostile", "mixed"])
def test_no_control_character_reaches_a_screen(name, report):
    assert control_characters(render(name, report, RenderOptions())) == set()


@given(st.text(max_size=40))
@settings(max_examples=60)
def test_no_text_puts_a_control_character_on_a_screen(text):
    for name in ("terminal", "concise", "github"):
        written = render(name, hostile(text), RenderOptions())
        assert control_characters(written) == set()
        written.encode("utf-8")


def test_colours_are_ours_alone():
    written = render("terminal", hostile(HOSTILE), RenderOptions(colour=True))
    assert set(re.findall(r"\x1b\[[0-9;]*[^0-9;]", written)) <= {
        "\x1b[0m", "\x1b[1m", "\x1b[34m", "\x1b[36m", "\x1b[1;33m",
    }  # fmt: skip
    assert control_characters(re.sub(r"\x1b\[[0-9;]*m", "", written)) == set()
    assert "[red]x[/red]" in written


@given(st.text(alphabet="<b>*_`[]()|#~!@$&\\ab 合1", max_size=30))
def test_markdown_shows_a_text_as_it_is(text):
    html = MarkdownIt("commonmark").enable(["table", "strikethrough"]).render(f"x{escaped(text)}x")
    shown = re.sub(r"<[^>]*>", "", html)
    for entity, character in (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&amp;", "&")):
        shown = shown.replace(entity, character)
    assert shown.strip().replace("\u200b", "") == f"x{text}x"
    assert set(re.findall(r"</?([a-z]+)", html)) == {"p"}


def test_a_comment_stays_within_what_the_service_takes():
    from dataclasses import replace

    report = mixed()
    finding = report.findings[0]
    many = replace(report, findings=tuple(replace(finding, key=str(number)) for number in range(500)))
    text = markdown(many, "en", largest=65_000)
    assert len(text.encode()) <= 65_000
    assert re.search(r"[0-9]+ more are not listed here\.", text)
