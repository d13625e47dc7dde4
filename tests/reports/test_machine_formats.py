"""Each machine format against the official schema or a real reader, and the traps that each one has."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import replace
from pathlib import Path

import jsonschema
import pytest
import xmlschema

from factcheck.check.model import Report
from factcheck.findings import Finding, Severity
from factcheck.reports import FORMATS, RenderOptions, render
from factcheck.reports.json import schema
from reports.building import report_of
from reports.reading import parse_command
from reports.samples import SAMPLES, grain, mixed
from reports.validators import junit_schema, multitool, rdjson_reader, sarif_schema

OPTIONS = RenderOptions()
MACHINE = [name for name, each in FORMATS.items() if each.machine]

samples = pytest.mark.parametrize("sample", SAMPLES.values(), ids=SAMPLES)


def loaded(name: str, report: Report, options: RenderOptions = OPTIONS):
    return json.loads(render(name, report, options))


def many(count: int) -> Report:
    """So many errors at one place, and one warning."""
    report = mixed()
    error = next(finding for finding in report.findings if finding.code == "FC206")
    warning = next(finding for finding in report.findings if finding.severity is Severity.WARNING)
    errors = [replace(error, key=str(number)) for number in range(count)]
    return report_of(report.project.files, [*errors, warning], report.judgement.verdicts)


@samples
@pytest.mark.parametrize("name", MACHINE)
def test_the_same_report_gives_the_same_bytes(name, sample):
    first = render(name, sample(), OPTIONS)
    again = render(
        name, replace(sample(), duration=12.5), replace(OPTIONS, language="en", width=40, colour=True)
    )
    assert first == again


@samples
@pytest.mark.parametrize("language", ["zh", "en"])
def test_json_follows_its_schema(sample, language):
    document = loaded("json", sample(), RenderOptions(machine_language=language))
    jsonschema.Draft202012Validator(schema()).validate(document)


def test_json_holds_what_the_contract_says():
    document = loaded("json", grain())
    assert list(document) == ["version", "summary", "findings", "checks", "facts"]
    assert document["summary"] == {
        "files": 1, "facts": 5, "checks": 3, "errors": 2, "warnings": 0, "infos": 0, "ignored": 0, "exit_code": 1,
    }  # fmt: skip
    finding = document["findings"][0]
    assert (finding["file"], finding["line"], finding["column"]) == ("claims/grain-2025.yaml", 8, 12)
    assert finding["article"] == {"file": "articles/grain-2025.md", "line": 3, "column": 56, "end_column": 62}
    assert finding["stated"] == {"low": "21.4", "high": "21.6", "unit": "万吨"}
    assert finding["repairs"][0]["suggested"] == "21.0万吨"
    assert finding["repairs"][1]["also"] == [
        {"fact": "grain-2025.增长", "printed": "18%", "suggested": "20%"}
    ]
    assert [check["verdict"] for check in document["checks"]] == ["impossible", "impossible", "holds"]
    assert document["checks"][2]["slack"] == "4.2"
    assert document["checks"][0]["facts"] == ["grain-2025.合计", "grain-2025.小麦", "grain-2025.稻谷"]
    assert document["facts"][0] == {
        "id": "grain-2025.小麦",
        "file": "claims/grain-2025.yaml",
        "line": 5,
        "printed": "12.6万吨",
        "unit": "万吨",
        "hidden": False,
        "implied": {
            "strict": {"low": "12.55", "high": "12.65", "low_open": False, "high_open": False},
            "loose": {"low": "12.5", "high": "12.7", "low_open": True, "high_open": True},
        },
        "guarded": "all digits",
    }


def test_json_keeps_ignored_findings_out_but_counts_them():
    document = loaded("json", mixed())
    assert "FC209" not in [finding["code"] for finding in document["findings"]]
    assert document["summary"]["ignored"] == 1
    assert [check["verdict"] for check in document["checks"]] == [
        "impossible", "doubtful", "ignored", "not-judged",
    ]  # fmt: skip


@samples
def test_sarif_follows_the_official_schema(sample):
    jsonschema.Draft202012Validator(sarif_schema()).validate(loaded("sarif", sample()))


@samples
def test_sarif_passes_the_multitool_with_githubs_rules(sample, tmp_path: Path):
    log = tmp_path / "report.sarif"
    log.write_text(render("sarif", sample(), OPTIONS), encoding="utf-8")
    code, said = multitool(log)
    complaints = [line for line in said.splitlines() if ": error " in line or ": warning " in line]
    # There is no page about the program yet that SARIF2005 could point to.
    assert [line for line in complaints if "SARIF2005" not in line] == []
    assert code == 0, said


def test_the_multitool_would_notice_a_broken_log(tmp_path: Path):
    log = tmp_path / "report.sarif"
    broken = loaded("sarif", grain())
    broken["runs"][0]["results"][0]["ruleIndex"] = 99
    del broken["runs"][0]["results"][0]["message"]
    log.write_text(json.dumps(broken), encoding="utf-8")
    assert ": error " in multitool(log)[1]


def test_sarif_says_how_it_counts_and_what_is_suppressed():
    run = loaded("sarif", mixed())["runs"][0]
    assert run["columnKind"] == "unicodeCodePoints"
    results = {result["ruleId"]: result for result in run["results"]}
    assert results["FC209"]["suppressions"] == [
        {"kind": "inSource", "status": "accepted", "justification": "统计口径不同"}
    ]
    assert "suppressions" not in results["FC206"]
    assert list(results["FC206"]["partialFingerprints"]) == ["factcheck/v1"]
    assert results["FC410"]["locations"][0]["physicalLocation"]["region"] == {
        "startLine": 6, "startColumn": 10, "endLine": 6, "endColumn": 15,
    }  # fmt: skip
    uri = results["FC001"]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert uri == "claims/%E5%9D%8F%E7%9A%84%20%E6%96%87%E4%BB%B6.yaml"
    for rule in run["tool"]["driver"]["rules"]:
        assert rule["shortDescription"]["text"]
        assert rule["fullDescription"]["text"]
        assert rule["help"]["text"]


@samples
def test_junit_stays_inside_the_schema_of_jenkins(sample):
    xmlschema.XMLSchema(str(junit_schema())).validate(render("junit", sample(), OPTIONS).encode())


def test_junit_has_a_case_for_every_check_and_says_which_failed():
    from xml.etree.ElementTree import fromstring

    suite = fromstring(render("junit", grain(), OPTIONS))[0]
    assert [case.get("name") for case in suite] == [
        "grain-2025:13 sum: {whole: 合计, parts: [小麦, 稻谷]}",
        "grain-2025:14 change: {from: 上年, to: 合计, by: 增长}",
        "grain-2025:15 小麦 > 稻谷",
    ]
    assert [[child.tag for child in case] for case in suite] == [["failure"], ["failure"], []]
    assert (suite.get("tests"), suite.get("failures"), suite.get("skipped")) == ("3", "2", "0")


def test_junit_counts_a_warning_as_failed_only_where_the_run_does():
    from xml.etree.ElementTree import fromstring

    def failures(fail_on: Severity) -> str | None:
        return fromstring(render("junit", mixed(), RenderOptions(fail_on=fail_on))).get("failures")

    assert failures(Severity.ERROR) == "1"
    assert failures(Severity.WARNING) == "3"


def test_junit_holds_no_control_character():
    text = render("junit", mixed(), OPTIONS)
    assert not [character for character in text if ord(character) < 0x20 and character != "\n"]


@samples
def test_rdjson_is_read_by_a_reader_of_the_format(sample, tmp_path: Path):
    document = tmp_path / "report.json"
    document.write_text(render("rdjson", sample(), OPTIONS), encoding="utf-8")
    code, said = rdjson_reader(document)
    assert code == 0, said


@samples
def test_gitlab_has_the_documented_fields(sample):
    issues = loaded("gitlab", sample())
    for issue in issues:
        assert set(issue) == {"description", "check_name", "fingerprint", "severity", "location"}
        assert issue["severity"] in {"info", "minor", "major", "critical", "blocker"}
        assert issue["location"]["lines"]["begin"] >= 1
        assert not issue["location"]["path"].startswith(("/", "./"))


def test_gitlab_fingerprints_are_unique_and_stable():
    report = grain()
    twice = replace(report, findings=(report.findings[0], report.findings[0], report.findings[1]))
    prints = [issue["fingerprint"] for issue in loaded("gitlab", twice)]
    assert len(set(prints)) == 3
    assert prints[0] == report.findings[0].fingerprint
    assert prints == [issue["fingerprint"] for issue in loaded("gitlab", twice)]


@samples
def test_github_commands_say_again_what_was_found(sample):
    report = sample()
    lines = render("github", report, OPTIONS).splitlines()
    commands = [parse_command(line) for line in lines]
    by_severity = sorted(
        (f for f in report.findings if f.ignored is None), key=lambda finding: finding.severity.rank
    )
    assert [command.message.split("\n")[0] for command in commands] == [
        first_line(finding) for finding in by_severity
    ]
    for command, finding in zip(commands, by_severity, strict=True):
        assert command.properties["title"] == f"{finding.code} {finding.slug}"
        assert command.properties["file"] == finding.primary.source.path
        assert command.properties["line"] == str(finding.primary.position.line)


def first_line(finding: Finding) -> str:
    return finding.message.en.split("\n")[0].replace("\x1b", "\\x1b")


def test_github_gives_columns_only_where_a_range_stays_on_one_line():
    report = mixed()
    finding = next(finding for finding in report.findings if finding.code == "FC206")
    wide = replace(finding, labels=(finding.labels[1],))
    (line,) = render("github", replace(report, findings=(wide,)), OPTIONS).splitlines()
    properties = parse_command(line).properties
    assert properties["line"] == "9"
    assert properties["endLine"] == "10"
    assert "col" not in properties
    assert "endColumn" not in properties


def test_github_says_how_many_annotations_are_not_shown():
    lines = render("github", many(12), OPTIONS).splitlines()
    commands = [parse_command(line) for line in lines if line.startswith("::")]
    assert Counter(command.name for command in commands) == {"error": 10, "warning": 1}
    assert commands[9].message == "3 more: see the log and the summary"
    assert len([line for line in lines if not line.startswith("::")]) == 3


def test_github_shows_all_where_ten_suffice():
    commands = [parse_command(line) for line in render("github", many(10), OPTIONS).splitlines()]
    assert len(commands) == 11
    assert commands[9].message == commands[0].message
