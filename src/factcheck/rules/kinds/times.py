"""``times``: a = is × b."""

from __future__ import annotations

from factcheck.findings import Message
from factcheck.rules.kinds.interface import Kind, Role, one
from factcheck.rules.wording.formulas import product, quotient, write

TIMES = Kind(
    "times",
    "FC205",
    "FC305",
    lambda check, naming: (
        f"{write(one(check, 'a'), naming)} = {product(one(check, 'is'), one(check, 'b'), naming)}"
    ),
    {
        "is": Role(
            Message("两数相除只可能{range}", "one over the other can only be {range}"),
            lambda check, fact, naming: quotient(one(check, "a"), one(check, "b"), naming),
        ),
        "a": Role(
            Message("基数乘以倍数只可能{range}", "the base times the multiple can only be {range}"),
            lambda check, fact, naming: product(one(check, "b"), one(check, "is"), naming),
        ),
        "b": Role(
            Message("除以倍数只可能{range}", "dividing by the multiple can only give {range}"),
            lambda check, fact, naming: quotient(one(check, "a"), one(check, "is"), naming),
        ),
    },
)
