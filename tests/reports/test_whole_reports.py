"""Every format of every sample as a whole, as people and programs get it."""

from __future__ import annotations

import json

import pytest

from factcheck.reports import FORMATS, RenderOptions, render
from factcheck.reports.json import as_text
from reports.samples import SAMPLES

WITHOUT_TERMINAL = [name for name in FORMATS if name not in {"terminal", "html"}]


@pytest.mark.parametrize("sample", SAMPLES)
@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("width", [40, 60, 80, 140])
def test_terminal(sample, language, width, same_as_stored):
    options = RenderOptions(language=language, width=width, show_passed=width == 80)
    same_as_stored(render("terminal", SAMPLES[sample](), options))


@pytest.mark.parametrize("sample", ["grain", "mixed"])
@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("width", [80, 140])
def test_terminal_with_colours(sample, language, width, same_as_stored):
    options = RenderOptions(language=language, width=width, colour=True)
    same_as_stored(render("terminal", SAMPLES[sample](), options))


@pytest.mark.parametrize("sample", ["grain", "mixed"])
@pytest.mark.parametrize(
    ("stream", "language", "options"),
    [
        ("ascii-frames", "zh", {"ascii": True}),
        ("ascii-stream", "en", {"ascii": True, "encoding": "ascii"}),
        ("gbk-stream", "zh", {"ascii": True, "encoding": "gbk", "ambiguous_width": None}),
        ("wide-ambiguous", "zh", {"ambiguous_width": 2}),
    ],
    ids=["ascii-frames", "ascii-stream", "gbk-stream", "wide-ambiguous"],
)
def test_terminal_on_other_streams(sample, stream, language, options, same_as_stored):
    written = render("terminal", SAMPLES[sample](), RenderOptions(language=language, **options))
    written.encode(options.get("encoding", "utf-8"))
    same_as_stored(written)


@pytest.mark.parametrize("sample", SAMPLES)
@pytest.mark.parametrize("name", WITHOUT_TERMINAL)
def test_other_formats(sample, name, same_as_stored):
    text = render(name, SAMPLES[sample](), RenderOptions())
    if name == "sarif":
        # What the codes mean is told by the rules, and the version changes with each release: neither is the format.
        document = json.loads(text)
        driver = document["runs"][0]["tool"]["driver"]
        driver["rules"] = [rule["id"] for rule in driver["rules"]]
        del driver["semanticVersion"]
        text = as_text(document)
    same_as_stored(text)
