"""The value of a fact that gives only its quote."""

from __future__ import annotations

from factcheck.claims.decoding.context import FileContext
from factcheck.claims.decoding.quote_checks import check_quotes
from factcheck.claims.decoding.quoting import WrittenQuote
from factcheck.claims.model import Extent
from factcheck.claims.syntax.nodes import Scalar
from factcheck.claims.syntax.places import span
from factcheck.findings import say
from factcheck.quantities.model import PrintedQuantity, Unit


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
