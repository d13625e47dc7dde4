"""``factcheck draft DRAFT [CLAIMS]``: which numbers of a draft are verified, changed, moved, missing, ambiguous or without a claim."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from factcheck.cli.options import (
    AsciiOption,
    ColourOption,
    FailOnOption,
    FormatOption,
    LanguageOption,
    ReportOption,
    WidthOption,
    default_paths,
)
from factcheck.cli.speech import described, either


@described("拿草稿与 claims 逐数核对。", "Hold the numbers of a draft against the claims.")
def draft(
    text: Annotated[
        Path,
        typer.Argument(
            metavar=either("草稿", "DRAFT"),
            help=either(
                "草稿：.txt .md .html .docx；- 读标准输入。",
                "The draft: .txt .md .html .docx; - reads standard input.",
            ),
        ),
    ],
    claims: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="CLAIMS…",
            help=either(
                "claims 文件或文件夹（默认 claims/）。", "Claims files or folders (default: claims/)."
            ),
            show_default=False,
        ),
    ] = None,
    listed: Annotated[
        bool, typer.Option("--list", help=either("列出每个数的状态。", "List the state of every number."))
    ] = False,
    lang: LanguageOption = None,
    output_format: FormatOption = "terminal",
    report: ReportOption = None,
    fail_on: FailOnOption = "error",
    ascii: AsciiOption = False,  # noqa: A002 - the option's name
    width: WidthOption = None,
    color: ColourOption = "auto",
) -> None:
    """Hold a draft against claims."""
    from factcheck.check.settings import Profile, Settings
    from factcheck.cli.answers.draft import all_states, as_json, summary
    from factcheck.cli.draft_input import draft_file
    from factcheck.cli.judged import print_json
    from factcheck.cli.output import print_text
    from factcheck.cli.rendering import Look, report_targets, show, write_reports
    from factcheck.cli.session import checked
    from factcheck.cli.speech import spoken_language
    from factcheck.findings import Severity

    severity = None if fail_on == "never" else Severity(fail_on)
    look = Look(width=width, ascii=ascii, colour=color, fail_on=severity)
    targets = report_targets(output_format, report or [])
    with draft_file(text) as path:
        settings = Settings(
            profile=Profile.STRICT, fail_on=severity, draft=path, families=("FC0", "FC1", "FC9")
        )
        result = checked(default_paths(claims), settings)
    write_reports(result, targets, look)
    if output_format == "json":
        print_json(as_json(result.drafts))
    elif listed:
        for each in result.drafts:
            print_text(all_states(each, spoken_language()))
    else:
        show(result, output_format, look)
    if output_format == "terminal":
        for each in result.drafts:
            print_text(summary(each).in_language(spoken_language()) + "\n")
    raise typer.Exit(result.summary.exit_code)
