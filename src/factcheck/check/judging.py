"""The judgement, in one process or in several."""

from __future__ import annotations

import gc
import os
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from factcheck.check.observer import Observer
from factcheck.check.settings import Settings
from factcheck.claims.model import Project
from factcheck.judgement.judging import Options, Prepared, judge, judge_clusters
from factcheck.judgement.model import Judgement

if TYPE_CHECKING:
    from factcheck.judgement.model import ClusterResult

WORTH_SEVERAL = 4_000
"""Checks from which the work of several processes outweighs starting them and sending the results back."""

PARTS_EACH = 8
"""Parts for each process: enough that none waits long for the last one."""


def judged(project: Project, settings: Settings, observer: Observer) -> Judgement:
    """The judgement on all checks: clusters of checks that share nothing are judged in as many processes as is worth while.

    What the checks leave of each fact is worked out only for a whole report; other reports name it only where there is a conflict.
    """
    checks = sum(len(file.checks) for file in project.files)
    observer.judging(checks)
    processes = _processes(settings, checks)

    def run(prepared: Prepared, options: Options) -> Iterable[ClusterResult]:
        if processes < 2 or len(prepared.clusters) < 2:
            return judge_clusters(prepared, options)
        return _in_processes(prepared, options, processes, observer)

    options = Options() if settings.whole else Options(ranges="contested", whole=False)
    return judge(project, options=replace(options, outside=settings.outside), run=run)


def _processes(settings: Settings, checks: int) -> int:
    if settings.processes is not None:
        return settings.processes if hasattr(os, "fork") else 1
    if checks < WORTH_SEVERAL or not hasattr(os, "fork"):
        return 1
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


_shared: tuple[Prepared, Options] | None = None
"""What the worker processes inherit: they are forked, so that a large project need not be sent to them."""


def _in_processes(
    prepared: Prepared, options: Options, processes: int, observer: Observer
) -> Iterator[ClusterResult]:
    from multiprocessing import get_context

    global _shared
    _shared = (prepared, options)
    gc.freeze()
    try:
        with get_context("fork").Pool(processes) as pool:
            for results in pool.imap(_part, _parts(len(prepared.clusters), processes * PARTS_EACH)):
                observer.judged(sum(len(result.verdicts) for result in results))
                yield from results
    finally:
        _shared = None
        gc.unfreeze()


def _part(part: tuple[int, int]) -> list[ClusterResult]:
    """In a worker: judge the clusters of one part."""
    assert _shared is not None
    prepared, options = _shared
    start, end = part
    return list(judge_clusters(prepared, options, prepared.clusters[start:end]))


def _parts(clusters: int, parts: int) -> list[tuple[int, int]]:
    """So many stretches of about the same length.

    >>> _parts(10, 3)
    [(0, 4), (4, 8), (8, 10)]
    """
    size = -(-clusters // parts)
    return [(start, min(start + size, clusters)) for start in range(0, clusters, size)]
