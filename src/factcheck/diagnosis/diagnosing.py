"""From conflicts to diagnoses: gather them by cause, find the culprits, rank them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from fractions import Fraction
from functools import cache

from factcheck.claims.model import Fact, Project
from factcheck.diagnosis.board import Board
from factcheck.diagnosis.candidates import room
from factcheck.diagnosis.case import Case
from factcheck.diagnosis.culprits import Culprit, single_culprits
from factcheck.diagnosis.gathering import InDoubt, gathered, most_common_cause
from factcheck.diagnosis.model import Diagnosis
from factcheck.diagnosis.pairing import Share, pairs, pairs_apart, shares
from factcheck.diagnosis.parting import parted
from factcheck.diagnosis.ranking import score
from factcheck.diagnosis.setting_aside import set_aside
from factcheck.diagnosis.telling import told
from factcheck.judgement import lower
from factcheck.judgement.model import ConflictSet, Judgement

_MOST_PAIRS_SHOWN = 3

Members = Callable[[], dict[str, Share]]
"""What each fact of a case resolves by itself, worked out only when it is asked for."""


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
        self._linked: set[int] = set()
        """Conflicts told in parts, by identity: a diagnosis of one of them resolves all only together with the others."""

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
        """Diagnose a group, in parts where that explains more of it; the later conflicts it does not explain."""
        case = self._case(group)
        members = cache(lambda: shares(case))
        culprits = _ranked(case, members)
        parts = _parts(case, culprits, members, self.board.in_doubt)
        if parts is None:
            case, culprits, later = self._with_consequences(case, culprits, later)
            self.diagnoses.append(told(case, culprits, self._linked))
            return later
        self._linked.update(id(conflict) for conflict in group)
        for part in parts:
            later = self._group(part, later)
        return later

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
        ranked = _ranked(wider, lambda: shares(wider))
        return wider, ranked, [each for each in later if each not in most]

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
        return Case(self.board, members, set_aside(self.board, members, others))


def _ranked(case: Case, members: Members) -> list[Culprit]:
    """Single corrections, likeliest first; then pairs, where there is no single one or where it would be one among many."""
    singles = sorted(single_culprits(case), key=lambda culprit: -score(case, culprit))
    if singles and (len(case.conflicts) < 2 or not singles[0].is_vague):
        return singles
    enough = {culprit.fact.id for culprit in singles}
    others = {name: share for name, share in members().items() if name not in enough}
    found = pairs_apart(case, others) if singles else pairs(case, others)
    likeliest = sorted(found, key=lambda culprit: -score(case, culprit))
    return [*singles, *likeliest[:_MOST_PAIRS_SHOWN]]


def _parts(
    case: Case, culprits: Sequence[Culprit], members: Members, in_doubt: InDoubt
) -> list[list[ConflictSet]] | None:
    """The parts of a case in which several errors meet; ``None`` where it is best told as a whole."""
    if len(case.conflicts) < 2 or (culprits and culprits[0].partner is None):
        return None
    parts = parted(case, score(case, culprits[0]) if culprits else Fraction(0), members())
    if parts is not None or culprits:
        return parts
    part, rest = most_common_cause(case.conflicts, in_doubt)
    return [part, rest] if rest else None


def _root_causes_first(diagnosis: Diagnosis) -> tuple[bool, bool, int]:
    first = diagnosis.conflicts[0]
    return first.assumption, first.reading != "loose", -len(diagnosis.conflicts)
