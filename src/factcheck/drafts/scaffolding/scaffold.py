"""From the numbers of a draft to the facts of a claims file."""

from __future__ import annotations

import re

from factcheck.drafts.numbers import DraftNumbers
from factcheck.drafts.scaffolding.figures import figures
from factcheck.drafts.scaffolding.fragments import Fragments
from factcheck.drafts.scaffolding.naming import Names
from factcheck.drafts.scaffolding.writing import Header, WrittenFact
from factcheck.quantities import PrintedQuantity, hedge_meaning
from factcheck.records import record

HEAD_LINES = 8
"""Among so many lines at the beginning a date is that of the article."""
LONGEST_TITLE = 80


@record(frozen=True, slots=True)
class Scaffold:
    """What is to be written: the header and the facts."""

    header: Header
    facts: tuple[WrittenFact, ...]


def scaffold(draft: DraftNumbers, text: str = "") -> Scaffold:
    """One fact for each figure of a draft; ``text`` is the draft's path as the claims file will name it."""
    names, fragments = Names(draft), Fragments.of(draft)
    facts = tuple(_fact(draft, sites, names, fragments) for sites in figures(draft))
    return Scaffold(Header(title_of(draft.text), draft.language, text, _published(draft)), facts)


def _fact(draft: DraftNumbers, sites: tuple[int, ...], names: Names, fragments: Fragments) -> WrittenFact:
    number = draft.numbers[sites[0]]
    return WrittenFact(
        names.name(sites[0]),
        _printed(number),
        tuple(fragments.quote(site) for site in sites),
        unit=_unit(number),
        alone=number.kind in ("year", "date"),
    )


def _printed(number: PrintedQuantity) -> str:
    """The printed form on one line, without a 达到 or reached, which adds nothing to it."""
    text = number.text
    if hedge_meaning(number.hedge) == "reached" and text.startswith(number.hedge):
        text = text[len(number.hedge) :]
    return " ".join(text.split())


def _unit(number: PrintedQuantity) -> str:
    """The unit where the printed form alone does not say it: a year without 年."""
    return "年" if number.kind == "year" and number.text.isdecimal() else ""


def title_of(text: str) -> str:
    """The first line that says something, without the marks of a heading.

    >>> title_of("\\n# 数字里的柳河\\n\\n正文")
    '数字里的柳河'
    """
    for line in text.splitlines():
        title = line.strip().lstrip("#>*- ").rstrip("#* ")
        if title:
            return title[:LONGEST_TITLE]
    return ""


def _published(draft: DraftNumbers) -> str:
    """The first full date near the beginning, in ISO 8601; empty where there is none."""
    head = sum(len(line) + 1 for line in draft.text.split("\n")[:HEAD_LINES])
    for number in draft.numbers:
        if number.start >= head:
            break
        parts = re.findall(r"\d+", number.text)
        if number.kind == "date" and len(parts) == 3 and len(parts[0]) == 4:
            return "-".join((parts[0], parts[1].zfill(2), parts[2].zfill(2)))
    return ""
