"""Units that the article leaves out: those of hidden quantities, and the divisor of an average."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import field
from fractions import Fraction

from factcheck.claims.expressions import Call, Negation, Node, Operation, Reference
from factcheck.claims.model import Check, Fact
from factcheck.judgement.units.dimensions import RATIO, Agreement, agreement, counts_things, product
from factcheck.judgement.units.meaning import Compared, comparisons
from factcheck.judgement.units.typed import Typed, additive_terms, compound, typed
from factcheck.quantities.model import Dimension, Unit
from factcheck.quantities.units import parse_unit
from factcheck.records import record

_ROUNDS = 12
NUMBER = Unit("", RATIO)
PERCENT = Unit("%", RATIO, Fraction(1, 100))
TIMES = Unit("倍", RATIO)
RATIO_FIELDS = {"share": ("is",), "shares": ("of",), "change": ("by",), "per_year": ("by",)}
"""The fields that are ratios by their nature (a hidden change is taken for a rate)."""
QUOTIENT_FIELDS = {"average": ("total", "over"), "times": ("a", "b")}
"""The kinds whose ``is`` is the first field divided by the second."""


@record(slots=True)
class Completed:
    """The unit of every fact, ``None`` where nothing tells it. ``divisors``: which unit was supplied to which fact, and by which check."""

    units: dict[str, Unit | None]
    divisors: dict[str, tuple[Unit, str]] = field(default_factory=dict)


def complete(facts: dict[str, Fact], checks: Iterable[Check]) -> Completed:
    """Supply divisors, then infer units of hidden quantities from the checks they stand in, until nothing new is learnt."""
    checks = list(checks)
    completed = Completed({name: fact.unit for name, fact in facts.items()})
    completed.units.update(dict.fromkeys(_plain_numbers(facts, checks), NUMBER))
    for check in checks:
        if check.kind in QUOTIENT_FIELDS:
            supply_divisor(completed, check)
    if _without_divisor(facts, completed):
        for check in checks:
            supply_by_words(completed, check, facts)
    before = _count_unknown(completed)
    open_checks = [check for check in checks if _has_unknown(check, completed)] if before else []
    for _ in range(_ROUNDS):
        before = _count_unknown(completed)
        if not before:
            break
        for check in open_checks:
            learn(completed, check)
        if _count_unknown(completed) == before:
            break
    return completed


def _without_divisor(facts: Mapping[str, Fact], completed: Completed) -> bool:
    """Whether the quote of some fact names what it is per, and no average has told it yet."""
    return any(fact.per and name not in completed.divisors for name, fact in facts.items())


def _plain_numbers(facts: dict[str, Fact], checks: Iterable[Check]) -> set[str]:
    """Bare numbers that could be years (1972) but stand in a check beside numbers without a unit: there they are such numbers too."""
    years = {name for name, fact in facts.items() if could_be_year(fact)}
    if not years:
        return years
    found: set[str] = set()
    for check in checks:
        names = facts_of(check)
        here = years.intersection(names)
        if here and any(name in facts and facts[name].unit == NUMBER for name in names):
            found |= here
    return found


def could_be_year(fact: Fact) -> bool:
    """Whether the number alone does not tell if it is a year."""
    quantity = fact.quantity
    return quantity is not None and quantity.kind == "year" and quantity.text.strip().isdigit()


def _count_unknown(completed: Completed) -> int:
    return sum(unit is None for unit in completed.units.values())


def _has_unknown(check: Check, completed: Completed) -> bool:
    return any(completed.units.get(name) is None for name in facts_of(check))


def facts_of(check: Check) -> list[str]:
    """The ids of the facts a check mentions, in the order written, each once."""
    found: dict[str, None] = {}
    for nodes in check.fields.values():
        for node in nodes:
            if type(node) is Reference:
                found[node.fact] = None
            else:
                _collect(node, found)
    if check.comparison is not None:
        for node in check.comparison.operands:
            _collect(node, found)
    if check.tolerance is not None:
        _collect(check.tolerance.amount, found)
    return list(found)


def references(node: Node) -> list[str]:
    """The ids of the facts in an expression, each once."""
    found: dict[str, None] = {}
    _collect(node, found)
    return list(found)


def _collect(node: Node, found: dict[str, None]) -> None:
    stack = [node]
    while stack:
        part = stack.pop()
        if type(part) is Reference:
            found[part.fact] = None
        elif type(part) is Operation:
            stack += (part.right, part.left)
        elif type(part) is Negation:
            stack.append(part.operand)
        elif type(part) is Call:
            stack += reversed(part.arguments)


def lacks_divisor(total: Typed, over: Typed, ratio: Typed) -> bool:
    """Whether the unit of an average is printed without what it is divided by: 户均2890元, where 元/户 is meant."""
    if not over.dimension or ratio.dimension is None or ratio.bare:
        return False
    if total.dimension is None:
        return all(exponent > 0 for _, exponent in ratio.dimension) and ratio.dimension != RATIO
    if agreement(total.dimension, product(ratio.dimension, over.dimension)) is not Agreement.CLASH:
        return False
    return agreement(total.dimension, ratio.dimension) not in (Agreement.CLASH, Agreement.POINTS)


def supply_divisor(completed: Completed, check: Check) -> None:
    """Give the ``is`` of an average its divisor where the article leaves it out."""
    first, second = QUOTIENT_FIELDS[check.kind]
    total, over = (typed(check.fields[name][0], completed.units) for name in (first, second))
    ratio_node = check.fields["is"][0]
    ratio = typed(ratio_node, completed.units)
    if not isinstance(ratio_node, Reference) or ratio.unit is None or over.unit is None:
        return
    if ratio_node.fact not in completed.divisors and lacks_divisor(total, over, ratio):
        completed.units[ratio_node.fact] = divided(ratio.unit, over.unit)
        completed.divisors[ratio_node.fact] = (over.unit, check.id)


def supply_by_words(completed: Completed, check: Check, facts: Mapping[str, Fact]) -> None:
    """Give a fact the divisor that its quote names (户均, 每村) where a check makes no sense otherwise and does with it."""
    if check.kind in QUOTIENT_FIELDS:
        return
    changed: dict[str, Unit | None] = {}
    for name in facts_of(check):
        fact, unit = facts.get(name), completed.units.get(name)
        if fact is None or not fact.per or unit is None or name in completed.divisors:
            continue
        if all(exponent > 0 for _, exponent in unit.dimension):
            changed[name] = divided(unit, parse_unit(fact.per))
    if not changed or _fits(check, completed.units):
        return
    if _fits(check, {**completed.units, **changed}):
        completed.units.update(changed)
        completed.divisors.update((name, (parse_unit(facts[name].per or ""), check.id)) for name in changed)


def _fits(check: Check, units: Mapping[str, Unit | None]) -> bool:
    """Whether no comparison of the check clashes outright."""
    for compared in comparisons(check):
        left, right = typed(compared.left, units), typed(compared.right, units)
        if left.dimension is None or right.dimension is None or left.bare or right.bare:
            continue
        if agreement(left.dimension, right.dimension) is Agreement.CLASH:
            return False
    return True


def divided(unit: Unit, divisor: Unit) -> Unit:
    """``unit`` per ``divisor``: 元 and 户 give 元/户."""
    dimension = product(unit.dimension, divisor.dimension, -1)
    return Unit(f"{unit.name}/{divisor.name}", dimension, unit.factor / divisor.factor)


def learn(completed: Completed, check: Check) -> None:
    """Infer what one check tells of units not known yet."""
    for name in RATIO_FIELDS.get(check.kind, ()):
        for node in check.fields.get(name, ()):
            if isinstance(node, Reference) and completed.units.get(node.fact, PERCENT) is None:
                completed.units[node.fact] = PERCENT
    for compared in _alike(check):
        _compare(completed, compared)
    if check.kind in QUOTIENT_FIELDS:
        _name_multiple(completed, check)
        supply_divisor(completed, check)


def _alike(check: Check) -> Iterable[Compared]:
    """The comparisons of a check that tell units: growth, by whatever measure, leaves the unit as it is."""
    if check.kind in ("change", "per_year"):
        return [Compared(check.fields["to"][0], "=", check.fields["from"][0])]
    return comparisons(check)


def _name_multiple(completed: Completed, check: Check) -> None:
    """A hidden quotient of two amounts in one unit is so many times, not per cent."""
    node = check.fields["is"][0]
    if isinstance(node, Reference) and completed.units.get(node.fact) is PERCENT:
        completed.units[node.fact] = TIMES


def _compare(completed: Completed, compared: Compared) -> None:
    left, right = typed(compared.left, completed.units), typed(compared.right, completed.units)
    if left.dimension is None and right.dimension is not None and not right.bare:
        _infer(compared.left, right.dimension, right.unit, completed)
    elif right.dimension is None and left.dimension is not None and not left.bare:
        _infer(compared.right, left.dimension, left.unit, completed)
    elif right.dimension is not None and left.dimension is not None:
        for node, side in ((compared.left, left), (compared.right, right)):
            if side.dimension is not None and not side.bare:
                _infer(node, side.dimension, side.unit, completed)


def _infer(node: Node, dimension: Dimension, unit: Unit | None, completed: Completed) -> None:
    """Tell the hidden quantities in ``node`` what follows from its having this dimension."""
    match node:
        case Reference(fact=fact) if fact in completed.units and completed.units[fact] is None:
            completed.units[fact] = _unit_of(dimension, unit)
        case Negation():
            _infer(node.operand, dimension, unit, completed)
        case Operation(operator="+" | "-"):
            for _, term in additive_terms(node):
                _infer(term, dimension, unit, completed)
        case Call():
            for term in node.arguments:
                _infer(term, dimension, unit, completed)
        case Operation():
            _infer_factor(node, dimension, unit, completed)
        case _:
            pass


def _infer_factor(node: Operation, dimension: Dimension, unit: Unit | None, completed: Completed) -> None:
    left, right = typed(node.left, completed.units), typed(node.right, completed.units)
    sign = 1 if node.operator == "*" else -1
    if left.dimension is None and right.dimension is not None:
        wanted = product(dimension, right.dimension, -sign)
        _infer(node.left, wanted, compound(unit, right.unit, -sign, wanted), completed)
    elif right.dimension is None and left.dimension is not None:
        if sign > 0:
            wanted = product(dimension, left.dimension, -1)
            _infer(node.right, wanted, compound(unit, left.unit, -1, wanted), completed)
        else:
            wanted = product(left.dimension, dimension, -1)
            _infer(node.right, wanted, compound(left.unit, unit, -1, wanted), completed)
    else:
        for term in (node.left, node.right):
            _infer_inside(term, completed)


def _infer_inside(node: Node, completed: Completed) -> None:
    """A sum with known and unknown terms tells the unknown ones."""
    side = typed(node, completed.units)
    if side.dimension is not None and not side.bare:
        _infer(node, side.dimension, side.unit, completed)


def _unit_of(dimension: Dimension, unit: Unit | None) -> Unit:
    if dimension == RATIO:
        return unit if unit is not None and not unit.dimension and unit.name else PERCENT
    if unit is not None and unit.dimension == dimension:
        return Unit(unit.name, dimension, unit.factor, counts_things(dimension))
    name = "·".join(f"{base}" if exponent == 1 else f"{base}^{exponent}" for base, exponent in dimension)
    return Unit(name, dimension, Fraction(1), counts_things(dimension))
