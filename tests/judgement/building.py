"""Small projects built by hand: facts as intervals or printed-looking numbers, checks as short texts."""

from __future__ import annotations

from fractions import Fraction

from factcheck.claims.expressions import Comparison, Node, Number, Operation, Reference
from factcheck.claims.model import Article, Check, CheckKind, ClaimsFile, Fact, Project
from factcheck.quantities import Interval, PrintedQuantity, Readings, Unit
from factcheck.text import SourceText

PERSON = Unit("人", (("person", 1),), is_count=True)
HOUSEHOLD = Unit("户", (("household", 1),), is_count=True)
VISIT = Unit("人次", (("person_time", 1),), is_count=True)
VILLAGE = Unit("村", (("village", 1),), is_count=True)
THING = Unit("个", (("count", 1),), is_count=True)
YUAN = Unit("元", (("yuan", 1),))
DOLLAR = Unit("美元", (("dollar", 1),))
PERCENT = Unit("%", (), Fraction(1, 100))
POINT = Unit("百分点", (("percentage_point", 1),))
NUMBER = Unit("", ())
YEAR = Unit("年", (("time", 1),), Fraction(31557600))


def counted(name: str, value: int, unit: Unit = PERSON, **more: object) -> Fact:
    """An exact whole total."""
    exact = Interval(value, value, integer=True)
    return _fact(name, unit, exact, exact, Fraction(value), Fraction(1), "count", **more)


def rounded(name: str, value: str, unit: Unit = NUMBER, step: str | None = None, **more: object) -> Fact:
    """A number rounded to its last printed digit: strict ± ½, loose ± 1 (ends left out)."""
    number = Fraction(value)
    digits = len(value.partition(".")[2])
    place = Fraction(step) if step is not None else Fraction(1, 10**digits)
    strict = Interval(number - place / 2, number + place / 2)
    loose = Interval(number - place, number + place, low_open=True, high_open=True)
    return _fact(name, unit, strict, loose, number, place, "number", **more)


def within(name: str, low: str | None, high: str | None, unit: Unit = NUMBER, **more: object) -> Fact:
    """A number with one reading, ends included."""
    domain = Interval(None if low is None else Fraction(low), None if high is None else Fraction(high))
    return _fact(name, unit, domain, domain, Fraction(low or high or 0), Fraction(1), "number", **more)


def hidden(name: str, unit: Unit | None = None, low: str | None = "0", high: str | None = None) -> Fact:
    """A hidden quantity."""
    domain = Interval(
        None if low is None else Fraction(low),
        None if high is None else Fraction(high),
        integer=unit is not None and unit.is_count,
    )
    return Fact(
        id=f"t.{name}",
        name=name,
        readings=Readings(domain, domain),
        unit=unit,
        hidden=True,
    )


def _fact(
    name: str,
    unit: Unit,
    strict: Interval,
    loose: Interval,
    value: Fraction,
    place: Fraction,
    kind: str,
    **more: object,
) -> Fact:
    zeros = bool(more.pop("rests_on_zeros", False))
    quantity = PrintedQuantity(str(value), 0, 0, 0, 0, value, unit, kind, digit_unit=place)  # type: ignore[arg-type]
    return Fact(
        id=f"t.{name}",
        name=name,
        readings=Readings(strict, loose, zeros),
        quantity=quantity,
        printed=str(value),
        unit=unit,
        **more,  # type: ignore[arg-type]
    )


def ref(name: str) -> Reference:
    return Reference(name, f"t.{name}", 0, 0)


def num(value: object, unit: Unit | None = None) -> Number:
    return Number(Fraction(str(value)), unit, str(value), 0, 0)


def op(left: Node, operator: str, right: Node) -> Operation:
    return Operation(operator, left, right, 0, 0)  # type: ignore[arg-type]


def node(value: object) -> Node:
    return ref(value) if isinstance(value, str) else value if not isinstance(value, int) else num(value)  # type: ignore[return-value]


def check(kind: CheckKind, name: str = "", at: int = 0, **fields: object) -> Check:
    """A named check; fields are fact names, nodes or lists of them."""
    options = {
        key: fields.pop(key) for key in ("assumption", "ignore", "tolerance", "severity") if key in fields
    }
    nodes = {
        key.rstrip("_"): tuple(node(item) for item in (value if isinstance(value, list) else [value]))
        for key, value in fields.items()
    }
    return Check(id=f"t.{name or kind}", kind=kind, line=at, start=at, end=at, fields=nodes, **options)  # type: ignore[arg-type]


def that(
    left: object, operator: str, right: object, name: str = "that", at: int = 0, **options: object
) -> Check:
    comparison = Comparison((node(left), node(right)), (operator,), 0, 0)  # type: ignore[arg-type]
    return Check(
        id=f"t.{name}",
        kind="expression",
        start=at,
        end=at,
        line=at,
        comparison=comparison,
        **options,  # type: ignore[arg-type]
    )


def project(facts: list[Fact], checks: list[Check], **article: object) -> Project:
    """A project of one file; checks keep the order given."""
    for index, each in enumerate(checks):
        each.start = each.end = index
        each.line = index + 1
    file = ClaimsFile(
        stem="t",
        path="t.yaml",
        source=SourceText("t.yaml", ""),
        article=Article(**article),  # type: ignore[arg-type]
        facts={fact.name: fact for fact in facts},
        checks=checks,
    )
    return Project([file])


def whole_range(name: str, low: int, high: int, unit: Unit = PERSON) -> Fact:
    """A whole number between two ends."""
    domain = Interval(low, high, integer=True)
    return _fact(name, unit, domain, domain, Fraction(low), Fraction(1), "count")
