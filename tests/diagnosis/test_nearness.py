"""Leaving out early what could not fit: nothing is left out that the long way would have kept."""

from __future__ import annotations

from fractions import Fraction
from typing import Literal

from hypothesis import given
from hypothesis import strategies as st

from diagnosis.reading import judged
from factcheck.claims.model import Fact
from factcheck.diagnosis.board import Board
from factcheck.diagnosis.intervals import meet
from factcheck.diagnosis.reading import Reader, in_reading
from factcheck.diagnosis.refuting import refuted_at_once
from factcheck.diagnosis.slips import slips
from factcheck.engine import Network, Solver
from factcheck.engine.model import Constant, Expression, Product, Relation, Sum
from factcheck.judgement import lower
from factcheck.judgement.lowering.domains import Habit, domains_of
from factcheck.quantities import Interval, PrintedQuantity, read_quantity, readings

UNITS = ("名", "户", "人次", "元", "吨", "%", "个百分点", "成", "倍", "")
NUMERALS = st.builds(
    lambda sign, whole, part, scale: f"{sign}{whole}{part}{scale}",
    st.sampled_from(["", "", "-"]),
    st.one_of(st.integers(0, 999_999), st.integers(1, 999).map(lambda n: n * 100), st.just(100)),
    st.sampled_from(["", "", ".4", ".57", ".00", ".5"]),
    st.sampled_from(["", "", "万", "亿"]),
)


def quantity_of(text: str) -> PrintedQuantity | None:
    return read_quantity(text, language="zh")


@st.composite
def forms(draw: st.DrawFn) -> PrintedQuantity:
    texts = st.builds(lambda numeral, unit: numeral + unit, NUMERALS, st.sampled_from(UNITS))
    quantity = draw(texts.map(quantity_of).filter(lambda found: found is not None))
    assert quantity is not None
    return quantity


@st.composite
def intervals_about(draw: st.DrawFn, values: list[Fraction]) -> Interval:
    """Small intervals, some ends open or missing, that some of the values may be in, reach or miss."""
    centre = draw(st.sampled_from(values))
    step = Fraction(draw(st.sampled_from([1, 10, 100, 1000])), draw(st.sampled_from([1, 2, 100, 7])))
    low = centre + draw(st.integers(-30, 30)) * step / 10
    high = low + draw(st.integers(0, 30)) * step / 10
    ends = draw(st.sampled_from([(low, high), (low, None), (None, high)]))
    return Interval(*ends, draw(st.booleans()), draw(st.booleans()), draw(st.booleans()))


@given(st.data(), forms(), st.sampled_from(["nearest", "truncate", "either"]), st.booleans())
def test_every_form_that_meets_what_is_left_is_kept(
    data: st.DataObject,
    printed: PrintedQuantity,
    rounding: Literal["nearest", "truncate", "either"],
    whole_of_all: bool,
) -> None:
    every = slips(printed)
    space = data.draw(intervals_about([printed.value, *(slip.quantity.value for slip in every)]))
    habit: Habit | None = data.draw(
        st.sampled_from([None, "truncate", "up"] if rounding == "nearest" else [None])
    )
    ratio = data.draw(st.booleans())
    near = [slip.text for slip in slips(printed, space)]
    kept = [slip.text for slip in slips(printed, space, closely=space)]
    for slip in every:
        read = readings(slip.quantity, rounding=rounding, whole_of_all=whole_of_all, unit=printed.unit)
        fact = Fact(id="a.b", name="b", readings=read, quantity=slip.quantity, unit=printed.unit)
        domains = domains_of(fact, None, ratio=ratio, habit=habit)
        if meet(domains.strict, space) or meet(domains.loose, space):
            assert slip.text in kept
    assert kept == [text for text in near if text in set(kept)]


def test_forms_far_off_are_left_out_but_round_ones_are_not() -> None:
    printed = quantity_of("3367名")
    assert printed is not None
    space = Interval(3267, 3267)
    assert [slip.text for slip in slips(printed, space, closely=space)] == ["3267名"]
    assert len(slips(printed, space)) > 10
    round_one = quantity_of("2300名")
    assert round_one is not None
    assert "3300名" in [
        slip.text for slip in slips(round_one, Interval(3267, 3267), closely=Interval(3267, 3267))
    ]


