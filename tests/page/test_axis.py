from __future__ import annotations

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from factcheck.quantities import Interval
from factcheck.reports.html.axis import WIDTH, axis_of

numbers = st.fractions(min_value=-(10**9), max_value=10**9, max_denominator=1000)


@st.composite
def intervals(draw: st.DrawFn) -> Interval:
    low, high = sorted((draw(numbers), draw(numbers)))
    return Interval(draw(st.sampled_from([low, None])), draw(st.sampled_from([high, None])))


@given(intervals(), intervals())
def test_bars_lie_in_the_picture_and_keep_their_order(stated: Interval, implied: Interval) -> None:
    picture = axis_of([stated], [implied])
    if picture is None:
        assert {stated.low, stated.high, implied.low, implied.high} == {None}
        return
    one, other = picture.stated[0], picture.implied[0]
    for bar in (one, other):
        assert 0 <= bar.left <= bar.right <= WIDTH
    if stated.low is not None and implied.low is not None and stated.low <= implied.low:
        assert one.left <= other.left


@given(intervals(), intervals())
def test_a_gap_is_marked_exactly_where_the_intervals_do_not_meet(stated: Interval, implied: Interval) -> None:
    picture = axis_of([stated], [implied])
    if picture is None:
        return
    apart = any(
        lower.high is not None and upper.low is not None and lower.high < upper.low
        for lower, upper in ((stated, implied), (implied, stated))
    )
    assert (picture.gap is not None) == apart


def test_one_single_number_stands_in_the_middle() -> None:
    picture = axis_of([], [Interval(Fraction(1, 3), Fraction(1, 3))])
    assert picture is not None
    assert (picture.implied[0].left, picture.implied[0].width) == (WIDTH // 2, 0)
