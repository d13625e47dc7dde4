"""Where the articles print the numbers of the claims, for the frames of the report."""

from __future__ import annotations

from factcheck.claims.model import Project
from factcheck.rules.interface import Place


def places_in_articles(project: Project) -> dict[str, Place]:
    """The place of each fact whose article is at hand and whose quote stands in it."""
    return {}
