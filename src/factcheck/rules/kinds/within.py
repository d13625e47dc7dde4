"""``within``: part ≤ whole, or Σ parts ≤ whole."""

from __future__ import annotations

from factcheck.claims.model import Check
from factcheck.findings import Message
from factcheck.rules.kinds.interface import Kind, Role, one, others
from factcheck.rules.wording.formulas import Naming, write, write_factor


def _parts(check: Check, naming: Naming) -> str:
    nodes = check.fields.get("parts") or check.fields["part"]
    return " + ".join(write(node, naming) for node in nodes)


def _room(check: Check, fact: str, naming: Naming) -> str:
    terms = [write(one(check, "whole"), naming)]
    terms += [write_factor(node, naming) for node in others(check, "parts", fact)]
    return " − ".join(terms)


WITHIN = Kind(
    "within",
    "FC206",
    "FC306",
    lambda check, naming: f"{_parts(check, naming)} ≤ {write(one(check, 'whole'), naming)}",
    {
        "part": Role(
            Message("作为整体的一部分只可能{range}", "as a part of the whole it can only be {range}"),
            lambda check, fact, naming: write(one(check, "whole"), naming),
            "≤",
        ),
        "parts": Role(
            Message("整体减去其余部分只可能{range}", "the whole less the other parts leaves {range}"),
            _room,
            "≤",
        ),
        "whole": Role(
            Message("要容下各部分只可能{range}", "to hold its parts it can only be {range}"),
            lambda check, fact, naming: _parts(check, naming),
            "≥",
        ),
    },
    Message(
        "各部分合计{stated}，而整体只可能{implied}",
        "the parts together are {stated}, the whole can only be {implied}",
    ),
)