def test_a_claim_that_says_how_a_number_is_read_moves_the_reading_along() -> None:
    project, judgement = judged(
        "facts:\n  a: {value: 3267名, reading: [3200, 3300]}\n  b: 12名\n  c: {value: 约50名}\nchecks:\n  - a > b\n  - c > b\n"
    )
    reader = Board(project, judgement, lower(project)).reader
    facts = project.facts()
    assert [reader.reads_as_usual(facts[name]) for name in ("a.a", "a.b", "a.c")] == [False, True, True]
    moved = quantity_of("3367名")
    assert moved is not None
    assert reader.readings(facts["a.a"], moved).strict.low == 3300


def test_a_form_is_read_for_each_fact_in_its_own_manner() -> None:
    """Those read alike share what was read; a share of all, an average and a file that truncates are not read alike."""
    text = (
        "facts:\n  a: 120名\n  b: 30名\n  c: 4名\n  d: 100%\n  e: {value: 100%, quote: 全部（100%）}\n  f: 30名\n"
        "checks:\n  - average: {total: a, over: b, is: c}\n  - b <= a\n  - f <= a\n  - d >= e\n"
    )
    project, judgement = judged(text)
    reader = Board(project, judgement, lower(project)).reader
    facts = project.facts()
    for fact in facts.values():
        for other in facts.values():
            assert other.quantity is not None
            alone = Reader(project, judgement, lower(project))
            expected = alone.readings(fact, other.quantity)
            for _ in range(2):
                found = reader.readings(fact, other.quantity)
                assert found == expected
                assert in_reading(found, "strict") == expected.strict
    assert reader.readings(facts["a.b"], facts["a.a"].quantity) is reader.readings(  # type: ignore[arg-type]
        facts["a.f"],
        facts["a.a"].quantity,  # type: ignore[arg-type]
    )
    assert reader.readings(facts["a.c"], facts["a.a"].quantity) != reader.readings(  # type: ignore[arg-type]
        facts["a.b"],
        facts["a.a"].quantity,  # type: ignore[arg-type]
    )


domains = st.builds(
    lambda low, size, low_open, high_open, integer, cut: Interval(
        None if cut == 1 else Fraction(low, 2),
        None if cut == 2 else Fraction(low + size, 2),
        low_open,
        high_open,
        integer,
    ),
    st.integers(-9, 9),
    st.integers(0, 9),
    st.booleans(),
    st.booleans(),
    st.booleans(),
    st.integers(0, 6),
)


@given(
    st.lists(domains, min_size=3, max_size=3),
    st.lists(st.integers(-3, 3), min_size=3, max_size=3),
    st.integers(-12, 12),
    st.sampled_from(["=", "<=", "<"]),
    domains,
    st.booleans(),
)
def test_what_is_refuted_at_once_cannot_hold(
    given_domains: list[Interval],
    coefficients: list[int],
    constant: int,
    operator: Literal["=", "<=", "<"],
    changed: Interval,
    curved: bool,
) -> None:
    network = Network()
    variables = [network.variable(domain) for domain in given_domains]
    terms: list[Expression] = [
        Product((Constant(coefficient), variable))
        for coefficient, variable in zip(coefficients, variables, strict=True)
    ]
    if curved:
        terms.append(Product((variables[0], variables[1])))
    check = network.require(Relation(Sum(tuple(terms)), operator, Constant(constant)))
    solver = Solver(network)
    overriding = {variables[0].index: changed}
    if refuted_at_once(solver, [check], overriding):
        assert Solver(network).decide([check], domains=overriding).status == "unsatisfiable"


def test_a_sum_out_of_reach_is_refuted_at_once() -> None:
    network = Network()
    a, b = network.variable(Interval(1, 2)), network.variable(Interval(4, 5, high_open=True))
    solver = Solver(network)
    checks = [
        network.require(Relation(Sum((a, b)), operator, Constant(total)))  # type: ignore[arg-type]
        for operator, total in (("=", 4), ("=", 5), ("=", 7), ("<=", 4), ("<", 5), ("<=", 5))
    ]
    assert [refuted_at_once(solver, [check], {}) for check in checks] == [
        True,
        False,
        True,
        True,
        True,
        False,
    ]
    assert refuted_at_once(solver, [checks[1]], {a.index: Interval(2, 2)})
