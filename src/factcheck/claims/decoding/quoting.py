"""Quotes decoded: the article's words around a number."""

from __future__ import annotations

from factcheck.claims.decoding import values
from factcheck.claims.decoding.context import FileContext
from factcheck.claims.decoding.keys import fields_of
from factcheck.claims.decoding.silent_traps import cut_by_comment
from factcheck.claims.fields import QUOTE
from factcheck.claims.model import Extent, Quote
from factcheck.claims.syntax.nodes import Mapping, Node, Scalar, Sequence
from factcheck.findings import say
from factcheck.records import record


@record(frozen=True, slots=True)
class WrittenQuote:
    """A quote and the node that writes its exact words."""

    quote: Quote
    node: Scalar


def quotes(file: FileContext, node: Node) -> list[WrittenQuote]:
    """A text, a list of them, or mappings with ``exact``, ``prefix`` and ``suffix``."""
    if isinstance(node, Sequence):
        return [each for item in node.items if (each := _quote(file, item)) is not None]
    one = _quote(file, node)
    return [one] if one is not None else []


def _quote(file: FileContext, node: Node) -> WrittenQuote | None:
    if isinstance(node, Scalar):
        if not node.value and node.absent:
            file.wrong_type(node, say("原文的一段原话", "words of the article"))
            return None
        cut_by_comment(file, node)
        return WrittenQuote(Quote(node.value, "", "", Extent(node.start, node.end)), node)
    if isinstance(node, Mapping):
        nodes = fields_of(file, node, QUOTE)
        exact = nodes.get("exact")
        if exact is None:
            return None
        if not isinstance(exact, Scalar) or exact.absent:
            file.wrong_type(exact, say("原文的一段原话", "words of the article"))
            return None
        prefix, suffix = (
            values.text(file, nodes[name]) if name in nodes else "" for name in ("prefix", "suffix")
        )
        quote = Quote(exact.value, prefix or "", suffix or "", Extent(exact.start, exact.end))
        return WrittenQuote(quote, exact)
    file.wrong_type(node, say("原文的一段原话", "words of the article"))
    return None
