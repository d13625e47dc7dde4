"""A minimal set of checks that cannot hold, as a finding; imported once there is one."""

from __future__ import annotations

from factcheck.claims.model import Check
from factcheck.findings import Finding, Label, Message, Severity
from factcheck.findings.codes import CODES
from factcheck.judgement.model import ConflictSet
from factcheck.quantities.formatting import exact_string
from factcheck.rules.interface import Context, conflict_facts
from factcheck.rules.wording.derivations import derivation_of
from factcheck.rules.wording.intervals import bounds_of
from factcheck.rules.wording.letters import Lettered, give_letters
from factcheck.rules.wording.meaning import meaning_of
from factcheck.rules.wording.sentences import conflict_message, conflict_notes


def conflict_finding(context: Context, conflict: ConflictSet) -> Finding:
    """The conflict as a finding."""
    code = CODES[conflict.code]
    check = context.checks[conflict.primary]
    lettered = give_letters(context, conflict_facts(conflict), context.kin.get(id(conflict), ()))
    compared = conflict.comparison
    unit = compared.unit.name if compared else ""
    return Finding(
        code.code,
        code.slug,
        _severity(code.severity, check, conflict),
        conflict_message(context, conflict),
        _labels(context, conflict, lettered, check),
        article=lettered.article_labels(compared.fact if compared else None),
        check=check.id,
        facts=lettered.facts,
        reading=conflict.reading,
        stated=bounds_of(compared.stated, unit) if compared else None,
        implied=bounds_of(compared.implied, unit) if compared else None,
        gap=exact_string(compared.gap) if compared else None,
        derivation=derivation_of(context, conflict, lettered),
        notes=conflict_notes(context, conflict),
        key=_key(context, conflict),
        ignored=check.ignore,
    )


def _key(context: Context, conflict: ConflictSet) -> str:
    """The checks that it takes, where it takes several."""
    together = sorted(meaning_of(context, check) for check in conflict.checks)
    return "+".join(together) if len(together) > 1 else ""


def _severity(usual: Severity, check: Check, conflict: ConflictSet) -> Severity:
    severity = check.severity or usual
    if conflict.assumption and severity is Severity.ERROR:
        return Severity.WARNING
    return severity


def _labels(context: Context, conflict: ConflictSet, lettered: Lettered, check: Check) -> tuple[Label, ...]:
    compared = conflict.comparison
    stated = compared.fact if compared and compared.fact in lettered.letters else None
    primary = (
        lettered.fact_label(stated, primary=True) if stated else lettered.check_label(check, primary=True)
    )
    facts = [lettered.fact_label(fact) for fact in lettered.facts if fact != stated]
    checks = [
        lettered.check_label(context.checks[each], note=_member_note(each, conflict))
        for each in conflict.checks
        if each in context.checks and (stated or each != check.id)
    ]
    return (primary, *facts, *checks)


def _member_note(check: str, conflict: ConflictSet) -> Message:
    if check == conflict.primary:
        return Message("这条关系", "this check")
    return Message("连同这条关系", "together with this check")
