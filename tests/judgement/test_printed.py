"""True amounts printed as newspapers print them: scales, hedges, percentages. What is true is never called wrong, through the whole reading."""

from __future__ import annotations

from fractions import Fraction
from math import ceil, floor

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from judgement.reading import judged

STYLES = ("plain", "scaled", "about", "nearly", "over", "odd")


def printed(value: int, style: str) -> str:
    """A true amount in yuan, printed in a style that is true of it."""
    if style == "plain":
        return f"{value}元"
    if style == "scaled":
        return f"{_decimal(Fraction(value, 10**4), 2)}万元"
    step = 10 ** max(len(str(value)) - 2, 0)
    down = value // step * step
    if style == "about":
        return f"约{floor(Fraction(value, step) + Fraction(1, 2)) * step}元"
    if style == "nearly":
        return f"近{ceil(Fraction(value + 1, step)) * step}元"
    if value == down:
        return f"{value}元"
    return f"超过{down}元" if style == "over" else f"{down}多元"


def _decimal(value: Fraction, digits: int) -> str:
    number = floor(value * 10**digits + Fraction(1, 2))
    return f"{number // 10**digits}.{number % 10**digits:0{digits}}"


amounts = st.tuples(st.integers(20_000, 90_000_000), st.sampled_from(STYLES))


@given(amounts, amounts, st.sampled_from(STYLES), st.integers(0, 2))
@settings(max_examples=120, deadline=None)
def test_a_true_sum_share_and_growth(
    one: tuple[int, str], two: tuple[int, str], style: str, digits: int
) -> None:
    total = one[0] + two[0]
    share = (
        _decimal(Fraction(100 * one[0], total), digits)
        if digits
        else str(round(Fraction(100 * one[0], total)))
    )
    assume(not share.startswith("100"))  # 100 % is read as all of it
    growth = Fraction(100 * total, one[0]) - 100
    judgement = judged(f"""
facts:
  one: {printed(*one)}
  two: {printed(*two)}
  total: {printed(total, style)}
  share: {share}%
  growth: {_decimal(growth, digits + 1)}%
checks:
  - sum: {{whole: total, parts: [one, two]}}
  - share: {{part: one, whole: total, is: share}}
  - change: {{from: one, to: total, by: growth}}
  - within: {{part: two, whole: total}}
""")
    assert {verdict.verdict.value for verdict in judgement.verdicts.values()} == {"holds"}
