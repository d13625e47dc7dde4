"""Values that cannot be what they are said to be: counts that are no whole numbers, shares above 100 %, division by zero."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from factcheck.claims.expressions import Call, Negation, Node, Number, Operation, Reference
from factcheck.claims.model import Check, Extent, Fact, Project
from factcheck.findings import say
from factcheck.judgement.lowering.scaling import is_empty, is_point
from factcheck.judgement.model import UnitProblem
from factcheck.judgement.units.completion import Completed, references
from factcheck.judgement.units.growth import grows_by_ratio

DIVISORS = {"average": "over", "times": "b", "share": "whole", "change": "from", "per_year": "from"}
"""The field of each kind that something is divided by."""


def counts_not_whole(project: Project, ratios: frozenset[str]) -> list[UnitProblem]:
    """Totals in a count unit that no whole number can be read as: 3.5 people."""
    found = []
    for file in project.files:
        for fact in file.facts.values():
            loose = fact.readings.loose
            if type(loose.low) is int and not loose.low_open:
                continue  # that one
            if fact.id in ratios or fact.is_ratio or not _not_whole(fact):
                continue
            words = say(
                "{name} {printed}：按件计数的总数应为整数",
                "{name} {printed}: a count of things is a whole number",
                name=fact.name,
                printed=fact.printed or "",
            )
            found.append(
                UnitProblem(
                    code="FC407",
                    file=file.path,
                    check=None,
                    facts=(fact.id,),
                    explanation=words,
                    blocks=False,
                )
            )
    return found


def _not_whole(fact: Fact) -> bool:
    """Whether the fact is a total of things and no whole number lies in what it may be."""
    if (
        fact.hidden
        or fact.unit is None
        or not fact.unit.is_count
        or fact.unit.factor != 1
        or fact.reading is not None
    ):
        return False
    loose = fact.readings.loose
    if loose.low is not None and loose.low == loose.high and not loose.low_open and not loose.high_open:
        return loose.low.denominator != 1
    return is_empty(replace(loose, integer=True))


def inspect_values(
    check: Check, file: str, facts: Mapping[str, Fact], completed: Completed
) -> list[UnitProblem]:
    """Shares above 100 % and divisions by zero in one check."""
    problems = []
    for node in _shares(check):
        if _exceeds_whole(node, facts, completed):
            words = say("占比超过 100%", "a share is above 100%")
            problems.append(_problem("FC408", check, file, node, words_zh=words.zh, words_en=words.en))
            break
    for node in _divisors(check, completed):
        if _is_zero(node, facts):
            problems.append(
                _problem("FC412", check, file, node, words_zh="除数为零", words_en="the divisor is zero")
            )
            break
    return problems


def _problem(code: str, check: Check, file: str, node: Node, *, words_zh: str, words_en: str) -> UnitProblem:
    return UnitProblem(
        code=code,
        file=file,
        check=check.id,
        facts=tuple(references(node)),
        explanation=say(words_zh, words_en),
        extents=(Extent(node.start, node.end),) if node.end else (),
    )


def _shares(check: Check) -> tuple[Node, ...]:
    if check.kind == "share":
        return check.fields["is"]
    return check.fields["of"] if check.kind == "shares" else ()


def _exceeds_whole(node: Node, facts: Mapping[str, Fact], completed: Completed) -> bool:
    if isinstance(node, Number):
        unit = node.unit
        return (
            node.domain is None
            and (unit is None or not unit.dimension)
            and node.value * (unit.factor if unit else 1) > 1
        )
    if not isinstance(node, Reference) or node.fact not in facts:
        return False
    unit = completed.units.get(node.fact)
    low = facts[node.fact].readings.loose.low
    return unit is not None and not unit.dimension and low is not None and low * unit.factor > 1


def _divisors(check: Check, completed: Completed) -> Iterator[Node]:
    amount = check.kind == "change" and not grows_by_ratio(
        check.fields["from"][0], check.fields["by"][0], completed.units
    )
    if check.kind in DIVISORS and not amount:
        yield check.fields[DIVISORS[check.kind]][0]
    roots = [node for nodes in check.fields.values() for node in nodes]
    if check.comparison is not None:
        roots += check.comparison.operands
    while roots:
        part = roots.pop()
        if type(part) is Reference:
            continue
        match part:
            case Operation(operator=operator, left=left, right=right):
                roots += (left, right)
                if operator == "/":
                    yield right
            case Negation(operand=operand):
                roots.append(operand)
            case Call(arguments=arguments):
                roots += arguments
            case _:
                pass


def _is_zero(node: Node, facts: Mapping[str, Fact]) -> bool:
    if isinstance(node, Number):
        return node.value == 0 and node.domain is None
    if isinstance(node, Reference) and node.fact in facts:
        reading = facts[node.fact].readings.loose
        return is_point(reading) and reading.low == 0
    return False
