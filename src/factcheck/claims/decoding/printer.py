"""Printed quantities and units as the file's language and project units have them, each text read once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction
from functools import lru_cache
from typing import Literal

from factcheck.claims.decoding.alike import Alike, Shape, shared_alike
from factcheck.claims.model import Rounding
from factcheck.quantities import parse_unit, read_quantity, readings, scan
from factcheck.quantities.model import PrintedQuantity, Readings, Unit
from factcheck.quantities.readings import Override

MOST_TEXTS = 16_384
"""Printed texts remembered from file to file; then the memory is emptied."""


class _Read:
    """A text that was read: its quantity, its shape where others are printed alike, and its readings once asked for."""

    __slots__ = ("digits", "quantity", "readings", "shape")

    def __init__(self, quantity: PrintedQuantity | None, shape: Shape | None = None, digits: int = 0) -> None:
        self.quantity = quantity
        self.shape = shape
        self.digits = digits
        self.readings: Readings | None = None


@lru_cache(maxsize=8)
def _shared_texts(language: Literal["zh", "en"], rounding: Rounding) -> dict[str, _Read]:
    """What was read in files that read numbers in the same way and define no units of their own: an archive prints 51.8% and 35个 again and again."""
    return {}


class Printer:
    """Reads printed quantities; the same text is read once, and where it stands again, the same quantity and readings stand for it."""

    __slots__ = ("_alike", "_read", "_units", "language", "project_units", "rounding")

    def __init__(
        self,
        language: Literal["zh", "en"] = "zh",
        rounding: Rounding | None = None,
        project_units: Mapping[str, str] | None = None,
    ) -> None:
        self.language = language
        self.rounding: Rounding = rounding or "nearest"
        self.project_units = project_units or {}
        self._alike = Alike() if project_units else shared_alike(language, self.rounding)
        self._read = {} if project_units else _shared_texts(language, self.rounding)
        self._units: dict[str, Unit] = {}

    def quantity(self, text: str) -> PrintedQuantity | None:
        """The one quantity that the whole text prints, or ``None``."""
        read = self._read.get(text)
        return read.quantity if read is not None else self._new(text).quantity

    def _new(self, text: str) -> _Read:
        """A text that is not remembered, read and remembered."""
        alike = self._alike.read(text)
        read = _Read(*alike) if alike is not None else self._in_full(text)
        if len(self._read) >= MOST_TEXTS:
            self._read.clear()
        self._read[text] = read
        return read

    def _in_full(self, text: str) -> _Read:
        found = read_quantity(text, language=self.language)
        if found is None:
            return _Read(self._per_new_thing(text) if "/" in text else None)
        if self.project_units:
            found = self._in_project_units(found)
        return _Read(found, *self._alike.learn(text, found))

    def in_context(self, text: str, context: str) -> PrintedQuantity | None:
        """The quantity with the noun that follows it in the words around it."""
        found = read_quantity(text, language=self.language, context=context)
        return self._in_project_units(found) if found is not None and self.project_units else found

    def unit(self, name: str) -> Unit:
        """The unit of this name: known, of the project, or a new thing that is counted."""
        unit = self._units.get(name)
        if unit is None:
            unit = parse_unit(name, language=self.language, project_units=self.project_units)
            self._units[name] = unit
        return unit

    def scan(self, text: str) -> list[PrintedQuantity]:
        """All quantities in a piece of the article."""
        found = [item for item in scan(text, self.language) if isinstance(item, PrintedQuantity)]
        return [self._in_project_units(item) for item in found] if self.project_units else found

    def plain_readings(self, text: str, quantity: PrintedQuantity) -> Readings:
        """The readings of the quantity that the whole text prints, where nothing overrides them."""
        read = self._read.get(text) or self._new(text)
        if read.readings is None:
            read.readings = self._plainly(read, quantity)
        return read.readings

    def _plainly(self, read: _Read, quantity: PrintedQuantity) -> Readings:
        """The readings from those of a number printed alike where they follow from them."""
        shape = read.shape
        found = shape.readings(read.digits, quantity.value) if shape is not None else None
        if found is None:
            found = readings(quantity, rounding=self.rounding)
            if shape is not None:
                shape.learn(quantity, read.digits, found)
        return found

    def readings(
        self,
        quantity: PrintedQuantity,
        *,
        whole_of_all: bool = False,
        precision: Fraction | None = None,
        reading: Override | None = None,
        is_ratio: bool = False,
    ) -> Readings:
        """What the quantity may truly be under the article's way of rounding, in its own unit."""
        return readings(
            quantity,
            rounding=self.rounding,
            whole_of_all=whole_of_all,
            precision=precision,
            reading=reading,
            is_ratio=is_ratio,
        )

    def _per_new_thing(self, text: str) -> PrintedQuantity | None:
        """``3万元/项目``: a quantity per something that only this file counts."""
        printed, _, divisor = text.partition("/")
        found = self.quantity(printed)
        if found is None or not found.unit.name or not divisor.strip() or any(map(str.isdigit, divisor)):
            return None
        unit = self.unit(f"{found.unit.name}/{divisor.strip()}")
        return replace(
            found, text=text.strip(), end=found.start + len(text.strip()), unit=unit, kind="measure"
        )

    def _in_project_units(self, quantity: PrintedQuantity) -> PrintedQuantity:
        for name in (quantity.unit.name, quantity.measure, quantity.noun):
            if name in self.project_units:
                unit = self.unit(name)
                return replace(quantity, unit=unit, kind="count" if unit.is_count else "measure")
        return quantity
