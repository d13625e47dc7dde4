"""Any YAML text to bare nodes, from the parser's events."""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Sequence as Offsets
from functools import cache
from typing import Any

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from factcheck.claims.syntax.composing import Composition, SyntaxProblem
from factcheck.claims.syntax.nodes import Mapping, Node, Scalar, Sequence

DEEPEST = 1000
"""Containers inside containers at most; the C parser has the same limit."""


@cache
def _parser() -> Callable[[str], Any]:
    """The C parser, or the ten times slower pure one where PyYAML was built without it."""
    try:
        from yaml.cyaml import CParser  # type: ignore[attr-defined]
    except ImportError:
        return yaml.SafeLoader
    return CParser


def compose_any(text: str, at: Offsets[int]) -> Composition:
    """Compose the first document of ``text``; after a syntax error the tree holds what came before it. ``at[i]`` is ``i``."""
    result = Composition()
    try:
        _compose(_parser()(text), result, at)
    except yaml.MarkedYAMLError as error:
        mark, context = error.problem_mark or error.context_mark, error.context_mark
        result.problem = SyntaxProblem(
            error.problem or "",
            min(mark.index, len(text)) if mark else 0,
            error.context or "",
            min(context.index, len(text)) if context else None,
        )
    except UnicodeEncodeError as error:  # half of a surrogate pair
        result.problem = SyntaxProblem("not text", error.start)
    except yaml.YAMLError as error:
        result.problem = SyntaxProblem(str(error), 0)
    return result


def _compose(parser: Any, result: Composition, at: Offsets[int]) -> None:
    next_event, new = parser.get_event, tuple.__new__
    features = result.features
    open_nodes: list[tuple[Mapping | Sequence, list[Node]]] = []
    children: list[Node] = []
    documents = 0
    try:
        while (event := next_event()) is not None:
            kind = event.__class__
            node: Node
            if kind is ScalarEvent:
                children.append(
                    new(
                        Scalar,
                        (
                            event.value,
                            at[event.start_mark.index],
                            at[event.end_mark.index],
                            event.style or "",
                        ),
                    )
                )
            elif kind is MappingStartEvent or kind is SequenceStartEvent:
                node = (Mapping if kind is MappingStartEvent else Sequence)(
                    at[event.start_mark.index], bool(event.flow_style)
                )
                children.append(node)
                open_nodes.append((node, children))
                children = []
                if len(open_nodes) > DEEPEST:
                    result.problem = SyntaxProblem("exceeded maximum nesting depth", event.start_mark.index)
                    return
            elif kind is MappingEndEvent or kind is SequenceEndEvent:
                children = _close(open_nodes, children, at[event.end_mark.index])
                continue
            elif kind is AliasEvent:
                start, end = event.start_mark.index, event.end_mark.index
                children.append(Scalar("", start, end, "*"))
                features.append(("alias", event.anchor, start, end))
                continue
            else:
                if kind is DocumentStartEvent:
                    documents += 1
                    if documents > 1:
                        features.append(("document", "", event.start_mark.index, event.end_mark.index))
                        return
                continue
            if event.anchor is not None:
                features.append(("anchor", event.anchor, event.start_mark.index, event.end_mark.index))
            if event.tag is not None:
                features.append(("tag", event.tag, event.start_mark.index, event.end_mark.index))
    finally:
        while open_nodes:
            end = children[-1].end if children else open_nodes[-1][0].end
            children = _close(open_nodes, children, end)
        result.root = children[0] if children else None


def _close(
    open_nodes: list[tuple[Mapping | Sequence, list[Node]]], children: list[Node], end: int
) -> list[Node]:
    """Give the innermost open node its children; the list it is itself a member of."""
    node, siblings = open_nodes.pop()
    # A block's own end runs on into the comments that follow it.
    node.end = end if node.flow or not children else children[-1].end
    if node.__class__ is Mapping:
        if len(children) % 2:
            children.append(Scalar("", children[-1].end, children[-1].end))
        node.pairs = list(zip(children[::2], children[1::2], strict=True))
    else:
        node.items = children  # type: ignore[union-attr]
    return siblings
