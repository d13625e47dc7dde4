"""a + b = c, and several in a row that add up to another."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from functools import partial
from itertools import combinations

from factcheck.diagnosis.suggesting.naming import written_name
from factcheck.diagnosis.suggesting.numbers import PrintedNumber, near
from factcheck.diagnosis.suggesting.trial import Trial, overlap

_LONGEST_ROW = 8


def sum_trials(numbers: list[PrintedNumber]) -> Iterator[Trial]:
    """All sums among numbers of one dimension; a count is only added to the same count."""
    for group in _same_kind(numbers):
        yield from _pairs(group)
        yield from _rows(group)


def _same_kind(numbers: list[PrintedNumber]) -> list[list[PrintedNumber]]:
    groups: dict[object, list[PrintedNumber]] = {}
    for number in numbers:
        wildcard = number.dimension == () or ("count", 1) in number.dimension
        if not wildcard and not number.is_average:
            groups.setdefault(number.dimension, []).append(number)
    return [group for group in groups.values() if len(group) > 2]


def _pairs(group: list[PrintedNumber]) -> Iterator[Trial]:
    """A total of two lies between the larger part and twice that: over this stretch chance spreads it."""
    ascending = sorted(group, key=lambda number: number.middle)
    for first, second in combinations(ascending, 2):
        for whole in ascending:
            if second.middle < whole.middle <= 2 * second.middle:
                yield from _trial((first, second), whole, second.middle)


def _rows(group: list[PrintedNumber]) -> Iterator[Trial]:
    """Three or more parts are only looked for in a row as the file has them: among all choices chance hits abound."""
    for start in range(len(group)):
        for length in range(3, min(_LONGEST_ROW, len(group) - start) + 1):
            parts = tuple(group[start : start + length])
            largest = max(part.middle for part in parts)
            for whole in (*group[max(0, start - 2) : start], *group[start + length : start + length + 2]):
                if largest < whole.middle <= length * largest:
                    yield from _trial(parts, whole, (length - 1) * largest)


def _trial(parts: tuple[PrintedNumber, ...], whole: PrintedNumber, spread: Fraction) -> Iterator[Trial]:
    close = len(parts) > 2 or near(*parts, whole)
    low = sum((part.low for part in parts), Fraction(0))
    high = sum((part.high for part in parts), Fraction(0))
    inexact = sum((part.high - part.low for part in parts), Fraction(0))
    chance = min(Fraction(1), (whole.width + inexact) / spread)
    family = f"sum of {len(parts)} in {whole.dimension}, {'near' if close else 'anywhere'}"
    yield Trial(family, (*parts, whole), chance, overlap(low, high, whole), partial(_write, parts, whole))


def _write(parts: tuple[PrintedNumber, ...], whole: PrintedNumber) -> str:
    return " + ".join(map(written_name, parts)) + " = " + written_name(whole)
