"""Values worth fixing a variable at on the way to an extreme: its ends, or just inside where they are open."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.engine.arithmetic import divide, floor, simplest_between
from factcheck.engine.box import Bounds
from factcheck.engine.candidates import candidates, inside
from factcheck.engine.exact import exact
from factcheck.quantities.interval import Rational
from factcheck.records import record

_MARGIN = 1 << 46
"""How near to an open end a value is taken: so small a part of the width."""


@record(slots=True)
class Option:
    """A value to fix a variable at, and the end that it stands for (the same where the end is closed)."""

    value: Rational
    stands_for: Rational


def kept_inside(bounds: Bounds, value: Rational) -> Option:
    """A value, or one near it where it is an open end.

    >>> kept_inside((0, False, 1, True), 0)
    Option(value=0, stands_for=0)
    """
    low, low_open, high, high_open = bounds
    margin = divide(high - low, _MARGIN) if low is not None and high is not None else exact(1, _MARGIN)
    if low_open and value == low:
        return Option(low + margin, value)
    if high_open and value == high:
        return Option(high - margin, value)
    return Option(value, value)


def options(bounds: Bounds, integer: bool, guess: Rational | None = None) -> Iterator[Option]:
    """A guess, both ends, the simplest number; usual candidates where there is an end missing."""
    low, _, high, _ = bounds
    seen: set[Rational] = set()
    proposals: list[Option] = []
    if guess is not None:
        proposals.append(kept_inside(bounds, floor(guess + exact(1, 2)) if integer else guess))
    proposals += [kept_inside(bounds, end) for end in (high, low) if end is not None]
    if low is not None and high is not None:
        simple = simplest_between(low, high)
        proposals.append(Option(simple, simple))
    else:
        proposals += [Option(value, value) for value in candidates(bounds, integer)]
    for option in proposals:
        if option.value not in seen and inside(option.value, bounds):
            seen.add(option.value)
            yield option
