"""Printed quantities and units as the file's language and project units have them, each text read once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction
from typing import Literal

from factcheck.claims.decoding.alike import Alike
from factcheck.claims.model import Rounding
from factcheck.quantities import parse_unit, read_quantity, readings, scan
from factcheck.quantities.model import PrintedQuantity, Readings, Unit
from factcheck.quantities.readings import Override


class Printer:
    """Reads printed quantities; the same text is read once."""

    __slots__ = (
        "_alike",
        "_plain_readings",
        "_quantities",
        "_units",
        "language",
        "project_units",
        "rounding",
    )

    def __init__(
        self,
        language: Literal["zh", "en"] = "zh",
        rounding: Rounding | None = None,
        project_units: Mapping[str, str] | None = None,
    ) -> None:
        self.language = language
        self.rounding: Rounding = rounding or "nearest"
        self.project_units = project_units or {}
        self._alike = Alike()
        self._quantities: dict[str, PrintedQuantity | None] = {}
        self._plain_readings: dict[str, Readings] = {}
        self._units: dict[str, Unit] = {}

    def quantity(self, text: str) -> PrintedQuantity | None:
        """The one quantity that the whole text prints, or ``None``."""
        try:
            return self._quantities[text]
        except KeyError:
            found = self._quantities[text] = self._alike.read(text) or self._read(text)
            return found

    def _read(self, text: str) -> PrintedQuantity | None:
        found = read_quantity(text, language=self.language)
        if found is None:
            return self._per_new_thing(text) if "/" in text else None
        if self.project_units:
            found = self._in_project_units(found)
        self._alike.learn(text, found)
        return found

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

    def plain_readings(self, quantity: PrintedQuantity, text: str) -> Readings:
        """The readings of the quantity that the whole text prints, where nothing overrides them."""
        found = self._plain_readings.get(text)
        if found is None:
            found = self._plain_readings[text] = readings(quantity, rounding=self.rounding)
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
