"""Quotes: decoded, and the fact's value found in them or taken from them."""

from __future__ import annotations

from dataclasses import dataclass

from factcheck.claims.decoding import values
from factcheck.claims.decoding.context import FileContext
from factcheck.claims.decoding.keys import fields_of
from factcheck.claims.decoding.silent_traps import cut_by_comment
from factcheck.claims.fields import QUOTE
from factcheck.claims.model import Extent, Quote
from factcheck.claims.syntax.nodes import Mapping, Node, Scalar, Sequence
from factcheck.claims.syntax.places import span
from factcheck.findings import say
from factcheck.quantities import compatible, known_unit
from factcheck.quantities.interval import Rational
from factcheck.quantities.model import PrintedQuantity, Unit


@dataclass(frozen=True, slots=True)
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
        if node.absent:
            file.wrong_type(node, say("原文的一段原话", "words of the article"))
            return None
        cut_by_comment(file, node)
        return WrittenQuote(Quote(node.value, extent=Extent(node.start, node.end)), node)
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


def holds_text(quote: str, printed: str) -> bool:
    """Whether the quote prints the value letter by letter, and not as a piece of a longer number.

    >>> holds_text("全县35个贫困村", "35个"), holds_text("全县135个贫困村", "35个"), holds_text("2.35个", "35个")
    (True, False, False)
    """
    at = quote.find(printed)
    while at >= 0:
        before, after = quote[:at], quote[at + len(printed) :]
        if not (
            (printed[0].isdigit() and _goes_on(before[-1:], before[-2:-1]))
            or (printed[-1:].isdigit() and _goes_on(after[:1], after[1:2]))
        ):
            return True
        at = quote.find(printed, at + 1)
    return False


def _goes_on(beside: str, beyond: str) -> bool:
    """Whether a number goes on past its end: a digit, or a point or comma with a digit beyond it."""
    return beside.isdigit() or (beside in (".", ",", "．", "，") and beyond.isdigit())


def same_number(one: PrintedQuantity, other: PrintedQuantity) -> bool:
    """Whether two printed forms say the same number of the same thing: 15个 and 十五个, 2.23亿元 and 22300万元."""
    if one.value * one.unit.factor != other.value * other.unit.factor:
        return False
    if _upper(one) != _upper(other):
        return False
    return comparable(one.unit, other.unit)


def _upper(quantity: PrintedQuantity) -> Rational | None:
    return None if quantity.upper is None else quantity.upper * quantity.unit.factor


def comparable(one: Unit, other: Unit) -> bool:
    """Whether units can stand for the same thing: compatible, one of them bare, or counts of which one is a noun of the text."""
    if compatible(one.dimension, other.dimension) or not (one.name and other.name):
        return True
    return one.is_count and other.is_count and not (_is_known(one) and _is_known(other))


def _is_known(unit: Unit) -> bool:
    """Whether a count is of a kind that the table of units knows (person, household), not a noun that the text brought."""
    return known_unit(unit.dimension[0][0]) is not None


def check_quotes(
    file: FileContext,
    name: str,
    value: Scalar,
    quantity: PrintedQuantity,
    written: list[WrittenQuote],
    first: int = 0,
) -> None:
    """Report each quote, from number ``first`` on, that does not hold the fact's own value."""
    printed = value.value
    for index, each in enumerate(written[first:], first):
        exact = each.quote.exact
        if holds_text(exact, printed):
            continue
        found = file.printer.scan(exact)
        if any(same_number(quantity, other) for other in found):
            continue
        others = [other for other in found if comparable(other.unit, quantity.unit)]
        if index and others:
            _differs(file, name, printed, each, others[0], value)
        else:
            file.problems.add(
                "FC101",
                say("引文里没有“{printed}”", "the quote does not hold “{printed}”", printed=printed),
                each.node.start,
                file.end_of(each.node),
                key=f"{name}/{index}",
                facts=(f"{file.stem}.{name}",),
                also=(file.problems.secondary(value.start, value.end, say("所填的值", "the value")),),
                advice=say(
                    "引文里的数是 {found}", "the numbers in the quote: {found}", found="、".join(other.text for other in found)
                )
                if found
                else None,
            )  # fmt: skip


def _differs(
    file: FileContext, name: str, printed: str, written: WrittenQuote, other: PrintedQuantity, first: Scalar
) -> None:
    start, end = span(written.node, file.text, other.start, other.end)
    file.problems.add(
        "FC102",
        say(
            "同一个数先印作“{printed}”，这里印作“{other}”",
            "the figure is printed “{printed}” first and “{other}” here",
            printed=printed,
            other=other.text,
        ),
        start,
        end,
        key=f"{name}/{written.quote.exact}",
        facts=(f"{file.stem}.{name}",),
        also=(file.problems.secondary(first.start, first.end, say("先这样印", "printed so first")),),
    )


def value_from_quotes(
    file: FileContext, name: str, written: list[WrittenQuote], unit: Unit | None
) -> tuple[PrintedQuantity, Extent] | None:
    """The one quantity of the first quote, or the one in the fact's unit; the other quotes must repeat it."""
    first = written[0]
    found = file.printer.scan(first.quote.exact)
    chosen = (
        found if len(found) == 1 else [each for each in found if unit is not None and _in_unit(each, unit)]
    )
    if len(chosen) != 1:
        _no_single_number(file, name, first, found)
        return None
    quantity = chosen[0]
    extent = Extent(*span(first.node, file.text, quantity.start, quantity.end))
    place = Scalar(quantity.text, extent.start, extent.end)
    check_quotes(file, name, place, quantity, written, first=1)
    return quantity, extent


def _in_unit(quantity: PrintedQuantity, unit: Unit) -> bool:
    return quantity.unit.dimension == unit.dimension or unit.name in (quantity.noun, quantity.measure)


def _no_single_number(
    file: FileContext, name: str, written: WrittenQuote, found: list[PrintedQuantity]
) -> None:
    node = written.node
    facts = (f"{file.stem}.{name}",)
    if not found:
        file.problems.add(
            "FC007",
            say("引文里读不出数量", "no quantity can be read from the quote"),
            node.start,
            file.end_of(node),
            key=name,
            facts=facts,
            advice=say("请用 value 写明这个数", "write the number as value"),
        )
        return
    labels = tuple(
        file.problems.secondary(*span(node, file.text, each.start, each.end), say("一个数", "a number"))
        for each in found
    )
    file.problems.add(
        "FC103",
        say(
            "引文里有 {count} 个数，不知取哪一个",
            "the quote holds {count} numbers: which one?",
            count=len(found),
        ),
        node.start,
        file.end_of(node),
        key=name,
        facts=facts,
        also=labels,
        advice=say("请用 value 写明：value: {first}", "say it: value: {first}", first=found[0].text),
    )
