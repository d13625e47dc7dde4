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
)
from factcheck.cli.setting_options import (
    AddIgnoreOption,
    AmbiguousWidthOption,
    BaselineOption,
    CacheFolderOption,
    CacheOption,
    ConfigOption,
    DiffOption,
    ExcludeOption,
    ExtendSelectOption,
    FixOption,
    ForceExcludeOption,
    IgnoreOption,
    IsolatedOption,
    SelectOption,
    SeverityOption,
    ShowFilesOption,
    ShowSettingsOption,
    SinceOption,
    SolverOption,
    StdinFilenameOption,
    WatchOption,
)
from factcheck.cli.speech import described


@described("检查 claims，报告矛盾。", "Check claims and report what cannot be true.")
def run(
    paths: PathsArgument = None,
    lang: LanguageOption = None,
    output_format: FormatOption = None,
    report: ReportOption = None,
    profile: ProfileOption = None,
    fail_on: FailOnOption = None,
    select: SelectOption = None,
    extend_select: ExtendSelectOption = None,
    ignore: IgnoreOption = None,
    severity: SeverityOption = None,
    exclude: ExcludeOption = None,
    force_exclude: ForceExcludeOption = None,
    show_passed: ShowPassedOption = None,
    ascii: AsciiOption = None,  # noqa: A002 - the option's name
    width: WidthOption = None,
    ambiguous_width: AmbiguousWidthOption = None,
    color: ColourOption = None,
    solver: SolverOption = None,
    cache: CacheOption = None,
    cache_dir: CacheFolderOption = None,
    fix: FixOption = False,
    diff: DiffOption = False,
    baseline: BaselineOption = None,
    since: SinceOption = None,
    add_ignore: AddIgnoreOption = None,
    stdin_filename: StdinFilenameOption = None,
    watch: WatchOption = False,
    config: ConfigOption = None,
    isolated: IsolatedOption = False,
    show_settings: ShowSettingsOption = False,
    show_files: ShowFilesOption = False,
) -> None:
    """Check claims and report."""
    from factcheck.cli.configured import configured, words_of
    from factcheck.cli.fixing import make_fixes, show_fixes
    from factcheck.cli.running import Asked, run_command

    given = words_of(
        lang=lang,
        output_format=output_format,
        report=report,
        profile=profile,
        fail_on=fail_on,
        select=select,
        extend_select=extend_select,
        ignore=ignore,
        severity=severity,
        exclude=exclude,
        force_exclude=force_exclude,
        show_passed=show_passed,
        ascii=ascii,
        width=width,
        ambiguous_width=ambiguous_width,
        color=color,
        solver=solver,
        baseline=None if baseline is None else str(baseline),
        cache=cache,
        cache_dir=None if cache_dir is None else str(cache_dir),
    )
    configuration = configured([stdin_filename] if stdin_filename else paths, given, config, isolated)
    if diff:
        raise typer.Exit(show_fixes(configuration, paths))
    if fix:
        make_fixes(configuration, paths)
    asked = Asked(
        paths=paths,
        since=since,
        add_ignore=add_ignore,
        stdin_filename=stdin_filename,
        watch=watch,
        show_settings=show_settings,
        show_files=show_files,
    )
    raise typer.Exit(run_command(configuration, asked))
