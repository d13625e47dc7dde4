"""The judgement, in one process or in several, with its progress."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from factcheck.check.observer import Observer
from factcheck.check.settings import Settings
from factcheck.claims.model import Project
from factcheck.judgement.judging import Options, Prepared, judge
from factcheck.judgement.model import Judgement

if TYPE_CHECKING:
    from factcheck.judgement.model import ClusterResult


def judged(project: Project, settings: Settings, observer: Observer) -> Judgement:
    """The judgement on all checks."""
    observer.judging(sum(len(file.checks) for file in project.files))

    def run(prepared: Prepared, options: Options) -> Iterable[ClusterResult]:
        from factcheck.judgement.parallel import judge_in_processes

        return judge_in_processes(prepared, options, settings.processes, observer.judged)

    return judge(project, run=run)
