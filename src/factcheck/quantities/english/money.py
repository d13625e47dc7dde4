"""Currencies before an English number: $13.6M, US$58.24, £2.7m, USD 200."""

from __future__ import annotations

from dataclasses import replace

from factcheck.lazily import expression
from factcheck.quantities.atom import Atom
from factcheck.quantities.english import grammar
from factcheck.quantities.english.atoms import with_divisor
from factcheck.quantities.units.known import known_unit, make_unit

PREFIX_NAMES = {
    "us$": "$", "u.s.$": "$", "us $": "$", "u.s. $": "$", "a$": "A$", "au$": "A$", "aud$": "A$", "a $": "A$", "au $": "A$",
    "c$": "C$", "ca$": "C$", "cad$": "C$", "can$": "C$", "c $": "C$", "ca $": "C$", "can $": "C$", "hk$": "HK$", "hk $": "HK$",
    "nt$": "NT$", "s$": "S$", "s $": "S$", "mex$": "MXN", "mxn$": "MXN", "mex $": "MXN", "nz$": "NZD", "ps": "£", "¥": "JPY",
    "rmb": "RMB", "$us": "$", "$a": "A$", "$c": "C$", "$nz": "NZD", "$hk": "HK$", "$s": "S$", "rm": "MYR", "meur": "EUR", "maud": "AUD", "r$": "BRL", "r $": "BRL",
}  # fmt: skip


def money_before(lower: str, at: int, floor: int) -> tuple[int, str]:
    """Where the currency before the number at ``at`` begins, and the currency as printed; the number's place and nothing without one."""
    match = grammar.MONEY_BEFORE.search(lower, max(floor, at - 8), at)
    if match is None:
        return at, ""
    return match.start(1), " ".join(match[1].split())


def as_money(text: str, atom: Atom, prefix: str) -> None:
    """Give the atom the currency printed before it; a noun or word for money after it says no more."""
    name = PREFIX_NAMES.get(prefix, prefix.upper() if prefix.isalpha() else prefix)
    unit = known_unit(name) or known_unit(prefix) or known_unit(prefix[-1])
    if unit is None:
        return
    if prefix in ("meur", "maud"):
        size = 10**6
        atom.numeral = replace(
            atom.numeral, value=atom.numeral.value * size, digit_unit=atom.numeral.digit_unit * size
        )
    atom.end = atom.number_end
    words_after = expression(r"\s+(?:u\.?s\.?\s+)?dollars?\b").match(text, atom.number_end)
    atom.end = words_after.end() if words_after else atom.end
    atom.unit, atom.measure, atom.noun, atom.kind, atom.form = (
        make_unit(name, unit.dimension, unit.factor),
        prefix,
        "",
        "money",
        "",
    )
    with_divisor(text, atom)
