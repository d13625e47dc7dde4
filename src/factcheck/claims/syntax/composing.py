"""YAML text to bare nodes: no types, no recursion, nothing that a tag or an anchor could run."""

from __future__ import annotations

from dataclasses import field
from typing import Literal

from factcheck.claims.syntax.nodes import Node
from factcheck.claims.syntax.offsets import offsets
from factcheck.claims.syntax.usual import compose_usual
from factcheck.records import record

Feature = Literal["tag", "anchor", "alias", "document"]


@record(frozen=True, slots=True)
class SyntaxProblem:
    """Where the parser gave up: ``context`` is what it was reading and since where, ``problem`` what stopped it at ``offset``."""

    problem: str
    offset: int
    context: str = ""
    context_offset: int | None = None


@record(slots=True)
class Composition:
    """What could be composed: the first document, what the format refuses, and where the parser gave up."""

    root: Node | None = None
    features: list[tuple[Feature, str, int, int]] = field(default_factory=list)
    problem: SyntaxProblem | None = None


def compose(text: str) -> Composition:
    """Compose the first document of ``text``; after a syntax error the tree holds what came before it.

    The parser is imported for the first file that needs it.
    """
    at = offsets(len(text))
    usual = compose_usual(text, at)
    if usual is not None:
        return Composition(usual)
    from factcheck.claims.syntax.events import compose_any

    return compose_any(text, at)
