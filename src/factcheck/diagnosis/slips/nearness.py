"""Which forms could be read as something near, told by whole numbers of steps of the last digit, for speed."""

from __future__ import annotations

from fractions import Fraction

from factcheck.diagnosis.slips.numeral import Numeral
from factcheck.quantities.interval import Interval, Rational

Limits = tuple[int | None, int | None]
"""The least and the greatest number of steps, ``None`` where there is no end."""

ROUND = 100
"""Numbers of steps that it divides may be round numbers, which are read more widely than by one step."""


class Near:
    """Tells whether a form could be read as something in an interval.

    A number is read by one step of its last digit to either side at most, a round one up to half its second digit: within an eighth
    of it. Forms that are not round have to come as near as a step to ``closely`` as well, which is given where numbers are read so and no claim
    says otherwise. Open ends count as closed: what is admitted may be rejected when it is read, what is not admitted surely would be.

    ``one`` is what a 1 of the forms stands for.

    >>> near = Near(Interval(3265, 3270), Fraction(1), closely=Interval(3265, 3270))
    >>> [digits for digits in ("3200", "3263", "3264", "3271", "3272", "3700") if near.admits(Numeral(digits))]
    ['3200', '3264', '3271']
    """

    def __init__(self, space: Interval, one: Fraction, *, closely: Interval | None) -> None:
        self._wide = widened(space)
        self._closely = closely
        self._one = one
        self._kept: dict[tuple[int, int, bool], Limits] = {}

    def admits(self, meant: Numeral, power: int = 0) -> bool:
        """Whether the form is near enough; ``power`` is the power of ten that a new scale word adds."""
        steps = int(meant.digits)
        key = meant.decimals, power, self._closely is not None and steps % ROUND != 0
        limits = self._kept.get(key)
        if limits is None:
            limits = self._kept[key] = self._limits(*key)
        low, high = limits
        if meant.negative:
            steps = -steps
        return (low is None or low <= steps) and (high is None or steps <= high)

    def _limits(self, decimals: int, power: int, closely: bool) -> Limits:
        step = self._one * Fraction(10) ** (power - decimals)
        low, high = _a_step_from(self._wide, step)
        if closely and self._closely is not None:
            least, most = _a_step_from(self._closely, step)
            low = least if low is None or (least is not None and least > low) else low
            high = most if high is None or (most is not None and most < high) else high
        return low, high


def _a_step_from(space: Interval, step: Fraction) -> Limits:
    """The steps from which one more leads into the interval.

    >>> _a_step_from(Interval(Fraction(41, 20), 3), Fraction(1, 10))
    (20, 31)
    """
    low = None if space.low is None else -_whole_steps(-space.low, step) - 1
    return low, None if space.high is None else _whole_steps(space.high, step) + 1


def _whole_steps(end: Rational, step: Fraction) -> int:
    """The greatest number of steps not above an end."""
    return end.numerator * step.denominator // (end.denominator * step.numerator)


def widened(near: Interval) -> Interval:
    """Round numbers are read up to half their second digit to either side: within a tenth."""
    eighth = Fraction(1, 8)
    low = None if near.low is None else near.low - abs(Fraction(near.low)) * eighth
    high = None if near.high is None else near.high + abs(Fraction(near.high)) * eighth
    return Interval(low, high)
