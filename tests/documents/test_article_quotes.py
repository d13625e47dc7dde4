"""Every number of the article that matters is quoted by exactly one fact. The article is not in the repository: where it is absent, this is skipped."""

from __future__ import annotations

import json

import pytest

from factcheck.claims.project import read_project
from factcheck.drafts.documents import read_document
from factcheck.drafts.numbers import numbers_of
from factcheck.drafts.states import State
from factcheck.drafts.verification import verify
from program import ROOT

SHARED = ROOT.parent / "shared"
TEXT = SHARED / "article" / "liuhe-2020.txt"
GOLD = SHARED / "data" / "seed-gold.json"

pytestmark = pytest.mark.skipif(not TEXT.exists(), reason="the article's text (../shared) is not here")


def test_every_core_number_has_one_quote() -> None:
    items = json.loads(GOLD.read_text(encoding="utf-8"))["items"]
    core = sorted(item["num_start"] for item in items if item["tier"] == "core")
    found = verify(read_project([ROOT / "claims" / "liuhe-2020.yaml"]).files, numbers_of(read_document(TEXT)))
    assert {quote.state for quote in found.quotes} == {State.VERIFIED}
    numbers = found.draft.numbers
    assert (
        sorted(numbers[quote.site].number_start for quote in found.quotes if quote.site is not None) == core
    )
