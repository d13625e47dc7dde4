"""What there is to be counted in claims, whatever is found in them."""

from __future__ import annotations

from dataclasses import dataclass

from factcheck.claims.linking import references
from factcheck.claims.model import Project
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
    named = {
        reference.fact for file in project.files for check in file.checks for reference in references(check)
    }
    return Counts(
        facts=sum(len(file.facts) for file in project.files),
        checks=sum(len(file.checks) for file in project.files),
        unchecked=sum(
            not (fact.hidden or fact.alone or fact.id in named)
            for file in project.files
            for fact in file.facts.values()
        ),
        not_judged=sum(each.verdict is Verdict.NOT_JUDGED for each in judgement.verdicts.values()),
    )
