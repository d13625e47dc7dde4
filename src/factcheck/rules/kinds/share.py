"""``share``: part = is × whole."""

from __future__ import annotations

from factcheck.findings import Message
from factcheck.rules.kinds.interface import Kind, Role, one
from factcheck.rules.wording.formulas import product, quotient, write

SHARE = Kind(
    "share",
    "FC202",
    "FC302",
    lambda check, naming: (
        f"{write(one(check, 'part'), naming)} = {product(one(check, 'is'), one(check, 'whole'), naming)}"
    ),
    {
        "is": Role(
            Message("部分除以整体只可能{range}", "the part over the whole can only be {range}"),
            lambda check, fact, naming: quotient(one(check, "part"), one(check, "whole"), naming),
        ),
        "part": Role(
            Message("整体乘以占比只可能{range}", "that share of the whole can only be {range}"),
            lambda check, fact, naming: product(one(check, "whole"), one(check, "is"), naming),
        ),
        "whole": Role(
            Message("部分除以占比只可能{range}", "the part over its share can only be {range}"),
            lambda check, fact, naming: quotient(one(check, "part"), one(check, "is"), naming),
        ),
    },
)
