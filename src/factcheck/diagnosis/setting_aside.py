"""Which checks stay out of a case: those that other cases answer for, never one that the case itself needs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from factcheck.diagnosis.board import Board
from factcheck.diagnosis.model import ReadingName
from factcheck.judgement.model import ConflictSet

_MOST_ROUNDS = 8

Aside = dict[ReadingName, frozenset[str]]


def set_aside(board: Board, members: Sequence[ConflictSet], others: Iterable[ConflictSet]) -> Aside:
    """The checks to leave out while ``members`` are investigated, by reading.

    Of every other conflict its primary check; where the members need that one, another check of it. What other conflicts that check
    kept away, and no value of the members' facts could resolve, is then left out as well.
    """
    concerned = {check for conflict in members for check in conflict.checks}
    others = list(others)
    loose = frozenset(_out_of(each, concerned) for each in others if each.reading == "loose")
    strict = loose | {_out_of(each, concerned) for each in others}
    if all(each.primary not in concerned for each in others):
        return {"loose": loose, "strict": strict}
    return {
        "loose": _settled(board, "loose", members, concerned, loose),
        "strict": _settled(board, "strict", members, concerned, strict),
    }


def _out_of(conflict: ConflictSet, concerned: set[str]) -> str:
    """The check by which a conflict is left out."""
    if conflict.primary not in concerned:
        return conflict.primary
    return next((check for check in reversed(conflict.checks) if check not in concerned), conflict.primary)


def _settled(
    board: Board,
    reading: ReadingName,
    members: Sequence[ConflictSet],
    concerned: set[str],
    aside: frozenset[str],
) -> frozenset[str]:
    doubted = {fact for conflict in members for fact in conflict.facts if board.in_doubt(fact)}
    free = {fact: board.freed(board.facts[fact]) for fact in doubted}
    assumed = any(conflict.assumption for conflict in members)
    for _ in range(_MOST_ROUNDS):
        checks, _facts = board.still_contradicting(reading, free, concerned, aside, assumed=assumed)
        out = [check for check in checks if check not in concerned]
        if not out:
            break
        aside |= {out[-1]}
    return aside
