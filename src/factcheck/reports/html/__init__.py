"""A page for people: the article with its numbers marked, each to be opened; one file, no network."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from factcheck.reports.interface import RenderOptions

if TYPE_CHECKING:
    from factcheck.check.model import Report


def render(report: Report, options: RenderOptions) -> str:
    """The whole report as one page; several articles stand one after another under an index."""
    from factcheck.reports.html.rendering import one_page

    return one_page(report, options.language)


def pages(report: Report, options: RenderOptions) -> Iterator[tuple[str, str]]:
    """The report as a folder: the name and the text of ``index.html`` and of one page for each article."""
    from factcheck.reports.html.rendering import many_pages

    return many_pages(report, options.language)
