"""How a fact's name stands in a check."""

from __future__ import annotations

from factcheck.diagnosis.suggesting.numbers import PrintedNumber


def written_name(number: PrintedNumber) -> str:
    """The name as a check writes it: bare where it is an identifier, else in brackets that need no quoting in YAML."""
    name = number.fact.name
    return name if name.isidentifier() else f"「{name}」"


def in_fields(kind: str, **fields: PrintedNumber) -> str:
    """A named check in flow form."""
    inside = ", ".join(f"{key.rstrip('_')}: {written_name(number)}" for key, number in fields.items())
    return f"{kind}: {{{inside}}}"
