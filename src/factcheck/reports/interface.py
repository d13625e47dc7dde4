"""What every output format is: a pure function of the report and of how it should look."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Literal

from factcheck.findings import Language, Severity
from factcheck.records import record

if TYPE_CHECKING:
    from factcheck.check.model import Report

DEFAULT_WIDTH = 80


@record(frozen=True, slots=True, kw_only=True)
class RenderOptions:
    """How a report should look; nothing here changes what it says.

    ``language`` is that of reports for people. ``machine_language`` is that of the sentences inside machine formats: only an
    explicit choice may change it, never the locale, so that two machines write the same bytes. ``width`` is in terminal cells.
    ``ascii`` draws frames from ASCII; ``encoding`` is what the stream can write, everything else is escaped.
    ``ambiguous_width`` is the width of characters that Unicode calls ambiguous (“ ” — …), ``None`` where it cannot be known.
    ``fail_on`` is the severity from which a format that only knows passed and failed says failed.
    """

    language: Language = "zh"
    machine_language: Language = "en"
    width: int = DEFAULT_WIDTH
    ascii: bool = False
    colour: bool = False
    encoding: str = "utf-8"
    ambiguous_width: Literal[1, 2] | None = 1
    show_passed: bool = False
    fail_on: Severity = Severity.ERROR


Renderer = Callable[["Report", RenderOptions], str]
"""Turns a report into the whole text of one output format, line end included (empty where there is nothing to say)."""


@record(frozen=True, slots=True)
class Format:
    """One output format: its name on the command line, and the module whose ``render`` is its :data:`Renderer`.

    ``machine`` formats are read by programs: they are not coloured, not wrapped and the same on every machine.
    """

    name: str
    module: str
    machine: bool
