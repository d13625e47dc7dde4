"""The Markdown report in the summary page of a GitHub step."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from factcheck.check.model import Report
from factcheck.reports.interface import RenderOptions
from factcheck.reports.markdown import markdown

VARIABLE = "GITHUB_STEP_SUMMARY"
LARGEST = 1024 * 1024 - 1024
"""Bytes that the service takes for one step."""


def add_step_summary(report: Report, options: RenderOptions, environment: Mapping[str, str]) -> bool:
    """Append the report to the step's summary file, if the environment names one; whether that was done."""
    path = environment.get(VARIABLE)
    if not path:
        return False
    text = markdown(report, options.language, largest=LARGEST)
    try:
        with Path(path).open("a", encoding="utf-8", errors="backslashreplace") as file:
            file.write(text)
    except OSError:
        return False
    return True
