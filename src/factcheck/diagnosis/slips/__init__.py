"""Slips of the pen: printed forms one mistake away from another, with the likelihood of each mistake."""

from factcheck.diagnosis.slips.enumeration import (
    as_printed,
    digit_edits,
    numeral_of,
    slips,
)
from factcheck.diagnosis.slips.model import Slip, SlipKind
from factcheck.diagnosis.slips.scales import unit_exchanged

__all__ = [
    "Slip",
    "SlipKind",
    "as_printed",
    "digit_edits",
    "numeral_of",
    "slips",
    "unit_exchanged",
]
