"""The examples are what the documents say they are."""

from __future__ import annotations

from collections import Counter

import pytest

from factcheck.check.run import check
from factcheck.claims.project import read_project
from factcheck.drafts.documents import read_document
from factcheck.drafts.numbers import numbers_of
from factcheck.drafts.states import Change, DraftCheck, State
from factcheck.drafts.verification import verify
from program import ROOT

EXAMPLES = ROOT / "examples"
ARTICLE = ROOT / "claims" / "liuhe-2020.yaml"


def held_against(claims: str, draft: str) -> DraftCheck:
    files = read_project([ROOT / claims]).files
    return verify(files, numbers_of(read_document(EXAMPLES / draft)))


@pytest.mark.parametrize(
    ("claims", "draft", "numbers"),
    [
        ("claims/liuhe-2020.yaml", "liuhe-draft.md", 84),
        ("examples/harbour-budget.yaml", "harbour-budget.md", 15),
        ("examples/school-meals.yaml", "school-meals.md", 13),
    ],
)
def test_draft_carries_its_claims(claims: str, draft: str, numbers: int) -> None:
    found = held_against(claims, draft)
    assert Counter(quote.state for quote in found.quotes) == {State.VERIFIED: numbers}
    assert found.unverified == ()
    assert found.repeated == ()


def test_edited_draft() -> None:
    found = held_against("claims/liuhe-2020.yaml", "liuhe-draft-edited.md")
    differing = {quote.fact.name: (quote.state, quote.change) for quote in found.quotes if quote.change}
    assert differing == {
        "乡镇": (State.VERIFIED, Change.STYLE),
        "产业园受益户": (State.CHANGED, Change.VALUE),
        "报销金额": (State.CHANGED, Change.VALUE),
        "低保人数": (State.CHANGED, Change.VALUE),
        "行政村": (State.CHANGED, Change.VALUE),
    }
    assert [quote.fact.name for quote in found.quotes if quote.state is State.MISSING] == ["村干部助理"]
    assert [found.draft.numbers[site].text for site in found.unverified] == ["22个"]


def test_one_contradiction_and_its_repair() -> None:
    report = check([EXAMPLES / "harbour-budget.yaml"])
    assert [(finding.code, finding.severity) for finding in report.findings] == [("FC206", "error")]
    first = report.diagnoses[0].repairs[0]
    assert (first.fact.partition(".")[2], first.suggested) == ("course_takers", "2,021 employees")


def test_all_holds() -> None:
    assert check([EXAMPLES / "school-meals.yaml"]).findings == ()
