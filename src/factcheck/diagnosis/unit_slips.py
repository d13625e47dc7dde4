"""人 written for 人次, % for percentage points: another unit changes what the checks mean, so they are lowered anew."""

from __future__ import annotations

from factcheck.claims.model import Fact
from factcheck.diagnosis.board import Board
from factcheck.diagnosis.candidates import Candidate
from factcheck.diagnosis.case import Case
from factcheck.diagnosis.edits import edited
from factcheck.diagnosis.slips import SlipKind, unit_exchanged
from factcheck.diagnosis.slips.model import SHARE_OF_KIND
from factcheck.judgement import lower
from factcheck.quantities import PrintedQuantity


def unit_candidates(case: Case, fact: Fact) -> list[Candidate]:
    """The fact in the unit that people confuse with its own, where the checks of the case hold then or no longer apply.

    9370人 may exceed the number of people there are when it should read 9370人次: visits are not compared with people.
    """
    found = []
    for text in unit_exchanged(fact.printed or "", chinese=case.board.reader.is_chinese(fact)):
        quantity = case.board.reader.read(fact, text)
        if quantity is not None and _holds(case, fact, quantity):
            likelihood = SHARE_OF_KIND[SlipKind.UNIT]
            found.append(Candidate(fact.id, SlipKind.UNIT, quantity, "strict", likelihood))
    return found


def _holds(case: Case, fact: Fact, quantity: PrintedQuantity) -> bool:
    reach = case.reach([fact.id])
    board = case.board
    project = edited(board.project, {fact.id: quantity}, checks=reach)
    other = Board(project, board.judgement, lower(project))
    concerned = [check for check in case.concerned if check in other.lowered.constraint_of]
    return other.possible("strict", {}, concerned, case.aside["strict"], assumed=case.assumed)
