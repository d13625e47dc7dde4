"""All minimal conflict sets: each minimal, each once, and said when there may be more."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from diagnosis.building import project
from factcheck.claims.model import Project
from factcheck.diagnosis import all_conflict_sets, conflict_sets
from factcheck.judgement import judge


def sets_of(made: Project) -> set[frozenset[str]]:
    return {frozenset(each.checks) for found in all_conflict_sets(made, judge(made)) for each in found.sets}


def test_two_sets_that_share_a_number() -> None:
    made = project({"a": "10人", "b": "20人", "t": "31人", "c": "5人"}, ["a + b = t", "t = c"])
    assert sets_of(made) == {frozenset({"t:1"}), frozenset({"t:2"})}


def test_overlapping_sets() -> None:
    """x is hidden: it must be a, b and c at once, so any two of the three checks contradict each other."""
    from diagnosis.building import PERSON, hidden_fact
    from factcheck.quantities import Interval

    facts = {"a": "3人", "b": "4人", "c": "5人", "x": hidden_fact("x", Interval(0, integer=True), PERSON)}
    made = project(facts, ["x = a", "x = b", "x = c"])
    expected = {frozenset({f"t:{one}", f"t:{two}"}) for one, two in combinations((1, 2, 3), 2)}
    assert sets_of(made) == expected


def test_where_there_are_more_it_says_so() -> None:
    from diagnosis.building import PERSON, hidden_fact
    from factcheck.quantities import Interval

    facts = {f"a{number}": f"{number + 10}人" for number in range(6)}
    hidden = {"x": hidden_fact("x", Interval(0, integer=True), PERSON)}
    made = project({**facts, **hidden}, [f"x = {name}" for name in facts])
    judgement = judge(made)
    few = conflict_sets(made, judgement, judgement.conflicts[0], most=4)
    assert (len(few.sets), few.complete) == (4, False)
    every = conflict_sets(made, judgement, judgement.conflicts[0], most=40)
    assert (len(every.sets), every.complete) == (15, True)


@given(st.lists(st.integers(1, 4), min_size=3, max_size=5))
@settings(max_examples=20, deadline=None)
def test_the_sets_are_exactly_the_minimal_ones(values: list[int]) -> None:
    """Against trying all subsets of the checks."""
    facts = {f"a{number}": f"{value}人" for number, value in enumerate(values)}
    checks = [f"a{number} = a{number + 1}" for number in range(len(values) - 1)] + [
        f"a0 + a1 = a{len(values) - 1}"
    ]
    made = project(facts, checks)

    def contradicts(chosen: tuple[int, ...]) -> bool:
        return bool(judge(project(facts, [checks[number] for number in chosen])).conflicts)

    numbers = range(len(checks))
    broken = [set(c) for size in numbers for c in combinations(numbers, size + 1) if contradicts(c)]
    minimal = {
        frozenset(f"t:{number + 1}" for number in each)
        for each in broken
        if not any(other < each for other in broken)
    }
    assert sets_of(made) == minimal
