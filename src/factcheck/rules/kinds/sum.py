"""``sum``: whole = Σ parts."""

from __future__ import annotations

from factcheck.claims.model import Check
from factcheck.findings import Message
from factcheck.rules.kinds.interface import Kind, Role, one, others
from factcheck.rules.wording.formulas import Naming, write, write_factor


def _total(check: Check, naming: Naming) -> str:
    return " + ".join(write(part, naming) for part in check.fields["parts"])


def _rest(check: Check, fact: str, naming: Naming) -> str:
    terms = [write(one(check, "whole"), naming)]
    terms += [write_factor(part, naming) for part in others(check, "parts", fact)]
    return " − ".join(terms)


SUM = Kind(
    "sum",
    "FC201",
    "FC301",
    lambda check, naming: f"{write(one(check, 'whole'), naming)} = {_total(check, naming)}",
    {
        "whole": Role(
            Message("分项相加只可能{range}", "the parts can only add up to {range}"),
            lambda check, fact, naming: _total(check, naming),
        ),
        "parts": Role(
            Message("合计减去其余分项只可能{range}", "the total less the other parts can only be {range}"),
            _rest,
        ),
    },
)
