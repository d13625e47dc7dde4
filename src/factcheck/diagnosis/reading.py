"""What a fact would be read as if something else were printed for it."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from factcheck.claims.model import Fact, Project
from factcheck.diagnosis.model import ReadingName
from factcheck.findings import Language
from factcheck.judgement.lowering.domains import Habit, domains_of
from factcheck.judgement.lowering.network import Lowered
from factcheck.judgement.model import Judgement
from factcheck.quantities import (
    Interval,
    PrintedQuantity,
    Readings,
    Unit,
    print_like,
    read_quantity,
    readings,
)
from factcheck.quantities.readings import Rounding
from factcheck.quantities.spoken import in_spoken_form

Manner = tuple[Rounding, Habit | None, bool, Unit | None, bool, bool]
"""The file's rounding and habit, whether 100 % is all of it, the unit, whether it is a ratio, whether it is hidden."""
MOST_KEPT = 10_000
"""Forms whose readings are kept at a time."""


class Reader:
    """Reads other printed forms of a project's facts exactly as the judgement read theirs."""

    def __init__(self, project: Project, judgement: Judgement, lowered: Lowered) -> None:
        self._rounding: dict[str, Rounding] = {}
        self._habit: dict[str, Habit] = {}
        self._language: dict[str, Language] = {}
        habits: dict[str, Habit] = {
            convention.file: convention.kind
            for convention in judgement.conventions
            if convention.applied and convention.kind != "mixed"
        }
        for file in project.files:
            for fact in file.facts.values():
                self._rounding[fact.id] = file.article.rounding or "nearest"
                self._language[fact.id] = file.article.language
                if file.path in habits:
                    self._habit[fact.id] = habits[file.path]
        self._lowered = lowered
        self._overridden: dict[str, bool] = {}
        self._manners: dict[Manner, int] = {}
        self._manner_of: dict[str, int] = {}
        self._read: dict[tuple[int, int], tuple[PrintedQuantity, Readings]] = {}

    def readings(self, fact: Fact, quantity: PrintedQuantity) -> Readings:
        """Both readings in the fact's own unit; a reading that the claims file overrides moves along with the value."""
        assert fact.quantity is not None
        if not self._is_overridden(fact):
            return self._in_manner(fact, quantity)
        distance = quantity.value - fact.quantity.value
        moved = Readings(_moved(fact.readings.strict, distance), _moved(fact.readings.loose, distance))
        return self._as_judged(fact, quantity, moved)

    def _in_manner(self, fact: Fact, quantity: PrintedQuantity) -> Readings:
        """A reading that no claim overrides: the same for all facts that are read in the same manner, so each form is read once.

        Numbers that changed places are read over and over: nine readings in ten of an article with long sums.
        """
        key = id(quantity), self._manner(fact)
        known = self._read.get(key)
        if known is None:
            if len(self._read) >= MOST_KEPT:
                self._read.clear()
            plain = fact.readings if quantity is fact.quantity else self._plain(fact, quantity)
            read = self._as_judged(fact, quantity, plain)
            known = self._read[key] = (
                quantity,
                read,
            )  # the quantity is kept, so that its identity stays its own
        return known[1]

    def _manner(self, fact: Fact) -> int:
        """The number of all that decides how a form of the fact is read."""
        found = self._manner_of.get(fact.id)
        if found is None:
            rounding, habit = self._rounding[fact.id], self._habit.get(fact.id)
            manner = rounding, habit, fact.whole_of_all, fact.unit, self._is_ratio(fact), fact.hidden
            found = self._manner_of[fact.id] = self._manners.setdefault(manner, len(self._manners))
        return found

    def _as_judged(self, fact: Fact, quantity: PrintedQuantity, read: Readings) -> Readings:
        edited = Fact(
            id=fact.id, name=fact.name, readings=read, quantity=quantity, unit=fact.unit, hidden=fact.hidden
        )
        domains = domains_of(edited, None, ratio=self._is_ratio(fact), habit=self._habit.get(fact.id))
        return Readings(domains.strict, domains.loose)

    def reads_as_usual(self, fact: Fact) -> bool:
        """Whether an unhedged form of the fact is read by a step of its last digit to either side at most, or within a tenth if it is round."""
        assert fact.quantity is not None
        as_printed = not self._is_overridden(fact) and not in_spoken_form(fact.quantity)
        return as_printed and (fact.id not in self._habit or self._rounding[fact.id] == "nearest")

    def _is_overridden(self, fact: Fact) -> bool:
        """Whether the claims file says how the fact is to be read."""
        found = self._overridden.get(fact.id)
        if found is None:
            assert fact.quantity is not None
            found = self._overridden[fact.id] = self._plain(fact, fact.quantity) != fact.readings
        return found

    def printed_as(self, fact: Fact, quantity: PrintedQuantity, value: Fraction) -> PrintedQuantity | None:
        """The quantity with another value in the manner of print of this one, to its last digit."""
        rounded = round(value / quantity.digit_unit) * quantity.digit_unit
        return read_quantity(print_like(quantity, rounded), language=self._language[fact.id])

    def read(self, fact: Fact, text: str) -> PrintedQuantity | None:
        """Another printed form in the language of the fact's file; ``None`` where nothing can read it."""
        return read_quantity(text, language=self._language[fact.id])

    def is_chinese(self, fact: Fact) -> bool:
        """Whether the fact's file is in Chinese."""
        return self._language[fact.id] == "zh"

    def _plain(self, fact: Fact, quantity: PrintedQuantity) -> Readings:
        rounding = self._rounding[fact.id]
        return readings(quantity, rounding=rounding, whole_of_all=fact.whole_of_all, unit=fact.unit)

    def _is_ratio(self, fact: Fact) -> bool:
        """A whole number that the network does not take for one is an average or a multiple."""
        variable = self._lowered.variable_of.get(fact.id)
        if variable is None or not fact.readings.loose.integer:
            return False
        return not self._lowered.loose[variable].integer


def in_reading(readings: Readings, reading: ReadingName) -> Interval:
    """One of both readings, by its name."""
    return readings.strict if reading == "strict" else readings.loose


def _moved(interval: Interval, distance: Fraction) -> Interval:
    low = None if interval.low is None else interval.low + distance
    high = None if interval.high is None else interval.high + distance
    return replace(interval, low=low, high=high)
