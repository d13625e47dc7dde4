"""Dates and years: points in time, exact, each with a unit of its own so that they never mix with amounts."""

from __future__ import annotations

from fractions import Fraction

from factcheck.quantities.model import Unit

YEAR_UNIT = Unit("年", (("time", 1),), Fraction(31557600))
DATE_UNIT = Unit("date", (("date", 1),))


def date_number(year: int, month: int, day: int) -> Fraction:
    """A date as the number YYYYMMDD, with 0 for what the text leaves out.

    >>> date_number(2020, 4, 21)
    Fraction(20200421, 1)
    """
    return Fraction(year * 10000 + month * 100 + day)
