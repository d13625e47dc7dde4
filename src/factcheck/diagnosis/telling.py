"""A case and its culprits as the data that reports print: repairs in one ranking, each with its reason."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import zip_longest

from factcheck.diagnosis.bounds import bounds
from factcheck.diagnosis.candidates import Candidate
from factcheck.diagnosis.case import Case
from factcheck.diagnosis.culprits import Culprit
from factcheck.diagnosis.model import Diagnosis, Suspect
from factcheck.diagnosis.ranking import score
from factcheck.diagnosis.reasons import closing, reason, summary
from factcheck.findings import Repair

MOST_REPAIRS = 12


def told(case: Case, culprits: Sequence[Culprit], linked: Collection[int]) -> Diagnosis:
    """The diagnosis of a case with its culprits, likeliest first; ``linked`` are conflicts (by identity) that are told in parts."""
    suspects = tuple(_suspect(case, culprit) for culprit in culprits)
    return Diagnosis(
        message=summary(case, culprits),
        conflicts=case.conflicts,
        checks=tuple(conflict.primary for conflict in case.conflicts),
        suspects=suspects,
        repairs=_interleaved(suspects)[:MOST_REPAIRS],
        note=closing(case, in_parts=any(id(conflict) in linked for conflict in case.conflicts)),
        complete=bool(culprits),
    )


def _interleaved(suspects: Sequence[Suspect]) -> tuple[Repair, ...]:
    """The best repair of each suspect first, then the second best of each."""
    columns = [suspect.repairs for suspect in suspects]
    return tuple(repair for row in zip_longest(*columns) for repair in row if repair is not None)


def _suspect(case: Case, culprit: Culprit) -> Suspect:
    reading, allowed = culprit.space.best
    codes = tuple(dict.fromkeys(conflict.code for conflict in case.conflicts))
    return Suspect(
        fact=culprit.fact.id,
        partners=(culprit.partner.id,) if culprit.partner else (),
        clears=codes,
        reading=reading,
        allowed=allowed,
        repairs=_repairs(case, culprit, codes),
        reason=reason(case, culprit, culprit.forms[0] if culprit.forms else None),
        likelihood=score(case, culprit),
    )


def _repairs(case: Case, culprit: Culprit, codes: tuple[str, ...]) -> tuple[Repair, ...]:
    forms: tuple[Candidate | None, ...] = culprit.forms or (None,)
    return tuple(_repair(case, culprit, codes, form) for form in forms)


def _repair(case: Case, culprit: Culprit, codes: tuple[str, ...], form: Candidate | None) -> Repair:
    fact = culprit.fact
    return Repair(
        fact=fact.id,
        printed=fact.printed or "",
        suggested=form.quantity.text if form else None,
        kind=str(form.kind) if form else "free",
        clears=codes,
        allowed=bounds(culprit.space.best[1], fact.unit),
        reason=reason(case, culprit, form),
        also=tuple(
            (other.fact, case.board.facts[other.fact].printed or "", other.quantity.text)
            for other in (form.also if form else ())
        ),
    )
