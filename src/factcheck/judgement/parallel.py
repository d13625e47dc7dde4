"""Clusters judged in several processes, for projects large enough to be worth it."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator

from factcheck.judgement.judging import Options, Prepared, judge_clusters
from factcheck.judgement.model import ClusterResult

WORTH_IT = 4000
"""Fewer checks are judged sooner than processes are started."""
PORTION = 256
_prepared: Prepared | None = None
_options = Options()


def judge_in_processes(prepared: Prepared, options: Options) -> Iterable[ClusterResult]:
    """Judge the clusters on all processors; in this process where there are few checks, one processor, or no ``fork``.

    To be given to :func:`factcheck.judgement.judge` as ``run``. The prepared project is inherited, only results travel.
    """
    processors = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    if len(prepared.checks) < WORTH_IT or processors < 2 or not hasattr(os, "fork"):
        return judge_clusters(prepared, options)
    return _forked(prepared, options, processors)


def _forked(prepared: Prepared, options: Options, processors: int) -> Iterator[ClusterResult]:
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    global _prepared, _options
    _prepared, _options = prepared, options
    starts = range(0, len(prepared.clusters), PORTION)
    try:
        with ProcessPoolExecutor(processors, mp_context=get_context("fork")) as pool:
            for results in pool.map(_portion, starts):
                yield from results
    finally:
        _prepared = None


def _portion(start: int) -> list[ClusterResult]:
    assert _prepared is not None
    return list(judge_clusters(_prepared, _options, _prepared.clusters[start : start + PORTION]))
