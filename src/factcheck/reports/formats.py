"""The table of output formats. A format's module is imported when it is asked for."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from factcheck.reports.interface import Format, Renderer, RenderOptions

if TYPE_CHECKING:
    from factcheck.check.model import Report

FORMATS: dict[str, Format] = {
    row.name: row
    for row in (
        Format("terminal", "factcheck.reports.terminal", machine=False),
        Format("concise", "factcheck.reports.concise", machine=False),
        Format("json", "factcheck.reports.json", machine=True),
        Format("sarif", "factcheck.reports.sarif", machine=True),
        Format("github", "factcheck.reports.github", machine=True),
        Format("gitlab", "factcheck.reports.gitlab", machine=True),
        Format("junit", "factcheck.reports.junit", machine=True),
        Format("rdjson", "factcheck.reports.rdjson", machine=True),
        Format("markdown", "factcheck.reports.markdown", machine=False),
        Format("html", "factcheck.reports.html", machine=False),
    )
}


def renderer_of(name: str) -> Renderer:
    """The renderer of a format; KeyError where there is no such format."""
    renderer: Renderer = import_module(FORMATS[name].module).render
    return renderer


def render(name: str, report: Report, options: RenderOptions) -> str:
    """The report in the format of this name."""
    return renderer_of(name)(report, options)
