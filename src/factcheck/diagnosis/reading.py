"""What a fact would be read as if something else were printed for it."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from factcheck.claims.model import Fact, Project
from factcheck.findings import Language
from factcheck.judgement.lowering.domains import Habit, domains_of
from factcheck.judgement.lowering.network import Lowered
from factcheck.judgement.model import Judgement
from factcheck.quantities import Interval, PrintedQuantity, Readings, print_like, read_quantity, readings
from factcheck.quantities.readings import Rounding


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

    def readings(self, fact: Fact, quantity: PrintedQuantity) -> Readings:
        """Both readings in the fact's own unit; a reading that the claims file overrides moves along with the value."""
        assert fact.quantity is not None
        if fact.id not in self._overridden:
            self._overridden[fact.id] = self._plain(fact, fact.quantity) != fact.readings
        if not self._overridden[fact.id]:
            read = self._plain(fact, quantity)
        else:
            distance = quantity.value - fact.quantity.value
            read = Readings(_moved(fact.readings.strict, distance), _moved(fact.readings.loose, distance))
        edited = replace(fact, quantity=quantity, readings=read)
        domains = domains_of(edited, None, ratio=self._is_ratio(fact), habit=self._habit.get(fact.id))
        return Readings(domains.strict, domains.loose)

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


def _moved(interval: Interval, distance: Fraction) -> Interval:
    low = None if interval.low is None else interval.low + distance
    high = None if interval.high is None else interval.high + distance
    return replace(interval, low=low, high=high)
