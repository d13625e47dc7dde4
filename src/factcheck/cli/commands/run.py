"""``factcheck run``: check claims and report."""

from __future__ import annotations

import typer

from factcheck.cli.options import (
    AsciiOption,
    ColourOption,
    FailOnOption,
    FormatOption,
    LanguageOption,
    PathsArgument,
    ProfileOption,
    ReportOption,
    ShowPassedOption,
    WidthOption,
    default_paths,
)
from factcheck.cli.speech import described


@described("检查 claims，报告矛盾。", "Check claims and report what cannot be true.")
def run(
    paths: PathsArgument = None,
    lang: LanguageOption = None,
    output_format: FormatOption = "terminal",
    report: ReportOption = None,
    profile: ProfileOption = "desk",
    fail_on: FailOnOption = "error",
    show_passed: ShowPassedOption = False,
    ascii: AsciiOption = False,  # noqa: A002 - the option's name
    width: WidthOption = None,
    color: ColourOption = "auto",
) -> None:
    """Check claims and report."""
    from factcheck.check.settings import Profile, Settings
    from factcheck.cli.rendering import (
        Look,
        derivations_asked,
        guards_asked,
        report_targets,
        show,
        write_reports,
    )
    from factcheck.cli.session import checked
    from factcheck.findings import Severity

    severity = None if fail_on == "never" else Severity(fail_on)
    look = Look(width=width, ascii=ascii, colour=color, show_passed=show_passed, fail_on=severity)
    targets = report_targets(output_format, report or [])
    settings = Settings(
        profile=Profile(profile),
        fail_on=severity,
        guards=guards_asked(output_format, targets),
        derivations=derivations_asked(output_format, targets),
    )
    result = checked(default_paths(paths), settings)
    write_reports(result, targets, look)
    show(result, output_format, look)
    raise typer.Exit(result.summary.exit_code)
