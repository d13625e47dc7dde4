"""Compute ``table.py`` from ``definitions.txt``: ``python -m factcheck.quantities.units.precompute``."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from factcheck.quantities.units.registry import load_registry, read_definitions, resolve

HEADING = '''"""Every unit of definitions.txt, computed ahead so that pint need not start. Made by precompute.py: edit definitions.txt instead."""

from factcheck.quantities.model import Dimension

# fmt: off
# canonical name: dimension, numerator and denominator of the factor
SIZES: dict[str, tuple[Dimension, int, int]] = {
'''


def defined_names() -> Iterator[tuple[str, list[str]]]:
    """Each canonical name with all names that stand for it, in the order of the file."""
    for line in read_definitions().splitlines():
        definition = line.partition("#")[0].strip()
        if definition:
            name, _, *others = (part.strip() for part in definition.split("="))
            yield name, [name, *(other for other in others if other != "_")]


def render() -> str:
    """The source of ``table.py``."""
    registry = load_registry()
    lines = [HEADING]
    for name, _ in defined_names():
        dimension, factor = resolve(registry, name)
        lines.append(f'    "{name}": ({_python(dimension)}, {factor.numerator}, {factor.denominator}),\n')
    lines.append("}\n\n# every name, alias and symbol: canonical name\nNAMES: dict[str, str] = {\n")
    for name, names in defined_names():
        lines.extend(f'    "{alias}": "{name}",\n' for alias in names)
    lines.append("}\n")
    return "".join(lines)


def _python(dimension: tuple[tuple[str, int], ...]) -> str:
    pairs = ", ".join(f'("{base}", {exponent})' for base, exponent in dimension)
    return f"({pairs},)" if pairs else "()"


if __name__ == "__main__":
    Path(__file__).with_name("table.py").write_text(render(), encoding="utf-8")
