"""One place, four ways of counting: ``合计😀100亿元``, where the digit 1 stands at code point 4, UTF-16 column 5, byte 11, cell 6."""

from __future__ import annotations

import json

import pytest

from factcheck.findings import Finding, Message, Severity
from factcheck.reports import RenderOptions, render
from factcheck.text import SourceText
from reports.building import label, report_of
from reports.reading import parse_command

SOURCE = SourceText("claims/a.yaml", "合计😀100亿元")
FINDING = Finding(
    code="FC410",
    slug="unit-near-miss",
    severity=Severity.INFO,
    message=Message("单位", "unit"),
    labels=(label(SOURCE, "100亿元", "A", primary=True),),
)
REPORT = report_of([], [FINDING], {}, duration=None, exit_code=0)
OPTIONS = RenderOptions()


def loaded(name: str):
    return json.loads(render(name, REPORT, OPTIONS))


def test_code_points():
    finding = loaded("json")["findings"][0]
    assert (finding["column"], finding["end_column"]) == (4, 9)
    region = loaded("sarif")["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["region"]
    assert (region["startColumn"], region["endColumn"]) == (4, 9)
    properties = parse_command(render("github", REPORT, OPTIONS).strip()).properties
    assert (properties["col"], properties["endColumn"]) == ("4", "9")
    assert render("concise", REPORT, OPTIONS).startswith("claims/a.yaml:1:4: info FC410")


def test_utf16_units():
    assert SOURCE.utf16_column(FINDING.primary.position) == 5


def test_bytes():
    place = loaded("rdjson")["diagnostics"][0]["location"]["range"]
    assert (place["start"]["column"], place["end"]["column"]) == (11, 20)


@pytest.mark.parametrize(("plain", "bar"), [(False, "│"), (True, "|")])
def test_cells(plain, bar):
    lines = render("terminal", REPORT, RenderOptions(ascii=plain)).splitlines()
    text = next(at for at, line in enumerate(lines) if "合计" in line)
    carets = lines[text + 1].split(f"{bar} ", 1)[1]
    assert carets == " " * 6 + "^" * 7 + " A"
