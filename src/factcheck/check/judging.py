"""The judgement, in one process or in several."""

from __future__ import annotations

from factcheck.check.observer import Observer
from factcheck.check.settings import Settings
from factcheck.claims.model import Project
from factcheck.judgement import judge
from factcheck.judgement.model import Judgement


def judged(project: Project, settings: Settings, observer: Observer) -> Judgement:
    """The judgement on all checks."""
    observer.judging(sum(len(file.checks) for file in project.files))
    return judge(project)
