"""A check as its file writes it, the facts it names, and the printed facts that no check names."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.claims.expressions import Call, Negation, Node, Operation, Reference
from factcheck.claims.model import Check, ClaimsFile, Fact, Project


def facts_of(check: Check) -> tuple[str, ...]:
    """The ids of the facts a check names, each once, in the order of the text."""
    nodes = list(check.comparison.operands) if check.comparison else []
    nodes += [node for expressions in check.fields.values() for node in expressions]
    named = sorted((reference for node in nodes for reference in _references(node)), key=lambda r: r.start)
    return tuple(dict.fromkeys(reference.fact for reference in named))


def unchecked_facts(project: Project) -> list[Fact]:
    """The printed facts that no check names and that are not said to stand alone."""
    named = {fact for check in project.checks() for fact in facts_of(check)}
    return [
        fact
        for fact in project.facts().values()
        if not fact.hidden and not fact.alone and fact.id not in named
    ]


def check_text(file: ClaimsFile, check: Check) -> str:
    """The first line of a check as its file writes it, without the list's dash."""
    written = file.source.text[check.extent.start : check.extent.end]
    return written.strip().split("\n", 1)[0].removeprefix("-").strip()


def _references(node: Node) -> Iterator[Reference]:
    """The references in a tree, without recursion: an expression may be nested deeply."""
    waiting = [node]
    while waiting:
        current = waiting.pop()
        if isinstance(current, Reference):
            yield current
        elif isinstance(current, Negation):
            waiting.append(current.operand)
        elif isinstance(current, Operation):
            waiting += (current.left, current.right)
        elif isinstance(current, Call):
            waiting += current.arguments
