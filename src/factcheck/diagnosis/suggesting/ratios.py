"""Shares, averages, multiples and growth: relations with a printed ratio in them, and pairs of equal ratios."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from functools import partial
from itertools import combinations, permutations

from factcheck.diagnosis.suggesting.naming import in_fields, written_name
from factcheck.diagnosis.suggesting.numbers import PrintedNumber, near
from factcheck.diagnosis.suggesting.trial import LOG_TEN, Trial, on_log_scale, overlap, relative_width


def _percentages(numbers: list[PrintedNumber]) -> list[PrintedNumber]:
    return [number for number in numbers if number.is_rate]


def _comparable(numbers: list[PrintedNumber]) -> Iterator[tuple[PrintedNumber, PrintedNumber]]:
    for first, second in permutations(numbers, 2):
        if first.dimension == second.dimension != () and not first.is_average and not second.is_average:
            yield first, second


def share_trials(numbers: list[PrintedNumber]) -> Iterator[Trial]:
    """part = share × whole, near one another; a share that means nothing could be anything up to 100 %."""
    shares = [number for number in _percentages(numbers) if number.high < 1]
    for part, whole in _comparable(numbers):
        for share in shares:
            if part.middle < whole.middle and near(part, share):
                low, high = part.low / whole.high, part.high / whole.low
                chance = min(Fraction(1), share.width + high - low)
                written = partial(in_fields, "share", part=part, whole=whole, is_=share)
                yield Trial(
                    _placed("share", part, whole, share),
                    (part, whole, share),
                    chance,
                    overlap(low, high, share),
                    written,
                )


def change_trials(numbers: list[PrintedNumber]) -> Iterator[Trial]:
    """to = from × (1 + growth), near one another; a growth that means nothing could be anything up to 100 %."""
    for old, new in _comparable(numbers):
        for growth in _percentages(numbers):
            if near(old, new, growth) and old.middle < new.middle:
                low, high = new.low / old.high - 1, new.high / old.low - 1
                chance = min(Fraction(1), growth.width + high - low)
                written = partial(_write_change, old, new, growth)
                yield Trial("change", (old, new, growth), chance, overlap(low, high, growth), written)


def _write_change(old: PrintedNumber, new: PrintedNumber, growth: PrintedNumber) -> str:
    return f"change: {{from: {written_name(old)}, to: {written_name(new)}, by: {written_name(growth)}}}"


def average_trials(numbers: list[PrintedNumber]) -> Iterator[Trial]:
    """total = average × number of things, where the text words one number as an average."""
    counts = [number for number in numbers if number.is_count]
    for average in numbers:
        if not average.is_average or average.dimension == ():
            continue
        for total in numbers:
            if total.is_average or not _divides(total, average):
                continue
            for count in counts:
                if count in (total, average) or not _same_decade(total.middle / count.middle, average.middle):
                    continue
                low, high = total.low / count.high, total.high / count.low
                chance = on_log_scale(total, average) + _inexact(count) / LOG_TEN
                written = partial(in_fields, "average", total=total, over=count, is_=average)
                yield Trial(
                    _placed("average", total, average, count),
                    (total, count, average),
                    chance,
                    overlap(low, high, average),
                    written,
                )


def ratio_trials(numbers: list[PrintedNumber]) -> Iterator[Trial]:
    """a ÷ b = c ÷ d for two neighbouring pairs of the same kinds of numbers."""
    pairs = [
        (amount, count)
        for amount, count in permutations(numbers, 2)
        if count.is_count
        and not amount.is_count
        and amount.dimension != ()
        and abs(amount.place - count.place) <= 2
    ]
    for (first, second), (third, fourth) in combinations(pairs, 2):
        if (
            len({first.place, second.place, third.place, fourth.place}) < 4
            or first.dimension != third.dimension
        ):
            continue
        if second.dimension != fourth.dimension or not _same_decade(
            first.middle / second.middle, third.middle / fourth.middle
        ):
            continue
        low, high = first.low / second.high, first.high / second.low
        meets = low <= third.high / fourth.low and third.low / fourth.high <= high
        widths = relative_width(first, third) + _inexact(second) + _inexact(fourth)
        chance = 2 * widths / LOG_TEN  # two ratios of one kind are nearer to each other than evenly spread
        written = partial(_write_ratio, first, second, third, fourth)
        yield Trial("ratio", (first, second, third, fourth), min(Fraction(1), chance), meets, written)


def _write_ratio(*numbers: PrintedNumber) -> str:
    first, second, third, fourth = map(written_name, numbers)
    return f"{first} / {second} = {third} / {fourth}"


def _divides(total: PrintedNumber, average: PrintedNumber) -> bool:
    """Whether the average is of the total's dimension, its divisor left out as in print or given."""
    inherited = dict(total.dimension)
    return all(inherited.get(name) == power for name, power in average.dimension if power > 0)


def _inexact(count: PrintedNumber) -> Fraction:
    return (count.high - count.low) / count.middle


def _same_decade(first: Fraction, second: Fraction) -> bool:
    return second < 3 * first and first < 3 * second


def _placed(form: str, *numbers: PrintedNumber) -> str:
    return f"{form}, {'near' if near(*numbers) else 'anywhere'}"
