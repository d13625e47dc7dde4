"""``factcheck run`` once its settings are known."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.cli.speech import spoken_language

if TYPE_CHECKING:
    from factcheck.check.settings import Settings
    from factcheck.configuration.resolving import Configuration


def run_command(
    configuration: Configuration, named: list[Path] | None, *, show_settings: bool, show_files: bool
) -> int:
    """Check, report, and give the exit code; or list what would be checked, or under which settings."""
    from factcheck.cli.output import print_text
    from factcheck.configuration.running import paths_to_check, run_settings

    if show_settings:
        from factcheck.configuration.showing import settings_text

        print_text(settings_text(configuration, spoken_language()))
        return 0
    paths = paths_to_check(configuration, named)
    if show_files:
        return _show_files(paths, run_settings(configuration))
    return _check(configuration, paths)


def _show_files(paths: list[Path], settings: Settings) -> int:
    from factcheck.check.discovery import files_to_check
    from factcheck.check.policy import NOTHING_TO_CHECK, OK
    from factcheck.claims.project import shown_path
    from factcheck.cli.output import print_text

    files = files_to_check(paths, settings)
    print_text("".join(f"{shown_path(file)}\n" for file in files))
    return OK if files else NOTHING_TO_CHECK


def _check(configuration: Configuration, paths: list[Path]) -> int:
    from factcheck.cli.configured import look_of
    from factcheck.cli.rendering import derivations_asked, guards_asked, report_targets, show, write_reports
    from factcheck.cli.session import checked
    from factcheck.configuration.running import run_settings

    values = configuration.values
    look = look_of(configuration)
    targets = report_targets(values.output_format, values.report)
    settings = replace(
        run_settings(configuration),
        guards=guards_asked(values.output_format, targets),
        derivations=derivations_asked(values.output_format, targets),
    )
    report = checked(paths, settings)
    write_reports(report, targets, look)
    show(report, values.output_format, look)
    return report.summary.exit_code
