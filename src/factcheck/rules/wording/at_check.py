"""Findings about one check or one fact by itself: the same labels for all of them."""

from __future__ import annotations

from factcheck.claims.model import Check, Fact
from factcheck.findings import Finding, Message, say
from factcheck.findings.codes import CODES
from factcheck.judgement.units.completion import facts_of
from factcheck.rules.interface import Context
from factcheck.rules.kinds import KINDS
from factcheck.rules.wording.formulas import Naming
from factcheck.rules.wording.letters import give_letters


def at_check(context: Context, code: str, check: Check, message: Message, **more: object) -> Finding:
    """A finding whose primary place is a check; the facts it names are labelled too. ``more`` are further fields of the finding."""
    lettered = give_letters(context, facts_of(check))
    known = CODES[code]
    labels = (
        lettered.check_label(check, primary=True),
        *(lettered.fact_label(fact) for fact in lettered.facts),
    )
    fields = {
        "article": lettered.article_labels(None),
        "facts": lettered.facts,
        "notes": because_of(check),
        "ignored": check.ignore,
    } | more
    severity = check.severity or known.severity
    return Finding(
        known.code,
        known.slug,
        severity,
        message,
        labels,
        check=check.id,
        **fields,  # type: ignore[arg-type]
    )


def at_fact(context: Context, code: str, fact: Fact, message: Message, **more: object) -> Finding:
    """A finding whose primary place is the printed value of a fact. ``more`` are further fields of the finding."""
    lettered = give_letters(context, [fact.id])
    known = CODES[code]
    return Finding(
        known.code,
        known.slug,
        known.severity,
        message,
        (lettered.fact_label(fact.id, primary=True),),
        article=lettered.article_labels(fact.id),
        facts=(fact.id,),
        **more,  # type: ignore[arg-type]
    )


def because_of(check: Check) -> tuple[Message, ...]:
    """Why the check was written, as a note."""
    return (say("理由：{text}", "because: {text}", text=check.because),) if check.because else ()


def relation_of(context: Context, check: Check) -> str:
    """The relation with the names of the facts."""
    return KINDS[check.kind].relation(check, Naming(context.facts, lambda fact: fact.name))
