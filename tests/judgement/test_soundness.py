"""True numbers, printed rounded, are never called wrong; and verdicts on small boxes agree with trying every value."""

from __future__ import annotations

from fractions import Fraction
from itertools import product
from math import floor

from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.claims.model import Check, Fact
from factcheck.judgement import judge
from factcheck.quantities import Interval
from judgement.building import (
    HOUSEHOLD,
    PERCENT,
    PERSON,
    YUAN,
    check,
    counted,
    hidden,
    project,
    rounded,
    that,
    whole_range,
)

Draw = st.DrawFn


def printed(value: Fraction, digits: int, *, half_even: bool) -> str:
    """The value rounded to so many decimals, ties up or to even."""
    scaled = value * 10**digits
    number = round(scaled) if half_even else floor(scaled + Fraction(1, 2))
    sign, number = ("-", -number) if number < 0 else ("", number)
    text = str(number).rjust(digits + 1, "0")
    return sign + (f"{text[:-digits]}.{text[-digits:]}" if digits else text)


@st.composite
def true_projects(draw: Draw) -> tuple[list[Fact], list[Check]]:
    """A little world whose every number is true: groups of people, their money, its growth."""
    half_even = draw(st.booleans())
    groups = draw(st.lists(st.integers(1, 9000), min_size=2, max_size=4))
    total = sum(groups)
    facts: list[Fact] = []
    checks: list[Check] = []

    def fact(name: str, value: Fraction, unit: object, digits: int) -> None:
        if value >= 0 and draw(st.integers(0, 4)) == 0:  # hidden quantities are not negative
            facts.append(hidden(name, unit))  # type: ignore[arg-type]
        elif unit in (PERSON, HOUSEHOLD):
            facts.append(counted(name, int(value), unit))  # type: ignore[arg-type]
        else:
            facts.append(rounded(name, printed(value, digits, half_even=half_even), unit))  # type: ignore[arg-type]

    names = [f"n{index}" for index in range(len(groups))]
    for name, size in zip(names, groups, strict=True):
        fact(name, Fraction(size), PERSON, 0)
    fact("all", Fraction(total), PERSON, 0)
    checks.append(check("sum", whole="all", parts=list(names)))
    digits = draw(st.integers(0, 2))
    for index, size in enumerate(groups):
        fact(f"p{index}", Fraction(size * 100, total), PERCENT, digits)
        checks.append(check("share", f"share{index}", part=f"n{index}", whole="all", is_=f"p{index}"))
    checks.append(check("shares", of=[f"p{index}" for index in range(len(groups))]))
    checks.append(check("within", part="n0", whole="all"))
    money = Fraction(draw(st.integers(1, 10**7)), 100)
    fact("money", money, YUAN, draw(st.integers(0, 2)))
    fact("mean", money / total, YUAN, draw(st.integers(0, 2)))
    checks.append(check("average", total="money", over="all", is_="mean"))
    later = money * Fraction(draw(st.integers(50, 300)), 100) + Fraction(1, 3)
    fact("later", later, YUAN, 1)
    fact("growth", (later / money - 1) * 100, PERCENT, digits)
    checks.append(check("change", from_="money", to="later", by="growth"))
    fact("multiple", later / money, rounded("x", "1").unit, 2)
    checks.append(check("times", a="later", b="money", is_="multiple"))
    fact("again", money, YUAN, 0)
    checks.append(check("same", of=["money", "again"]))
    checks.append(that("all", ">=", "n0"))
    return facts, checks


@given(true_projects())
@settings(max_examples=60, deadline=None)
def test_true_numbers_are_never_called_wrong(world: tuple[list[Fact], list[Check]]) -> None:
    facts, checks = world
    judgement = judge(project(facts, checks))
    assert {verdict.verdict.value for verdict in judgement.verdicts.values()} <= {"holds", "proves-nothing"}
    assert judgement.conflicts == []


