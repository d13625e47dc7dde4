"""Single corrections: the facts of which a change of one alone lets everything hold."""

from __future__ import annotations

from factcheck.claims.model import Fact
from factcheck.diagnosis.candidates import MOST_OFFERED, Candidate, Room, candidates, room
from factcheck.diagnosis.case import Case
from factcheck.diagnosis.swaps import Verified, swaps
from factcheck.diagnosis.unit_slips import unit_candidates
from factcheck.records import record

VAGUE = 20
"""From so many printed forms on the other numbers no longer tell what was meant."""


@record(frozen=True, slots=True)
class Culprit:
    """A fact that could be the wrong one (``partner``: together with another), with verified forms, best first."""

    fact: Fact
    space: Room
    forms: tuple[Candidate, ...]
    partner: Fact | None = None

    @property
    def forms_left(self) -> int:
        """How many printed forms the other numbers leave for it."""
        return self.space.printable_forms(self.fact.quantity) if self.fact.quantity else 1

    @property
    def is_vague(self) -> bool:
        """Whether so many forms are left that one of them says little."""
        return self.forms_left >= VAGUE


def single_culprits(case: Case) -> list[Culprit]:
    """Facts of which a change of one alone resolves the whole case.

    Only facts that every conflict set needs can qualify: any other leaves some set as it was.
    """
    verified: Verified = {}
    found = (single(case, fact, verified=verified) for fact in suspects(case))
    return [culprit for culprit in found if culprit is not None]


def suspects(case: Case) -> list[Fact]:
    """Printed facts that stand in all conflict sets of the case and are not trusted."""
    board = case.board
    shared = set.intersection(*(set(conflict.facts) for conflict in case.conflicts))
    return [board.facts[name] for name in case.conflicts[0].facts if name in shared and board.in_doubt(name)]


def single(
    case: Case, fact: Fact, *, most: int = MOST_OFFERED, verified: Verified | None = None
) -> Culprit | None:
    """The fact as culprit of the whole case, or ``None`` where no value of it resolves everything.

    ``most`` forms are verified; ``verified`` are the exchanges of the case that were looked at: without it, exchanges are left out.
    """
    space = room(case, fact.id)
    if space.widest is None:
        return None
    exchanged = [] if verified is None else swaps(case, fact, verified)
    forms = [*candidates(case, fact, space, most=most), *exchanged, *unit_candidates(case, fact)]
    return Culprit(fact, space, tuple(sorted(forms, key=lambda form: -form.weight)))
