"""``average``: total = is × over."""

from __future__ import annotations

from factcheck.findings import Message
from factcheck.rules.kinds.interface import Kind, Role, one
from factcheck.rules.wording.formulas import product, quotient, write

AVERAGE = Kind(
    "average",
    "FC204",
    "FC304",
    lambda check, naming: (
        f"{write(one(check, 'total'), naming)} = {product(one(check, 'is'), one(check, 'over'), naming)}"
    ),
    {
        "is": Role(
            Message("总数除以个数只可能{range}", "the total over the number of cases can only be {range}"),
            lambda check, fact, naming: quotient(one(check, "total"), one(check, "over"), naming),
        ),
        "total": Role(
            Message(
                "平均数乘以个数只可能{range}", "the average times the number of cases can only be {range}"
            ),
            lambda check, fact, naming: product(one(check, "is"), one(check, "over"), naming),
        ),
        "over": Role(
            Message("总数除以平均数只可能{range}", "the total over the average can only be {range}"),
            lambda check, fact, naming: quotient(one(check, "total"), one(check, "is"), naming),
        ),
    },
)
