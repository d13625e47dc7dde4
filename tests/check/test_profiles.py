"""Which findings each profile shows."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.check.run import check
from factcheck.check.settings import Profile, Settings

CLAIMS = """
facts:
  小麦: 12.6万吨
  稻谷: 8.3万吨
  合计: 21.5万吨
  又合计: 21.1万吨
  户均: 35元
  村: 35个村
  书记: 34名
checks:
  - sum: {whole: 合计, parts: [小麦, 稻谷]}
  - sum: {whole: 又合计, parts: [小麦, 稻谷]}
  - 书记 <= 村
  - that: 书记 + 1 <= 村 + 1
    because: 每村至多一名书记
"""


@pytest.mark.parametrize(
    ("profile", "codes"),
    [
        (Profile.DRAFT, ["FC201"]),
        (Profile.DESK, ["FC201", "FC301", "FC403"]),
        (Profile.STRICT, ["FC201", "FC301", "FC403", "FC403", *["FC602"] * 7, "FC701"]),
    ],
)
def test_profile(profile: Profile, codes: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("claims.yaml").write_text(CLAIMS, encoding="utf-8")
    found = check([Path("claims.yaml")], Settings(profile=profile)).findings
    assert sorted(finding.code for finding in found) == codes


def test_diagnoses_gather_only_what_is_shown(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("claims.yaml").write_text(CLAIMS, encoding="utf-8")
    report = check([Path("claims.yaml")], Settings(profile=Profile.DRAFT))
    shown = {finding.fingerprint for finding in report.findings}
    assert report.diagnoses
    assert all(set(diagnosis.members) <= shown for diagnosis in report.diagnoses)


SEVERITY = """
facts: {{甲: 3人, 乙: 4人}}
checks:
  - that: 甲 = 乙
    {field}
"""


@pytest.mark.parametrize(
    ("field", "severity", "exit_code"),
    [
        ("severity: info", "info", 0),
        ("severity: warning", "warning", 0),
        ("severity: error", "error", 1),
        ("assumption: true", "warning", 0),
        ("ignore: 两处口径不同", "error", 0),
    ],
)
def test_severity_of_a_check(
    field: str, severity: str, exit_code: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("claims.yaml").write_text(SEVERITY.format(field=field), encoding="utf-8")
    report = check([Path("claims.yaml")])
    (finding,) = report.findings
    assert finding.severity == severity
    assert report.summary.exit_code == exit_code
    assert report.summary.ignored == field.startswith("ignore")
