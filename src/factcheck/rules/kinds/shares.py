"""``shares``: Σ = 100 %."""

from __future__ import annotations

from factcheck.claims.model import Check
from factcheck.findings import Message
from factcheck.rules.kinds.interface import Kind, Role, others
from factcheck.rules.wording.formulas import Naming, write, write_factor


def _rest(check: Check, fact: str, naming: Naming) -> str:
    return " − ".join(["100%", *(write_factor(node, naming) for node in others(check, "of", fact))])


SHARES = Kind(
    "shares",
    "FC207",
    "FC307",
    lambda check, naming: " + ".join(write(node, naming) for node in check.fields["of"]) + " = 100%",
    {
        "of": Role(
            Message("100% 减去其余占比只可能{range}", "100% less the other shares can only be {range}"),
            _rest,
        ),
    },
    Message("各占比相加{stated}，而应{implied}", "the shares add up to {stated}, and should be {implied}"),
)
