"""The kinds of checks in words: one file per kind, with its codes, its formula and what each of its fields is called."""

from factcheck.rules.kinds.average import AVERAGE
from factcheck.rules.kinds.change import CHANGE
from factcheck.rules.kinds.expression import EXPRESSION
from factcheck.rules.kinds.interface import Kind, Role
from factcheck.rules.kinds.per_year import PER_YEAR
from factcheck.rules.kinds.same import SAME
from factcheck.rules.kinds.share import SHARE
from factcheck.rules.kinds.shares import SHARES
from factcheck.rules.kinds.sum import SUM
from factcheck.rules.kinds.times import TIMES
from factcheck.rules.kinds.within import WITHIN

KINDS: dict[str, Kind] = {
    kind.name: kind
    for kind in (SUM, SHARE, CHANGE, AVERAGE, TIMES, WITHIN, SHARES, PER_YEAR, EXPRESSION, SAME)
}
"""Every kind of check by name."""

__all__ = ["KINDS", "Kind", "Role"]
