"""What the parser of formulas needs to know of the place where a formula stands, and what it says when one is wrong."""

from __future__ import annotations

from typing import Protocol

from factcheck.claims.expressions import Number, Reference
from factcheck.findings import Message


class FormulaError(Exception):
    """What is wrong with a formula and where (offsets in the file); becomes a finding at once."""

    def __init__(
        self, code: str, message: Message, start: int, end: int, advice: Message | None = None
    ) -> None:
        super().__init__(message.en)
        self.code = code
        self.message = message
        self.start = start
        self.end = end
        self.advice = advice


class Surroundings(Protocol):
    """What names and quoted quantities mean where the formula stands; both report for themselves and return ``None`` when at a loss."""

    def fact(self, qualifier: str | None, name: str, start: int, end: int) -> Reference | None:
        """The fact of this name, in the file that ``qualifier`` names if it is given."""

    def quantity(self, text: str, start: int, end: int) -> Number | None:
        """The quantity that a text in quotes, or a percentage, prints."""
