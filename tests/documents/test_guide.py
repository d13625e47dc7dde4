"""Every snippet of docs/claims-by-example.md runs and ends as its first line says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from factcheck.check.run import check
from factcheck.check.settings import Profile, Settings
from program import ROOT

GUIDE = (ROOT / "docs" / "claims-by-example.md").read_text(encoding="utf-8")
SNIPPETS = re.findall(r"```yaml\n(# result: (\w+)\n.*?)```", GUIDE, re.DOTALL)
NOT_THE_POINT = {"FC602", "FC409"}  # snippets name no sources; a slip of scale is named beside the finding


def test_every_snippet_says_its_result() -> None:
    assert len(SNIPPETS) == GUIDE.count("```yaml")


@pytest.mark.parametrize(("snippet", "result"), SNIPPETS)
def test_snippet(snippet: str, result: str, tmp_path: Path) -> None:
    file = tmp_path / "snippet.yaml"
    file.write_text(snippet, encoding="utf-8")
    report = check([file], Settings(profile=Profile.STRICT))
    codes = {finding.code for finding in report.findings} - NOT_THE_POINT
    assert codes == (set() if result == "holds" else {result})
