"""Units: the table computed ahead, parsing, and which units may meet."""

from __future__ import annotations

import subprocess
import sys
from fractions import Fraction

import pytest

from factcheck.quantities import (
    combine,
    compatible,
    conversion_factor,
    define_units,
    different_counts,
    nearest_unit,
    parse_unit,
)
from factcheck.quantities.units import precompute, table
from factcheck.quantities.units.registry import load_registry, resolve


def test_the_table_is_what_pint_answers() -> None:
    registry = load_registry()
    for name, (dimension, numerator, denominator) in table.SIZES.items():
        assert resolve(registry, name) == (dimension, Fraction(numerator, denominator)), name


def test_every_name_of_the_definitions_is_in_the_table() -> None:
    names = {alias: name for name, aliases in precompute.defined_names() for alias in aliases}
    assert names == table.NAMES


def test_no_name_stands_for_two_units() -> None:
    aliases = [alias for _, names in precompute.defined_names() for alias in names]
    assert sorted(set(aliases)) == sorted(aliases)


UNITS = {
    "元/人次": {"yuan": 1, "person_time": -1},
    "平方公里": {"length": 2},
    "千瓦时": {"mass": 1, "length": 2, "time": -2},
    "公里/小时": {"length": 1, "time": -1},
    "人/平方公里": {"person": 1, "length": -2},
    "名": {"person": 1},
    "户": {"household": 1},
    "台": {"vehicle": 1},
    "人次": {"person_time": 1},
    "处": {"count": 1},
    "自然屯": {"自然屯": 1},
    "美元": {"dollar": 1},
    "%": {},
    "个百分点": {"percentage_point": 1},
    "倍": {},
}


@pytest.mark.parametrize(("name", "dimension"), UNITS.items())
def test_dimensions(name: str, dimension: dict[str, int]) -> None:
    assert dict(parse_unit(name).dimension) == dimension


@pytest.mark.parametrize(
    ("name", "factor"),
    [
        ("万元", 10000),
        ("亿千瓦时", Fraction(36 * 10**13)),
        ("%", Fraction(1, 100)),
        ("‰", Fraction(1, 1000)),
        ("亩", Fraction(2000, 3)),
    ],
)
def test_factors(name: str, factor: Fraction) -> None:
    assert parse_unit(name).factor == factor


def test_english_units() -> None:
    assert dict(parse_unit("dollars per share", language="en").dimension) == {"dollar": 1, "share": -1}
    assert dict(parse_unit("households", language="en").dimension) == {"household": 1}
    assert dict(parse_unit("square miles", language="en").dimension) == {"length": 2}
    assert parse_unit("hamlets", language="en").dimension == (("hamlet", 1),)


def test_units_of_the_project_go_before_ours() -> None:
    own = {"垧": "10000 * meter ** 2", "人": "[soul]"}
    assert parse_unit("垧", project_units=own).factor == 10000
    assert dict(parse_unit("人", project_units=own).dimension) == {"soul": 1}
    assert dict(parse_unit("元/人", project_units=own).dimension) == {"yuan": 1, "soul": -1}


def test_a_definition_that_pint_refuses_is_a_problem_of_its_own() -> None:
    defined = define_units({"垧": "10000 * meter ** 2", "坏": "3 * nothing_known"})
    assert set(defined.units) == {"垧"}
    assert set(defined.problems) == {"坏"}


def test_what_may_be_compared() -> None:
    person, household, wild = (
        parse_unit("人").dimension,
        parse_unit("户").dimension,
        parse_unit("个").dimension,
    )
    visits = parse_unit("人次").dimension
    assert compatible(wild, household)
    assert not compatible(person, visits)
    assert different_counts(person, household)
    assert not different_counts(wild, household)
    assert not different_counts(parse_unit("元").dimension, person)
    assert combine(parse_unit("元/户").dimension, household) == parse_unit("元").dimension
    assert not compatible(parse_unit("元").dimension, parse_unit("美元").dimension)


def test_conversions_are_exact() -> None:
    assert conversion_factor(parse_unit("公顷"), parse_unit("亩")) == 15
    assert conversion_factor(parse_unit("吨"), parse_unit("斤")) == 2000


def test_near_misses() -> None:
    assert nearest_unit("平方公哩") == "平方公里"
    assert nearest_unit("househlds") == "households" or nearest_unit("househlds") == "household"
    assert nearest_unit("行政村") is None
    assert nearest_unit("人次") is None


def test_reading_quantities_does_not_import_pint() -> None:
    code = (
        "import sys; from factcheck.quantities import read_quantity, readings, scan, parse_unit;"
        "readings(read_quantity('2.23亿元')); scan('占51.8%', 'zh'); scan('$3 million', 'en'); parse_unit('元/人次');"
        "sys.exit('pint' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
