"""From conflicts to diagnoses: gather, find the culprits, rank, and put each repair into words."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from factcheck.claims.model import Fact, Project
from factcheck.diagnosis.board import Board
from factcheck.diagnosis.bounds import bounds
from factcheck.diagnosis.candidates import Candidate, room
from factcheck.diagnosis.case import Case
from factcheck.diagnosis.culprits import Culprit, single_culprits
from factcheck.diagnosis.gathering import gathered, most_common_cause
from factcheck.diagnosis.model import Diagnosis, ReadingName, Suspect
from factcheck.diagnosis.pairing import pairs, pairs_apart
from factcheck.diagnosis.ranking import score
from factcheck.diagnosis.reasons import ARITHMETIC_ONLY, reason, summary
from factcheck.findings import Repair
from factcheck.judgement import lower
from factcheck.judgement.model import ConflictSet, Judgement

MOST_REPAIRS = 12
_MOST_PAIRS_SHOWN = 3


def diagnose(
    project: Project, judgement: Judgement, only: Collection[ConflictSet] | None = None
) -> list[Diagnosis]:
    """One diagnosis for each cause of contradictions and doubts (of ``only`` some of the conflicts, where given), root causes first.

    Nothing is ever applied: a repair is what the arithmetic allows, not what is true.
    """
    wanted = judgement.conflicts if only is None else list(only)
    if not wanted:
        return []
    return _Diagnosing(Board(project, judgement, lower(project)), wanted).all()


class _Diagnosing:
    """Works through the conflicts of one judgement; those that are not ``wanted`` stay set aside."""

    def __init__(self, board: Board, wanted: Sequence[ConflictSet]) -> None:
        self.board = board
        self.conflicts = board.judgement.conflicts
        self.wanted = wanted
        self.diagnoses: list[Diagnosis] = []

    def all(self) -> list[Diagnosis]:
        """Contradictions before doubts, plain ones before those that rest on assumptions: the earlier may explain the later."""
        waiting = sorted(self.wanted, key=lambda conflict: (conflict.assumption, conflict.reading != "loose"))
        while waiting:
            rank = (waiting[0].assumption, waiting[0].reading)
            level = [each for each in waiting if (each.assumption, each.reading) == rank]
            later = waiting[len(level) :]
            for group in gathered(level, self.board.in_doubt):
                later = self._group(group, later)
            waiting = later
        return sorted(self.diagnoses, key=_root_causes_first)

    def _group(self, group: list[ConflictSet], later: list[ConflictSet]) -> list[ConflictSet]:
        """Diagnose a group, in parts where no one or two changes resolve all of it; the later conflicts it does not explain."""
        rest: list[ConflictSet] = []
        case = self._case(group)
        culprits = _ranked(case)
        while not culprits and len(case.conflicts) > 1:
            part, without = most_common_cause(case.conflicts, self.board.in_doubt)
            if not without:
                break
            rest = [*without, *rest]
            case = self._case(part)
            culprits = _ranked(case)
        case, culprits, later = self._with_consequences(case, culprits, later)
        self.diagnoses.append(_diagnosis(case, culprits))
        return self._group(rest, later) if rest else later

    def _with_consequences(
        self, case: Case, culprits: list[Culprit], later: list[ConflictSet]
    ) -> tuple[Case, list[Culprit], list[ConflictSet]]:
        """Take in later conflicts that the likeliest correction resolves too, so that one cause is told once."""
        singles = [culprit.fact for culprit in culprits if culprit.partner is None]
        explained = [self._explained(case, fact, later) for fact in singles]
        most = max(explained, key=len, default=[])
        if not most:
            return case, culprits, later
        wider = self._case([*case.conflicts, *most])
        return wider, _ranked(wider), [each for each in later if each not in most]

    def _explained(self, case: Case, cause: Fact, later: list[ConflictSet]) -> list[ConflictSet]:
        """The later conflicts that a change of this fact resolves along with the case."""
        found: list[ConflictSet] = []
        for conflict in later:
            if cause.id in conflict.facts:
                wider = self._case([*case.conflicts, *found, conflict])
                if room(wider, cause.id).strict is not None:
                    found.append(conflict)
        return found

    def _case(self, group: Iterable[ConflictSet]) -> Case:
        members = tuple(group)
        own = {id(conflict) for conflict in members}
        others = [conflict for conflict in self.conflicts if id(conflict) not in own]
        loose = frozenset(conflict.primary for conflict in others if conflict.reading == "loose")
        strict = loose | {conflict.primary for conflict in others}
        aside: dict[ReadingName, frozenset[str]] = {"loose": loose, "strict": strict}
        return Case(self.board, members, aside)


def _ranked(case: Case) -> list[Culprit]:
    """Single corrections, likeliest first; then pairs, where there is no single one or where it would be one among many."""
    singles = sorted(single_culprits(case), key=lambda culprit: -score(case, culprit))
    if len(case.conflicts) < 2 or (singles and not singles[0].is_vague):
        return singles
    enough = frozenset(culprit.fact.id for culprit in singles)
    found = pairs_apart(case, enough) if singles else pairs(case)
    likeliest = sorted(found, key=lambda culprit: -score(case, culprit))
    return [*singles, *likeliest[:_MOST_PAIRS_SHOWN]]


def _root_causes_first(diagnosis: Diagnosis) -> tuple[bool, bool, int]:
    first = diagnosis.conflicts[0]
    return first.assumption, first.reading != "loose", -len(diagnosis.conflicts)


def _diagnosis(case: Case, culprits: list[Culprit]) -> Diagnosis:
    suspects = tuple(_suspect(case, culprit) for culprit in culprits)
    repairs = tuple(repair for suspect in suspects for repair in suspect.repairs)
    return Diagnosis(
        message=summary(case, culprits),
        conflicts=case.conflicts,
        checks=tuple(conflict.primary for conflict in case.conflicts),
        suspects=suspects,
        repairs=_interleaved(suspects, repairs)[:MOST_REPAIRS],
        note=ARITHMETIC_ONLY,
        complete=bool(culprits),
    )


def _interleaved(suspects: Sequence[Suspect], repairs: Sequence[Repair]) -> tuple[Repair, ...]:
    """The best repair of each suspect first, then the second best of each."""
    columns = [suspect.repairs for suspect in suspects]
    longest = max((len(column) for column in columns), default=0)
    return tuple(column[row] for row in range(longest) for column in columns if row < len(column))


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
