"""A claims file as text: YAML that reads back exactly as it was meant."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from factcheck.claims.model import Quote
from factcheck.claims.syntax.writing import scalar
from factcheck.records import record

WIDEST = 110
"""Columns beyond which a fact is written on several lines."""


@record(frozen=True, slots=True)
class WrittenFact:
    """A fact as it will be written. ``unit`` only where the printed form does not say it."""

    name: str
    value: str
    quotes: tuple[Quote, ...]
    unit: str = ""
    alone: bool = False


@record(frozen=True, slots=True)
class Header:
    """What the file says of its article. ``text`` is the path of the draft, relative to the file; empty where there is none."""

    title: str
    language: str
    text: str = ""
    published: str = ""


def claims_text(header: Header, facts: Iterable[WrittenFact], comments: Sequence[str] = ()) -> str:
    """The whole file. ``comments`` are the proposed checks, line by line, without ``#``."""
    lines = ["article:", f"  title: {scalar(header.title)}"]
    if header.published:
        lines.append(f"  published: {header.published}")
    lines.append(f"  language: {header.language}")
    if header.text:
        lines.append(f"  text: {scalar(header.text)}")
    lines += ["", "facts:", *(line for fact in facts for line in fact_lines(fact))]
    if comments:
        lines += ["", *(f"# {line}".rstrip() for line in comments)]
    return "\n".join(lines) + "\n"


def fact_lines(fact: WrittenFact) -> list[str]:
    """A fact on one line where that fits, else field by field."""
    fields = [("value", scalar(fact.value))]
    if len(fact.quotes) == 1:
        fields.append(("quote", quote_text(fact.quotes[0])))
    if fact.unit:
        fields.append(("unit", scalar(fact.unit)))
    if fact.alone:
        fields.append(("alone", "true"))
    if len(fact.quotes) == 1:
        inside = ", ".join(f"{key}: {value}" for key, value in fields)
        line = f"  {fact.name}: {{{inside}}}"
        if len(line) <= WIDEST:
            return [line]
    lines = [f"  {fact.name}:", *(f"    {key}: {value}" for key, value in fields)]
    if len(fact.quotes) > 1:
        lines += ["    quote:", *(f"      - {quote_text(quote)}" for quote in fact.quotes)]
    return lines


def quote_text(quote: Quote) -> str:
    """A quote as a YAML value: its words alone, or a mapping where it has a prefix or a suffix."""
    parts = [("exact", quote.exact), ("prefix", quote.prefix), ("suffix", quote.suffix)]
    if not quote.prefix and not quote.suffix:
        return scalar(quote.exact)
    return "{" + ", ".join(f"{key}: {scalar(text)}" for key, text in parts if text) + "}"
