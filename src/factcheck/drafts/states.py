"""What became of each number between the claims and a draft, as data."""

from __future__ import annotations

from dataclasses import field
from enum import StrEnum
from typing import TYPE_CHECKING

from factcheck.records import record

if TYPE_CHECKING:
    from factcheck.claims.model import ClaimsFile, Fact, Quote
    from factcheck.drafts.numbers import DraftNumbers
    from factcheck.quantities import PrintedQuantity


class State(StrEnum):
    """Of a quoted number, except the last two, which are of numbers of the draft."""

    VERIFIED = "verified"
    CHANGED = "changed"
    MISSING = "missing"
    AMBIGUOUS = "ambiguous"
    UNVERIFIED = "unverified"
    REPEATED = "repeated"


class Change(StrEnum):
    """In what a printed number differs from its claim, from the gravest to the mildest."""

    VALUE = "value"
    UNIT = "unit"
    HEDGE = "hedge"
    PRECISION = "precision"
    STYLE = "style"


@record(frozen=True, slots=True)
class QuoteState:
    """One quoted number: where it is now (``site``, an index into the draft's numbers) and what changed.

    ``moved``: it stands in another paragraph than before. ``rivals`` are the sites among which the words cannot decide. A change of
    style alone (十五 for 15) leaves the number verified.
    """

    fact: Fact
    quote: Quote
    state: State
    printed: PrintedQuantity
    site: int | None = None
    change: Change | None = None
    moved: bool = False
    rivals: tuple[int, ...] = ()


@record(frozen=True, slots=True)
class Repetition:
    """A number of the draft (``site``) that counts again what a fact counts, with another value."""

    site: int
    fact: Fact


@record(frozen=True)
class DraftCheck:
    """A draft held against the claims of ``files``. ``unverified`` are the numbers of the draft that no claim holds."""

    files: tuple[ClaimsFile, ...] = field(repr=False)
    draft: DraftNumbers = field(repr=False)
    quotes: tuple[QuoteState, ...]
    unverified: tuple[int, ...]
    repeated: tuple[Repetition, ...] = ()

    def count(self, state: State) -> int:
        """How many numbers are in a state."""
        if state is State.UNVERIFIED:
            return len(self.unverified)
        if state is State.REPEATED:
            return len(self.repeated)
        return sum(quote.state is state for quote in self.quotes)

    @property
    def moved(self) -> int:
        """How many quoted numbers stand in another paragraph."""
        return sum(quote.moved for quote in self.quotes)
