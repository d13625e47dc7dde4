"""A run's result, kept: the texts of its reports, its exit code, and the further files that it rests on."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path, PurePosixPath
from time import time_ns
from typing import TYPE_CHECKING

from factcheck.cache.inputs import Inputs, digest_of
from factcheck.cache.store import Store
from factcheck.records import record

if TYPE_CHECKING:
    from factcheck.check.model import Report

NOT_OF_CONTENT = frozenset({"FC001", "FC014", "FC016", "FC901"})
"""Findings that rest on more than the content of files: a result with one of these is not kept."""


@record(frozen=True, slots=True)
class Result:
    """The exit code, and the reports in the order in which they were asked for; each as the text before and after the time it took."""

    exit_code: int
    texts: tuple[tuple[str, ...], ...]


def recall(store: Store, inputs: Inputs) -> Result | None:
    """The result of the same run before, where nothing that it rests on has changed."""
    text = store.read(_name(inputs.key))
    if text is None:
        return None
    try:
        kept = json.loads(text)
        if kept["key"] != inputs.key or any(
            digest_of(Path(path)) != digest for path, digest in kept["rests_on"]
        ):
            return None
        return Result(int(kept["exit_code"]), tuple(tuple(map(str, parts)) for parts in kept["texts"]))
    except (ValueError, KeyError, TypeError):
        return None


def keep(store: Store, inputs: Inputs, report: Report, result: Result, began: int) -> bool:
    """Keep the result for the next run, unless it rests on more than contents or they changed while it was made.

    ``began`` is the time (in nanoseconds since 1970) before the first file was read.
    """
    if not _repeatable(report):
        return False
    rests_on = list(dict.fromkeys(_rests_on(report)))
    if any(_changed_since(path, began) for path in rests_on):
        return False
    further = [(path, digest_of(Path(path))) for path in rests_on if path not in inputs.files]
    kept = {"key": inputs.key, "exit_code": result.exit_code, "rests_on": further, "texts": result.texts}
    return store.write(_name(inputs.key), json.dumps(kept, ensure_ascii=False))


def now() -> int:
    """The time that :func:`keep` wants to know."""
    return time_ns()


def _name(key: str) -> str:
    return f"{key[:32]}.txt"


def _repeatable(report: Report) -> bool:
    judged = report.judgement.not_judged.values()
    return (
        report.summary.exit_code in (0, 1)
        and not any(each.code in NOT_OF_CONTENT for each in (*report.findings, *report.project.findings))
        and "time" not in judged
    )


def _rests_on(report: Report) -> Iterable[str]:
    """Every file of the project and every article's text."""
    for file in report.project.files:
        yield file.path
        if file.article.text:
            yield (PurePosixPath(file.path).parent / file.article.text).as_posix()


def _changed_since(path: str, began: int) -> bool:
    try:
        return Path(path).stat().st_mtime_ns >= began
    except OSError:
        return True
