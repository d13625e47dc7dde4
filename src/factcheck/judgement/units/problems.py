"""Checks whose units do not fit together, each as a problem with its words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from factcheck.claims.expressions import Node, Reference
from factcheck.claims.model import Check, Extent, Fact
from factcheck.findings import Message, say
from factcheck.judgement.model import UnitProblem
from factcheck.judgement.units.completion import QUOTIENT_FIELDS, Completed, lacks_divisor, references
from factcheck.judgement.units.dimensions import (
    LISTED_COUNTS,
    POINTS,
    RATIO,
    Agreement,
    agreement,
)
from factcheck.judgement.units.fitting import plainly_fits
from factcheck.judgement.units.meaning import Compared, comparisons
from factcheck.judgement.units.typed import Typed, typed
from factcheck.quantities.units import parse_unit
from factcheck.records import record

SAME_DIMENSION_KINDS = frozenset({"within", "same"})
"""Kinds that speak of one and the same kind of thing: people inside households is a slip, not a comparison."""


@record(slots=True)
class Inspection:
    """Problems of one check while they are gathered."""

    check: Check
    file: str
    completed: Completed
    problems: list[UnitProblem] = field(default_factory=list)

    def add(self, code: str, nodes: tuple[Node, ...], explanation: Message, *, blocks: bool) -> None:
        """Record a problem, once for each code: one slip in a long sum is one finding."""
        if any(problem.code == code for problem in self.problems):
            return
        facts = dict.fromkeys(name for node in nodes for name in references(node))
        extents = tuple(Extent(node.start, node.end) for node in nodes if node.end)
        self.problems.append(
            UnitProblem(
                code=code,
                file=self.file,
                check=self.check.id,
                facts=tuple(facts),
                explanation=explanation,
                extents=extents,
                blocks=blocks,
            )
        )

    def name(self, node: Node) -> str:
        """The unit of an expression as people read it."""
        side = typed(node, self.completed.units)
        if side.unit is not None and side.unit.name:
            return side.unit.name
        if not side.dimension:
            return "1"
        return "·".join(f"{base}^{power}" if power != 1 else base for base, power in side.dimension)


def inspect(check: Check, file: str, facts: Mapping[str, Fact], completed: Completed) -> list[UnitProblem]:
    """All problems with the units of one check."""
    if plainly_fits(check, facts, completed):
        return []
    inspection = Inspection(check, file, completed)
    pairs = _growth_pairs(check, completed) if check.kind in ("change", "per_year") else comparisons(check)
    if not _leaves_divisor_out(check, completed):
        for compared in pairs:
            _compare(inspection, compared)
    if check.kind == "share":
        _require_ratio(inspection, check.fields["is"][0])
    if check.kind in ("change", "per_year"):
        _inspect_growth(inspection)
    if check.kind in QUOTIENT_FIELDS:
        _inspect_divisor(inspection)
        _inspect_words(inspection, facts)
    return inspection.problems


def _leaves_divisor_out(check: Check, completed: Completed) -> bool:
    """Whether the average is written in the check itself, without what it is per (每村1至2名): the check supplies it."""
    if check.kind not in QUOTIENT_FIELDS:
        return False
    names = (*QUOTIENT_FIELDS[check.kind], "is")
    total, over, ratio = (typed(check.fields[name][0], completed.units) for name in names)
    return lacks_divisor(total, over, ratio)


def _growth_pairs(check: Check, completed: Completed) -> list[Compared]:
    return [Compared(check.fields["to"][0], "=", check.fields["from"][0])]


def _compare(inspection: Inspection, compared: Compared) -> None:
    units = inspection.completed.units

    def added(found: Agreement, left: Node, right: Node) -> None:
        _report(inspection, found, left, right, adding=True)

    left, right = typed(compared.left, units, added), typed(compared.right, units, added)
    if left.dimension is None or right.dimension is None or left.bare or right.bare:
        return
    found = agreement(left.dimension, right.dimension)
    if found is Agreement.POINTS and (left.difference or right.difference):
        return  # the difference of two percentages is a number of points
    if found is Agreement.COUNTS and any(problem.code == "FC402" for problem in inspection.problems):
        return
    if (
        found is Agreement.PERSONS_AND_VISITS
        and compared.operator != "="
        and inspection.check.kind == "expression"
    ):
        found = Agreement.COUNTS
    _report(inspection, found, compared.left, compared.right, adding=False)


def _report(inspection: Inspection, found: Agreement, left: Node, right: Node, *, adding: bool) -> None:
    if found is Agreement.SAME:
        return
    names = {"left": inspection.name(left), "right": inspection.name(right)}
    kind = inspection.check.kind
    match found:
        case Agreement.COUNTS if adding or kind == "sum":
            code, blocks = "FC402", False
            words = say(
                "把{left}与{right}相加：两者数的不是同一种东西",
                "{left} and {right} are added: they count different things",
                **names,
            )
        case Agreement.COUNTS if kind in SAME_DIMENSION_KINDS and _both_listed(inspection, left, right):
            code, blocks = "FC401", True
            words = say("{left}与{right}是不同的单位", "{left} and {right} are different units", **names)
        case Agreement.COUNTS:
            code, blocks = "FC403", False
            words = say(
                "{left}与{right}相比：两者数的不是同一种东西",
                "{left} is compared with {right}: they count different things",
                **names,
            )
        case Agreement.PERSONS_AND_VISITS:
            code, blocks = "FC404", True
            words = say(
                "{left}与{right}混用：同一个人可以算多个人次",
                "{left} is mixed with {right}: one person can be counted for several visits",
                **names,
            )
        case Agreement.CURRENCIES:
            code, blocks = "FC405", True
            words = say(
                "{left}与{right}混用，而没有汇率",
                "{left} is mixed with {right} without a rate of exchange",
                **names,
            )
        case Agreement.POINTS:
            code, blocks = "FC406", True
            words = say(
                "{left}与{right}混用：百分比是比值，百分点是两个百分比之差",
                "{left} is mixed with {right}: a percentage is a ratio, percentage points are a difference of two",
                **names,
            )
        case _:
            code, blocks = "FC401", True
            words = say("{left}与{right}不能相比", "{left} cannot be compared with {right}", **names)
            if adding:
                words = say("{left}与{right}不能相加", "{left} cannot be added to {right}", **names)
    inspection.add(code, (left, right), words, blocks=blocks)


def _both_listed(inspection: Inspection, left: Node, right: Node) -> bool:
    sides = (typed(node, inspection.completed.units).dimension or () for node in (left, right))
    return all(len(side) == 1 and side[0][0] in LISTED_COUNTS for side in sides)


def _require_ratio(inspection: Inspection, node: Node) -> None:
    side = typed(node, inspection.completed.units)
    if not side.dimension:
        return
    name = inspection.name(node)
    if side.dimension == POINTS:
        words = say("占比应为百分比，而不是{unit}", "a share is a percentage, not {unit}", unit=name)
        inspection.add("FC406", (node,), words, blocks=True)
        return
    words = say("这里应为比值，而不是{unit}", "a ratio is wanted here, not {unit}", unit=name)
    inspection.add("FC401", (node,), words, blocks=True)


def _inspect_growth(inspection: Inspection) -> None:
    fields, units = inspection.check.fields, inspection.completed.units
    by, start = typed(fields["by"][0], units), typed(fields["from"][0], units)
    if by.dimension is None or start.dimension is None or by.bare or by.dimension == RATIO:
        return
    if inspection.check.kind == "per_year":
        _require_ratio(inspection, fields["by"][0])
        return
    if by.dimension == POINTS and start.dimension == RATIO:
        return
    _report(inspection, _growth_agreement(by, start), fields["by"][0], fields["from"][0], adding=False)


def _growth_agreement(by: Typed, start: Typed) -> Agreement:
    if by.dimension is None or start.dimension is None:
        return Agreement.SAME
    return Agreement.POINTS if by.dimension == POINTS else agreement(by.dimension, start.dimension)


def _inspect_divisor(inspection: Inspection) -> None:
    check, completed = inspection.check, inspection.completed
    ratio = check.fields["is"][0]
    over = typed(check.fields[QUOTIENT_FIELDS[check.kind][1]][0], completed.units)
    for name in references(ratio):
        supplied = completed.divisors.get(name)
        if supplied is None or supplied[1] == check.id or over.unit is None:
            continue
        if agreement(supplied[0].dimension, over.unit.dimension) is not Agreement.SAME:
            words = say(
                "这个平均数在别处除以{one}，在这里除以{other}",
                "this average is per {one} elsewhere, per {other} here",
                one=supplied[0].name,
                other=over.unit.name,
            )
            inspection.problems.clear()
            inspection.add("FC411", (ratio,), words, blocks=True)


def _inspect_words(inspection: Inspection, facts: Mapping[str, Fact]) -> None:
    """What the quote says the number is per (户均, 每村) against what the check divides by."""
    check, units = inspection.check, inspection.completed.units
    over = typed(check.fields[QUOTIENT_FIELDS[check.kind][1]][0], units)
    node = check.fields["is"][0]
    fact = facts.get(node.fact) if isinstance(node, Reference) else None
    if fact is None or not fact.per or not over.dimension or over.unit is None:
        return
    said = parse_unit(fact.per)
    if agreement(said.dimension, over.dimension) in (Agreement.SAME, Agreement.POINTS):
        return
    if len(over.dimension) > 1 or any(exponent < 0 for _, exponent in over.dimension):
        return  # 户均 ÷ (人/户): the words speak of another step
    words = say(
        "引文说的是每{said}，这里却除以{over}",
        "the quote says per {said}, but the check divides by {over}",
        said=fact.per,
        over=over.unit.name,
    )
    inspection.add("FC411", (node,), words, blocks=False)
