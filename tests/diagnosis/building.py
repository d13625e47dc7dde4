"""Small projects written down in a line or two: facts as printed, checks as formulas."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction

from factcheck.claims.expressions import Comparison, Node, Number, Operation, Reference
from factcheck.claims.model import Article, Check, ClaimsFile, Fact, Project
from factcheck.quantities.interval import Interval
from factcheck.quantities.model import PrintedQuantity, Readings, Unit
from factcheck.quantities.readings import readings
from factcheck.text import SourceText

PERSON = Unit("人", (("person", 1),), is_count=True)
NUMBER = Unit("", ())
PERCENT = Unit("%", (), Fraction(1, 100))
_SIZES = {"": 1, "千": 1000, "万": 10**4, "亿": 10**8}
_PRINTED = re.compile(r"(-?)([0-9]+)(?:\.([0-9]+))?(千|万|亿|)(%|人|元|)")
_UNITS = {"%": PERCENT, "人": PERSON, "元": Unit("元", (("yuan", 1),)), "": NUMBER}


def printed(text: str) -> PrintedQuantity:
    """A plain quantity: 3267人, 2.23亿元, 51.8%, 12.5."""
    found = _PRINTED.fullmatch(text)
    assert found, text
    sign, whole, part, scale, unit = found.groups()
    decimals = len(part or "")
    size = Fraction(_SIZES[scale], 10**decimals)
    value = int(whole + (part or "")) * size * (-1 if sign else 1)
    kind = {"%": "percent", "人": "count", "元": "money", "": "number"}[unit]
    numeral = len(text) - len(unit)
    return PrintedQuantity(
        text,
        0,
        len(text),
        0,
        numeral,
        value,
        _UNITS[unit],
        kind,
        None,
        scale,
        decimals,
        size,
        measure=unit,  # type: ignore[arg-type]
    )


def printed_fact(name: str, text: str, **more: object) -> Fact:
    """A fact as printed."""
    quantity = printed(text)
    return Fact(
        id=f"t.{name}",
        name=name,
        readings=readings(quantity),
        quantity=quantity,
        printed=text,
        unit=quantity.unit,
        **more,  # type: ignore[arg-type]
    )


def exact_fact(name: str, text: str, domain: Interval | None = None) -> Fact:
    """A fact with both readings as given: by default a whole number that is exactly what is printed."""
    quantity = printed(text)
    domain = domain or Interval(quantity.value, quantity.value, integer=True)
    return replace(printed_fact(name, text), readings=Readings(domain, domain))


def hidden_fact(name: str, domain: Interval, unit: Unit = NUMBER) -> Fact:
    """A hidden quantity with its domain."""
    both = Readings(domain, domain)
    return Fact(
        id=f"t.{name}",
        name=name,
        readings=both,
        unit=unit,
        hidden=True,
    )


def project(facts: dict[str, str | Fact], checks: list[str], *, trusted: tuple[str, ...] = ()) -> Project:
    """A project of one file; checks are formulas with spaces around every sign, evaluated from the left, ``*`` and ``/`` first."""
    made = {
        name: fact if isinstance(fact, Fact) else printed_fact(name, fact, trusted=name in trusted)
        for name, fact in facts.items()
    }
    file = ClaimsFile(
        stem="t",
        path="t.yaml",
        source=SourceText("t.yaml", ""),
        article=Article(),
        facts=made,
        checks=[_check(line, text) for line, text in enumerate(checks, 1)],
    )
    return Project([file])


def _check(line: int, text: str) -> Check:
    sign = next(part for part in text.split() if part in ("=", "<=", "<", ">", ">="))
    left, right = text.split(f" {sign} ")
    comparison = Comparison((_formula(left), _formula(right)), (sign,), 0, 0)  # type: ignore[arg-type]
    return Check(id=f"t:{line}", kind="expression", line=line, comparison=comparison)


def _formula(text: str) -> Node:
    parts = text.split()
    for signs in (("+", "-"), ("*", "/")):
        depth = 0
        for at in range(len(parts) - 1, 0, -1):
            depth += (parts[at] == ")") - (parts[at] == "(")
            if depth == 0 and parts[at] in signs:
                left, right = " ".join(parts[:at]), " ".join(parts[at + 1 :])
                return Operation(parts[at], _formula(left), _formula(right), 0, 0)  # type: ignore[arg-type]
    if parts[0] == "(":
        return _formula(" ".join(parts[1:-1]))
    if text[0].isdigit():
        return Number(Fraction(text), None, text, 0, 0)
    return Reference(text, f"t.{text}", 0, 0)
