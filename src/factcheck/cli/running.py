"""``factcheck run`` once its settings are known."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.cli.speech import spoken_language
from factcheck.cli.standard_input import with_standard_input
from factcheck.records import record

if TYPE_CHECKING:
    from factcheck.check.settings import Settings
    from factcheck.cli.rendering import Look, Output
    from factcheck.configuration.resolving import Configuration


@record(frozen=True, slots=True, kw_only=True)
class Asked:
    """What one call of ``run`` asks for besides its settings."""

    paths: list[Path] | None = None
    since: str | None = None
    add_ignore: str | None = None
    stdin_filename: Path | None = None
    watch: bool = False
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
    paths, contents = with_standard_input(paths_to_check(configuration, asked.paths), asked.stdin_filename)
    if asked.show_files:
        return _show_files(paths, run_settings(configuration))
    run = _planned_run(configuration, paths, asked, contents)
    if asked.add_ignore is not None:
        from factcheck.cli.adding_ignores import add_ignores

        return add_ignores(run, asked.add_ignore)
    from factcheck.cli.reusing import reused_or_made

    if asked.watch:
        from factcheck.cli.watching import watch

        return watch(run, lambda: reused_or_made(run))
    return reused_or_made(run)


def _show_files(paths: list[Path], settings: Settings) -> int:
    from factcheck.check.discovery import files_to_check
    from factcheck.check.policy import NOTHING_TO_CHECK, OK
    from factcheck.claims.discovery import shown_path
    from factcheck.cli.output import print_text

    files = files_to_check(paths, settings)
    print_text("".join(f"{shown_path(file)}\n" for file in files))
    return OK if files else NOTHING_TO_CHECK


def _planned_run(
    configuration: Configuration, paths: list[Path], asked: Asked, contents: dict[str, bytes]
) -> Run:
    from factcheck.cli.configured import look_of
    from factcheck.cli.rendering import (
        claims_asked,
        derivations_asked,
        guards_asked,
        planned,
        report_targets,
    )
    from factcheck.configuration.running import run_settings

    values = configuration.values
    if values.solver == "z3":
        _require_z3()
    targets = report_targets(values.output_format, values.report)
    look = look_of(configuration)
    settings = replace(
        run_settings(configuration),
        guards=guards_asked(values.output_format, targets),
        article_guards="terminal" in (values.output_format, *(name for name, _ in targets)),
        derivations=derivations_asked(values.output_format, targets),
        whole=asked.since is not None
        or claims_asked(values.output_format, targets, show_passed=look.show_passed),
        contents=contents,
    )
    outputs = planned(values.output_format, targets, look)
    return Run(configuration, paths, settings, look, targets, outputs, asked.since)


def _require_z3() -> None:
    from factcheck.cli.output import fail
    from factcheck.cli.speech import either
    from factcheck.engine.outside import is_installed

    if not is_installed():
        fail(
            either(
                "solver = z3 需要 z3-solver：pip install 'factcheck-claims[z3]'",
                "solver = z3 needs z3-solver: pip install 'factcheck-claims[z3]'",
            )
        )


@record(frozen=True, slots=True)
class Run:
    """What one run is to check, and which reports it is to write."""

    configuration: Configuration
    paths: list[Path]
    settings: Settings
    look: Look
    targets: list[tuple[str, Path]]
    outputs: list[Output]
    since: str | None = None
