"""What a fact would be read as if something else were printed for it."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from factcheck.claims.model import Fact, Project
from factcheck.judgement.lowering.domains import Habit, domains_of
from factcheck.judgement.lowering.network import Lowered
from factcheck.judgement.model import Judgement
from factcheck.quantities.interval import Interval
from factcheck.quantities.model import PrintedQuantity, Readings
from factcheck.quantities.readings import Rounding, readings


class Reader:
    """Reads other printed forms of a project's facts exactly as the judgement read theirs."""

    def __init__(self, project: Project, judgement: Judgement, lowered: Lowered) -> None:
        self._rounding: dict[str, Rounding] = {}
        self._habit: dict[str, Habit] = {}
        habits: dict[str, Habit] = {
            convention.file: convention.kind
            for convention in judgement.conventions
            if convention.applied and convention.kind != "mixed"
        }
        for file in project.files:
            for fact in file.facts.values():
                self._rounding[fact.id] = file.article.rounding or "nearest"
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
