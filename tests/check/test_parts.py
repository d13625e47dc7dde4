"""An archive checked part by part, in several processes or in one, is reported as if it were checked at once."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from factcheck.check import archive
from factcheck.check.archive import in_parts
from factcheck.check.joins import likely_groups
from factcheck.check.model import Report
from factcheck.check.observer import Silent
from factcheck.check.run import check
from factcheck.check.settings import Profile, Settings
from factcheck.claims.discovery import claims_files
from factcheck.claims.naming import names_of
from factcheck.reports.formats import render
from factcheck.reports.interface import RenderOptions

STRICT = Settings(profile=Profile.STRICT, processes=1)
IN_PARTS = replace(STRICT, whole=False)
FORMATS = ("terminal", "concise", "github", "gitlab", "markdown", "rdjson", "sarif")


def facts(number: int) -> str:
    return "facts:\n" + "".join(
        f'  甲{n}: {n}.5万吨\n  乙{n}: {{value: {n + number % 3}.5万吨, quote: "共{n + number % 3}.5万吨"}}\n'
        f"  计{n}: {2 * n + 1}.0万吨\n  余{n}: {n}个\n"
        for n in range(6)
    )


def checks(more: str = "") -> str:
    sums = "".join(f"  - sum: {{whole: 计{n}, parts: [甲{n}, 乙{n}]}}\n" for n in range(6))
    return f"checks:\n{sums}{more}"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Files alone, files joined by ``uses``, two files of one name, one article of two files, files with mistakes."""
    monkeypatch.chdir(tmp_path)
    for number in range(8):
        write(f"{number}.yaml", facts(number) + checks())
    for number in (1, 2):
        write(f"more/{number}.yaml", facts(number) + checks())
    write(
        "uses-block.yaml",
        "uses:\n  three: 3.yaml  # a comment\n" + facts(1) + checks("  - 甲1 = three.甲1\n"),
    )
    write("uses-flow.yaml", 'uses: {one: "more/1.yaml"}\n' + facts(2) + checks("  - 甲1 = one.甲2\n"))
    write("ring.yaml", "uses: {ring: ring.yaml}\n" + facts(0) + checks())
    write("lost.yaml", "uses: {lost: not-there.yaml}\n" + facts(0) + checks("  - 甲1 = lost.甲2\n"))
    write("draft.md", "甲县共1.5万吨，乙县共3.5万吨。")
    for name in ("draft-a", "draft-b"):
        write(f"{name}.yaml", "article: {text: draft.md}\n" + facts(2) + checks())
    write("broken.yaml", "facts:\n  甲: 'x\nchecks: []\n")
    write("ignored.yaml", facts(1) + "checks:\n  - {that: 甲1 = 乙2, ignore: 待查}\n")
    Path("gbk.yaml").write_bytes("facts: {甲: 三人}".encode("gbk"))
    return tmp_path


def write(name: str, text: str) -> None:
    Path(name).parent.mkdir(exist_ok=True)
    Path(name).write_text(text, encoding="utf-8")


def texts(report: Report) -> dict[str, str]:
    report.duration = None
    return {name: render(name, report, RenderOptions()) for name in FORMATS}


@pytest.mark.parametrize("processes", [1, 2, 3])
@pytest.mark.parametrize("profile", list(Profile))
def test_same_reports(
    processes: int, profile: Profile, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(archive, "LARGE", 0)
    at_once = check([Path()], replace(STRICT, profile=profile))
    in_pieces = check([Path()], replace(IN_PARTS, profile=profile, processes=processes))
    assert not in_pieces.project.checks()
    assert in_pieces.files == at_once.files
    assert in_pieces.findings == at_once.findings
    assert in_pieces.diagnoses == at_once.diagnoses
    assert in_pieces.summary == at_once.summary
    assert texts(in_pieces) == texts(at_once)
    assert at_once.summary.errors > 20


def test_who_belongs_together(folder: Path) -> None:
    names = names_of(claims_files([Path()]))
    contents = {real: path.read_bytes() for real, path in names.paths.items()}
    joined = [
        {names.shown[real] for real in group} for group in likely_groups(names, contents) if len(group) > 1
    ]
    assert joined == [
        {"3.yaml", "uses-block.yaml"},
        {"draft-a.yaml", "draft-b.yaml"},
        {"more/1.yaml", "uses-flow.yaml"},
    ]


@pytest.mark.parametrize(
    "hidden",
    [
        '"us\\x65s": {three: 3.yaml}\n' + facts(1) + checks("  - 甲1 = three.甲1\n"),
        "uses: {three: '3.ya''ml'}\n".replace("''", "") + facts(1) + checks(),
        '"article": {"te\\x78t": draft.md}\n' + facts(1) + checks(),
    ],
)
def test_a_wrong_guess_is_noticed(hidden: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "LARGE", 0)
    write("8.yaml", hidden)
    assert texts(check([Path()], replace(IN_PARTS, processes=2))) == texts(check([Path()], STRICT))


def test_one_group_is_not_parted(folder: Path) -> None:
    for number in range(8):
        write(f"{number}.yaml", "uses: {more: more/1.yaml}\n" + facts(number))
    names = names_of([Path(f"{number}.yaml") for number in range(8)] + [Path("more/1.yaml")])
    assert in_parts(names, replace(IN_PARTS, processes=2), Silent()) is None
    assert check([Path()], replace(IN_PARTS, processes=2)).files == check([Path()], STRICT).files
