"""FC4xx: units that do not fit, shares above 100 %, divisors of zero: found by the judgement, placed here."""

from __future__ import annotations

from collections.abc import Iterable

from factcheck.findings import Finding, Label
from factcheck.findings.codes import CODES
from factcheck.judgement.model import UnitProblem
from factcheck.rules.interface import Context
from factcheck.rules.wording.at_check import because_of
from factcheck.rules.wording.letters import give_letters


class UnitRule:
    """Every problem of units under its own code."""

    codes = (
        "FC401", "FC402", "FC403", "FC404", "FC405", "FC406", "FC408", "FC411", "FC412",
    )  # fmt: skip

    def findings(self, context: Context) -> Iterable[Finding]:
        """One finding for each problem."""
        return (_finding(context, problem) for problem in context.judgement.problems)


def _finding(context: Context, problem: UnitProblem) -> Finding:
    code = CODES[problem.code]
    check = context.checks.get(problem.check or "")
    lettered = give_letters(context, problem.facts)
    labels: list[Label] = []
    if check is not None:
        source = context.file_of_check[check.id].source
        places = [(extent.start, extent.end) for extent in problem.extents]
        places = places or [(check.extent.start, check.extent.end)]
        labels += [Label(source, start, end, primary=index == 0) for index, (start, end) in enumerate(places)]
    labels += [
        lettered.fact_label(fact, primary=check is None and index == 0)
        for index, fact in enumerate(lettered.facts)
    ]
    return Finding(
        code.code,
        code.slug,
        (check.severity if check else None) or code.severity,
        problem.explanation,
        tuple(labels),
        article=lettered.article_labels(None),
        check=problem.check,
        facts=lettered.facts,
        notes=because_of(check) if check else (),
        ignored=check.ignore if check else None,
    )