@st.composite
def small_boxes(draw: Draw) -> tuple[list[Fact], list[Check]]:
    """Facts of a few whole numbers each, and checks between them."""
    facts = []
    for name in "abcd":
        low = draw(st.integers(1, 6))
        facts.append(whole_range(name, low, low + draw(st.integers(0, 3))))
    checks: list[Check] = []
    for index in range(draw(st.integers(1, 4))):
        one, two, three = draw(st.permutations("abcd"))[:3]
        match draw(st.integers(0, 4)):
            case 0:
                checks.append(check("sum", f"c{index}", whole=one, parts=[two, three]))
            case 1:
                checks.append(check("within", f"c{index}", part=one, whole=two))
            case 2:
                checks.append(check("within", f"c{index}", parts=[one, two], whole=three))
            case 3:
                checks.append(check("same", f"c{index}", of=[one, two]))
            case _:
                checks.append(that(one, "<", two, f"c{index}"))
    return facts, checks


MEANINGS = {
    "sum": lambda value, fields: value[fields["whole"][0]] == sum(value[part] for part in fields["parts"]),
    "within": lambda value, fields: (
        sum(value[part] for part in fields.get("parts", fields.get("part", ()))) <= value[fields["whole"][0]]
    ),
    "same": lambda value, fields: value[fields["of"][0]] == value[fields["of"][1]],
}


def _holds(each: Check, value: dict[str, int]) -> bool:
    if each.comparison is not None:
        left, right = (node.name for node in each.comparison.operands)  # type: ignore[union-attr]
        return value[left] < value[right]
    fields = {name: [node.name for node in nodes] for name, nodes in each.fields.items()}  # type: ignore[union-attr]
    return bool(MEANINGS[each.kind](value, fields))


def _possible(facts: list[Fact], checks: list[Check]) -> bool:
    ranges = [
        range(int(fact.readings.loose.low or 0), int(fact.readings.loose.high or 0) + 1) for fact in facts
    ]
    names = [fact.name for fact in facts]
    return any(
        all(_holds(each, dict(zip(names, values, strict=True))) for each in checks)
        for values in product(*ranges)
    )


@given(small_boxes())
@settings(max_examples=150, deadline=None)
def test_small_boxes_agree_with_trying_every_value(world: tuple[list[Fact], list[Check]]) -> None:
    facts, checks = world
    judgement = judge(project(facts, checks))
    aside = {name for name, verdict in judgement.verdicts.items() if verdict.verdict.value == "impossible"}
    assert bool(aside) != _possible(facts, checks)
    assert _possible(facts, [each for each in checks if each.id not in aside])
    for conflict in judgement.conflicts:
        members = [each for each in checks if each.id in conflict.checks]
        assert not _possible(facts, members)
        for left_out in members:
            assert _possible(facts, [each for each in members if each is not left_out])


@given(small_boxes())
@settings(max_examples=80, deadline=None)
def test_implied_ranges_are_what_trying_every_value_leaves(world: tuple[list[Fact], list[Check]]) -> None:
    facts, checks = world
    if not _possible(facts, checks):
        return
    judgement = judge(project(facts, checks))
    ranges = [
        range(int(fact.readings.loose.low or 0), int(fact.readings.loose.high or 0) + 1) for fact in facts
    ]
    names = [fact.name for fact in facts]
    solutions = [
        value
        for values in product(*ranges)
        if all(_holds(each, value := dict(zip(names, values, strict=True))) for each in checks)
    ]
    for name in names:
        implied = judgement.implied[f"t.{name}"]
        assert isinstance(implied.strict, Interval)
        true_low, true_high = min(s[name] for s in solutions), max(s[name] for s in solutions)
        assert implied.strict.low is not None
        assert implied.strict.high is not None
        if implied.tight:
            assert (implied.strict.low, implied.strict.high) == (true_low, true_high)
        assert implied.strict.low <= true_low
        assert implied.strict.high >= true_high
