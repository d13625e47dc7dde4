"""A repair as a sentence: which number, from what, to what."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from factcheck.check.model import Report
from factcheck.findings import Finding, Language, Repair
from factcheck.findings.messages import say
from factcheck.reports.phrases.details import interval_text


def fact_name(fact: str, report: Report) -> str:
    """The name of a fact as its file writes it."""
    for file in report.project.files:
        if fact.startswith(f"{file.stem}."):
            return fact[len(file.stem) + 1 :]
    return fact.partition(".")[2] or fact


def repair_sentence(
    repair: Repair, report: Report, letters: dict[str, str], language: Language, arrow: str = "→"
) -> str:
    """``C  合计 21.5 → 21.0 万吨   同时满足 FC201 与 FC203 的唯一一位小数``."""
    edits = [_edit(repair.fact, repair.printed, _aim(repair, language), report, letters, arrow)]
    edits += [
        _edit(fact, printed, suggested, report, letters, arrow) for fact, printed, suggested in repair.also
    ]
    sentence = say("，并且 ", ", and ").in_language(language).join(edits)
    if repair.reason is not None:
        sentence += f"   {repair.reason.in_language(language)}"
    elif repair.also:
        places = say("需改 {count} 处", "{count} edits", count=len(repair.also) + 1)
        sentence += f"   {places.in_language(language)}"
    return sentence


def _aim(repair: Repair, language: Language) -> str:
    if repair.suggested is not None:
        return repair.suggested
    if repair.allowed is None:
        return "?"
    return say("{range} 之内", "within {range}", range=interval_text(repair.allowed)).in_language(language)


def _edit(
    fact: str, printed: str, suggested: str, report: Report, letters: dict[str, str], arrow: str = "→"
) -> str:
    letter = f"{letters[fact]}  " if fact in letters else ""
    before, after = without_common_unit(printed, suggested)
    return f"{letter}{fact_name(fact, report)} {before} {arrow} {after}"


def without_common_unit(printed: str, suggested: str) -> tuple[str, str]:
    """The unit said once where only the digits differ.

    >>> without_common_unit("21.5 万吨", "21.0 万吨"), without_common_unit("2.23元", "2.23万元")
    (('21.5', '21.0 万吨'), ('2.23元', '2.23万元'))
    """
    number = printed.rstrip("".join({character for character in printed if not character.isdigit()}))
    unit = printed[len(number) :]
    same = bool(unit) and suggested.endswith(unit) and suggested[: -len(unit)][-1:].isdigit()
    return (number, suggested) if same else (printed, suggested)


def letters_of(findings: Iterable[Finding], report: Report, repairs: Iterable[Repair] = ()) -> dict[str, str]:
    """The letter of each fact, as far as all these findings give it the same one and give no other fact the same.

    A repair's own letter counts for a fact that no claims label shows.
    """
    places = _facts_by_place(report)
    given: dict[str, set[str]] = {}
    owners: dict[str, set[str]] = {}
    for label in (label for finding in findings for label in finding.labels if label.letter):
        fact = places.get((label.source.path, label.start))
        if fact is not None and label.letter is not None:
            given.setdefault(fact, set()).add(label.letter)
            owners.setdefault(label.letter, set()).add(fact)
    for repair in repairs:
        if repair.letter and repair.fact not in given and repair.letter not in owners:
            given[repair.fact], owners[repair.letter] = {repair.letter}, {repair.fact}
    return {
        fact: letter
        for fact, letters in given.items()
        for letter in letters
        if len(letters) == 1 and len(owners[letter]) == 1
    }


@lru_cache(maxsize=1)
def _facts_by_place(report: Report) -> dict[tuple[str, int], str]:
    """The id of the fact whose printed value stands at each place of the claims."""
    return {
        (file.path, fact.value_extent.start): fact.id
        for file in report.project.files
        for fact in file.facts.values()
    }
