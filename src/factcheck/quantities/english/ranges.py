"""The other end of an English range, and the quantity as it ends: 15 to 20, between $62 and $68 per share, two or three."""

from __future__ import annotations

from factcheck.lazily import expression
from factcheck.quantities.assemble import Ends, assemble, ends_of_range
from factcheck.quantities.atom import Atom
from factcheck.quantities.english import grammar
from factcheck.quantities.english.atoms import read_atom
from factcheck.quantities.english.money import as_money
from factcheck.quantities.model import PrintedQuantity
from factcheck.quantities.units.algebra import NONE


def finished(
    original: str, text: str, lower: str, atom: Atom, start: int, hedge: str, negative: bool
) -> PrintedQuantity:
    """The quantity with the other end of its range and the hedge after it."""
    between = grammar.BETWEEN.search(lower, max(0, start - 20), start) if not negative else None
    ends = _range_from(text, lower, atom, bool(between)) if not negative else None
    if ends and between:
        start, hedge = between.start(), ""
    last = ends.other if ends else atom
    end = last.end
    if after := grammar.AFTER.match(lower, last.number_end) or grammar.AFTER.match(lower, end):
        hedge = hedge or _after_word(after[0])
        end = max(end, after.end())
    return assemble(original, atom, start, end, hedge, ends)


def _after_word(text: str) -> str:
    return " ".join(text.strip(" -").split())


def _range_from(text: str, lower: str, atom: Atom, between: bool) -> Ends | None:
    """The other end of a range: 15 to 20, 5-10W, between $62 and $68; "rose from 5 to 8" is a change, not a range."""
    connector = (grammar.AND if between else grammar.CONNECTOR).match(lower, atom.end)
    if connector is None and not between:
        connector = grammar.CONNECTOR.match(lower, atom.number_end)
        if connector is not None and atom.noun:
            atom.end, atom.unit, atom.measure, atom.noun = atom.number_end, NONE, "", ""
    if connector is None:
        return None if between else _either(text, lower, atom)
    if (
        not between
        and grammar.BY_BEFORE.search(lower, max(0, atom.number_start - 8), atom.number_start)
        and "to" in connector[0]
    ):
        return None
    if not between and grammar.CHANGE_BEFORE.search(lower, max(0, atom.number_start - 70), atom.number_start):
        return None
    other = _other_end(text, lower, connector.end(), atom)
    if other and atom.kind == "money" and other.measure.startswith(f"{atom.measure}/"):
        atom.unit, atom.measure = other.unit, other.measure  # $62 and $68 per share
    return ends_of_range(atom, other) if other else None


def _either(text: str, lower: str, atom: Atom) -> Ends | None:
    """two or three: a range of neighbours."""
    match = grammar.OR.match(lower, atom.number_end)
    other = _other_end(text, lower, match.end(), atom) if match and atom.numeral.value < 20 else None
    if other is None or other.numeral.value - atom.numeral.value != 1:
        return None
    if not atom.measure:
        return ends_of_range(atom, other)
    return None


def _other_end(text: str, lower: str, at: int, atom: Atom) -> Atom | None:
    money = expression(r"(?:[a-z]{0,3}\$|[€£¥])\s?").match(lower, at)
    begin = money.end() if money else at
    if begin >= len(lower) or not (
        lower[begin].isdigit() or lower[begin] == "." or grammar.CANDIDATE.match(lower, begin)
    ):
        return None
    other = read_atom(text, lower, begin, money=bool(money) or atom.kind == "money")
    if other is None:
        return None
    if money:
        as_money(text, other, money[0].strip())
    elif atom.kind == "money" and not other.measure:
        other.unit, other.measure, other.kind = atom.unit, atom.measure, atom.kind
    elif atom.kind == "money" and other.noun:
        other.unit, other.measure, other.kind, other.noun, other.end = (
            atom.unit,
            atom.measure,
            atom.kind,
            "",
            other.number_end,
        )
    return other
