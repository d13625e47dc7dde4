"""All corrections of one claims file, kept only where the file is the better for them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from factcheck.claims import read_text
from factcheck.claims.model import ClaimsFile
from factcheck.drafts.states import DraftCheck
from factcheck.findings import Severity
from factcheck.fixing.keys import misspelt_keys
from factcheck.fixing.model import Edit, edited
from factcheck.fixing.quotes import stale_quotes
from factcheck.fixing.values import miscopied_values
from factcheck.text import SourceText


def fixes_of(file: ClaimsFile, checks: Iterable[DraftCheck] = ()) -> list[Edit]:
    """The edits for a file, in its order; ``checks`` hold it against its article, where that is at hand.

    An edit that would bring a mistake the file does not have is left out.
    """
    edits = [*misspelt_keys(file), *miscopied_values(file)]
    for check in checks:
        edits += stale_quotes(file, check)
    edits = sorted((edit for edit in edits if edit.replacement != edit.before), key=lambda edit: edit.start)
    if _sound(file, edits):
        return edits
    kept: list[Edit] = []
    for edit in edits:
        if _sound(file, [*kept, edit]):
            kept.append(edit)
    return kept


def _sound(file: ClaimsFile, edits: list[Edit]) -> bool:
    """Whether the edited file has no mistake of a kind that it did not have as often before."""
    after = read_text(SourceText(file.path, edited(file.source.text, edits)), stem=file.stem)
    return not _mistakes(after) - _mistakes(file)


def _mistakes(file: ClaimsFile) -> Counter[str]:
    return Counter(finding.code for finding in file.findings if finding.severity is not Severity.INFO)
