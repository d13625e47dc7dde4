"""``change``: to = from × (1 + by), or to = from + by where ``by`` is in points or in the facts' own unit."""

from __future__ import annotations

from factcheck.claims.model import Check
from factcheck.findings import Message
from factcheck.rules.kinds.interface import Kind, Role, one
from factcheck.rules.wording.formulas import Naming, difference, write, write_factor


def _grown(check: Check, fact: str, naming: Naming) -> str:
    start, by = one(check, "from"), one(check, "by")
    if naming.is_percent(by):
        return f"{write_factor(start, naming)} × (1 + {write(by, naming)})"
    return f"{write(start, naming)} + {write_factor(by, naming)}"


def _base(check: Check, fact: str, naming: Naming) -> str:
    end, by = one(check, "to"), one(check, "by")
    if naming.is_percent(by):
        return f"{write_factor(end, naming)} ÷ (1 + {write(by, naming)})"
    return difference(end, by, naming)


def _growth(check: Check, fact: str, naming: Naming) -> str:
    gain = difference(one(check, "to"), one(check, "from"), naming)
    if naming.is_percent(one(check, "by")):
        return f"({gain}) ÷ {write_factor(one(check, 'from'), naming)}"
    return gain


CHANGE = Kind(
    "change",
    "FC203",
    "FC303",
    lambda check, naming: f"{write(one(check, 'to'), naming)} = {_grown(check, '', naming)}",
    {
        "by": Role(
            Message("由前后两数推算只可能{range}", "the figures before and after only allow {range}"), _growth
        ),
        "to": Role(
            Message("由基数和增减推算只可能{range}", "the base and the change only allow {range}"), _grown
        ),
        "from": Role(
            Message(
                "由结果和增减倒推只可能{range}", "the result and the change only allow a base of {range}"
            ),
            _base,
        ),
    },
)
