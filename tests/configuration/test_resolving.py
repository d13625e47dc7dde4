"""Where a setting comes from, and what is said of those that cannot be taken."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from factcheck.check.settings import Profile
from factcheck.configuration.finding import SettingsFile, settings_file
from factcheck.configuration.places import place_of
from factcheck.configuration.resolving import Configuration, resolve
from factcheck.configuration.showing import documentation, plain, schema, settings_text, toml
from factcheck.configuration.table import SETTINGS
from factcheck.findings import Severity
from factcheck.text import Position


def from_text(text: str, environment: dict[str, str] | None = None, **given: list[str]) -> Configuration:
    options = {name.replace("_", "-"): words for name, words in given.items()}
    return resolve(SettingsFile(Path("factcheck.toml"), text.encode(), ()), environment or {}, options)


def told(configuration: Configuration) -> list[tuple[str, str]]:
    return [(problem.place, problem.message.en) for problem in configuration.problems]


def test_options_go_before_the_environment_and_that_before_the_file() -> None:
    file = 'profile = "strict"\nfail-on = "info"\nwidth = 50\n'
    result = from_text(file, {"FACTCHECK_FAIL_ON": "warning", "FACTCHECK_WIDTH": "60"}, width=["70"])
    assert (result.values.profile, result.values.fail_on, result.values.width) == (
        Profile.STRICT,
        "warning",
        70,
    )
    assert result.origins == {"profile": "factcheck.toml", "fail-on": "FACTCHECK_FAIL_ON", "width": "--width"}
    assert not result.problems


def test_codes_are_taken_by_number_slug_and_family() -> None:
    result = from_text(
        'select = ["FC2", "tie-only"]\n[severity]\nno-source = "error"\n', ignore=["fc203, FC5"]
    )
    assert result.values.select == ("FC2", "FC331")
    assert result.values.severity == {"FC602": Severity.ERROR}
    assert result.values.ignore == ("FC203", "FC5")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "\n# selct\nselct = []\n",
            ("factcheck.toml:3:1", 'there is no setting "selct"; did you mean select?'),
        ),
        (
            "fail_on = 'error'\n",
            ("factcheck.toml:1:1", 'there is no setting "fail_on"; did you mean fail-on?'),
        ),
        ("width = 7\n", ("factcheck.toml:1:1", "width: expected a whole number of at least 40, not 7")),
        ("width = true\n", ("factcheck.toml:1:1", "width: expected a whole number of at least 40, not True")),
        ("ascii = 'yes'\n", ("factcheck.toml:1:1", "ascii: expected true or false, not 'yes'")),
        (
            '[severity]\nFC201 = "eror"\n',
            ("factcheck.toml:2:1", "severity: expected one of error, warning, info, not 'eror'"),
        ),
        (
            '[per-file-ignores]\n"旧/*" = [\n  "sum-imposible",\n]\n',
            (
                "factcheck.toml:2:2",
                'per-file-ignores: there is no code, slug or family "sum-imposible"; did you mean sum-impossible?',
            ),
        ),
        ("profile = [\n", ("factcheck.toml", "TOML syntax: Invalid value (at end of document)")),
    ],
)
def test_mistakes_have_their_place_and_the_nearest_name(text: str, expected: tuple[str, str]) -> None:
    assert told(from_text(text)) == [expected]


def test_all_mistakes_are_told_at_once() -> None:
    result = from_text(
        "a = 1\nb = 2\n", {"FACTCHECK_COLOUR": "auto", "FACTCHECK_COLOR": "blue"}, select=["x"]
    )
    assert [place for place, _ in told(result)] == [
        "factcheck.toml:1:1",
        "factcheck.toml:2:1",
        "FACTCHECK_COLOR",
        "FACTCHECK_COLOUR",
        "--select",
    ]


def test_the_nearest_file_counts(tmp_path: Path) -> None:
    inner = tmp_path / "a" / "b"
    inner.mkdir(parents=True)
    (tmp_path / "pyproject.toml").write_text("[tool.factcheck]\n")
    (tmp_path / "a" / "pyproject.toml").write_text("[tool.other]\nfactcheck = 1\n")
    found = settings_file([inner])
    assert found is not None
    assert found.path == tmp_path / "pyproject.toml"
    (tmp_path / "a" / "factcheck.toml").write_text("")
    found = settings_file([inner / "x.yaml", inner])
    assert found is not None
    assert found.path == tmp_path / "a" / "factcheck.toml"


def test_paths_are_relative_to_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "sub").mkdir()
    monkeypatch.chdir(tmp_path / "sub")
    file = SettingsFile(
        tmp_path / "factcheck.toml", b"baseline = 'known.json'\nreport = ['sarif=out/a.sarif']\n", ()
    )
    values = resolve(file, {}, {}).values
    assert values.baseline == "../known.json"
    assert values.report == ("sarif=../out/a.sarif",)


def test_shown_settings_are_toml_that_sets_the_same() -> None:
    result = from_text('select = ["FC2"]\nwidth = 50\n[per-file-ignores]\n"旧\\"/*" = ["FC3"]\n')
    text = settings_text(result, "zh")
    again = from_text(text)
    assert not again.problems
    assert again.values == result.values
    assert set(tomllib.loads(text)) < set(SETTINGS)


def test_the_schema_takes_every_default_and_refuses_what_the_program_refuses() -> None:
    validator = Draft202012Validator(schema())
    Draft202012Validator.check_schema(schema())
    defaults = {name: plain(row, row.default) for name, row in SETTINGS.items() if row.default is not None}
    assert not list(validator.iter_errors(defaults))
    for wrong in ({"selct": []}, {"width": 1}, {"severity": {"FC201": "bad"}}, {"profile": "all"}):
        assert list(validator.iter_errors(wrong)), wrong
        assert from_text("".join(f"{key} = {toml(value)}\n" for key, value in wrong.items())).problems


def test_the_documentation_lists_every_setting() -> None:
    text = (Path(__file__).parents[2] / "docs" / "configuration.md").read_text(encoding="utf-8")
    assert documentation("zh") in text
    assert documentation("en") in text


KEYS = st.text("ab-_", min_size=1, max_size=3)


@given(
    st.lists(
        st.tuples(KEYS, st.sampled_from(["1", '"x = 2"', "[\n  1,\n]", '"""\n[a]\n"""', "{ q = 1 }"])),
        max_size=6,
    )
)
def test_places_are_where_the_key_is_written(statements: list[tuple[str, str]]) -> None:
    table = dict(statements)
    text = "# a = b\n[t]\n" + "".join(f"{key} = {value}\n" for key, value in table.items())
    line = 3
    for key, value in table.items():
        assert place_of(text, ["t", key]) == Position(line, 1)
        line += value.count("\n") + 1


@given(
    st.recursive(
        st.text() | st.booleans() | st.integers(-9, 9),
        lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
        max_leaves=6,
    )
)
def test_values_are_written_as_toml(value: object) -> None:
    try:
        json.dumps(value, ensure_ascii=False).encode()
    except UnicodeEncodeError:
        return
    assert tomllib.loads(f"x = {toml(value)}\n") == {"x": value}
