"""What the short ways tell is what the long way tells."""

from __future__ import annotations

from fractions import Fraction
from typing import Literal
from unittest.mock import patch

from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.claims.model import Check, Fact
from factcheck.judgement import Judgement, Options, judge, judging, lone, plain, protocol
from factcheck.judgement.model import CheckVerdict, Verdict
from factcheck.judgement.units.meaning import plus, times
from judgement.building import (
    PERCENT,
    PERSON,
    YUAN,
    check,
    counted,
    hidden,
    node,
    project,
    rounded,
    that,
    within,
)

Draw = st.DrawFn
World = tuple[list[Fact], list[Check]]


@st.composite
def little_reports(draw: Draw) -> World:
    """Totals, shares, means and a hidden whole, some of them a little off."""
    facts: list[Fact] = []
    checks: list[Check] = []
    for number in range(draw(st.integers(1, 3))):
        one, two = draw(st.integers(0, 60)), draw(st.integers(1, 60))
        total = one + two + draw(st.sampled_from([0, 0, 0, 1]))
        money = draw(st.integers(0, 5000))
        off = draw(st.sampled_from([0, 0, 0, 0, 1, -1, 2, 30]))
        places = draw(st.integers(0, 2))
        share = Fraction(round(Fraction(100 * one, total) * 10**places) + off, 10**places)
        mean = round(Fraction(money, total))
        name = f"x{number}"
        facts += [
            counted(f"{name}one", one),
            counted(f"{name}two", two) if draw(st.booleans()) else rounded(f"{name}two", str(two), PERSON),
            counted(f"{name}all", total),
            rounded(f"{name}share", f"{float(share):.{places}f}", PERCENT),
            rounded(f"{name}money", str(money), YUAN),
            rounded(f"{name}mean", str(mean), YUAN),
            hidden(f"{name}rest", PERSON),
        ]
        offered = [
            check("sum", f"{name}a", whole=f"{name}all", parts=[f"{name}one", f"{name}two"]),
            that(plus(node(f"{name}one"), node(f"{name}two")), "=", f"{name}all", f"{name}b"),
            check("share", f"{name}c", part=f"{name}one", whole=f"{name}all", is_=f"{name}share"),
            check("average", f"{name}d", total=f"{name}money", over=f"{name}all", is_=f"{name}mean"),
            check("within", f"{name}e", part=f"{name}two", whole=f"{name}all"),
            that(f"{name}two", "<", f"{name}one", f"{name}f"),
            check("sum", f"{name}g", whole=f"{name}all", parts=[f"{name}rest", f"{name}two"]),
            check("average", f"{name}h", total=f"{name}money", over=f"{name}rest", is_=f"{name}mean"),
            check("share", f"{name}i", part=f"{name}two", whole=f"{name}all", is_=f"{name}share"),
            that(
                times(node(f"{name}mean"), node(f"{name}all")),
                "<=",
                times(node(f"{name}money"), node(2)),
                f"{name}j",
            ),
            that(times(node(f"{name}share"), node(f"{name}all")), "=", f"{name}two", f"{name}k"),
            check("times", f"{name}l", a=f"{name}all", b=f"{name}two", is_=f"{name}mean"),
        ]
        checks += draw(
            st.lists(st.sampled_from(offered), min_size=1, max_size=6, unique_by=lambda item: item.id)
        )
    return facts, checks


def told(judgement: Judgement) -> tuple[object, ...]:
    return (judgement.verdicts, judgement.conflicts, judgement.excess_digits, judgement.conventions)


@given(little_reports())
@settings(max_examples=150, deadline=None)
def test_short_ways_agree_with_the_long_one(world: World) -> None:
    options = Options(ranges="none")
    short = judge(project(*world), options=options)
    with patch.object(plain.Plain, "apart", lambda *_: None):
        one_by_one = judge(project(*world), options=options)
    with (
        patch.object(plain.Plain, "apart", lambda *_: None),
        patch.object(plain.Plain, "result", lambda *_: None),
        patch.object(judging, "quick_result", lambda *_, **__: None),
        patch.object(judging, "weigh_plainly", lambda *_: False),
        patch.object(protocol, "holds_by_sample", lambda *_: False),
        patch.object(lone, "lone_relation", lambda *_: None),
    ):
        long = judge(project(*world), options=options)
    assert told(short) == told(one_by_one) == told(long)


@given(little_reports())
@settings(max_examples=60, deadline=None)
def test_what_only_a_whole_report_has_plainly_holds(world: World) -> None:
    whole = judge(project(*world), options=Options(ranges="contested"))
    short = judge(project(*world), options=Options(ranges="contested", whole=False))
    for verdict in (*whole.verdicts.values(), *short.verdicts.values()):
        verdict.slack = None
    for name, verdict in whole.verdicts.items():
        assert short.verdicts.get(name, CheckVerdict(check=name, verdict=Verdict.HOLDS)) == verdict
    assert told(whole)[1:] == told(short)[1:]


@st.composite
def single_checks(draw: Draw) -> World:
    """One check over numbers of every kind, most often wrong."""
    facts = []
    for name in ("a", "b", "c"):
        value = draw(st.integers(0, 40))
        facts.append(
            draw(
                st.sampled_from(
                    [
                        counted(name, value),
                        counted(name, value * 100, rests_on_zeros=True),
                        rounded(name, str(value)),
                        rounded(name, f"{value / 10:.1f}"),
                        rounded(name, f"{value}.5", PERCENT),
                        within(name, str(value), None),
                        within(name, str(value), str(value + 2)),
                        hidden(name, PERSON),
                    ]
                )
            )
        )
    operator = draw(st.sampled_from(["=", "<", "<=", ">"]))
    made = draw(
        st.sampled_from(
            [
                check("sum", whole="a", parts=["b", "c"]),
                check("share", part="a", whole="b", is_="c"),
                check("times", a="a", b="b", is_="c"),
                that(times(node("a"), node("b")), operator, times(node(3), node("c"))),
                that(plus(node("a"), node("b")), operator, "c"),
                that("a", operator, "b"),
            ]
        )
    )
    return facts, [made]


@given(single_checks(), st.sampled_from(["none", "all"]))
@settings(max_examples=300, deadline=None)
def test_a_lone_check_is_told_from_its_formula_as_the_engine_tells_it(
    world: World, ranges: Literal["none", "all"]
) -> None:
    options = Options(ranges=ranges)
    with patch.object(judging, "quick_result", lambda *_, **__: None):
        short = judge(project(*world), options=options)
        with patch.object(lone, "lone_relation", lambda *_: None):
            long = judge(project(*world), options=options)
    assert told(short) == told(long)
    assert short.implied == long.implied


def test_contested_ranges_are_those_of_hidden_facts_in_conflicting_checks() -> None:
    facts = [counted("one", 3), counted("two", 9), hidden("rest", PERSON), hidden("apart", PERSON)]
    checks = [
        check("sum", "a", whole="two", parts=["one", "rest"]),
        that("rest", "<", "one", "b"),
        check("within", "c", part="rest", whole="apart"),
    ]
    contested = judge(project(facts, checks), options=Options(ranges="contested"))
    everything = judge(project(facts, checks), options=Options(ranges="hidden"))
    assert [conflict.checks for conflict in contested.conflicts] == [("t.a", "t.b")]
    assert contested.implied["t.rest"] == everything.implied["t.rest"]
    assert "t.apart" in everything.implied
    assert "t.apart" not in contested.implied
