"""Cases of judgement as YAML: claims as an editor writes them, and what must come of each check."""

from __future__ import annotations

from factcheck.claims import read_text
from factcheck.claims.model import Project
from factcheck.judgement import Judgement, judge
from factcheck.text import SourceText


def read(claims: str, name: str = "t.yaml") -> Project:
    """A project of one file, without findings."""
    file = read_text(SourceText(name, claims))
    assert [finding.message.en for finding in file.findings] == []
    return Project([file])


def judged(claims: str) -> Judgement:
    return judge(read(claims))
