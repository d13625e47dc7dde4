"""人 written for 人次, % for percentage points: another unit changes what the checks mean, so they are lowered anew."""

from __future__ import annotations

from collections.abc import Mapping

from factcheck.claims.model import Check, Fact
from factcheck.diagnosis.board import Board
from factcheck.diagnosis.candidates import Candidate
from factcheck.diagnosis.case import Case
from factcheck.diagnosis.edits import edited, only
from factcheck.diagnosis.model import ReadingName
from factcheck.diagnosis.slips import SlipKind, unit_exchanged
from factcheck.diagnosis.slips.model import SHARE_OF_KIND
from factcheck.judgement import lower
from factcheck.quantities import PrintedQuantity


def unit_candidates(case: Case, fact: Fact) -> list[Candidate]:
    """The fact in the unit that people confuse with its own, where the checks of the case hold then or no longer apply.

    9370人 may exceed the number of people there are when it should read 9370人次: visits are not compared with people. A percentage
    becomes one in points only where the check that adds it still says something.
    """
    found = []
    for text in unit_exchanged(fact.printed or "", chinese=case.board.reader.is_chinese(fact)):
        quantity = case.board.reader.read(fact, text)
        reading = None if quantity is None else holds_with(case, {fact.id: quantity})
        if quantity is not None and reading is not None:
            found.append(Candidate(fact.id, SlipKind.UNIT, quantity, reading, SHARE_OF_KIND[SlipKind.UNIT]))
    return found


def holds_with(case: Case, forms: Mapping[str, PrintedQuantity]) -> ReadingName | None:
    """The best reading in which everything can hold with these forms, the checks lowered anew; a comparison of sizes may fall away."""
    board = case.board
    project = edited(only(board, case.reach(list(forms))), forms)
    other = Board(project, board.judgement, lower(project))
    judged = [check for check in case.concerned if check in other.lowered.constraint_of]
    fallen = [board.checks_by_id[check] for check in case.concerned if check not in judged]
    if not all(compares_sizes(check) for check in fallen):
        return None
    for reading in case.readings:
        if other.possible(reading, {}, judged, case.aside[reading], assumed=case.assumed):
            return reading
    return None


def compares_sizes(check: Check) -> bool:
    """Whether the check only says that one number is not larger than another."""
    if check.kind == "within":
        return True
    return check.comparison is not None and "=" not in check.comparison.operators
