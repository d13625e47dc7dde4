"""The one place that imports pint: our definitions, and those of a project, resolved to exact factors."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from fractions import Fraction
from typing import Any

from factcheck.quantities.model import Dimension
from factcheck.records import record

DEFINITIONS = "definitions.txt"


def read_definitions() -> str:
    """The text of the file that defines every unit."""
    from importlib.resources import files

    return files("factcheck.quantities.units").joinpath(DEFINITIONS).read_text(encoding="utf-8")


@record(slots=True)
class DefinedUnits:
    """Units that a project defines: dimension and exact factor by name, and the reason why for those that pint refuses."""

    units: dict[str, tuple[Dimension, Fraction]] = field(default_factory=dict)
    problems: dict[str, str] = field(default_factory=dict)


def load_registry() -> Any:
    """A pint registry that knows our definitions only and computes in Fractions."""
    import pint

    registry: Any = pint.UnitRegistry(None, non_int_type=Fraction)
    registry.load_definitions(read_definitions().splitlines())
    return registry


def resolve(registry: Any, name: str) -> tuple[Dimension, Fraction]:
    """The dimension of a unit and its size in base units, as pint answers."""
    quantity = registry.Quantity(Fraction(1), registry.parse_units(name)).to_root_units()
    dimension = sorted(
        (base.strip("[]"), int(exponent)) for base, exponent in quantity.dimensionality.items() if exponent
    )
    return tuple(dimension), Fraction(quantity.magnitude)


def define(definitions: Mapping[str, str]) -> DefinedUnits:
    """Add a project's units (name to definition in pint's syntax) to ours and resolve each.

    A definition may use units defined before it. What pint cannot read is a problem of that one name only.
    """
    registry = load_registry()
    defined = DefinedUnits()
    for name, definition in definitions.items():
        try:
            registry.define(f"{name} = {definition}")
            defined.units[name] = resolve(registry, name)
        except Exception as error:  # pint raises many kinds, its parser's own among them
            defined.problems[name] = str(error) or type(error).__name__
    return defined
