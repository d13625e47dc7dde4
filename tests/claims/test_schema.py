"""The JSON Schema takes what the reader takes and refuses what it refuses, as far as a schema can tell."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from claims.reading_cases import read
from claims.test_robustness import SAMPLE
from factcheck.claims.fields import ARTICLE, CHECK, FACT, FILE, KINDS, QUOTE
from factcheck.claims.schema import schema

ROOT = Path(__file__).parents[2]


class EditorLoader(yaml.SafeLoader):
    """YAML as editors type it: dates stay texts."""


EditorLoader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if not tag.endswith("timestamp")]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}

VALIDATOR = Draft202012Validator(schema())


def complaints(text: str) -> list[str]:
    return [error.message for error in VALIDATOR.iter_errors(yaml.load(text, Loader=EditorLoader))]


def test_it_is_a_schema() -> None:
    Draft202012Validator.check_schema(schema())


@pytest.mark.parametrize(
    "path", [*ROOT.glob("claims/*.yaml"), *ROOT.glob("examples/*.yaml")], ids=lambda path: path.name
)
def test_the_project_s_own_claims(path: Path) -> None:
    assert complaints(path.read_text(encoding="utf-8")) == []


GOOD = [
    SAMPLE,
    "facts: {a: 35个, b: {}, c: 12}\n",
    "facts: {a: {value: 12, as_of: 2020}}\n",
    "facts: {a: {quote: {exact: 35个, suffix: 村}}}\n",
    "facts: {a: {value: 35个, quote: [35个村, {exact: 35个}]}}\n",
    "facts: {a: {value: 35个, reading: [30个, 40个]}}\n",
    "facts: {a: {value: 35个, reading: exact, precision: 10个}}\n",
    "facts: {a: 1人, b: 2人}\nchecks: [a < b, {that: a < b}, {within: {parts: [a], whole: b}}, {same: [a, a]}]\n",
    "facts: {a: 50%, b: 50%}\nchecks: [{shares: {of: [a, b]}}, {shares: [a, b]}]\n",
    "article: {authors: 甲, published: 2020-04-21, rounding: either}\n",
]
BAD = [
    "fcats: {}\n",
    "facts: [1]\n",
    "facts: {a: {vaule: 3}}\n",
    "facts: {a: {value: 3人, trusted: maybe}}\n",
    "facts: {a: {value: 3人, as_of: 2020-13}}\n",
    "facts: {a: {value: 3人, period: 2020}}\nchecks: [{sum: {whole: a}}]\n",
    "facts: {a: 3人}\nchecks: [{because: x}]\n",
    "facts: {a: 3人}\nchecks: [{that: a = a, same: [a, a]}]\n",
    "facts: {a: 3人}\nchecks: [{within: {part: a, parts: [a], whole: a}}]\n",
    "facts: {a: 3人}\nchecks: {that: a = a}\n",
    "facts: {a: {value: 3人, reading: exakt}}\n",
    "article: {language: fr}\n",
]


@pytest.mark.parametrize("text", GOOD)
def test_both_take_it(text: str) -> None:
    assert complaints(text) == []
    assert [finding.message.en for finding in read(text).findings] == []


@pytest.mark.parametrize("text", BAD)
def test_both_refuse_it(text: str) -> None:
    assert complaints(text)
    assert read(text).findings


def test_every_field_is_in_it_with_its_meaning() -> None:
    document = schema()
    places: list[tuple[dict[str, Any], Any]] = [
        (document, FILE),
        (document["$defs"]["article"], ARTICLE),
        (document["$defs"]["fact"]["anyOf"][1], FACT),
        (document["$defs"]["quote"]["anyOf"][1], QUOTE),
        (document["$defs"]["check"]["anyOf"][1], CHECK),
        *((document["$defs"][kind], table) for kind, table in KINDS.items() if kind != "shares"),
    ]
    for part, table in places:
        for field in table.values():
            assert part["properties"][field.name]["description"] == f"{field.meaning.zh} | {field.meaning.en}"
