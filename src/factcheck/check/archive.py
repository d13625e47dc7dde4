"""An archive checked part by part: each part read, judged, diagnosed and phrased in one go, in as many processes as there are."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from factcheck.check.articles import read_articles, text_path
from factcheck.check.examination import examine
from factcheck.check.joins import likely_groups
from factcheck.check.observer import Observer, Silent
from factcheck.check.outcome import Outcome, condensed, outcome_of
from factcheck.check.processes import in_processes, processes_for
from factcheck.check.reading import read
from factcheck.check.settings import Settings
from factcheck.claims.naming import Names

LARGE = 400_000
"""Bytes of claims from which the work of several processes outweighs starting them and sending the results back."""

LARGEST_PART = 100_000
"""Bytes of claims in a part: more would need more memory, and the others would wait for the last one."""

PARTS_EACH = 32
"""Parts for each process at least: enough that none waits long for the last one; a part costs a millisecond on the way."""


@dataclass(frozen=True, slots=True)
class Work:
    """What every part needs: the names of all files, the contents that are at hand, the settings."""

    names: Names
    contents: Mapping[str, bytes]
    settings: Settings


def in_parts(names: Names, settings: Settings, observer: Observer) -> Outcome | None:
    """The outcome, condensed; ``None`` where the project cannot be parted, or need not be."""
    if settings.whole or settings.draft is not None or settings.only is not None:
        return None
    contents = _contents(names, settings.contents)
    size = sum(map(len, contents.values()))
    processes = processes_for(settings, worth_several=size >= LARGE)
    if size < LARGE and processes < 2:
        return None
    parts = _parts(likely_groups(names, contents), contents, size, processes)
    if parts is None:
        return None
    work = Work(names, contents, replace(settings, processes=1))
    return _gathered(names, parts, in_processes(work, part_outcome, parts, processes), observer)


def _contents(names: Names, given: Mapping[str, bytes]) -> dict[str, bytes]:
    """What can be read; what cannot is reported where it is to be decoded."""
    contents: dict[str, bytes] = {}
    for real, path in names.paths.items():
        try:
            contents[real] = given[real] if real in given else path.read_bytes()
        except OSError:
            contents[real] = b""
    return contents


def _parts(
    groups: Sequence[list[str]], contents: Mapping[str, bytes], size: int, processes: int
) -> list[list[str]] | None:
    """Groups put together to parts of about the same size; ``None`` where one group is most of the work."""
    enough = min(LARGEST_PART, size // (processes * PARTS_EACH))
    parts: list[list[str]] = []
    filled = enough + 1
    for group in groups:
        here = sum(len(contents[real]) for real in group)
        if len(groups) < 2 or here > max(size // processes, enough * 2):
            return None
        if filled > enough:
            parts.append([])
            filled = 0
        parts[-1] += group
        filled += here
    return parts


def part_outcome(work: Work, reals: Sequence[str]) -> Outcome | None:
    """One part from bytes to findings; ``None`` where it turns out that it uses files of another part."""
    wanted = set(reals)
    project = read(work.names, [real for real in work.names.paths if real in wanted], work.contents)
    if len(project.files) != len(reals):
        return None
    articles = read_articles(project)
    return condensed(outcome_of(project, examine(project, articles, work.settings, Silent()), work.settings))


def _gathered(
    names: Names, parts: Sequence[Sequence[str]], outcomes: Iterator[Outcome | None], observer: Observer
) -> Outcome | None:
    """All outcomes as one, files in their order; ``None`` where parts turn out not to be apart."""
    whole = Outcome()
    texts: dict[str, int] = {}
    for number, (part, outcome) in enumerate(zip(parts, outcomes, strict=True)):
        if outcome is None:
            return None
        for file in outcome.project.files:
            text = text_path(file)
            if text is not None and texts.setdefault(str(text), number) != number:
                return None
        whole.add(outcome)
        observer.checked(len(part))
    place = {shown: index for index, shown in enumerate(names.shown.values())}
    whole.project.files.sort(key=lambda file: place[file.path])
    return whole
