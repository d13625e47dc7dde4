"""``factcheck run`` once its settings are known."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.cli.speech import spoken_language

if TYPE_CHECKING:
    from factcheck.check.settings import Settings
    from factcheck.cli.rendering import Look, Output
    from factcheck.configuration.resolving import Configuration


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What one call of ``run`` asks for besides its settings."""

    paths: list[Path] | None = None
    since: str | None = None
    show_settings: bool = False
    show_files: bool = False


def run_command(configuration: Configuration, asked: Asked) -> int:
    """Check, report, and give the exit code; or list what would be checked, or under which settings."""
    from factcheck.cli.output import print_text
    from factcheck.configuration.running import paths_to_check, run_settings

    if asked.show_settings:
        from factcheck.configuration.showing import settings_text

        print_text(settings_text(configuration, spoken_language()))
        return 0
    paths = paths_to_check(configuration, asked.paths)
    if asked.show_files:
        return _show_files(paths, run_settings(configuration))
    return _check(configuration, paths, asked)


def _show_files(paths: list[Path], settings: Settings) -> int:
    from factcheck.check.discovery import files_to_check
    from factcheck.check.policy import NOTHING_TO_CHECK, OK
    from factcheck.claims.discovery import shown_path
    from factcheck.cli.output import print_text

    files = files_to_check(paths, settings)
    print_text("".join(f"{shown_path(file)}\n" for file in files))
    return OK if files else NOTHING_TO_CHECK


def _check(configuration: Configuration, paths: list[Path], asked: Asked) -> int:
    from factcheck.cli.configured import look_of
    from factcheck.cli.rendering import derivations_asked, guards_asked, planned, report_targets
    from factcheck.configuration.running import run_settings

    values = configuration.values
    targets = report_targets(values.output_format, values.report)
    settings = replace(
        run_settings(configuration),
        guards=guards_asked(values.output_format, targets),
        derivations=derivations_asked(values.output_format, targets),
    )
    look = look_of(configuration)
    run = Run(
        configuration,
        paths,
        settings,
        look,
        targets,
        planned(values.output_format, targets, look),
        asked.since,
    )
    from factcheck.cli.reusing import reused_or_made

    return reused_or_made(run)


@dataclass(frozen=True, slots=True)
class Run:
    """What one run is to check, and which reports it is to write."""

    configuration: Configuration
    paths: list[Path]
    settings: Settings
    look: Look
    targets: list[tuple[str, Path]]
    outputs: list[Output]
    since: str | None = None
