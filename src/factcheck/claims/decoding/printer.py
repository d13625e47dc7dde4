"""Printed quantities and units as the file's language and project units have them, each text read once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction
from typing import Literal

from factcheck.claims.decoding.alike import Alike, Shape, shared_alike
from factcheck.claims.model import Rounding
from factcheck.quantities import parse_unit, read_quantity, readings, scan
from factcheck.quantities.model import PrintedQuantity, Readings, Unit
from factcheck.quantities.readings import Override


class _Read:
    """A text that was read: its quantity, its shape where others are printed alike, and its readings once asked for."""

    __slots__ = ("digits", "quantity", "readings", "shape")

    def __init__(self, quantity: PrintedQuantity | None, shape: Shape | None = None, digits: int = 0) -> None:
        self.quantity = quantity
        self.shape = shape
        self.digits = digits
        self.readings: Readings | None = None


class Printer:
    """Reads printed quantities; the same text is read once."""

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
        self._read: dict[str, _Read] = {}
        self._units: dict[str, Unit] = {}

    def quantity(self, text: str) -> PrintedQuantity | None:
        """The one quantity that the whole text prints, or ``None``."""
        read = self._read.get(text)
        if read is None:
            alike = self._alike.read(text)
            read = self._read[text] = _Read(*alike) if alike is not None else self._in_full(text)
        return read.quantity

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
        read = self._read[text]
        if read.readings is None and read.shape is not None:
            read.readings = read.shape.readings(quantity, read.digits)
        if read.readings is None:
            read.readings = readings(quantity, rounding=self.rounding)
            if read.shape is not None:
                read.shape.learn(quantity, read.digits, read.readings)
        return read.readings

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
