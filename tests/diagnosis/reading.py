"""Claims written as YAML, read and judged."""

from __future__ import annotations

from factcheck.claims import Project, link, read_text
from factcheck.judgement import Judgement, judge
from factcheck.text import SourceText


def claims(text: str, stem: str = "a") -> Project:
    """One claims file of the given text; it must hold no mistakes."""
    file = read_text(SourceText(f"{stem}.yaml", text))
    link([file])
    assert not file.findings, [finding.message.en for finding in file.findings]
    return Project([file])


def judged(text: str) -> tuple[Project, Judgement]:
    """The claims and their judgement."""
    project = claims(text)
    return project, judge(project)
