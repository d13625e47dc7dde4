"""What can only be known once all files are read: whether names in other files exist, and whether files use each other in a ring."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.claims.expressions import Node, Reference
from factcheck.claims.formulas.trees import children
from factcheck.claims.model import Check, ClaimsFile
from factcheck.claims.names import nearest
from factcheck.claims.problems import Problems
from factcheck.findings import say

MOST_GUESSES = 50
"""Unknown names of one file for which the nearest right one is looked for."""


def link(files: list[ClaimsFile]) -> None:
    """Report names that no used file has, and rings of files; checks that need such a name are left out. Run once per reading."""
    by_path = {file.path: file for file in files}
    for file in files:
        if file.uses:
            _check_names(file, by_path)
    _check_rings(files, by_path)


def references(check: Check) -> Iterator[Reference]:
    """Every fact that a check names, in the order written."""
    waiting: list[Node] = []
    if check.comparison is not None:
        waiting.extend(reversed(check.comparison.operands))
    for nodes in reversed(list(check.fields.values())):
        waiting.extend(reversed(nodes))
    while waiting:
        node = waiting.pop()
        if isinstance(node, Reference):
            yield node
        else:
            waiting.extend(reversed(children(node)))


def _check_names(file: ClaimsFile, by_path: dict[str, ClaimsFile]) -> None:
    used = {path: by_path[path] for path in file.uses.values() if path in by_path}
    stems = {other.stem: other for other in used.values()}
    problems = Problems(file.source)
    kept: list[Check] = []
    own = file.stem + "."
    for check in file.checks:
        complete = True
        for reference in references(check):
            if reference.fact.startswith(own) and reference.fact[len(own) :] in file.facts:
                continue
            complete = _exists(reference, stems, problems) and complete
        if complete:
            kept.append(check)
    if problems.findings:
        file.checks = kept
        file.findings = sorted(
            [*file.findings, *problems.findings], key=lambda each: (each.primary.start, each.code)
        )


def _exists(reference: Reference, stems: dict[str, ClaimsFile], problems: Problems) -> bool:
    qualifier, _, name = reference.name.partition(".")
    for stem, other in stems.items():
        if reference.fact == f"{stem}.{name}":
            if name in other.facts:
                return True
            if name in other.broken:
                return False
            guess = nearest(name, other.facts) if len(problems.findings) < MOST_GUESSES else None
            problems.add(
                "FC006",
                say("{path} 里没有叫“{name}”的数字", "{path} has no fact called “{name}”", path=other.path, name=name),
                reference.start,
                reference.end,
                key=reference.name,
                advice=say("是不是 {guess}？", "did you mean {guess}?", guess=f"{qualifier}.{guess}") if guess else None,
            )  # fmt: skip
            return False
    return True


def _check_rings(files: list[ClaimsFile], by_path: dict[str, ClaimsFile]) -> None:
    """Report each ring once, at the ``uses`` that closes it, in the order of the files."""
    done: set[str] = set()
    for file in files:
        if file.uses and file.path not in done:
            _walk(file, by_path, done)


def _walk(first: ClaimsFile, by_path: dict[str, ClaimsFile], done: set[str]) -> None:
    trail: list[str] = []
    waiting: list[tuple[ClaimsFile, Iterator[tuple[str, str]]]] = [(first, iter(first.uses.items()))]
    trail.append(first.path)
    while waiting:
        file, rest = waiting[-1]
        for name, path in rest:
            other = by_path.get(path)
            if other is None:
                continue
            if path in trail:
                _report_ring(file, name, [*trail[trail.index(path) :], path])
            elif path not in done:
                trail.append(path)
                waiting.append((other, iter(other.uses.items())))
                break
        else:
            waiting.pop()
            done.add(trail.pop())


def _report_ring(file: ClaimsFile, name: str, ring: list[str]) -> None:
    extent = file.uses_extents.get(name)
    start, end = (extent.start, extent.end) if extent is not None else (0, 0)
    problems = Problems(file.source)
    problems.add(
        "FC015",
        say("文件互相引用：{ring}", "files use each other: {ring}", ring=" → ".join(ring)),
        start,
        end,
        key=" ".join(ring),
        advice=say("去掉其中一处 uses，把共用的数字放进第三个文件", "remove one of these uses; put shared facts in a third file"),
    )  # fmt: skip
    file.findings = sorted(
        [*file.findings, *problems.findings], key=lambda each: (each.primary.start, each.code)
    )
