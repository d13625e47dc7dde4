"""The business record of the literature on error localisation: eleven variables, five rules, typing errors in the totals.

x1 + x2 = x3, x2 = x4, x5 + x6 + x7 = x8, x3 + x8 = x9, x9 − x10 = x11.
"""

from __future__ import annotations

import pytest

from diagnosis.building import project
from factcheck.claims.model import Project
from factcheck.diagnosis import Diagnosis, diagnose
from factcheck.judgement import judge

RULES = ["x1 + x2 = x3", "x2 = x4", "x5 + x6 + x7 = x8", "x3 + x8 = x9", "x9 - x10 = x11"]
TRUE = {1: 1523, 2: 384, 3: 1907, 4: 384, 5: 612, 6: 247, 7: 138, 8: 997, 9: 2904, 10: 1815, 11: 1089}


def record(**wrong: int) -> Project:
    values = {f"x{number}": f"{value}人" for number, value in TRUE.items()}
    values.update({name: f"{value}人" for name, value in wrong.items()})
    return project(values, RULES)


def answers(made: Project) -> list[Diagnosis]:
    return diagnose(made, judge(made))


def test_the_record_holds() -> None:
    assert answers(record()) == []


@pytest.mark.parametrize(
    ("name", "wrong"),
    [
        ("x3", 1907 + 10),  # one digit
        ("x3", 1097),  # transposed
        ("x8", 979),
        ("x8", 897),
        ("x9", 2094),
        ("x9", 2804),
        ("x9", 29004),  # a doubled digit
        ("x8", 99),  # a dropped digit
        ("x3", 190),
    ],
)
def test_a_mistyped_total_is_repaired(name: str, wrong: int) -> None:
    """Each of these totals stands in two rules, so that nothing else can explain it."""
    (diagnosis,) = answers(record(**{name: wrong}))
    assert [suspect.fact for suspect in diagnosis.suspects] == [f"t.{name}"]
    first = diagnosis.repairs[0]
    assert (first.fact, first.suggested) == (f"t.{name}", f"{TRUE[int(name[1:])]}人")


@pytest.mark.parametrize(("name", "wrong"), [("x2", 348), ("x2", 394)])
def test_a_number_in_two_rules_is_repaired_although_it_is_no_total(name: str, wrong: int) -> None:
    (diagnosis,) = answers(record(**{name: wrong}))
    assert diagnosis.suspects[0].fact == f"t.{name}"
    assert diagnosis.repairs[0].suggested == f"{TRUE[2]}人"


@pytest.mark.parametrize(("name", "wrong"), [("x1", 1253), ("x11", 1098), ("x10", 8115), ("x5", 621)])
def test_a_number_in_one_rule_is_among_the_suspects(name: str, wrong: int) -> None:
    """One rule cannot tell its members apart, but a slip of the pen is likelier than a free change."""
    (diagnosis,) = answers(record(**{name: wrong}))
    suspect = next(each for each in diagnosis.suspects if each.fact == f"t.{name}")
    assert suspect.repairs[0].suggested == f"{TRUE[int(name[1:])]}人"


def test_two_mistyped_totals_that_share_a_rule() -> None:
    """x3 and x8 both stand in x3 + x8 = x9: no single change resolves it, the pair does."""
    diagnoses = answers(record(x3=1709, x8=887))
    assert all(repair.also for diagnosis in diagnoses for repair in diagnosis.repairs)
    (diagnosis,) = diagnoses
    offered = {
        frozenset([(repair.fact, repair.suggested), *((name, then) for name, _, then in repair.also)])
        for repair in diagnosis.repairs
    }
    assert frozenset([("t.x3", "1907人"), ("t.x8", "997人")]) in offered


def test_two_errors_far_apart_are_two_diagnoses() -> None:
    """x4 and x11 share no rule and no suspect: each is told by itself, and both can be repaired at once."""
    diagnoses = answers(record(x4=834, x11=1809))
    assert len(diagnoses) == 2
    suspects = [{suspect.fact for suspect in diagnosis.suspects} for diagnosis in diagnoses]
    assert any("t.x4" in each for each in suspects)
    assert any("t.x11" in each for each in suspects)
