"""A project that is kept and edited comes to the same judgement as one that is read afresh."""

from __future__ import annotations

import gc
import random

from factcheck.claims.model import Check, Fact
from factcheck.judgement import Judgement, ProjectState, judge
from judgement.building import PERCENT, check, counted, hidden, project, rounded


def test_an_edit_is_judged_as_a_fresh_project() -> None:
    generator = random.Random(7)
    facts, checks = _small_project()
    state = ProjectState(project(list(facts), list(checks)))
    for _ in range(25):
        index = generator.randrange(len(facts))
        facts[index] = _edited(facts[index], generator)
        state.replace_fact(facts[index])
        fresh = judge(project(list(facts), list(checks)))
        assert _essence(state.judgement) == _essence(fresh)


def test_an_update_tells_only_what_it_touched() -> None:
    facts, checks = _small_project()
    state = ProjectState(project(facts, checks))
    update = state.replace_fact(counted("b2", 2))
    assert set(update.verdicts) == {"t.sum2"}
    assert update.verdicts["t.sum2"].verdict.value == "impossible"


def test_a_trial_leaves_no_trace() -> None:
    facts, checks = _small_project()
    state = ProjectState(project(facts, checks))
    before = _essence(state.judgement)
    update = state.trial([counted("b1", 2)])
    assert update.verdicts["t.sum1"].verdict.value == "impossible"
    assert _essence(state.judgement) == before


def test_a_check_replaced_and_removed() -> None:
    facts, checks = _small_project()
    state = ProjectState(project(facts, checks))
    wrong = check("sum", "sum1", whole="t1", parts=["a1"])
    assert state.replace_check(wrong).verdicts["t.sum1"].verdict.value == "impossible"
    state.remove_check("t.sum1")
    assert "t.sum1" not in state.judgement.verdicts
    assert all(verdict.verdict.value != "impossible" for verdict in state.judgement.verdicts.values())


def test_what_is_frozen_is_judged_the_same() -> None:
    state = ProjectState(project(*_small_project()), freezing=True)
    try:
        frozen = gc.get_freeze_count()
        assert frozen
        update = state.replace_fact(counted("b2", 2))
        assert update.verdicts["t.sum2"].verdict.value == "impossible"
        assert gc.isenabled()
    finally:
        gc.unfreeze()


def test_a_fact_removed_takes_its_checks_along_and_may_come_back() -> None:
    facts, checks = _small_project()
    state = ProjectState(project(facts, checks))
    before = _essence(state.judgement)
    fact, check = state.prepared.facts["t.a1"], state.prepared.checks["t.sum1"]
    update = state.remove_fact("t.a1")
    assert update.gone == ("t.sum1",)
    assert "t.a1" not in state.judgement.implied
    state.replace_fact(fact)
    state.replace_check(check)
    assert _essence(state.judgement) == before


def _small_project() -> tuple[list[Fact], list[Check]]:
    facts: list[Fact] = []
    checks: list[Check] = []
    for index in range(4):
        facts += [counted(f"a{index}", 10), counted(f"b{index}", 20), counted(f"t{index}", 30)]
        checks.append(check("sum", f"sum{index}", whole=f"t{index}", parts=[f"a{index}", f"b{index}"]))
    facts += [hidden("whole"), rounded("p", "33.3", PERCENT), rounded("q", "66.7", PERCENT)]
    checks.append(check("share", "share0", part="a0", whole="whole", is_="p"))
    checks.append(check("share", "share1", part="b1", whole="whole", is_="q"))
    checks.append(check("shares", "shares", of=["p", "q"]))
    return facts, checks


def _edited(fact: Fact, generator: random.Random) -> Fact:
    if fact.hidden:
        return fact
    if fact.unit == PERCENT:
        return rounded(fact.name, generator.choice(["33.3", "33.4", "66.7", "50.0"]), PERCENT)
    return counted(fact.name, generator.choice([10, 20, 30, 21]))


def _essence(judgement: Judgement) -> object:
    return (
        {name: (v.verdict, v.tie_only, v.slack) for name, v in judgement.verdicts.items()},
        [(c.code, c.primary, c.checks, c.comparison) for c in judgement.conflicts],
        judgement.implied,
    )
