"""Intervals as text: in brackets for derivations, in words for messages, as exact bounds for programs."""

from __future__ import annotations

from fractions import Fraction

from factcheck.findings import Bounds, Message, say
from factcheck.quantities.formatting import exact_string
from factcheck.quantities.interval import Interval, Rational
from factcheck.rules.wording.numbers import Display, readable


def bounds_of(interval: Interval, unit: str) -> Bounds:
    """The interval as exact strings.

    >>> bounds_of(Interval(0, Fraction(1, 3), high_open=True), "人")
    Bounds(low='0', high='1/3', unit='人', low_open=False, high_open=True)
    """
    return Bounds(
        None if interval.low is None else exact_string(interval.low),
        None if interval.high is None else exact_string(interval.high),
        unit,
        interval.low_open,
        interval.high_open,
    )


def in_brackets(interval: Interval, display: Display) -> str:
    """The interval as mathematics writes it, in the shown scale: ``[20.8, 21.0]``, ``≥ 5``, ``< 1550``, ``3267``.

    >>> in_brackets(Interval(208000, 210000), Display("万吨", 10000, 1))
    '[20.8, 21.0]'
    >>> in_brackets(Interval(None, 1550, high_open=True), Display("元"))
    '< 1550'
    """
    low, high = _ends(interval, display)
    if low is not None and high is not None:
        if interval.low == interval.high and low == high:
            return low
        return f"{'(' if interval.low_open else '['}{low}, {high}{')' if interval.high_open else ']'}"
    if high is not None:
        return f"{'<' if interval.high_open else '≤'} {high}"
    if low is not None:
        return f"{'>' if interval.low_open else '≥'} {low}"
    return "(-∞, ∞)"


def in_words(interval: Interval, display: Display) -> Message:
    """The interval inside a sentence; a lower end of 0 goes without saying where there is an upper one.

    >>> in_words(Interval(208000, 210000), Display("万吨", 10000, 1)).zh
    '在 20.8 万吨到 21.0 万吨之间'
    >>> in_words(Interval(0, 6319), Display("人")).en
    'at most 6319 人'
    """
    low, high = _ends(interval, display)
    if low is not None and low == high and interval.low == interval.high:
        return say("是 {n}", "exactly {n}", n=display.with_unit(low))
    if low is not None and high is not None and interval.low != 0:
        pair = {"low": display.with_unit(low), "high": display.with_unit(high)}
        gap = "" if display.unit and not display.unit[-1].isascii() else " "
        return say("在 {low}{gap}到 {high}{gap}之间", "between {low} and {high}", gap=gap, **pair)
    if high is not None:
        number = display.with_unit(high)
        if interval.high_open:
            return say("小于 {n}", "less than {n}", n=number)
        return say("不超过 {n}", "at most {n}", n=number)
    if low is not None:
        number = display.with_unit(low)
        if interval.low_open:
            return say("大于 {n}", "more than {n}", n=number)
        return say("不少于 {n}", "at least {n}", n=number)
    return say("是任何数", "anything")


def _ends(interval: Interval, display: Display) -> tuple[str | None, str | None]:
    low = None if interval.low is None else _shown(interval.low, display, up=False)
    high = None if interval.high is None else _shown(interval.high, display, up=True)
    if low is not None and high is not None:
        places = max(_places(low), _places(high))
        low, high = _padded(low, places), _padded(high, places)
    return low, high


def _shown(value: Rational, display: Display, *, up: bool) -> str:
    return readable(Fraction(value) / Fraction(display.size), display.places, up=up)


def _places(number: str) -> int:
    return len(number.partition(".")[2])


def _padded(number: str, places: int) -> str:
    if _places(number) == places:
        return number
    return (number if "." in number else number + ".") + "0" * (places - _places(number))


def amount(value: Rational, display: Display, *, up: bool = False) -> str:
    """One number in the shown scale with its unit: ``0.3 万吨``."""
    return display.with_unit(_shown(value, display, up=up))
