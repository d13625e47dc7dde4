"""The state of each number, as an auditor's tick mark shows it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum

from factcheck.check.model import Guard, Report
from factcheck.claims.model import Check, Fact
from factcheck.diagnosis.model import Explanation
from factcheck.findings import Finding, Message, Severity
from factcheck.judgement.model import Judgement, Verdict
from factcheck.records import record
from factcheck.reports.relations import facts_of


class State(StrEnum):
    """What the checks say of a number, gravest first. ``INFERRED`` is of quantities that the article does not print."""

    CONTRADICTORY = "contradictory"
    DOUBTFUL = "doubtful"
    UNCOVERED = "uncovered"
    UNGUARDED = "unguarded"
    CONSTRAINED = "constrained"
    CONFIRMED = "confirmed"
    INFERRED = "inferred"


PRINTED_STATES = tuple(state for state in State if state is not State.INFERRED)


@record(frozen=True, slots=True)
class StateWords:
    """A state's name, and what it means in one sentence."""

    name: Message
    meaning: Message


STATE_WORDS: Mapping[State, StateWords] = {
    State.CONTRADICTORY: StateWords(
        Message("矛盾", "contradictory"),
        Message("与别的数不可能同时为真", "cannot be true together with other numbers"),
    ),
    State.DOUBTFUL: StateWords(
        Message("存疑", "doubtful"),
        Message("放宽了读、或不作某个推测才说得通", "fits only when read loosely, or without an assumption"),
    ),
    State.UNCOVERED: StateWords(
        Message("未入清单", "uncovered"),
        Message("文中有这个数，核查清单里没有", "the article prints it, the claims do not hold it"),
    ),
    State.UNGUARDED: StateWords(
        Message("无人看守", "unguarded"),
        Message("没有别的数能与它核对", "no other number says anything of it"),
    ),
    State.CONSTRAINED: StateWords(
        Message("有界", "constrained"),
        Message(
            "别的数给它划了范围，但改错一位未必看得出", "others bound it, but a wrong digit may go unnoticed"
        ),
    ),
    State.CONFIRMED: StateWords(
        Message("已核", "confirmed"),
        Message(
            "有关系核对且成立，改错首位会被发现",
            "a check guards it and holds: a wrong leading digit would be noticed",
        ),
    ),
    State.INFERRED: StateWords(
        Message("推得", "inferred"),
        Message("文中没有印出，由别的数推得", "not printed; follows from other numbers"),
    ),
}

ABOUT_THE_VALUE = ("FC1", "FC2", "FC3", "FC4", "FC5")
"""Families of findings that put a number itself in doubt; sources, periods and hygiene do not."""


class States:
    """The states of all facts of one report."""

    def __init__(self, report: Report) -> None:
        self._report = report
        self._doubts = _doubts(report.findings)
        self._of_checks = check_states(report.judgement)
        self._checked = {
            fact
            for check in report.project.checks()
            if (verdict := report.judgement.verdicts.get(check.id)) and verdict.verdict is Verdict.HOLDS
            for fact in facts_of(check)
        }

    def of(self, fact: Fact) -> State:
        """The state of one fact."""
        doubt = self._doubts.get(fact.id)
        if doubt is not None:
            return doubt
        if fact.hidden:
            return State.INFERRED
        return self._guarded(fact.id)

    def of_check(self, check: Check) -> State:
        """The state of one check."""
        return self._of_checks.get(check.id, State.UNGUARDED)

    def _guarded(self, fact: str) -> State:
        report = self._report
        if (report.guards or {}).get(fact, Guard.NONE) is not Guard.NONE:
            return State.CONFIRMED
        if fact in report.explanations:
            return State.CONSTRAINED if is_bounded(report.explanations[fact]) else State.UNGUARDED
        return State.CONSTRAINED if fact in self._checked else State.UNGUARDED


def check_states(judgement: Judgement) -> dict[str, State]:
    """The tick mark of every judged check; a conflict that takes a strict reading or an assumption is a doubt."""
    found = {
        check: _VERDICT_STATES.get(judged.verdict, State.UNGUARDED)
        for check, judged in judgement.verdicts.items()
    }
    clashes = {
        check: State.CONTRADICTORY
        for conflict in judgement.conflicts
        if conflict.reading == "loose" and not conflict.assumption
        for check in conflict.checks
    }
    doubts = {check: State.DOUBTFUL for check, state in found.items() if state is State.CONTRADICTORY}
    in_conflicts = {check for conflict in judgement.conflicts for check in conflict.checks}
    return found | {check: state for check, state in doubts.items() if check in in_conflicts} | clashes


_VERDICT_STATES: Mapping[Verdict, State] = {
    Verdict.HOLDS: State.CONFIRMED,
    Verdict.IMPOSSIBLE: State.CONTRADICTORY,
    Verdict.IN_CONFLICT: State.CONTRADICTORY,
    Verdict.DOUBTFUL: State.DOUBTFUL,
    Verdict.IMPLAUSIBLE: State.DOUBTFUL,
}


def is_bounded(explanation: Explanation) -> bool:
    """Whether the others leave less than everything: a lower end of 0 is no news."""
    told = explanation.strict or explanation.loose
    return told is not None and (told.bounds.high is not None or bool(told.bounds.low))


def _doubts(findings: Iterable[Finding]) -> dict[str, State]:
    found: dict[str, State] = {}
    for finding in findings:
        if finding.ignored is not None or not finding.code.startswith(ABOUT_THE_VALUE):
            continue
        if finding.severity is Severity.ERROR:
            found.update(dict.fromkeys(finding.facts, State.CONTRADICTORY))
        elif finding.severity is Severity.WARNING:
            for fact in finding.facts:
                found.setdefault(fact, State.DOUBTFUL)
    return found
