"""A check as its file writes it, the facts it names, and the printed facts that no check names."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.claims.expressions import Call, Negation, Node, Operation, Reference
from factcheck.claims.model import Check, ClaimsFile, Fact, Project

NAMES_AND_REMARKS = ("id:", "because:", "assumption:", "severity:", "tolerance:", "ignore:", "#")
"""The fields of a check that do not say what it relates."""


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
    """The line of a check that says what it relates, as its file writes it."""
    lines = file.source.text[check.extent.start : check.extent.end].strip().splitlines()
    return next((without_dash(line) for line in lines if says_something(line)), check.id)


def says_something(line: str) -> bool:
    """Whether a line of a check is its relation: neither its name nor a remark."""
    text = without_dash(line)
    return bool(text) and not text.startswith(NAMES_AND_REMARKS)


def without_dash(line: str) -> str:
    """A line of a list's item without the list's dash."""
    return line.strip().removeprefix("- ").strip()


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
