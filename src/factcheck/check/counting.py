"""What there is to be counted in claims, whatever is found in them."""

from __future__ import annotations

from dataclasses import dataclass

from factcheck.claims.expressions import Number, Operation, Reference
from factcheck.claims.linking import references
from factcheck.claims.model import Check, Project
from factcheck.judgement.model import Judgement, Verdict


@dataclass(frozen=True, slots=True)
class Counts:
    """Facts and checks; the printed facts that no check names and that are not said to stand alone; the checks not judged.

    >>> Counts(facts=2) + Counts(facts=3, checks=1)
    Counts(facts=5, checks=1, unchecked=0, not_judged=0)
    """

    facts: int = 0
    checks: int = 0
    unchecked: int = 0
    not_judged: int = 0

    def __add__(self, other: Counts) -> Counts:
        return Counts(
            self.facts + other.facts,
            self.checks + other.checks,
            self.unchecked + other.unchecked,
            self.not_judged + other.not_judged,
        )


def counts_of(project: Project, judgement: Judgement) -> Counts:
    """The counts of a project under its judgement."""
    named = {name for file in project.files for check in file.checks for name in _named(check)}
    return Counts(
        facts=sum(len(file.facts) for file in project.files),
        checks=sum(len(file.checks) for file in project.files),
        unchecked=sum(
            not (fact.id in named or fact.hidden or fact.alone)
            for file in project.files
            for fact in file.facts.values()
        ),
        not_judged=sum(each.verdict is Verdict.NOT_JUDGED for each in judgement.verdicts.values()),
    )


def _named(check: Check) -> list[str]:
    """The facts that a check names. Nearly all of an archive stand in sums and fields, which are walked through here in a third of the time."""
    named = []
    waiting = list(check.comparison.operands) if check.comparison is not None else []
    for nodes in check.fields.values():
        waiting += nodes
    while waiting:
        node = waiting.pop()
        if type(node) is Reference:
            named.append(node.fact)
        elif type(node) is Operation:
            waiting += (node.left, node.right)
        elif type(node) is not Number:
            return [reference.fact for reference in references(check)]
    return named
