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
    output_format: FormatOption = None,
    report: ReportOption = None,
    fail_on: FailOnOption = None,
    ascii: AsciiOption = None,  # noqa: A002 - the option's name
    width: WidthOption = None,
    color: ColourOption = None,
) -> None:
    """Hold a draft against claims."""
    from dataclasses import replace

    from factcheck.check.settings import Profile
    from factcheck.cli.answers.draft import all_states, as_json, summary
    from factcheck.cli.configured import configured, look_of, words_of
    from factcheck.cli.draft_input import draft_file
    from factcheck.cli.judged import print_json
    from factcheck.cli.output import print_text
    from factcheck.cli.rendering import report_targets, show, show_sentence, write_reports
    from factcheck.cli.session import checked
    from factcheck.cli.speech import spoken_language
    from factcheck.configuration.running import paths_to_check, run_settings

    given = words_of(
        lang=lang,
        output_format=output_format,
        report=report,
        fail_on=fail_on,
        ascii=ascii,
        width=width,
        color=color,
    )
    configuration = configured(claims, given)
    look = look_of(configuration)
    output_format = configuration.values.output_format
    targets = report_targets(output_format, configuration.values.report)
    with draft_file(text) as path:
        settings = replace(
            run_settings(configuration),
            profile=Profile.STRICT,
            draft=path,
            families=("FC0", "FC1", "FC9"),
            judging="html" in (output_format, *(name for name, _ in targets)),
        )
        result = checked(paths_to_check(configuration, claims), settings)
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
            show_sentence(summary(each).in_language(spoken_language()), look)
    raise typer.Exit(result.summary.exit_code)
