"""``per_year``: to = from × (1 + by) ^ years."""

from __future__ import annotations

from factcheck.claims.model import Check
from factcheck.findings import Message
from factcheck.rules.kinds.interface import Kind, Role, one
from factcheck.rules.wording.formulas import Naming, write, write_factor


def _factor(check: Check, naming: Naming) -> str:
    return f"(1 + {write(one(check, 'by'), naming)}) ^ {write_factor(one(check, 'years'), naming)}"


def _grown(check: Check, fact: str, naming: Naming) -> str:
    return f"{write_factor(one(check, 'from'), naming)} × {_factor(check, naming)}"


def _base(check: Check, fact: str, naming: Naming) -> str:
    return f"{write_factor(one(check, 'to'), naming)} ÷ {_factor(check, naming)}"


def _rate(check: Check, fact: str, naming: Naming) -> str:
    ratio = f"{write_factor(one(check, 'to'), naming)} ÷ {write_factor(one(check, 'from'), naming)}"
    return f"({ratio}) ^ (1 ÷ {write_factor(one(check, 'years'), naming)}) − 1"


PER_YEAR = Kind(
    "per_year",
    "FC208",
    "FC308",
    lambda check, naming: f"{write(one(check, 'to'), naming)} = {_grown(check, '', naming)}",
    {
        "by": Role(
            Message(
                "由首尾两数推算每年只可能{range}", "the first and the last figure only allow {range} a year"
            ),
            _rate,
        ),
        "to": Role(Message("按此增速只可能{range}", "at that rate it can only be {range}"), _grown),
        "from": Role(
            Message("按此增速倒推只可能{range}", "at that rate the base can only be {range}"), _base
        ),
    },
)
