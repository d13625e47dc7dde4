"""Whether quotes hold the fact's own value: letter by letter, or as the same number printed otherwise."""

from __future__ import annotations

from collections.abc import Iterable

from factcheck.claims.decoding.context import FileContext
from factcheck.claims.decoding.quoting import WrittenQuote
from factcheck.claims.syntax.nodes import Scalar
from factcheck.claims.syntax.places import span
from factcheck.findings import Severity, say
from factcheck.quantities import compatible, hedge_meaning, known_unit
from factcheck.quantities.hedges import AFTER_EN, AFTER_ZH, BEFORE_EN, BEFORE_ZH
from factcheck.quantities.interval import Rational
from factcheck.quantities.model import PrintedQuantity, Unit


def _grouped(words: Iterable[str], place: int) -> dict[str, tuple[str, ...]]:
    groups: dict[str, tuple[str, ...]] = {}
    for word in words:
        groups[word[place]] = (*groups.get(word[place], ()), word)
    return groups


_BY_LAST = {"zh": _grouped(BEFORE_ZH, -1), "en": _grouped(BEFORE_EN, -1)}
_BY_FIRST = {"zh": _grouped(AFTER_ZH, 0), "en": _grouped(AFTER_EN, 0)}
"""Words beside a number that may be a hedge, by the character that touches it: where there is none, the quote need not be scanned."""
_NO_HEDGE = (None, "reached")


def holds_text(quote: str, printed: str) -> bool:
    """Whether the quote prints the value letter by letter, and not as a piece of a longer number.

    >>> holds_text("全县35个贫困村", "35个"), holds_text("全县135个贫困村", "35个"), holds_text("2.35个", "35个")
    (True, False, False)
    """
    at = quote.find(printed)
    while at >= 0:
        end = at + len(printed)
        if not (
            (printed[0].isdigit() and at and _goes_on(quote[at - 1], quote[at - 2 : at - 1]))
            or (printed[-1].isdigit() and _goes_on(quote[end : end + 1], quote[end + 1 : end + 2]))
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
    for index, each in enumerate(written):
        if index < first:
            continue
        exact = each.quote.exact
        if holds_text(exact, printed):
            if not quantity.hedge:
                _check_hedge(file, name, value, each)
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


def _check_hedge(file: FileContext, name: str, value: Scalar, written: WrittenQuote) -> None:
    """Report a hedge that stands beside the number in the quote and was not copied into the value."""
    exact, printed = written.quote.exact, value.value
    at = exact.find(printed)
    before, after = exact[:at].rstrip().lower(), exact[at + len(printed) :].lstrip().lower()
    language = file.printer.language
    touching, following = _BY_LAST[language].get(before[-1:]), _BY_FIRST[language].get(after[:1])
    if not (touching and before.endswith(touching)) and not (following and after.startswith(following)):
        return
    for found in file.printer.scan(exact):
        if found.start <= at + len(printed) - 1 < found.end and hedge_meaning(found.hedge) not in _NO_HEDGE:
            file.problems.add(
                "FC101",
                say("引文印作“{found}”，所填的值漏了“{hedge}”", "the quote prints “{found}”: the value leaves out “{hedge}”",
                    found=found.text, hedge=found.hedge),
                value.start,
                value.end,
                key=f"{name}/{found.hedge}",
                facts=(f"{file.stem}.{name}",),
                also=(file.problems.secondary(*span(written.node, file.text, found.start, found.end), say("引文", "the quote")),),
                advice=say("改为：value: {found}", "write: value: {found}", found=found.text),
                severity=Severity.WARNING,
            )  # fmt: skip
            return


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
