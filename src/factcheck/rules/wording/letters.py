"""Letters for the facts of a finding, and the labels that carry them in the claims file and in the article."""

from __future__ import annotations

from collections.abc import Iterable

from factcheck.claims.model import Check, Fact
from factcheck.findings import Label, Message
from factcheck.records import record
from factcheck.rules.interface import Context


@record(frozen=True, slots=True)
class Lettered:
    """The facts of one finding with their letters: A, B, C … as the article reads, hidden ones last."""

    context: Context
    letters: dict[str, str]

    @property
    def facts(self) -> tuple[str, ...]:
        """The ids in the order of their letters."""
        return tuple(self.letters)

    def name(self, fact: str) -> str:
        """The letter of a fact of this finding, the name of any other."""
        return self.letters.get(fact) or self.context.facts[fact].name

    def fact_label(self, fact: str, *, primary: bool = False, note: Message | None = None) -> Label:
        """The label on the printed value in the claims file."""
        extent = self.context.facts[fact].value_extent
        source = self.context.file_of_fact[fact].source
        return Label(source, extent.start, extent.end, self.letters.get(fact), note, primary)

    def check_label(self, check: Check, *, primary: bool = False, note: Message | None = None) -> Label:
        """The label on a check in the claims file."""
        source = self.context.file_of_check[check.id].source
        return Label(source, check.extent.start, check.extent.end, None, note, primary)

    def article_labels(self, primary: str | None) -> tuple[Label, ...]:
        """The labels in the article, the primary fact's first; none where its text is not at hand."""
        places = self.context.places
        labels = [
            Label(place.source, place.start, place.end, letter, None, fact == primary)
            for fact, letter in self.letters.items()
            if (place := places.get(fact)) is not None
        ]
        return tuple(sorted(labels, key=lambda label: not label.primary))


def give_letters(context: Context, facts: Iterable[str], kin: Iterable[str] = ()) -> Lettered:
    """Letter the facts as they stand in the article, else in the claims file; ``kin`` are lettered along and keep their letters to themselves."""

    def order(fact_id: str) -> tuple[bool, str, bool, int, int]:
        fact: Fact = context.facts[fact_id]
        place = context.places.get(fact_id)
        file = context.file_of_fact[fact_id]
        start = place.start if place else -1
        return fact.hidden, file.path, place is None, start, fact.value_extent.start

    wanted = dict.fromkeys(fact for fact in facts if fact in context.facts)
    everyone = dict.fromkeys((*wanted, *(fact for fact in kin if fact in context.facts)))
    ordered = sorted(everyone, key=order)
    letters = {fact: letter(index) for index, fact in enumerate(ordered)}
    return Lettered(context, {fact: letters[fact] for fact in ordered if fact in wanted})


def letter(index: int) -> str:
    """A, B … Z, AA, AB …

    >>> letter(0), letter(25), letter(26)
    ('A', 'Z', 'AA')
    """
    head, tail = divmod(index, 26)
    return (letter(head - 1) if head else "") + chr(ord("A") + tail)
