"""Guard coverage: which wrong digits the checks would notice. The mutation testing of claims.

An edit need not be judged to know: it is noticed as soon as nothing that the edited form can be read as lies in what all other facts leave
for this one. The range is an outer bound, so an edit counted as noticed surely is.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.claims.model import Fact, Project
from factcheck.diagnosis.board import Board
from factcheck.diagnosis.model import Coverage, DigitGuard, GuardLevel
from factcheck.diagnosis.others import Others
from factcheck.diagnosis.passing import Passes
from factcheck.diagnosis.slips import digit_edits, numeral_of
from factcheck.diagnosis.slips.numeral import Numeral
from factcheck.judgement import lower
from factcheck.judgement.model import Judgement
from factcheck.quantities import Interval, PrintedQuantity


def guard_coverage(project: Project, judgement: Judgement) -> dict[str, Coverage]:
    """For every printed fact how well the checks protect it.

    Errors are counted by the plain checks read loosely; an edit is noticed when the plain checks or the assumptions cannot hold as
    printed. Numbers in words and ranges count as one digit that nothing is known of.
    """
    return Guards(Board(project, judgement, lower(project))).all()


class Guards:
    """Works out the guards of one project."""

    def __init__(self, board: Board) -> None:
        self.board = board
        self.others = Others(board)

    def all(self) -> dict[str, Coverage]:
        """All printed facts, in the order of the files."""
        return {name: self.of(fact) for name, fact in self.board.facts.items() if fact.quantity is not None}

    def of(self, fact: Fact) -> Coverage:
        """The guard of one printed fact."""
        quantity = fact.quantity
        if quantity is None or not self.board.checks_of(fact.id):
            return Coverage(fact=fact.id, level=GuardLevel.NONE)
        numeral = numeral_of(quantity)
        noticed = self.others.imply(fact, "strict", assumed=True).bounds
        if numeral is None or (noticed.low is None and noticed.high is None):
            return Coverage(fact=fact.id, level=GuardLevel.NONE)
        errors = self.others.imply(fact, "loose", assumed=False).bounds
        digits = tuple(_guards(self.board, fact, quantity, numeral, errors, noticed))
        return Coverage(fact=fact.id, level=_level(digits), digits=digits)


def _guards(
    board: Board, fact: Fact, quantity: PrintedQuantity, numeral: Numeral, errors: Interval, noticed: Interval
) -> Iterator[DigitGuard]:
    passes = Passes(board.reader, fact, quantity, numeral)
    loose, strict = passes.window("loose", errors), passes.window("strict", noticed)
    for place, digit in enumerate(numeral.digits):
        edits = as_errors = in_all = 0
        for steps in digit_edits(numeral, place):
            error = not passes.unseen(steps, "loose", loose, errors)
            edits += 1
            as_errors += error
            in_all += error or not passes.unseen(steps, "strict", strict, noticed)
        yield DigitGuard(digit=digit, edits=edits, errors=as_errors, noticed=in_all)


def _level(digits: tuple[DigitGuard, ...]) -> GuardLevel:
    counted = [digit for digit in digits if digit.edits]
    if counted and all(digit.noticed == digit.edits for digit in counted):
        return GuardLevel.ALL
    if counted and counted[0].noticed == counted[0].edits:
        return GuardLevel.LEADING
    return GuardLevel.NONE
