"""What a kind of setting is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Protocol

from factcheck.findings import Message, say
from factcheck.records import record

Step = str | int
Object = dict[str, Any]


@record(frozen=True, slots=True)
class Mistake:
    """Why a value cannot be taken; ``steps`` lead from the setting to the part that is wrong."""

    message: Message
    steps: tuple[Step, ...] = ()

    def under(self, step: Step) -> Mistake:
        """The same mistake, seen from one level up."""
        return Mistake(self.message, (step, *self.steps))


class Kind(Protocol):
    """Reads one kind of value; a value that does not fit is a :class:`Mistake`, never an exception."""

    def from_toml(self, value: object) -> object:
        """The value as TOML gives it."""

    def from_words(self, words: Sequence[str]) -> object:
        """The value as the environment (one word) or the command line (one for each use of the option) gives it."""

    def schema(self) -> Object:
        """The JSON Schema of the TOML value."""

    def plain(self, value: Any) -> object:
        """The value as TOML would hold it: strings, numbers, lists and tables only."""


def expected(zh: str, en: str, value: object) -> Mistake:
    """The mistake of another kind of value than the setting takes."""
    return Mistake(
        say(
            "应为{wanted}，而不是 {value!r}",
            "expected {wanted}, not {value!r}",
            wanted=Message(zh, en),
            value=value,
        )
    )


def hint(guess: str | None) -> Message:
    """“did you mean …?”, or nothing."""
    return say("；是否指 {guess}？", "; did you mean {guess}?", guess=guess) if guess else Message("", "")


def parts(words: Sequence[str]) -> list[str]:
    """Words that may each hold several values with commas between.

    >>> parts(["FC2, FC301", "FC5"])
    ['FC2', 'FC301', 'FC5']
    """
    return [part.strip() for word in words for part in word.split(",") if part.strip()]
