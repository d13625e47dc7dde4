"""Work in several processes: forked where the system can, so that nothing need be sent to them but what to do next."""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeVar

from factcheck.check.settings import Settings

Work = TypeVar("Work")
Part = TypeVar("Part")
Result = TypeVar("Result")

CAN_FORK = hasattr(os, "fork")


def processes_for(settings: Settings, *, worth_several: bool) -> int:
    """How many processes to use: as set, else one for each processor where that is worth while."""
    if settings.processes is not None:
        return settings.processes
    if not worth_several:
        return 1
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def in_processes(
    work: Work, do: Callable[[Work, Part], Result], parts: Sequence[Part], processes: int
) -> Iterator[Result]:
    """What ``do`` makes of each part, in their order. What a process that is killed leaves undone is done in this one."""
    if processes < 2 or len(parts) < 2:
        yield from (do(work, part) for part in parts)
        return
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool
    from multiprocessing import get_context

    done = 0
    gc.freeze()
    pool = ProcessPoolExecutor(
        min(processes, len(parts)), get_context("fork" if CAN_FORK else "spawn"), _begin, (work, do)
    )
    try:
        for result in pool.map(_do, parts):
            yield result
            done += 1
    except BrokenProcessPool:
        yield from (do(work, part) for part in parts[done:])
    finally:
        pool.shutdown(cancel_futures=True)
        gc.unfreeze()


_task: tuple[Any, Callable[[Any, Any], Any]] | None = None


def _begin(work: Any, do: Callable[[Any, Any], Any]) -> None:
    """In a new process: what is to be done; an interruption ends it without a word, the first process tells."""
    import signal

    global _task
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    gc.disable()  # parts leave few cycles, and a worker ends with the run
    _task = (work, do)


def _do(part: Any) -> Any:
    assert _task is not None
    work, do = _task
    return do(work, part)
