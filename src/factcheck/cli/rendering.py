"""Reports onto the screen and into files: the formats themselves are in :mod:`factcheck.reports`."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from dataclasses import replace
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NoReturn, TextIO

from factcheck.cli.output import fail, print_text
from factcheck.cli.speech import chosen_language, either, spoken_language
from factcheck.cli.suggestions import nearest
from factcheck.findings import Severity
from factcheck.records import record

if TYPE_CHECKING:
    from factcheck.check.model import Report
    from factcheck.reports.interface import RenderOptions


@record(frozen=True, slots=True, kw_only=True)
class Look:
    """How the user wants reports to look."""

    width: int | None = None
    ascii: bool = False
    colour: Literal["auto", "always", "never"] = "auto"
    show_passed: bool = False
    fail_on: Severity | None = Severity.ERROR
    ambiguous_width: Literal["auto", "1", "2"] = "auto"


def report_targets(output_format: str, reports: Iterable[str]) -> list[tuple[str, Path]]:
    """The formats and files of ``--report FORMAT=FILE``; a format that does not exist ends the run before it begins."""
    _known_format(output_format)
    return [_target(report) for report in reports]


def _target(report: str) -> tuple[str, Path]:
    name, equals, path = report.partition("=")
    if not equals or not path:
        fail(either(f"--report 要写成 格式=文件：{report}", f"--report takes FORMAT=FILE, not {report}"))
    _known_format(name)
    return name, Path(path)


def guards_asked(output_format: str, targets: Iterable[tuple[str, Path]]) -> bool:
    """Whether a format says of every number how well the checks protect it."""
    return not {output_format, *(name for name, _ in targets)}.isdisjoint(("html", "json"))


def derivations_asked(output_format: str, targets: Iterable[tuple[str, Path]]) -> bool:
    """Whether a format says of every number what the others imply, step by step."""
    return "html" in (output_format, *(name for name, _ in targets))


def claims_asked(output_format: str, targets: Iterable[tuple[str, Path]], *, show_passed: bool) -> bool:
    """Whether a format shows claims in which nothing was found."""
    return show_passed or not {output_format, *(name for name, _ in targets)}.isdisjoint(
        ("html", "json", "junit")
    )


def _known_format(name: str) -> None:
    from factcheck.reports.formats import FORMATS

    if name not in FORMATS:
        known = ", ".join(FORMATS)
        hint = nearest(name, FORMATS)
        fail(
            either(
                f"没有输出格式 {name}{hint}（可用：{known}）",
                f"there is no output format {name}{hint} (known: {known})",
            )
        )


@record(frozen=True, slots=True)
class Output:
    """One report to be written: in which format, how it looks, and into which file (``None``: standard output)."""

    name: str
    options: RenderOptions
    path: Path | None = None

    @property
    def is_folder(self) -> bool:
        """Whether pages are written into a folder, instead of one text."""
        return self.name == "html" and self.path is not None and is_folder(self.path)


def planned(output_format: str, targets: Iterable[tuple[str, Path]], look: Look) -> list[Output]:
    """All reports of a run: first those for files (UTF-8, without colour), then the one on standard output."""
    in_files = replace(_options(StringIO(), look), encoding="utf-8", colour=False)
    return [
        *(Output(name, in_files, path) for name, path in targets),
        Output(output_format, _options(sys.stdout, look)),
    ]


def rendered(report: Report, output: Output) -> str:
    """The text of one report."""
    from factcheck.reports.formats import render

    return render(output.name, report, output.options)


def deliver(output: Output, text: str) -> None:
    """Write the text where it belongs; a file that cannot be written is said and is exit code 2."""
    if output.path is None:
        print_text(text)
        return
    try:
        output.path.parent.mkdir(parents=True, exist_ok=True)
        output.path.write_text(text, encoding="utf-8", newline="")
    except OSError as error:
        _cannot_write(output.path, error)


def show(report: Report, name: str, look: Look) -> None:
    """Write the report to standard output."""
    output = Output(name, _options(sys.stdout, look))
    deliver(output, rendered(report, output))
    if name == "github":
        from factcheck.reports.step_summary import add_step_summary

        add_step_summary(report, output.options, os.environ)


def show_sentence(sentence: str, look: Look) -> None:
    """Write a sentence below the report, wrapped to the same width."""
    from factcheck.reports.screen import Screen
    from factcheck.reports.terminal.wrap import wrap

    options = _options(sys.stdout, look)
    print_text("\n  ".join(wrap(sentence, options.width - 2, Screen.of(options))) + "\n")


def write_reports(report: Report, targets: Iterable[tuple[str, Path]], look: Look) -> None:
    """Write the report into each file, and its pages where the target is a folder."""
    for output in planned("terminal", targets, look)[:-1]:
        if output.is_folder and output.path is not None:
            _write_pages(report, output.path, output.options)
        else:
            deliver(output, rendered(report, output))


def _cannot_write(path: Path, error: OSError) -> NoReturn:
    fail(either(f"无法写入 {path}：{error.strerror}", f"cannot write {path}: {error.strerror}"))


def is_folder(path: Path) -> bool:
    """Whether a target is a folder to be filled with pages: it exists as one, or its name has no ending."""
    return path.is_dir() or (not path.suffix and not path.exists())


def _write_pages(report: Report, folder: Path, options: RenderOptions) -> None:
    from factcheck.reports.html import pages

    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, text in pages(report, options):
            (folder / name).write_text(text, encoding="utf-8", newline="")
    except OSError as error:
        _cannot_write(folder, error)


def _options(stream: TextIO, look: Look) -> RenderOptions:
    from factcheck.reports.console import options_for, readable_language

    options = options_for(
        stream,
        os.environ,
        language=readable_language(spoken_language(), stream),
        machine_language=chosen_language() or "en",
        width=look.width,
        ascii=look.ascii,
        colour=look.colour,
        show_passed=look.show_passed,
    )
    options = replace(options, fail_on=look.fail_on or Severity.ERROR)
    if look.ambiguous_width == "auto":
        return options
    return replace(options, ambiguous_width=1 if look.ambiguous_width == "1" else 2)
