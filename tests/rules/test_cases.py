"""Every code explains itself by examples; here the examples are held to what they say."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from factcheck.check.run import check
from factcheck.check.settings import Profile, Settings
from factcheck.findings import Finding, Severity
from factcheck.findings.codes import CODES
from factcheck.rules.documents import Case, Document, document_of

STRICT = Settings(profile=Profile.STRICT)
INTERNAL = "FC901"
DOCUMENTS = {code: document_of(code) for code in CODES}
FAILING = [(code, index) for code, each in DOCUMENTS.items() for index in range(len(each.fails))]
PASSING = [(code, index) for code, each in DOCUMENTS.items() for index in range(len(each.passes))]


def findings_of(case: Case, folder: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Finding, ...]:
    for name, text in case.files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode(case.encoding))
    monkeypatch.chdir(folder)
    settings = replace(STRICT, draft=Path(case.draft) if case.draft else None)
    return check([Path(case.path)], settings).findings


@pytest.mark.parametrize(("code", "index"), FAILING)
def test_reported(code: str, index: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found = {each.code for each in findings_of(DOCUMENTS[code].fails[index], tmp_path, monkeypatch)}
    assert code in found
    assert INTERNAL not in found


@pytest.mark.parametrize(("code", "index"), PASSING)
def test_not_reported(code: str, index: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found = findings_of(DOCUMENTS[code].passes[index], tmp_path, monkeypatch)
    assert code not in {each.code for each in found}
    assert not [each for each in found if each.severity is Severity.ERROR and each.ignored is None]


@pytest.mark.parametrize("document", DOCUMENTS.values(), ids=list(DOCUMENTS))
def test_complete(document: Document) -> None:
    for message in (document.meaning, document.why, document.ignoring):
        assert message.zh
        assert message.en
        assert message.zh != message.en
    if document.code.code != INTERNAL:
        assert document.fails
        assert document.passes
